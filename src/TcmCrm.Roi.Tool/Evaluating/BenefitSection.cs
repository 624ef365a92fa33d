using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>收益明细: cashable, then efficiency; the long-term block apart; what is not monetised listed and never summed.</summary>
internal static class BenefitSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("Benefits", "收益明细"));
        BenefitItem[] benefits = [.. view.Case.Benefits];
        if (benefits.Length == 0)
        {
            section.AddParagraph(view.Say("The case has no benefits.", "本案例没有收益。"));
            return;
        }

        IReadOnlyList<BenefitLine>[] lines = [.. view.Horizons.Select(horizon => horizon.BenefitLines())];
        AddShortTerm(section, view, lines);
        AddLongTerm(section, view, lines);
        BenefitItem[] inWords = [.. benefits.Where(benefit => !benefit.Basis.IsMonetised)];
        if (inWords.Length > 0)
        {
            section.AddParagraph(view.Say("Qualitative benefits, not expressed in money and not in any sum:", "定性收益(未货币化,不计入任何合计):"));
            section.AddList(inWords.Select(benefit => DescriptionOf(view, benefit)));
        }
    }

    private static void AddShortTerm(ReportSection section, EvaluationView view, IReadOnlyList<BenefitLine>[] lines)
    {
        int[] items = Items(view, isLongTerm: false);
        if (items.Length == 0)
        {
            section.AddParagraph(view.Say("No short-term benefit is expressed in money.", "没有货币化的短期收益。"));
            return;
        }

        ReportTable table = section.AddTable(
            view.Format.Titled("Benefits", "收益明细"),
            view.ColumnsByHorizon(view.Say("Class", "类型"), view.Say("Category", "类别"), view.Say("Benefit", "收益项目"), view.Say("Evidence", "证据")));
        foreach (BenefitClass ofClass in Enum.GetValues<BenefitClass>())
        {
            int[] inClass = [.. items.Where(item => view.Case.Benefits[item].Class == ofClass)];
            if (inClass.Length == 0)
            {
                continue;
            }

            string name = view.Words.NameOf(ofClass);
            AddLines(table, view, lines, inClass, name);
            table.AddTotal([name, "", view.Say("Subtotal", "小计"), "", .. view.ByHorizon(horizon => view.Format.Amount(horizon.BenefitByClass[ofClass]))]);
        }

        table.AddTotal([view.Say("Total", "合计"), "", "", "", .. view.ByHorizon(horizon => view.Format.Amount(horizon.TotalBenefit))]);
    }

    private static void AddLongTerm(ReportSection section, EvaluationView view, IReadOnlyList<BenefitLine>[] lines)
    {
        int[] items = Items(view, isLongTerm: true);
        if (items.Length == 0)
        {
            return;
        }

        ReportTable table = section.AddTable(
            view.Format.Titled("Long-term benefits, apart from the figures above", "长期收益,另列,不计入上述指标"),
            view.ColumnsByHorizon(view.Say("Class", "类型"), view.Say("Category", "类别"), view.Say("Benefit", "收益项目"), view.Say("Evidence", "证据")));
        foreach (int item in items)
        {
            BenefitClass ofClass = view.Case.Benefits[item].Class;
            AddLines(table, view, lines, [item], view.Words.NameOf(ofClass));
        }

        Total("Total long-term benefit", "长期收益合计", horizon => view.Format.Amount(horizon.TotalLongTermBenefit));
        Total("Present value", "长期收益现值", horizon => view.Cell(horizon.PresentValueOfLongTermBenefits));
        Total("ROI with the long-term block", "含长期收益的投资回报率", horizon => view.Cell(horizon.ReturnOnInvestmentWithLongTerm));

        void Total(string english, string chinese, Func<HorizonResult, string> cell) =>
            table.AddTotal([view.Say(english, chinese), "", "", "", .. view.ByHorizon(cell)]);
    }

    private static void AddLines(ReportTable table, EvaluationView view, IReadOnlyList<BenefitLine>[] lines, int[] items, string className)
    {
        foreach (int item in items)
        {
            BenefitItem benefit = view.Case.Benefits[item];
            table.AddRow(
            [
                className,
                view.Words.NameOf(benefit.Category),
                benefit.Name,
                view.Words.NameOf(benefit.Evidence),
                .. lines.Select(ofHorizon => view.Format.Amount(ofHorizon[item].Total)),
            ]);
        }
    }

    private static int[] Items(EvaluationView view, bool isLongTerm) =>
        [.. Enumerable.Range(0, view.Case.Benefits.Count).Where(i => view.Case.Benefits[i].IsLongTerm == isLongTerm && view.Case.Benefits[i].Basis.IsMonetised)];

    private static string DescriptionOf(EvaluationView view, BenefitItem benefit)
    {
        string category = view.Words.NameOf(benefit.Category);
        return benefit.Basis is NotMonetisedBenefit words
            ? $"{benefit.Name} ({category}): {(words.Note is { } note ? view.Words.Say(note) : words.Description)}"
            : $"{benefit.Name} ({category})";
    }
}
