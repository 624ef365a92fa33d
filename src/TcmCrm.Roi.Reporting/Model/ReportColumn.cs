using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>A column of a table.</summary>
public sealed class ReportColumn
{
    private ReportColumn(string header, bool isNumber)
    {
        Header = PlainText.OneLine(header);
        IsNumber = isNumber;
    }

    /// <summary>What stands above it; may be empty.</summary>
    public string Header { get; }

    /// <summary>Whether it holds numbers: aligned right and never wrapped.</summary>
    public bool IsNumber { get; }

    internal static ReportColumn Text(string header) => new(header, isNumber: false);

    internal static ReportColumn Number(string header) => new(header, isNumber: true);
}
