using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>What a reader must know of one evaluation period.</summary>
internal static class PeriodWarnings
{
    private const decimal NotablePrepayment = 0.05m;
    private const decimal NotableCredits = 0.1m;

    internal static IReadOnlyList<Message> Of(PeriodResult result)
    {
        List<Message>? warnings = null;
        if (result.Case.GoLive >= result.End)
        {
            Add(new Message("goLiveAfterPeriod", Period()));
        }

        decimal assumed = result.EvidenceTotal(Evidence.Assumed);
        decimal total = result.TotalBenefit.Amount;
        if (total > 0 && assumed > total / 2)
        {
            Add(new Message("benefitMostlyAssumed", MessageArgument.Ratio("share", assumed / total), Period()));
        }

        if (result.Payback.FirstMonths is { IsApplicable: true } first && result.Payback.DurableMonths != first)
        {
            MessageArgument months = MessageArgument.Number("months", first.Value, 1);
            Add(result.Payback.DurableMonths.TryGetValue(out double durable)
                ? new Message("paybackNotDurable", Period(), months, MessageArgument.Number("durableMonths", durable, 1))
                : new Message("paybackNotDurable.never", Period(), months));
        }

        for (int line = result.Case.Costs.Count; line < result.Projection.LineCount; line++)
        {
            if (result.Projection.ReleasedCapital(line, result.Index) is not 0 and decimal released && result.Projection.BenefitOf(line) is { } benefit)
            {
                Add(new Message(
                    released > 0 ? "workingCapitalReleased" : "workingCapitalTied",
                    benefit.Argument(),
                    MessageArgument.Money("amount", new Money(Math.Abs(released), result.Case.Currency)),
                    MessageArgument.Money("financing", new Money(Math.Abs(result.LineTotal(line)), result.Case.Currency)),
                    Period()));
            }
        }

        InternalRateOfReturnResult rates = result.InternalRateOfReturn;
        if (rates.Status == RateStatus.Multiple)
        {
            Add(result.Terms.RateSelection is { } selection && result.SelectedInternalRateOfReturn.TryGetValue(out double selected)
                ? new Message(
                    result.IsSelectedRateBorrowing ? "multipleInternalRates.borrowing" : "multipleInternalRates.selected", Period(), MessageArgument.Number("count", rates.Count), MessageArgument.Ratio("rate", selected, 1),
                    MessageArgument.Text("selection", selection.ToString()), MessageArgument.Part("policy", selection.InWords))
                : new Message("multipleInternalRates", Period()));
        }

        if (rates.Status == RateStatus.Undetermined)
        {
            Add(new Message("undeterminedInternalRate", Period()));
        }

        if (rates.Status == RateStatus.Borrowing)
        {
            Add(new Message("internalRateOfBorrowing", Period()));
        }

        // One month's cost: less was never at stake, and a rate on next to nothing says nothing.
        decimal monthly = result.TotalCost.Amount / Math.Max(1, DateSpans.Months(result.Start, result.End));
        if (rates.Count > 0 && rates.Status != RateStatus.Borrowing && result.LargestExposure < (double)monthly)
        {
            Add(new Message(
                "noRealInvestment", Period(), MessageArgument.Money("exposure", new Money((decimal)result.LargestExposure, result.Case.Currency)),
                MessageArgument.Money("monthly", new Money(monthly, result.Case.Currency))));
        }

        if (result.TotalCost.Amount > 0 && result.UnexpiredPrepayment.Amount > NotablePrepayment * result.TotalCost.Amount)
        {
            // A sentence that holds the two ratios against each other would praise what the bills before the start have paid.
            Message on = !EarlierBills.Any(result.Case, result.Projection.Timeline)
                && result.ReturnOnInvestmentOnAccrual.TryGetValue(out decimal accrual) && result.ReturnOnInvestment.TryGetValue(out decimal cash)
                ? new Message(
                    "unexpiredPrepayment", Period(), MessageArgument.Money("amount", result.UnexpiredPrepayment),
                    MessageArgument.Ratio("share", result.UnexpiredPrepayment / result.TotalCost), MessageArgument.Ratio("roi", cash), MessageArgument.Ratio("accrual", accrual))
                : new Message(
                    "unexpiredPrepayment.share", Period(), MessageArgument.Money("amount", result.UnexpiredPrepayment),
                    MessageArgument.Ratio("share", result.UnexpiredPrepayment / result.TotalCost));
            Add(on);
        }

        decimal credits = Credits(result);
        decimal gross = result.TotalCost.Amount + credits;
        if (gross > 0 && credits > NotableCredits * gross)
        {
            Add(new Message(
                "creditsInCost", Period(), MessageArgument.Money("amount", new Money(credits, result.Case.Currency).RoundToMinorUnit()), MessageArgument.Ratio("share", credits / gross),
                MessageArgument.Ratio("gross", result.NetBenefit.Amount / gross)));
        }

        if (DateSpans.WholeMonths(result.Start, result.End) > EvaluationPeriodRecommendation.FarMonths)
        {
            Add(new Message("farPeriod", Period()));
        }

        return warnings is null ? [] : warnings.AsReadOnly();

        MessageArgument Period() => MessageArgument.Period("period", result.Period.ToString());

        void Add(Message warning) => (warnings ??= []).Add(warning);
    }

    /// <summary>Refunds, rebates and residual values make cost less, and a ratio to cost larger: what was paid before them.</summary>
    private static decimal Credits(PeriodResult result)
    {
        decimal credits = 0;
        for (int line = 0; line < result.Case.Costs.Count; line++)
        {
            credits -= result.Case.Costs[line].IsCredit ? result.LineTotal(line) : 0;
        }

        return credits;
    }
}
