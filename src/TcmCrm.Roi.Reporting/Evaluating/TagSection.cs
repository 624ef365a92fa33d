using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>分标签结果: what each tag of the lines (a channel, a department) costs and brings in the longest period; nothing for a case without tags.</summary>
internal static class TagSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        PeriodResult longest = view.Longest;
        IReadOnlyList<TagResult> tags = view.Printed(longest).ByTag();
        if (tags.Count == 0)
        {
            return;
        }

        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.tags", ("period", view.NameOf(longest.Period)))));
        ReportTable table = section.AddTable(
            "",
            [
                ReportColumn.Text(view.Say("column.tag")), ReportColumn.Number(view.NameOf(view.Measure("totalCost"))), ReportColumn.Number(view.NameOf(view.Measure("totalBenefit"))),
                ReportColumn.Number(view.NameOf(view.Measure("netBenefit"))), ReportColumn.Number(view.NameOf(view.Measure("roi"))),
            ]);
        foreach (TagResult tag in tags.Where(tag => tag.Tag is not null || !tag.TotalCost.IsZero || !tag.TotalBenefit.IsZero))
        {
            table.AddRow(
                tag.Tag ?? view.Say("row.undivided"), view.Format.Cell(tag.TotalCost), view.Format.Cell(tag.TotalBenefit), view.Format.Cell(tag.NetBenefit),
                tag.ReturnOnInvestment.TryGetValue(out decimal roi) ? view.Format.Cell(MeasureUnit.Ratio, roi) : view.None(tag.ReturnOnInvestment.Reason));
        }

        table.AddTotal([view.Say("row.total"), view.Cell("totalCost", longest), view.Cell("totalBenefit", longest), view.Cell("netBenefit", longest), view.Cell("roi", longest)]);
        section.AddParagraph(view.Case.SharedCostKey is { } key ? view.Say("note.tags.key", ("key", key.Name)) : view.Say("note.tags.noKey"));
    }
}
