using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Reviewing;

/// <summary>A review as tables, in the order in which a CFO asks: where we stand, where it leads, what goes wrong, what we can do.</summary>
internal sealed class ReviewReportWriter(ReviewReport report, Language language)
{
    private readonly FigureFormat format = new(language, report.Context.Plan.Currency);

    internal Report Create()
    {
        var text = format.NewReport(language.Say("report.review", ("case", report.Context.Plan.Name), ("month", format.Month(report.AsOf))));
        AddConclusion(text.AddSection(language.Say("section.conclusion")));
        AddForecast(text.AddSection(format.Titled(language.Say("section.forecast"))));
        AddFindings(text.AddSection(format.Titled(language.Say("section.findings"))));
        AddDecisions(text.AddSection(format.Titled(language.Say("section.decisions"))));
        AddVariances(text.AddSection(language.Say("section.variances")));
        AddRegister(text.AddSection(format.Titled(language.Say("section.register"))));
        return text;
    }

    private void AddConclusion(ReportSection section)
    {
        section.AddList(
        [
            RoiToDate(),
            Payback(),
            OriginalDecision(),
            language.Say(report.Recommendation),
            language.Say("sentence.nextReview", ("date", format.Date(report.NextReview))),
            .. report.Warnings.Select(warning => language.Say("item.warning", ("text", language.Say(warning)))),
        ]);
        ReportTable table = section.AddTable(
            format.Titled(language.Say("caption.toDate")),
            ReportColumn.Text(""), Number("column.costAmount"), Number("column.benefitAmount"), Number("column.netBenefit"), Number("measure.roi"));
        Add(table, language.Say("row.plan"), report.PlanToDate);
        Add(table, language.Say("row.realised"), report.Realized);
        if (!report.RealizedAsForecast.Equals(report.Realized))
        {
            Add(table, language.Say("row.realisedAsForecast"), report.RealizedAsForecast);
        }

        section.AddParagraph(language.Say("note.beforeTax"));
    }

    /// <summary>As the forecast counts it, where that differs: with what is owed, without what is in doubt; as booked and measured behind.</summary>
    private string RoiToDate() => report.RealizedAsForecast.Equals(report.Realized)
        ? language.Say("sentence.roiToDate", ("roi", Ratio(report.Realized.ReturnOnInvestment).Text), ("planned", Ratio(report.PlanToDate.ReturnOnInvestment).Text))
        : language.Say(
            report.Doubted.Amount == 0 ? "sentence.roiToDate.owed" : report.Owed.Amount == 0 ? "sentence.roiToDate.doubted" : "sentence.roiToDate.owedAndDoubted",
            ("roi", Ratio(report.RealizedAsForecast.ReturnOnInvestment).Text),
            ("planned", Ratio(report.PlanToDate.ReturnOnInvestment).Text),
            ("owed", InWords(report.Owed)),
            ("doubted", InWords(report.Doubted)),
            ("booked", Ratio(report.Realized.ReturnOnInvestment).Text));

    private string OriginalDecision()
    {
        string decision = language.NameOf(report.OriginalDecision).ToLowerInvariant();
        return report.NetPresentValue.TryGetValue(out Money value) && report.NetPresentValueLower.TryGetValue(out Money lower) && report.NetPresentValueUpper.TryGetValue(out Money upper)
            ? language.Say(
                "sentence.originalDecision",
                ("decision", decision),
                ("value", InWords(value)),
                ("lower", InWords(lower)),
                ("upper", InWords(upper)))
            : language.Say("sentence.originalDecision.withoutValue", ("decision", decision));
    }

    private string InWords(Money amount) => format.AmountWithUnit(format.Rounded(amount));

    /// <summary>When the forecast pays back, for good where that is another day, and when it was planned to.</summary>
    private string Payback()
    {
        bool isPaidBack = report.PaybackDate.TryGetValue(out LocalDate first);
        string planned = report.PlannedPaybackDate.TryGetValue(out LocalDate plan)
            ? language.Say("payback.planned", ("date", format.Date(plan)))
            : language.Say(isPaidBack ? "payback.planned.never" : "payback.planned.neverEither");
        if (!isPaidBack)
        {
            return report.PaybackDate.Reason == NotApplicableReason.NeverPaidBack
                ? language.Say("sentence.paybackDate.never", ("planned", planned))
                : language.Say("sentence.paybackDate.none", ("reason", Reason(report.PaybackDate.Reason).Text), ("planned", planned));
        }

        return !report.DurablePaybackDate.TryGetValue(out LocalDate durable) ? language.Say("sentence.paybackDate.notDurable", ("date", format.Date(first)), ("planned", planned))
            : durable == first ? language.Say("sentence.paybackDate", ("date", format.Date(first)), ("planned", planned))
            : language.Say("sentence.paybackDate.twice", ("date", format.Date(first)), ("durable", format.Date(durable)), ("planned", planned));
    }

    private void AddForecast(ReportSection section)
    {
        ReportTable table = section.AddTable(
            "", Text("column.period"), Number("column.plannedRoi"), Number("column.costAmount"), Number("column.accrued"), Number("column.benefitAmount"), Number("measure.roi"), Number("column.lower"),
            Number("column.upper"), Number("column.plannedNpv"), Number("column.npv"));
        foreach (PeriodForecast forecast in report.Forecast)
        {
            string period = language.Write(forecast.Period.Length);
            table.AddRow(
                forecast.IsPast ? language.Say("value.past", ("period", period)) : period,
                Ratio(forecast.Plan.ReturnOnInvestment),
                format.Amount(format.Rounded(forecast.Forecast.TotalCost)),
                format.Amount(forecast.Accrued),
                format.Amount(format.Rounded(forecast.Forecast.TotalBenefit)),
                Ratio(forecast.Forecast.ReturnOnInvestment),
                Ratio(forecast.Lower),
                Ratio(forecast.Upper),
                Amount(forecast.Plan.NetPresentValue),
                Amount(forecast.Forecast.NetPresentValue));
        }

        section.AddParagraph(language.Say("note.reviewLimits", ("level", FigureFormat.Percent(report.Context.Policy.ConfidenceLevel, 0))));
    }

    private void AddFindings(ReportSection section)
    {
        if (report.Findings.Count == 0)
        {
            section.AddParagraph(language.Say("sentence.noFindings"));
            return;
        }

        ReportTable table = section.AddTable(
            "", Text("column.rule"), Text("column.subject"), Text("column.severity"), Text("column.since"), Number("column.atStake"), Number("column.perMonth"));
        foreach (Finding finding in report.Findings)
        {
            table.AddRow(
                RuleOf(finding),
                SubjectOf(finding),
                language.NameOf(finding.Severity),
                finding.Since is { } since ? format.Month(since) : "",
                format.Amount(finding.AtStake),
                format.Amount(finding.PerMonth));
        }

        section.AddList(report.Findings.Select(finding => language.Say(
            "item.finding",
            ("rule", RuleOf(finding)),
            ("text", language.Say(finding.Message)),
            ("action", language.Say(finding.Action)))));
    }

    private void AddDecisions(ReportSection section)
    {
        ReportTable table = section.AddTable(
            "", Text("column.decision"), Number("column.worth"), Number("column.lower"), Number("column.upper"), Number("column.toContinue"), Number("column.beyond"), Text("column.from"), Text("column.recommended"));
        foreach (DecisionValue decision in report.Decisions)
        {
            table.AddRow(
                language.NameOf(decision.Kind), Amount(decision.Value), Amount(decision.Lower), Amount(decision.Upper), Amount(decision.DifferenceToContinue), format.Amount(decision.Beyond),
                format.Date(decision.EffectiveFrom), decision.IsRecommended ? language.Say("value.recommended") : "");
        }

        section.AddList(report.Decisions.Select(decision => language.Say(
            "item.named", ("name", language.NameOf(decision.Kind)), ("text", language.Say(decision.Message)))));
    }

    private void AddVariances(ReportSection section)
    {
        VarianceTable costs = Variances(section, true, "caption.costs", report.CostVariance);
        VarianceTable benefits = Variances(section, false, "caption.benefits", report.BenefitVariance);
        section.AddChart(BridgeChart.Of(format, costs.Total, benefits.Total));
    }

    private VarianceTable Variances(ReportSection section, bool isCost, string caption, LineVariance total)
    {
        ReportTable table = section.AddTable(
            format.Titled(language.Say(caption)),
            Text("column.line"), Number("column.plan"), Number("column.actual"), Number("column.difference"),
            Number("column.timing"), Number("column.volume"), Number("column.price"));
        ReviewLine[] lines = [.. report.Lines.Where(line => line.Side == FlowSide.Cost == isCost)];
        ReviewLine[] counted = [.. lines.Where(line => report.IncludesLongTerm || !line.IsLongTerm)];
        var variances = new VarianceTable(format, total, [.. counted.Select(line => line.Variance)]);
        foreach (ReviewLine line in lines)
        {
            int place = Array.IndexOf(counted, line);
            table.AddRow([NameOf(line), .. (place < 0 ? variances.Apart(line.Variance) : variances.Lines[place]).Select(format.Amount)]);
        }

        table.AddTotal([language.Say(report.IncludesLongTerm ? "row.total" : "row.totalWithoutLongTerm"), .. variances.Total.Select(amount => format.Cell(amount))]);
        return variances;
    }

    private void AddRegister(ReportSection section)
    {
        ReportTable table = section.AddTable(
            "", Text("column.benefit"), Text("column.owner"), Text("column.status"), Number("column.plan"), Number("column.actual"), Number("column.forecast"));
        foreach (ReviewLine entry in report.Register)
        {
            table.AddRow(
                entry.Name,
                entry.Benefit!.Owner,
                language.NameOf(entry.Status!.Value),
                format.Amount(entry.Variance.Plan),
                format.Amount(entry.Variance.Actual),
                format.Amount(entry.Forecast));
        }
    }

    private void Add(ReportTable table, string name, ReviewTotals totals)
    {
        decimal cost = format.Rounded(totals.Cost);
        decimal benefit = format.Rounded(totals.Benefit);
        table.AddRow(name, format.Amount(cost), format.Amount(benefit), format.Amount(benefit - cost), Ratio(totals.ReturnOnInvestment));
    }

    private string NameOf(ReviewLine line) => line.IsLongTerm ? language.Say("line.longTerm", ("line", line.Name))
        : line.IsUnplanned ? language.Say("line.unplanned", ("line", line.Name))
        : line.Name;

    /// <summary>The name of a rule; one of a host's own has its id.</summary>
    private string RuleOf(Finding finding) => language.Knows("finding." + finding.Rule) ? language.Say("finding." + finding.Rule) : finding.Rule;

    /// <summary>Lines by their names, all benefits in words, a KPI by the name that people know.</summary>
    private string SubjectOf(Finding finding)
    {
        string[] lines = [.. LinesOf(finding.Message).Distinct()];
        return lines.Length > 0 ? language.Join(lines)
            : finding.Subject == Actual.AllBenefits ? language.Say("subject.allBenefits")
            : language.Knows("kpi." + finding.Subject) ? language.Say("kpi." + finding.Subject)
            : finding.Subject;
    }

    private static IEnumerable<string> LinesOf(Message message) => message.Arguments.SelectMany(argument => argument.Value switch
    {
        LineId => [argument.Shown!],
        IReadOnlyList<Message> parts => parts.SelectMany(LinesOf),
        _ => [],
    });

    private ReportColumn Text(string id) => ReportColumn.Text(language.Say(id));

    private ReportColumn Number(string id) => ReportColumn.Number(language.Say(id));

    private ReportCell Ratio(Figure<decimal> figure) => figure.TryGetValue(out decimal ratio) ? FigureFormat.Percent(ratio) : Reason(figure.Reason);

    private ReportCell Amount(Figure<Money> figure) => figure.TryGetValue(out Money money) ? format.Amount(money) : Reason(figure.Reason);

    private ReportCell Reason(NotApplicableReason? reason) => format.None(language.NameOf(reason ?? NotApplicableReason.NotComputed));
}
