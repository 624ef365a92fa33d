using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>
/// Turns what an item records into amounts of the case: risk-adjusted, attributed and converted into the case's currency. Nothing is
/// rounded. What happens to the amounts is up to the subclass.
/// </summary>
internal abstract class ItemRecorder(CaseTimeline timeline, Currency currency, ExchangeRates rates) : FlowRecorder
{
    private decimal _factor;
    private bool _isScaled;
    private bool _isForeign;
    private Currency _itemCurrency;
    private decimal _most;

    protected MonthGrid Grid { get; } = timeline.Grid;

    protected CaseTimeline Timeline { get; } = timeline;

    internal void Record(CostItem item)
    {
        Begin(item.Currency, 1 + item.RiskUplift, LineRange.MostConvertedCost);
        item.Basis.Record(Timeline, this);
    }

    /// <param name="item">The benefit.</param>
    /// <param name="limit">1 for the estimate; the ratio of an interval limit to it otherwise.</param>
    internal void Record(BenefitItem item, decimal limit = 1)
    {
        Begin(item.Currency, item.Attribution.Value * item.RiskReduction.Complement.Value * limit, LineRange.MostConvertedBenefit * Math.Abs(limit));
        item.Basis.Record(Timeline, item.Profile, this);
    }

    internal sealed override void AtMonthStart(int month, decimal amount)
    {
        if (amount != 0)
        {
            AddAtStart(month, _isForeign ? Convert(Scale(amount), Grid[month]) : Scale(amount));
        }
    }

    internal sealed override void ThroughMonth(int month, decimal amount)
    {
        if (amount != 0)
        {
            AddThrough(month, _isForeign ? Convert(Scale(amount), Grid[month + 1].PlusDays(-1)) : Scale(amount));
        }
    }

    internal sealed override void On(LocalDate date, decimal amount)
    {
        int month = Grid.IndexOf(date);
        if (amount == 0 || month < 0 || month >= Grid.Count)
        {
            return;
        }

        if (Grid[month] == date)
        {
            AtMonthStart(month, amount);
        }
        else
        {
            AddOn(month, date, _isForeign ? Convert(Scale(amount), date) : Scale(amount));
        }
    }

    /// <summary>An amount on the first day of a month.</summary>
    protected abstract void AddAtStart(int month, decimal amount);

    /// <summary>An amount dated the last day of a month.</summary>
    protected abstract void AddThrough(int month, decimal amount);

    /// <summary>An amount on another day of a month.</summary>
    protected abstract void AddOn(int month, LocalDate date, decimal amount);

    private void Begin(Currency itemCurrency, decimal factor, decimal most)
    {
        _itemCurrency = itemCurrency;
        _most = most;
        _isForeign = itemCurrency != currency;
        _factor = factor;
        _isScaled = factor != 1;
    }

    private decimal Scale(decimal amount) => _isScaled ? amount * _factor : amount;

    /// <summary>An amount of the item in the currency of the case.</summary>
    protected virtual decimal Convert(decimal amount, LocalDate date)
    {
        decimal rate = rates.RateOn(_itemCurrency, currency, date);
        return IsTooLarge(amount, rate)
            ? throw new OverflowException(string.Format(
                CultureInfo.InvariantCulture, "{0} at {1} {2} each, the rate of {3:uuuu-MM-dd}, is too large; allowed: what comes to at most {4:0e0} {2}.",
                new Money(amount, _itemCurrency), rate, currency, date, (double)_most))
            : amount * rate;
    }

    /// <summary>Whether an amount comes to more at a rate than an amount in the currency of the case may be: sums of such amounts would leave the range of decimal.</summary>
    protected bool IsTooLarge(decimal amount, decimal rate) => Math.Abs((double)amount) * (double)rate > (double)_most;
}
