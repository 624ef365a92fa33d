using TcmCrm.Roi.Kpis;

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

    internal static TrendResult Of(KpiSeries series, KpiAssessmentOptions options, IReadOnlyList<TrendTarget> targets, KpiDirection? direction)
    {
        KpiDefinition kpi = series.Definition;
        bool known = KpiCatalogue.TryFind(kpi.Id, out _);
        bool open = !known || kpi.Id == KpiCatalogue.Ces.Id;
        var warnings = new List<Message>();
        if (open && direction is { } given)
        {
            series = series.WithDefinition(kpi.WithDirection(given));
        }
        else if (!known)
        {
            warnings.Add(new Message(
                "unknownKpi",
                $"'{kpi.Id}' is not in the catalogue; a higher value is taken as better (--direction down for the opposite).",
                $"“{kpi.Id}”不在指标目录中,按越高越好处理(如相反请用 --direction down)。",
                kpi.Id));
        }
        else if (open)
        {
            warnings.Add(new Message(
                "directionDependsOnScale",
                "The direction of Ces depends on its scale; a higher value is taken as better (--direction down for the opposite).",
                "费力度的优劣方向取决于量表,按越高越好处理(如相反请用 --direction down)。",
                kpi.Id));
        }

        KpiTarget? target = targets.FirstOrDefault(one => one.Kpi == kpi.Id)?.Target ?? targets.FirstOrDefault(one => one.Kpi.Length == 0)?.Target;
        KpiAssessment assessment = KpiAssessment.Of(series, options.WithTarget(target));
        return new TrendResult(assessment, [.. warnings, .. assessment.Warnings]);
    }
}
