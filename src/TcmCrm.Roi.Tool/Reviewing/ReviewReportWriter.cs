using NodaTime;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Reviewing;

/// <summary>A review as tables, in the order in which a CFO asks: where we stand, where it leads, what goes wrong, what we can do.</summary>
internal sealed class ReviewReportWriter(ReviewReport report, Language language)
{
    private readonly FigureFormat format = new(language, report.Context.Plan.Currency);

    internal Report Create()
    {
        var text = new Report(language.Say(
            $"Review of {report.Context.Plan.Name}, as of {format.Month(report.AsOf)}",
            $"{report.Context.Plan.Name}:截至{format.Month(report.AsOf)}的复盘"));
        AddConclusion(text.AddSection(language.Say("Conclusion", "结论")));
        AddForecast(text.AddSection(language.Say("Outlook", "预测")));
        AddFindings(text.AddSection(language.Say("Findings, most money first", "发现的问题(按金额排序)")));
        AddDecisions(text.AddSection(language.Say("Decisions from here on (what is spent is not counted)", "后续决策的价值(不计沉没成本)")));
        AddVariances(text.AddSection(language.Say("Plan against actual to date", "计划与实际差异")));
        AddRegister(text.AddSection(language.Say("Benefits register", "收益登记册")));
        return text;
    }

    private void AddConclusion(ReportSection section)
    {
        section.AddList(
        [
            language.Say(
                $"ROI to date: {Ratio(report.Realised.ReturnOnInvestment)}, planned {Ratio(report.PlanToDate.ReturnOnInvestment)}.",
                $"迄今投资回报率:{Ratio(report.Realised.ReturnOnInvestment)},计划 {Ratio(report.PlanToDate.ReturnOnInvestment)}。"),
            language.Say(
                $"Payback: {Date(report.PaybackDate)}, for good {Date(report.DurablePaybackDate)}; planned {Date(report.PlannedPaybackDate)}.",
                $"投资回收:{Date(report.PaybackDate)},持续收回 {Date(report.DurablePaybackDate)};计划 {Date(report.PlannedPaybackDate)}。"),
            language.Say(
                $"The original decision today: {language.Words().NameOf(report.OriginalDecision).ToLowerInvariant()} (net present value {format.AmountWithUnit(report.NetPresentValue.Amount)}, from {format.AmountWithUnit(report.NetPresentValueLower.Amount)} to {format.AmountWithUnit(report.NetPresentValueUpper.Amount)}).",
                $"原决策在今天看来:{language.Words().NameOf(report.OriginalDecision)}(净现值 {format.AmountWithUnit(report.NetPresentValue.Amount)},区间 {format.AmountWithUnit(report.NetPresentValueLower.Amount)} 至 {format.AmountWithUnit(report.NetPresentValueUpper.Amount)})。"),
            language.Say($"Next review: {format.Date(report.NextReview)}.", $"下次复盘:{format.Date(report.NextReview)}。"),
        ]);
        ReportTable table = section.AddTable(
            format.Titled("To date", "迄今"), Text("", ""), Number("Cost", "成本"), Number("Benefit", "收益"), Number("Net benefit", "净收益"), Number("ROI", "投资回报率"));
        Add(table, language.Say("Plan", "计划"), report.PlanToDate);
        Add(table, language.Say("Realised", "实际"), report.Realised);
    }

    private void AddForecast(ReportSection section)
    {
        ReportTable table = section.AddTable(
            format.Titled("Forecast by evaluation period", "各评估周期预测"),
            Text("Period", "周期"), Number("Planned ROI", "计划回报率"), Number("Cost", "成本"), Number("Benefit", "收益"),
            Number("ROI", "回报率"), Number("Lower", "下限"), Number("Upper", "上限"));
        foreach (PeriodForecast forecast in report.Forecast)
        {
            table.AddRow(
                forecast.Period + (forecast.IsPast ? language.Say(" (past)", "(已结束)") : ""),
                Ratio(forecast.Plan.ReturnOnInvestment),
                format.Amount(forecast.Forecast.Cost),
                format.Amount(forecast.Forecast.Benefit),
                Ratio(forecast.Forecast.ReturnOnInvestment),
                Ratio(forecast.Lower),
                Ratio(forecast.Upper));
        }
    }

    private void AddFindings(ReportSection section)
    {
        if (report.Findings.Count == 0)
        {
            section.AddParagraph(language.Say("Nothing to report.", "未发现问题。"));
            return;
        }

        ReportTable table = section.AddTable(
            format.Titled("", ""), Text("Rule", "规则"), Text("Severity", "级别"), Number("At stake", "涉及金额"), Number("Per month", "每月"));
        foreach (Finding finding in report.Findings)
        {
            table.AddRow(finding.Rule, language.Words().NameOf(finding.Severity), format.Amount(finding.AtStake), format.Amount(finding.PerMonth));
        }

        section.AddList(report.Findings.Select(finding => language.Say(
            $"{finding.Rule}: {language.Words().Say(finding.Message)} Action: {language.Words().Say(finding.Action)}",
            $"{finding.Rule}:{language.Words().Say(finding.Message)}建议:{language.Words().Say(finding.Action)}")));
    }

    private void AddDecisions(ReportSection section)
    {
        ReportTable table = section.AddTable(
            format.Titled("", ""), Text("Decision", "决策"), Number("Value", "价值"), Number("Lower", "下限"), Number("Upper", "上限"), Text("From", "生效"));
        foreach (DecisionValue decision in report.Decisions)
        {
            table.AddRow(
                language.Words().NameOf(decision.Kind), Amount(decision.Value), Amount(decision.Lower), Amount(decision.Upper), format.Date(decision.EffectiveFrom));
        }

        section.AddList(report.Decisions.Select(decision => language.Say(
            $"{language.Words().NameOf(decision.Kind)}: {language.Words().Say(decision.Message)}",
            $"{language.Words().NameOf(decision.Kind)}:{language.Words().Say(decision.Message)}")));
    }

    private void AddVariances(ReportSection section)
    {
        Variances(section, LineSide.Cost, format.Titled("Costs", "成本"), report.CostVariance);
        Variances(section, LineSide.Benefit, format.Titled("Benefits", "收益"), report.BenefitVariance);
    }

    private void Variances(ReportSection section, LineSide side, string caption, LineVariance total)
    {
        ReportTable table = section.AddTable(
            caption,
            Text("Line", "项目"), Number("Plan", "计划"), Number("Actual", "实际"), Number("Difference", "差异"),
            Number("Timing", "时间"), Number("Volume, adoption", "数量与使用"), Number("Price, rate", "价格与单位收益"));
        foreach (ReviewLine line in report.Lines)
        {
            if (line.Side == side)
            {
                string mark = line.IsLongTerm ? language.Say(" (long term)", "(长期)") : line.IsUnplanned ? language.Say(" (not planned)", "(计划外)") : "";
                table.AddRow(Cells(line.Name + mark, line.Variance));
            }
        }

        table.AddTotal(Cells(report.IncludesLongTerm ? language.Say("Total", "合计") : language.Say("Total without long term", "合计(不含长期)"), total));
    }

    private void AddRegister(ReportSection section)
    {
        ReportTable table = section.AddTable(
            format.Titled("", ""), Text("Benefit", "收益"), Text("Owner", "责任人"), Text("Status", "状态"), Number("Plan", "计划"), Number("Actual", "实际"), Number("Forecast", "预测"));
        foreach (ReviewLine entry in report.Register)
        {
            table.AddRow(
                entry.Name,
                entry.Benefit!.Owner,
                language.Words().NameOf(entry.Status!.Value),
                format.Amount(entry.Variance.Plan),
                format.Amount(entry.Variance.Actual),
                format.Amount(entry.Forecast));
        }
    }

    private string[] Cells(string name, LineVariance variance) =>
    [
        name, format.Amount(variance.Plan), format.Amount(variance.Actual), format.Amount(variance.Total),
        format.Amount(variance.Timing), format.Amount(variance.VolumeAndAdoption), format.Amount(variance.PriceAndRate),
    ];

    private void Add(ReportTable table, string name, ReviewTotals totals) => table.AddRow(
        name, format.Amount(totals.Cost), format.Amount(totals.Benefit), format.Amount(totals.NetBenefit), Ratio(totals.ReturnOnInvestment));

    private ReportColumn Text(string english, string chinese) => ReportColumn.Text(language.Say(english, chinese));

    private ReportColumn Number(string english, string chinese) => ReportColumn.Number(language.Say(english, chinese));

    private string Ratio(Figure<decimal> figure) => figure.TryGetValue(out decimal ratio) ? FigureFormat.Percent(ratio) : Reason(figure.Reason);

    private string Amount(Figure<Money> figure) => figure.TryGetValue(out Money money) ? format.Amount(money) : Reason(figure.Reason);

    private string Date(Figure<LocalDate> figure) => figure.TryGetValue(out LocalDate date) ? format.Date(date) : Reason(figure.Reason);

    private string Reason(NotApplicableReason? reason) => format.NotApplicable(language.Words().NameOf(reason ?? NotApplicableReason.NotComputed));
}
