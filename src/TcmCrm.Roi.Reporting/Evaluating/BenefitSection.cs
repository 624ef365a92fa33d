using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>收益明细: cashable, then efficiency; the long-term block apart; what is not monetised listed and never summed.</summary>
internal static class BenefitSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Format.Titled(view.Say("section.benefits")));
        BenefitItem[] benefits = [.. view.Case.Benefits];
        if (benefits.Length == 0)
        {
            section.AddParagraph(view.Say("sentence.noBenefits"));
            return;
        }

        AddShortTerm(section, view);
        AddLongTerm(section, view);
        Message[] studies = [.. benefits.Where(benefit => benefit.StudyNote is not null).Select(benefit => benefit.StudyNote!)];
        if (studies.Length > 0)
        {
            section.AddParagraph(view.Say("sentence.studies"));
            section.AddList(studies.Select(view.Language.Say));
        }

        BenefitItem[] inWords = [.. benefits.Where(benefit => !benefit.Basis.IsMonetized)];
        if (inWords.Length > 0)
        {
            section.AddParagraph(view.Say("sentence.qualitative"));
            section.AddList(inWords.Select(benefit => DescriptionOf(view, benefit)));
        }
    }

    private static void AddShortTerm(ReportSection section, EvaluationView view)
    {
        int[] items = Items(view, isLongTerm: false);
        if (items.Length == 0)
        {
            section.AddParagraph(view.Say("sentence.noShortTerm"));
            return;
        }

        ReportTable table = section.AddTable(
            "",
            Columns(view));
        BenefitClass[] classes = [.. items.Select(item => view.Case.Benefits[item].CountedClass).Distinct().OrderBy(ofClass => ofClass)];
        int[][] inClass = [.. classes.Select(ofClass => items.Where(item => view.Case.Benefits[item].CountedClass == ofClass).ToArray())];
        PrintedPeriod[] printed = [.. view.Results.Select(view.Printed)];
        for (int c = 0; c < classes.Length; c++)
        {
            for (int i = 0; i < inClass[c].Length; i++)
            {
                AddLine(table, view, inClass[c][i]);
            }

            table.AddTotal([view.Language.NameOf(classes[c]), "", view.Say("row.subtotal"), "", .. printed.Select((amounts, p) => view.Format.Cell(amounts.BenefitByClass[classes[c]], ReportSource.Group($"BenefitClass.{classes[c]}", view.Results[p].Period)))]);
        }

        table.AddTotal([view.Say("row.total"), "", "", "", .. view.ByPeriod(result => view.Cell("totalBenefit", result))]);
    }

    private static void AddLongTerm(ReportSection section, EvaluationView view)
    {
        int[] items = Items(view, isLongTerm: true);
        if (items.Length == 0)
        {
            return;
        }

        ReportTable table = section.AddTable(
            view.Format.Titled(view.Say("caption.longTerm")), Columns(view));
        foreach (int item in items)
        {
            AddLine(table, view, item);
        }

        Total(view.Say("row.longTermTotal"), "longTerm.totalBenefit");
        Total(view.NameOf(view.Measure("longTerm.presentValueOfBenefits")), "longTerm.presentValueOfBenefits");
        Total(view.NameOf(view.Measure("longTerm.roiWithLongTerm")), "longTerm.roiWithLongTerm");

        void Total(string name, string measure) => table.AddTotal([name, "", "", "", .. view.ByPeriod(result => view.Cell(measure, result))]);
    }

    private static ReportColumn[] Columns(EvaluationView view) =>
        view.ColumnsByPeriod(view.Say("column.class"), view.Say("column.category"), view.Say("column.benefit"), view.Say("column.evidence"));

    private static void AddLine(ReportTable table, EvaluationView view, int item)
    {
        BenefitItem benefit = view.Case.Benefits[item];
        table.AddRow(
        [
            view.Language.NameOf(benefit.Class),
            view.Language.NameOf(benefit.Category),
            benefit.Name,
            view.Language.NameOf(benefit.Evidence),
            .. view.ByPeriod(result => view.Format.Cell(view.Printed(result).BenefitLines()[item].Total, ReportSource.Line(benefit.Id, result.Period))),
        ]);
    }

    private static int[] Items(EvaluationView view, bool isLongTerm) =>
        [.. Enumerable.Range(0, view.Case.Benefits.Count).Where(i => view.Case.Benefits[i].IsLongTerm == isLongTerm && view.Case.Benefits[i].Basis.IsMonetized)];

    private static string DescriptionOf(EvaluationView view, BenefitItem benefit)
    {
        string category = view.Language.NameOf(benefit.Category);
        string description = benefit.Note is { } note ? view.Language.Say(note) : benefit.Description;
        return description.Length > 0
            ? view.Say("item.qualitative", ("benefit", benefit.Name), ("category", category), ("description", description))
            : view.Say("item.qualitative.short", ("benefit", benefit.Name), ("category", category));
    }
}
