using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Measures;

/// <summary>What a reader must know of one evaluation period.</summary>
internal static class PeriodWarnings
{
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

        if (result.InternalRateOfReturn.Status == RateStatus.Multiple)
        {
            Add(new Message("multipleInternalRates", Period()));
        }

        return warnings is null ? [] : warnings.AsReadOnly();

        MessageArgument Period() => MessageArgument.Period("period", result.Period.ToString());

        void Add(Message warning) => (warnings ??= []).Add(warning);
    }
}
