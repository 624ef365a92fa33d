using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>敏感性与盈亏平衡: how much of the benefit has to be real, and what the measured intervals do to the answer.</summary>
internal static class SensitivitySection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("Sensitivity and break-even", "敏感性与盈亏平衡"));
        ReportTable table = section.AddTable(view.Format.Titled("Sensitivity", "敏感性"), view.ColumnsByHorizon(view.Say("Figure", "指标")));
        Row("Share of the benefit needed to break even", "盈亏平衡所需的收益实现率", horizon => view.Cell(horizon.RequiredBenefitShare()));
        if (view.Horizons.All(horizon => horizon.AtLowerLimit is null))
        {
            section.AddParagraph(view.Say(
                "No benefit has a confidence interval, so the range of the ROI is not known.",
                "没有任何收益带有置信区间,无法给出投资回报率的区间。"));
            return;
        }

        Row("ROI, measured benefits at their lower limits", "投资回报率(实测收益取下限)", horizon => AtLimit(horizon.AtLowerLimit, limit => view.Cell(limit.ReturnOnInvestment)));
        Row("ROI, measured benefits at their upper limits", "投资回报率(实测收益取上限)", horizon => AtLimit(horizon.AtUpperLimit, limit => view.Cell(limit.ReturnOnInvestment)));
        Row("NPV at the lower limits", "净现值(取下限)", horizon => AtLimit(horizon.AtLowerLimit, limit => view.Cell(limit.NetPresentValue)));
        Row("NPV at the upper limits", "净现值(取上限)", horizon => AtLimit(horizon.AtUpperLimit, limit => view.Cell(limit.NetPresentValue)));
        Row("Payback at the lower limits", "静态投资回收期(取下限)", horizon => AtLimit(horizon.AtLowerLimit, limit => view.Cell(limit.Payback.FirstMonths, view.Format.Months)));
        section.AddParagraph(view.Say(
            "All limits at once: that every measured benefit misses to the same side is rarer than the level of each interval says. Benefits without an interval stay as they are.",
            "各项实测收益同时取同侧界限,其发生概率低于单项置信水平所示;没有区间的收益保持不变。"));

        void Row(string english, string chinese, Func<HorizonResult, string> cell) =>
            table.AddRow([view.Say(english, chinese), .. view.ByHorizon(cell)]);

        string AtLimit(LimitFigures? limit, Func<LimitFigures, string> cell) =>
            limit is null ? view.Format.NotApplicable(view.Say("no interval", "没有区间")) : cell(limit);
    }
}
