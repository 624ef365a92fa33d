using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Rendering;

internal sealed class ReportColumn
{
    private ReportColumn(string header, bool isNumber)
    {
        Header = PlainText.OneLine(header);
        IsNumber = isNumber;
    }

    internal string Header { get; }

    /// <summary>Aligned right and never wrapped.</summary>
    internal bool IsNumber { get; }

    internal static ReportColumn Text(string header) => new(header, isNumber: false);

    internal static ReportColumn Number(string header) => new(header, isNumber: true);
}
