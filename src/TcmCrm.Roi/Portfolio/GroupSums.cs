using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>The sums of one currency and evaluation period: decimals of whole minor units, which are exact, so that no order and no split changes them.</summary>
internal sealed class GroupSums(Currency currency, EvaluationPeriod period)
{
    private readonly Dictionary<OriginalDecision, int> _decisions = [];
    private decimal _cost;
    private decimal _benefit;
    private decimal _cashableCost;
    private decimal _cashableBenefit;
    private decimal _netPresentValue;
    private int _withNetPresentValue;
    private decimal _planned;
    private decimal _forecast;
    private int _withForecast;
    private int _atRisk;
    private decimal _atStake;
    private decimal[]? _trials;
    private int _simulated;

    internal Currency Currency { get; } = currency;

    internal EvaluationPeriod Period { get; } = period;

    internal int Count { get; private set; }

    internal int WithoutNetPresentValue => Count - _withNetPresentValue;

    internal void Add(TenantResult result)
    {
        Count++;
        _cost += result.TotalCost.Amount;
        _benefit += result.TotalBenefit.Amount;
        _cashableCost += result.CashableCost.Amount;
        _cashableBenefit += result.CashableBenefit.Amount;
        if (result.NetPresentValue.TryGetValue(out Money planned))
        {
            _withNetPresentValue++;
            _netPresentValue += planned.Amount;
            if (result.ForecastNetPresentValue.TryGetValue(out Money forecast))
            {
                _withForecast++;
                _planned += planned.Amount;
                _forecast += forecast.Amount;
            }
        }

        if (result.OriginalDecision is { } decision)
        {
            _decisions[decision] = Of(decision) + 1;
        }

        if (result.IsAtRisk)
        {
            _atRisk++;
            _atStake += result.AtStake.Amount;
        }

        AddTrials(result);
    }

    internal PortfolioTotal Total()
    {
        double[]? simulated = _trials is null ? null : Array.ConvertAll(_trials, units => (double)(units / MinorUnits()));
        return new PortfolioTotal(Currency, Period)
        {
            Tenants = Count,
            TotalCost = new Money(_cost, Currency),
            TotalBenefit = new Money(_benefit, Currency),
            CashableCost = new Money(_cashableCost, Currency),
            CashableBenefit = new Money(_cashableBenefit, Currency),
            NetPresentValue = Sum(_netPresentValue, _withNetPresentValue, NotApplicableReason.NoRate),
            WithoutNetPresentValue = WithoutNetPresentValue,
            Reviewed = _decisions.Values.Sum(),
            Standing = Of(OriginalDecision.Stands),
            Doubtful = Of(OriginalDecision.Doubtful),
            NotStanding = Of(OriginalDecision.DoesNotStand),
            PlannedNetPresentValue = Sum(_planned, _withForecast, NotApplicableReason.NotComputed),
            ForecastNetPresentValue = Sum(_forecast, _withForecast, NotApplicableReason.NotComputed),
            AtRisk = _atRisk,
            AtStake = new Money(_atStake, Currency),
            Simulated = _simulated,
            TrialCount = _trials?.Length ?? 0,
            SimulatedNetPresentValue = simulated is null ? null : SimulatedFigure.Of(simulated, NotApplicableReason.OutOfRange),
            ProbabilityNpvPositive = simulated is null ? default : TenantTrials.Positive(simulated),
        };
    }

    private void AddTrials(TenantResult result)
    {
        IReadOnlyList<long> trials = result.Trials;
        if (trials.Count == 0)
        {
            return;
        }

        _trials ??= new decimal[trials.Count];
        if (trials.Count != _trials.Length)
        {
            throw new ArgumentException($"The tenant '{result.Tenant}' has {trials.Count} trials, those before it {_trials.Length}; allowed: as many of each tenant.", nameof(result));
        }

        _simulated++;
        for (int i = 0; i < _trials.Length; i++)
        {
            _trials[i] += trials[i];
        }
    }

    private decimal MinorUnits()
    {
        decimal units = 1;
        for (int digit = 0; digit < Currency.MinorUnitDigits; digit++)
        {
            units *= 10;
        }

        return units;
    }

    private int Of(OriginalDecision decision) => _decisions.TryGetValue(decision, out int count) ? count : 0;

    private Figure<Money> Sum(decimal amount, int count, NotApplicableReason none) => count > 0 ? Figure.Of(new Money(amount, Currency)) : Figure.NotApplicable<Money>(none);
}
