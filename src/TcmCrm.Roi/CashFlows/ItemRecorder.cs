using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>
/// Turns what an item records into amounts of the case: risk-adjusted, attributed and converted into the case's currency. Nothing is
/// rounded. What happens to the amounts is up to the subclass.
/// </summary>
internal abstract class ItemRecorder(CaseTimeline timeline, InvestmentCase source) : FlowRecorder
{
    private readonly WaveSet? _waves = WaveSet.Of(timeline, source.Waves);
    private WaveRecorder? _ofWaves;
    private decimal _factor;
    private bool _isScaled;
    private bool _isForeign;
    private Currency _itemCurrency;
    private decimal _most;

    protected MonthGrid Grid { get; } = timeline.Grid;

    protected CaseTimeline Timeline { get; } = timeline;

    internal void Record(CostItem item)
    {
        if (item.Basis.ByCurrency is { } parts)
        {
            foreach (CostBasis part in parts)
            {
                Begin(part.Currency, item.CountedFactor, LineRange.MostConvertedCost);
                part.Record(Timeline, this);
            }

            return;
        }

        Begin(item.Currency, item.CountedFactor, LineRange.MostConvertedCost);
        if (_waves is not null && item.Basis.MovesWithGoLive)
        {
            RecordWaves(_waves.PartsOf(item.Tags, isBenefit: false), item.Basis.Record);
        }
        else
        {
            item.Basis.Record(Timeline, this);
        }
    }

    /// <param name="item">The benefit.</param>
    /// <param name="limit">1 for the estimate; the ratio of an interval limit to it otherwise.</param>
    internal void Record(BenefitItem item, decimal limit = 1)
    {
        decimal most = LineRange.MostConvertedBenefit * Math.Abs(limit);
        if (item.Basis.ByCurrency is { } parts)
        {
            foreach (BenefitBasis part in parts)
            {
                Begin(part.Currency, item.CountedFactor * limit, most);
                part.Record(Timeline, item.Profile, this);
            }

            return;
        }

        Begin(item.Currency, item.CountedFactor * limit, most);
        if (_waves is not null && item.Basis.MovesWithGoLive)
        {
            RecordWaves(item, _waves);
        }
        else
        {
            item.Basis.Record(Timeline, item.Profile, this);
        }
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

    /// <summary>A line of one wave is recorded as that of a case which goes live then; one of several is each wave's part together, one amount a date.</summary>
    private void RecordWaves(IReadOnlyList<(CaseTimeline Timeline, decimal Share)> parts, Action<CaseTimeline, FlowRecorder> record)
    {
        if (parts.Count < 2)
        {
            record(parts.Count == 0 ? Timeline : parts[0].Timeline, this);
            return;
        }

        _ofWaves ??= new WaveRecorder(Grid, AsksForCover);
        for (int i = 0; i < parts.Count; i++)
        {
            _ofWaves.Share = parts[i].Share;
            record(parts[i].Timeline, _ofWaves);
        }

        _ofWaves.Replay(this);
    }

    // Apart, so that a case without waves makes no closure.
    private void RecordWaves(BenefitItem item, WaveSet waves) =>
        RecordWaves(waves.PartsOf(item.Tags, isBenefit: true), (wave, recorder) => item.Basis.Record(wave, item.Profile, recorder));

    private void Begin(Currency itemCurrency, decimal factor, decimal most)
    {
        _itemCurrency = itemCurrency;
        _most = most;
        _isForeign = itemCurrency != source.Currency;
        _factor = factor;
        _isScaled = factor != 1;
    }

    private decimal Scale(decimal amount) => _isScaled ? amount * _factor : amount;

    /// <summary>An amount of the item in the currency of the case.</summary>
    protected virtual decimal Convert(decimal amount, LocalDate date)
    {
        decimal rate = source.ExchangeRates.RateOn(_itemCurrency, source.Currency, date);
        return IsTooLarge(amount, rate)
            ? throw new OverflowException(string.Format(
                CultureInfo.InvariantCulture, "{0} at {1} {2} each, the rate of {3:uuuu-MM-dd}, is too large; allowed: what comes to at most {4:0e0} {2}.",
                new Money(amount, _itemCurrency), rate, source.Currency, date, (double)_most))
            : amount * rate;
    }

    /// <summary>Whether an amount comes to more at a rate than an amount in the currency of the case may be: sums of such amounts would leave the range of decimal.</summary>
    protected bool IsTooLarge(decimal amount, decimal rate) => Math.Abs((double)amount) * (double)rate > (double)_most;
}
