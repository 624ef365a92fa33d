using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>假设与证据: the conventions of the case, what the benefit rests on, and what was assumed of each benefit.</summary>
internal static class AssumptionsSection
{
    internal static void Add(Report report, EvaluationView view)
    {
        ReportSection section = report.AddSection(view.Say("Assumptions and evidence", "假设与证据"));
        AddConventions(section, view);
        AddEvidence(section, view);
        AddBenefits(section, view);
        AddCostRisk(section, view);
    }

    private static void AddConventions(ReportSection section, EvaluationView view)
    {
        InvestmentCase source = view.Case;
        ReportTable table = section.AddTable("", ReportColumn.Text(view.Say("Assumption", "假设")), ReportColumn.Text(view.Say("Value", "取值")));
        table.AddRow(view.Say("Currency", "货币"), source.Currency.Code);
        table.AddRow(view.Say("Start of the evaluation", "评估起始日"), view.Format.Date(source.Start));
        table.AddRow(view.Say("Go-live", "上线日"), view.Format.Date(source.GoLive));
        foreach (HorizonResult horizon in view.Horizons)
        {
            table.AddRow(view.Say("Evaluation period", "评估周期"), $"{view.NameOf(horizon.Period)}: {view.DatesOf(horizon)}");
        }

        table.AddRow(
            view.Say("Discount rate per year", "折现率(年)"),
            view.Evaluation.DiscountRate is { } rate ? FigureFormat.Rate(rate) : view.Say("none given", "未提供"));
        table.AddRow(view.Say("Day count", "日数计算"), view.Words.NameOf(source.DayCount));
        table.AddRow(view.Say("Flows are discounted from", "现金流量折现时点"), view.Words.NameOf(source.FlowTiming));
        if (source.Deployment is { } deployment)
        {
            table.AddRow(view.Say("Deployment", "部署方式"), view.Words.NameOf(deployment));
        }

        if (source.Source.Length > 0)
        {
            section.AddParagraph(view.Say("Source: ", "数据来源:") + source.Source);
        }
    }

    private static void AddEvidence(ReportSection section, EvaluationView view)
    {
        HorizonResult longest = view.Longest;
        if (longest.TotalBenefit.IsZero)
        {
            return;
        }

        string period = view.NameOf(longest.Period);
        ReportTable table = section.AddTable(
            view.Format.Titled($"Benefit by evidence, {period}", $"收益的证据构成,{period}"),
            ReportColumn.Text(view.Say("Evidence", "证据")),
            ReportColumn.Number(view.Say("Benefit", "收益")),
            ReportColumn.Number(view.Say("Share", "占比")));
        foreach ((Evidence evidence, Money amount) in longest.BenefitByEvidence.OrderBy(entry => entry.Key))
        {
            table.AddRow(view.Words.NameOf(evidence), view.Format.Amount(amount), view.Cell(longest.ShareOfBenefit(evidence)));
        }

        table.AddTotal(view.Say("Total", "合计"), view.Format.Amount(longest.TotalBenefit), FigureFormat.Percent(1m));
    }

    private static void AddBenefits(ReportSection section, EvaluationView view)
    {
        BenefitItem[] monetised = [.. view.Case.Benefits.Where(benefit => benefit.Basis.IsMonetised)];
        if (monetised.Length == 0)
        {
            return;
        }

        ReportTable table = section.AddTable(
            view.Say("What each benefit assumes", "各项收益的假设"),
            ReportColumn.Text(view.Say("Benefit", "收益项目")),
            ReportColumn.Text(view.Say("Evidence", "证据")),
            ReportColumn.Number(view.Say("Attribution", "归因比例")),
            ReportColumn.Number(view.Say("Risk reduction", "风险下调")),
            ReportColumn.Text(view.Say("Realisation", "实现方式")),
            ReportColumn.Text(view.Say("Interval", "置信区间")),
            ReportColumn.Text(view.Say("Owner", "责任人")));
        foreach (BenefitItem benefit in monetised)
        {
            table.AddRow(
                benefit.Name,
                view.Words.NameOf(benefit.Evidence),
                FigureFormat.Percent(benefit.Attribution.Value),
                FigureFormat.Percent(benefit.RiskReduction.Value),
                Realisation(view, benefit),
                Interval(view, benefit.Interval),
                benefit.Owner.Length > 0 ? benefit.Owner : view.Say("nobody", "未指定"));
        }
    }

    private static void AddCostRisk(ReportSection section, EvaluationView view)
    {
        CostItem[] uplifted = [.. view.Case.Costs.Where(cost => cost.RiskUplift != 0)];
        if (uplifted.Length == 0)
        {
            return;
        }

        ReportTable table = section.AddTable(
            view.Say("Costs raised for risk", "成本的风险上调"),
            ReportColumn.Text(view.Say("Cost", "成本项目")),
            ReportColumn.Number(view.Say("Risk uplift", "风险上调")));
        foreach (CostItem cost in uplifted)
        {
            table.AddRow(cost.Name, FigureFormat.Percent(cost.RiskUplift));
        }
    }

    private static string Interval(EvaluationView view, BenefitInterval? interval) => interval is null
        ? view.Say("none", "无")
        : $"{FigureFormat.Percent(interval.LowerRatio)}{view.Say(" to ", "~")}{FigureFormat.Percent(interval.UpperRatio)} ({FigureFormat.Percent(interval.Confidence.Value, 0)})";

    private static string Realisation(EvaluationView view, BenefitItem benefit)
    {
        RealizationProfile profile = benefit.Profile;
        if (!benefit.Basis.UsesProfile)
        {
            return view.Say("As dated", "按所列日期");
        }

        var parts = new List<string>();
        string ramp = view.Words.NameOf(profile.Ramp);
        parts.Add(profile.RampMonths > 0 ? view.Say($"{ramp}, {profile.RampMonths} months", $"{ramp} {profile.RampMonths} 个月") : ramp);
        if (profile.LagMonths > 0)
        {
            parts.Add(view.Say($"lag {profile.LagMonths} months", $"滞后 {profile.LagMonths} 个月"));
        }

        if (profile.DipMonths > 0)
        {
            string depth = FigureFormat.Percent(profile.DipDepth.Value);
            parts.Add(view.Say($"dip {depth} for {profile.DipMonths} months", $"前 {profile.DipMonths} 个月下降 {depth}"));
        }

        return string.Join(view.Say("; ", ";"), parts);
    }
}
