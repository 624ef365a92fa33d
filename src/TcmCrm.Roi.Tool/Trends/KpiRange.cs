using System.Globalization;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>A value that a KPI cannot have, told with its range.</summary>
internal static class KpiRange
{
    internal static Message Problem(KpiDefinition kpi, string value)
    {
        var arguments = new List<MessageArgument> { MessageArgument.Text("value", value), MessageArgument.Part("kpi", kpi.NameMessage) };
        if (!double.IsInfinity(kpi.Minimum))
        {
            arguments.Add(MessageArgument.Text("minimum", kpi.Minimum.ToString(CultureInfo.InvariantCulture)));
        }

        if (!double.IsInfinity(kpi.Maximum))
        {
            arguments.Add(MessageArgument.Text("maximum", kpi.Maximum.ToString(CultureInfo.InvariantCulture)));
        }

        string id = double.IsInfinity(kpi.Maximum) ? "table.kpiOutOfRange.below" : double.IsInfinity(kpi.Minimum) ? "table.kpiOutOfRange.above" : kpi.Unit == KpiUnit.Ratio ? "table.kpiOutOfRange.share" : "table.kpiOutOfRange";
        return new Message(id, [.. arguments]);
    }
}
