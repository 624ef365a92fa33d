using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Trends;

/// <summary>The assessment of one series, with the warnings that only the command can know.</summary>
internal sealed class TrendResult
{
    private TrendResult(KpiAssessment assessment, IReadOnlyList<Message> warnings)
    {
        Assessment = assessment;
        Warnings = warnings;
    }

    internal KpiAssessment Assessment { get; }

    internal IReadOnlyList<Message> Warnings { get; }

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
        KpiAssessment assessment = KpiAssessment.Of(series, options.WithTarget(target));
        return new TrendResult(assessment, [.. warnings, .. assessment.Warnings]);
    }
}
