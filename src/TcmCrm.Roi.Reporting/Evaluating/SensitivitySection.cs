using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>敏感性与盈亏平衡: how much of the benefit has to be real, and what the measured intervals do to the answer.</summary>
internal static class SensitivitySection
{
    internal static void Add(Report report, EvaluationView view)
    {
        bool hasLimits = view.Results.Any(result => result.AtLowerLimit is not null);
        string heading = view.Say("section.sensitivity");
        ReportSection section = report.AddSection(hasLimits ? view.Format.Titled(heading) : heading);
        var table = new PeriodTable(section, view, "");
        table.Add(view.Measure("requiredBenefitShare"));
        if (!hasLimits)
        {
            section.AddParagraph(view.Say("sentence.noInterval"));
            return;
        }

        table.Add(view.Say("row.roiAtLower"), result => AtLimit(result.AtLowerLimit, "roi"));
        table.Add(view.Say("row.roiAtUpper"), result => AtLimit(result.AtUpperLimit, "roi"));
        table.Add(view.Say("row.netPresentValueAtLower"), result => AtLimit(result.AtLowerLimit, "netPresentValue"));
        table.Add(view.Say("row.netPresentValueAtUpper"), result => AtLimit(result.AtUpperLimit, "netPresentValue"));
        table.Add(view.Say("row.paybackAtLower"), result => AtLimit(result.AtLowerLimit, "paybackMonths"));
        section.AddParagraph(view.Say("note.allLimits"));

        ReportCell AtLimit(PeriodResult? limit, string measure) =>
            limit is null ? view.Format.None(view.Say("value.noInterval")) : view.Cell(measure, limit);
    }
}
