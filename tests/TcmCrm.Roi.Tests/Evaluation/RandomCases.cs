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

    private static readonly Gen<CostItem> Contracts = Gen.Select(Amounts, Gen.Int[1, 60], Gen.Int[-2, 14].Array[3], Gen.Int[0, 6], Categories, (sum, first, months, accepted, category) =>
        new CostItem("contract", (CostCategory)category, CostBasis.Instalments(
            sum,
            [Instalment.AtSigning(Share.Percent(first), months[0]), Instalment.AtGoLive(Share.Percent(30), months[1]), Instalment.AtAcceptance(Share.Percent(70 - first), months[2])],
            acceptanceMonths: accepted)));

    private static readonly Gen<CostItem> Usages = Gen.Select(Gen.Int[0, 900_000], Gen.Int[0, 3], Gen.Int[-6, 6], Gen.Bool, Gen.Bool, (units, cycle, months, all, isGoLive) =>
        new CostItem("usage", CostCategory.Software, CostBasis.Usage(units / 7m, Money.Cny(0.055m), Enum.GetValues<BillingCycle>()[cycle], new UsageOptions
        {
            From = (isGoLive ? CostStart.GoLive : CostStart.CaseStart).PlusMonths(months),
            Term = CostTerm.OfYears(6),
            IncludedPerMonth = 1_000,
            UnitGrowthPerYear = 0.1m,
            PriceEscalationPerYear = 0.03m,
            Tiers = [new PriceTier(5_001, Money.Cny(0.05m)), new PriceTier(50_001, Money.Cny(0.045m))],
            AllUnitsAtTierPrice = all,
        })));

    private static readonly Gen<CostItem> Tiered = Gen.Select(Gen.Int[0, 400], Amounts, Gen.Int[0, 3], Gen.Int[0, 20], Gen.Bool, Dates.Array[0, 1], (seats, price, cycle, free, all, steps) =>
        SoftwareCost.Subscription("tiers", seats, price, Enum.GetValues<BillingCycle>()[cycle], new SubscriptionOptions
        {
            From = CostStart.GoLive,
            FreeMonths = free,
            SeatTiers = [new PriceTier(51, price * 0.9m), new PriceTier(201, price * 0.8m)],
            AllSeatsAtTierPrice = all,
            SeatPlan = [.. steps.Select(date => new SeatStep(date, seats + 77))],
        }));

    private static readonly Gen<CostItem> Residuals = Gen.Select(Amounts, Gen.Int[1, 40], Gen.Bool, (amount, months, isGoLive) =>
        new CostItem("residual", CostCategory.Maintenance, CostBasis.ResidualValue(amount, months, isGoLive ? CostStart.GoLive : CostStart.CaseStart)));

    private static readonly Gen<CostItem> SeveralCurrencies = Gen.Select(Dates.Array[2, 5], Amounts, (dates, amount) =>
        CostItem.OfAmounts(CostCategory.Implementation, "currencies", dates.Select((date, i) => new DatedAmount(date, new Money(amount.Amount, i % 2 == 0 ? Currency.Usd : Currency.Cny)))));

    private static readonly Gen<BenefitItem> Receivables = Gen.Select(Amounts, Gen.Int[0, 90], Gen.Int[0, 90], Shares, Gen.Int[1, 20], (sales, before, after, attribution, ramp) =>
        OperatingCostReduction.WorkingCapital("receivables", sales, before, after, 0.04m).WithAttribution(attribution).WithProfile(RealizationProfile.Linear(ramp)));

    private static readonly Gen<BenefitItem> Cuts = Gen.Select(Amounts, Gen.Int[-100, 50], Shares, Shares, Gen.Int[0, 14], (sales, uplift, margin, risk, lag) =>
        SalesGrowth.Uplift("cut", sales, uplift / 100m, margin).WithRiskReduction(risk).WithProfile(RealizationProfile.Linear(6).WithLag(lag)));

    private static readonly Gen<BenefitItem> PlainBenefits = Gen.Select(Gen.Int[0, 8], Dates.Array[1, 6], Amounts, Shares, (category, dates, amount, attribution) =>
        BenefitItem.OfAmounts((BenefitCategory)category, "plain benefit", dates.Select((date, i) => new DatedAmount(date, amount * (i + 1)))).WithAttribution(attribution));

    private static readonly Gen<BenefitItem> RunRates = Gen.Select(Gen.Int[0, 8], Amounts, Shares, Shares, Gen.Int[1, 24], Gen.Int[0, 5], (category, amount, attribution, risk, ramp, lag) =>
        BenefitItem.OfYearlyAmount((BenefitCategory)category, "run rate", amount)
            .WithAttribution(attribution).WithRiskReduction(risk).WithProfile(RealizationProfile.SCurve(ramp).WithLag(lag)).WithEvidence((Evidence)(ramp % 3)));

    private static readonly Gen<EvaluationPeriod[]> Horizons = Gen.OneOf(
        Gen.Const(new[] { EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears }),
        Gen.Const(new[] { EvaluationPeriod.Parse("P100D"), EvaluationPeriod.Parse("P18M"), EvaluationPeriod.Parse("P4Y10D") }));

    private static readonly string[] Channels = ["hospital", "pharmacy", "online"];

    private static readonly Gen<GoLiveWave[]> Waves = Gen.Select(Gen.Int[0, 3], Gen.Int[1, 98], Gen.Int[1, 9], (kind, first, months) => kind != 0 ? [] : new[]
    {
        new GoLiveWave(Channels[0], 0, Share.Percent(first)), new GoLiveWave(Channels[1], months, Share.Percent(99 - first)), new GoLiveWave(Channels[2], 2 * months, Share.Percent(1)),
    });

    /// <summary>Cases with credits, disbenefits, contracts, tiers, usage, several currencies, tags and waves, beside what is in <see cref="Plain"/>.</summary>
    internal static Gen<InvestmentCase> Any { get; } = Gen.Select(
        Of(
            Gen.OneOf(PlainCosts, Subscriptions, Contracts, Usages, Tiered, Residuals, SeveralCurrencies),
            Gen.OneOf(PlainBenefits, RunRates, Receivables, Cuts)),
        Waves, Gen.Int[0, 7].Array[12], Gen.Int[0, 5].Array[12], (made, waves, tags, signs) => made
            .WithWaves(waves)
            .WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2000, 1, 1), 7.123m), new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 3, 5), 6.98m)]))
            .WithSharedCostKey(new SharedCostKey("seats", Channels.Select((tag, i) => new KeyValuePair<string, decimal>(tag, i + 1))))
            .WithCosts(made.Costs.Select((cost, i) => (signs[i] == 0 ? cost.AsCredit() : cost).WithTags(Tags(tags[i]))))
            .WithBenefits(made.Benefits.Select((benefit, i) => (signs[6 + i] == 0 && !benefit.IsDisbenefit ? benefit.AsDisbenefit() : benefit).WithTags(Tags(tags[6 + i])))));

    /// <summary>Cases whose costs are all paid and whose benefits are all gained.</summary>
    internal static Gen<InvestmentCase> Plain { get; } = Of(Gen.OneOf(PlainCosts, Subscriptions, Contracts, Usages, Tiered), Gen.OneOf(PlainBenefits, RunRates));

    private static string[] Tags(int bits) => [.. Channels.Where((_, i) => (bits >> i & 1) == 1)];

    private static Gen<InvestmentCase> Of(Gen<CostItem> cost, Gen<BenefitItem> benefit) => Gen.Select(
        cost.Array[0, 6], benefit.Array[0, 6], Dates, Dates, Gen.Int[-20, 60], Gen.Int[0, 19], Horizons,
        (costs, benefits, start, goLive, rate, conventions, horizons) => InvestmentCase.Create("random", Currency.Cny, goLive, start)
            .WithDiscountRate(rate / 100m)
            .WithDayCount((DayCount)(conventions % 4))
            .WithFlowTiming((FlowTiming)(conventions / 4))
            .WithPeriods(horizons)
            .WithCosts([.. costs.Select((cost, i) => cost.WithName($"cost {i}").WithId(new LineId($"cost {i}")))])
            .WithBenefits([.. benefits.Select((benefit, i) => benefit.WithName($"benefit {i}").WithId(new LineId($"benefit {i}")))]));
}
