using CsCheck;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>Random business cases of every kind of item, for laws that hold for all of them.</summary>
internal static class RandomCases
{
    private static readonly Gen<LocalDate> Dates = Gen.Int[0, 1500].Select(days => new LocalDate(2023, 11, 1).PlusDays(days));
    private static readonly Gen<Money> Amounts = Gen.Int[0, 90_000_000].Select(fen => Money.Cny(fen / 100m));
    private static readonly Gen<Share> Shares = Gen.Int[0, 100].Select(percent => Share.Percent(percent));
    private static readonly Gen<int> Categories = Gen.Int[0, 3];

    private static readonly Gen<CostItem> PlainCosts = Gen.Select(Categories, Dates.Array[1, 6], Amounts, Gen.Int[0, 30], (category, dates, amount, uplift) =>
        CostItem.OfAmounts((CostCategory)category, "plain cost", dates.Select((date, i) => new DatedAmount(date, amount * (i + 1)))).WithRiskUplift(uplift / 100m));

    private static readonly Gen<CostItem> Subscriptions = Gen.Select(Gen.Int[0, 300], Amounts, Gen.Int[0, 3], Dates, (seats, price, cycle, from) =>
        SoftwareCost.Subscription("subscription", seats, price, Enum.GetValues<BillingCycle>()[cycle], new SubscriptionOptions { From = from, PriceEscalationPerYear = 0.05m, SeatGrowthPerYear = 0.1m }));

    private static readonly Gen<BenefitItem> PlainBenefits = Gen.Select(Gen.Int[0, 8], Dates.Array[1, 6], Amounts, Shares, (category, dates, amount, attribution) =>
        BenefitItem.OfAmounts((BenefitCategory)category, "plain benefit", dates.Select((date, i) => new DatedAmount(date, amount * (i + 1)))).WithAttribution(attribution));

    private static readonly Gen<BenefitItem> RunRates = Gen.Select(Gen.Int[0, 8], Amounts, Shares, Shares, Gen.Int[1, 24], Gen.Int[0, 5], (category, amount, attribution, risk, ramp, lag) =>
        BenefitItem.OfYearlyAmount((BenefitCategory)category, "run rate", amount)
            .WithAttribution(attribution).WithRiskReduction(risk).WithProfile(RealizationProfile.SCurve(ramp).WithLag(lag)).WithEvidence((Evidence)(ramp % 3)));

    private static readonly Gen<EvaluationPeriod[]> Horizons = Gen.OneOf(
        Gen.Const(new[] { EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears }),
        Gen.Const(new[] { EvaluationPeriod.Parse("P100D"), EvaluationPeriod.Parse("P18M"), EvaluationPeriod.Parse("P4Y10D") }));

    internal static Gen<InvestmentCase> Any { get; } = Gen.Select(
        Gen.OneOf(PlainCosts, Subscriptions).Array[0, 6], Gen.OneOf(PlainBenefits, RunRates).Array[0, 6], Dates, Dates, Gen.Int[-20, 60], Gen.Int[0, 19], Horizons,
        (costs, benefits, start, goLive, rate, conventions, horizons) => InvestmentCase.Create("random", Currency.Cny, goLive, start)
            .WithDiscountRate(rate / 100m)
            .WithDayCount((DayCount)(conventions % 4))
            .WithFlowTiming((FlowTiming)(conventions / 4))
            .WithPeriods(horizons)
            .WithCosts([.. costs.Select((cost, i) => cost.WithName($"cost {i}").WithId(new LineId($"cost {i}")))])
            .WithBenefits([.. benefits.Select((benefit, i) => benefit.WithName($"benefit {i}").WithId(new LineId($"benefit {i}")))]));
}
