using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>Costs and benefits as dated flows.</summary>
/// <remarks>
/// A cost is negative, risk-adjusted upwards by its own uplift. A benefit is positive: its amount times its attribution share times
/// (1 - risk reduction), with its realisation profile applied. Costs are dated when they fall due; a benefit that accrues in the course
/// of a month is dated the last day of that month, and the month that holds the end of the period counts only where that day lies
/// inside. Amounts are exact decimals, not rounded. Benefits that are not monetised have no flows.
/// </remarks>
public static class CashFlowProjection
{
    /// <summary>The flows of one cost within a period.</summary>
    /// <param name="item">The cost.</param>
    /// <param name="timeline">Start, go-live and months of the case; flows outside its months are left out.</param>
    /// <param name="currency">The currency of the result.</param>
    /// <param name="rates">The rates that convert a cost in another currency, each flow at its own date.</param>
    /// <returns>The flows, negative, in order of date.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A rate is missing.</exception>
    public static CashFlowSeries Of(CostItem item, CaseTimeline timeline, Currency currency, ExchangeRates rates)
    {
        var recorder = new SeriesRecorder(Check.NotNull(timeline), currency, Check.NotNull(rates), sign: -1);
        recorder.Record(Check.NotNull(item));
        return recorder.ToSeries(currency);
    }

    /// <summary>The flows of one benefit within a period.</summary>
    /// <param name="item">The benefit.</param>
    /// <param name="timeline">Start, go-live and months of the case; flows outside its months are left out.</param>
    /// <param name="currency">The currency of the result.</param>
    /// <param name="rates">The rates that convert a benefit in another currency, each flow at its own date.</param>
    /// <returns>The flows, positive, in order of date.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">A rate is missing.</exception>
    public static CashFlowSeries Of(BenefitItem item, CaseTimeline timeline, Currency currency, ExchangeRates rates)
    {
        var recorder = new SeriesRecorder(Check.NotNull(timeline), currency, Check.NotNull(rates), sign: 1);
        recorder.Record(Check.NotNull(item));
        return recorder.ToSeries(currency);
    }

    private sealed class SeriesRecorder(CaseTimeline timeline, Currency currency, ExchangeRates rates, int sign)
        : ItemRecorder(timeline, currency, rates)
    {
        private readonly List<CashFlow> _flows = [];
        private readonly Currency _currency = currency;

        internal CashFlowSeries ToSeries(Currency of) => new(of, _flows);

        protected override void AddAtStart(int month, decimal amount) => Add(Grid[month], amount);

        protected override void AddThrough(int month, decimal amount) => Add(Grid[month + 1].PlusDays(-1), amount);

        protected override void AddOn(int month, LocalDate date, decimal amount) => Add(date, amount);

        private void Add(LocalDate date, decimal amount) => _flows.Add(new CashFlow(date, new Money(sign * amount, _currency)));
    }
}
