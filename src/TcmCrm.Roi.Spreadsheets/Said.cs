using System.Globalization;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Messages of this package: what a cell holds goes in as a short text.</summary>
internal static class Said
{
    private const int LongestValue = 60;

    internal static Message As(string id, params (string Name, string Text)[] texts) =>
        new("table." + id, [.. texts.Select(text => MessageArgument.Text(text.Name, Short(text.Text)))]);

    internal static MessageArgument Names(string name, IEnumerable<string> items) =>
        MessageArgument.Parts(name, items.Select(item => new Message("table.quoted", MessageArgument.Text("text", Short(item)))));

    internal static MessageArgument Text(string name, string text) => MessageArgument.Text(name, Short(text));

    internal static MessageArgument Line(long line) => MessageArgument.Text("line", line.ToString(CultureInfo.InvariantCulture));

    internal static MessageArgument Count(string name, long count) => MessageArgument.Number(name, count);

    /// <summary>A value that a KPI cannot have, with the range that it has.</summary>
    internal static Message KpiOutOfRange(KpiDefinition kpi, string value)
    {
        string id = double.IsInfinity(kpi.Maximum) ? "table.kpiOutOfRange.below"
            : double.IsInfinity(kpi.Minimum) ? "table.kpiOutOfRange.above"
            : kpi.Unit == KpiUnit.Ratio ? "table.kpiOutOfRange.share" : "table.kpiOutOfRange";
        return new Message(
            id,
            MessageArgument.Text("value", Short(value)),
            MessageArgument.Part("kpi", kpi.NameMessage),
            MessageArgument.Text("minimum", kpi.Minimum.ToString(CultureInfo.InvariantCulture)),
            MessageArgument.Text("maximum", kpi.Maximum.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Short(string text) => text.Length <= LongestValue ? text : text.Substring(0, LongestValue) + "...";
}
