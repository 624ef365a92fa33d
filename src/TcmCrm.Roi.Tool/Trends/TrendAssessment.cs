using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Reporting.Trends;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>Assesses a series with the target and the direction of the command line.</summary>
internal static class TrendAssessment
{
    internal static TrendResult Of(KpiSeries series, KpiAssessmentOptions options, IReadOnlyList<TrendTarget> targets, KpiDirection? direction, bool isDefined)
    {
        KpiDefinition kpi = series.Definition;
        bool known = isDefined || KpiCatalog.TryFind(kpi.Id, out _);
        bool open = !known || kpi.Id == KpiCatalog.Ces.Id;
        var warnings = new List<Message>();
        if (open && direction is { } given)
        {
            series = series.WithDefinition(kpi.WithDirection(given));
        }
        else if (!known)
        {
            warnings.Add(Told.As("unknownKpi", ("subject", kpi.Id)));
        }
        else if (open)
        {
            warnings.Add(Told.As("directionDependsOnScale", ("subject", kpi.Id)));
        }

        KpiTarget? target = targets.FirstOrDefault(one => one.Kpi == kpi.Id)?.Target ?? targets.FirstOrDefault(one => one.Kpi.Length == 0)?.Target;
        return TrendResult.Of(KpiAssessment.Of(series, options.WithTarget(target)), warnings);
    }
}
