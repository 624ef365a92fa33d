using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Reporting.Trends;

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

    /// <summary>With what a program cannot know that has the series alone: a KPI that is not in the catalogue, or whose better direction depends on its scale.</summary>
    internal static TrendResult Of(KpiAssessment assessment, IReadOnlyList<Message> warnings) => new(assessment, [.. warnings, .. assessment.Warnings]);

    internal static TrendResult Of(KpiAssessment assessment) => Of(assessment, []);
}
