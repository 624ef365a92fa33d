using System.Globalization;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Reporting.Impacts;

/// <summary>What a study will need, told before go-live.</summary>
internal static class PlanReport
{
    internal static Report Create(ImpactPlan plan, Language language)
    {
        var report = new Report(language.Say("report.impactPlan"), language);
        ReportSection conclusion = report.AddSection(language.Say("section.conclusion"));
        foreach (Message sentence in plan.Summary)
        {
            conclusion.AddParagraph(language.Say(sentence));
        }

        if (plan.Rows.Count == 0)
        {
            return report;
        }

        bool hasControl = plan.ControlReason is null;
        bool hasOwn = plan.OwnReason is null;
        ReportColumn[] own = hasOwn ? [ReportColumn.Number(language.Say("column.planAfter")), ReportColumn.Number(language.Say("column.planYear"))] : [];
        ReportColumn[] compared = hasControl ? [ReportColumn.Number(language.Say("column.planAfterControl")), ReportColumn.Number(language.Say("column.planYearControl"))] : [];
        ReportTable table = report.AddSection(language.Say("section.planMonths")).AddTable(
            string.Empty,
            [ReportColumn.Number(language.Say("column.planBefore")), ReportColumn.Number(language.Say("column.planMore")), .. own, .. compared]);
        foreach (ImpactPlanRow row in plan.Rows)
        {
            string[] first = hasOwn ? [Months(row.MonthsAfter, language), ImpactReport.Effect(language, row.DetectableAfterYear, plan.Unit)] : [];
            string[] second = hasControl ? [Months(row.MonthsAfterWithControl, language), ImpactReport.Effect(language, row.DetectableAfterYearWithControl, plan.Unit)] : [];
            table.AddRow([Text(row.MonthsBefore), Text(row.FurtherMonthsBefore), .. first, .. second]);
        }

        return report;
    }

    private static string Months(int? months, Language language) => months is { } known ? Text(known) : language.Say("cell.planNever");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
