using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting;

/// <summary>Items of one kind, such as warnings.</summary>
public sealed class ReportList : ReportBlock
{
    internal ReportList(IEnumerable<string> items)
    {
        Items = Array.AsReadOnly(items.Select(PlainText.OneLine).ToArray());
    }

    /// <summary>The items in order, each one line.</summary>
    public IReadOnlyList<string> Items { get; }
}
