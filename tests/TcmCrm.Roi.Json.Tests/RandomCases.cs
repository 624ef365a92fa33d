using CsCheck;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Cases of every kind of cost and benefit.</summary>
internal static class RandomCases
{
    private static readonly Gen<decimal> Amount = Gen.Select(Gen.Int[0, 2_000_000_000], Gen.Int[0, 4]).Select((n, scale) => new decimal(n, 0, 0, false, (byte)scale));
    private static readonly Gen<Share> AnyShare = Gen.Int[0, 10_000].Select(n => Share.Of(n / 10_000m));
    private static readonly Gen<LocalDate> Date = Gen.Int[0, 3_000].Select(n => new LocalDate(2022, 1, 1).PlusDays(n));
    private static readonly Gen<Currency> AnyCurrency = Gen.Int[0, 3].Select(n => n == 0 ? Currency.Usd : Currency.Cny);
    private static readonly Gen<string> Text = Gen.Char["仁和堂abc \"\\/<>'\u00e9\U0001F33F".Where(c => !char.IsSurrogate(c)).Aggregate("", (s, c) => s + c)]
        .Array[1, 12].Select(c => new string(c)).Where(s => !string.IsNullOrWhiteSpace(s));
    private static readonly Gen<BillingCycle> Cycle = OneOf(BillingCycle.Monthly, BillingCycle.Quarterly, BillingCycle.HalfYearly, BillingCycle.Yearly);
    private static readonly Gen<CostStart> Start = Gen.Select(
        Gen.OneOf(Gen.Const(CostStart.CaseStart), Gen.Const(CostStart.GoLive), Date.Select(CostStart.On)), Gen.OneOf(Gen.Const(0), Gen.Int[-6, 24]), (start, months) => start.PlusMonths(months));

    // 3-6-1 and others: shares that sum to 1 exactly.
    private static readonly Gen<Instalment[]> Instalments = Gen.Select(Gen.Int[1, 98], Gen.Int[1, 99], Gen.Int[-3, 18].Array[3], (a, b, months) =>
    {
        decimal first = a / 100m, second = Math.Min(b / 100m, 0.99m - first);
        return second <= 0
            ? new[] { Instalment.AtSigning(Share.Of(first), months[0]), Instalment.AtAcceptance(Share.Of(1 - first), months[1]) }
            : [Instalment.AtSigning(Share.Of(first), months[0]), Instalment.AtGoLive(Share.Of(second), months[1]), Instalment.AtAcceptance(Share.Of(1 - first - second), months[2])];
    });
    private static readonly Gen<CostTerm> Term = Gen.OneOf(Gen.Const(CostTerm.Open), Gen.Int[1, 60].Select(CostTerm.OfMonths), Date.Select(CostTerm.To));

    // An open term with a rise beyond any contract reaches amounts that a cost refuses.
    private static readonly Gen<decimal> Rise = Gen.Int[-50, 10].Select(n => n / 100m);
    private static readonly Gen<WorkTimeFactor> WorkTime = Gen.OneOf(
        Gen.Const(WorkTimeFactor.None), Gen.Const(WorkTimeFactor.China2025), Date.Select(d => new WorkTimeFactor(21.75m, 20.83m, "旧规", d)));

    private static readonly Gen<Money> AnyMoney = Gen.Select(Amount, AnyCurrency, (a, c) => new Money(a, c));

    private static readonly Gen<DatedAmount[]> Flows = Gen.OneOf(
        AnyCurrency.SelectMany(c => Gen.Select(Date, Amount, (d, a) => new DatedAmount(d, new Money(a, c))).Array[1, 6]),
        Gen.Select(Date, AnyMoney, (d, a) => new DatedAmount(d, a)).Array[1, 6]);

    private static PriceTier[] Tiers(Money price, int count, int step, int discount) =>
        [.. Enumerable.Range(1, count).Select(i => new PriceTier((i * step) + 2, price * (1 - (i * discount / 100m))))];

    private static readonly Gen<CostBasis> Cost = Gen.OneOf<CostBasis>(
        Flows.Select(f => (CostBasis)new DatedCost(f)),
        Gen.Select(AnyMoney, Start, (a, on) => (CostBasis)new OneOffCost(a, on)),
        Gen.Select(AnyMoney, Cycle, Start, Term, Rise, (a, e, s, t, r) => (CostBasis)new RecurringCost(a, e, s, t, r)),
        Gen.Select(Gen.Int[0, 500], AnyMoney, Cycle, Start, Term, Rise, Gen.Int[0, 2], (n, p, e, s, t, r, end) =>
            (CostBasis)new SubscriptionCost(n, p, e, s, t, r, end / 100m, renewal: t.Months is null || end == 2 ? null : (ContractRenewal)end)),
        Gen.Select(Gen.Int[0, 500], AnyMoney, Cycle, Gen.Int[0, 99].Array[1, 4], Start, Term, Rise, (n, p, e, steps, s, t, r) =>
            (CostBasis)new SubscriptionCost(n, p, e, s, t, r, seatPlan: steps.Select((seats, i) => new SeatStep(new LocalDate(2025, 1, 1).PlusMonths(i), seats)))),
        Gen.Select(Gen.Int[0, 500], AnyMoney, Cycle, Gen.Int[0, 30], Gen.Int[0, 3], Gen.Int[1, 90], Gen.Int[-5, 25], Gen.Bool, (n, p, e, free, count, step, discount, all) =>
            (CostBasis)new SubscriptionCost(n, p, e, freeMonths: free, seatTiers: Tiers(p, count, step, discount), allSeatsAtTierPrice: all)),
        Gen.Select(Gen.Int[0, 500], AnyMoney, Cycle, Gen.Int[0, 900].Array[1, 4], Gen.Int[0, 30], Gen.Int[1, 90], Gen.Bool, (n, p, e, steps, free, step, all) =>
            (CostBasis)new SubscriptionCost(
                n, p, e, seatPlan: steps.Select((seats, i) => new SeatStep(new LocalDate(2025, 1, 10).PlusMonths(i), seats)), freeMonths: free, seatTiers: Tiers(p, 2, step, 10), allSeatsAtTierPrice: all)),
        Gen.Select(AnyMoney, Instalments, Gen.Int[0, 12], Gen.OneOf(Gen.Const(CostStart.CaseStart), Date.Select(CostStart.On)), (sum, parts, accepted, signed) =>
            (CostBasis)new InstalmentsCost(sum, parts, signed, accepted)),
        Gen.Select(Amount, AnyMoney, Cycle, Start, Gen.Int[0, 3], Gen.Int[1, 90], Gen.Int[0, 25], Gen.Bool, (n, p, e, from, count, step, discount, all) =>
            (CostBasis)new UsageCost(n, p, e, new UsageOptions
            {
                From = from,
                Term = CostTerm.OfMonths(30 + step),
                IncludedPerMonth = step,
                PriceEscalationPerYear = discount / 100m,
                UnitGrowthPerYear = -discount / 100m,
                Tiers = Tiers(p, count, step, discount),
                AllUnitsAtTierPrice = all,
            })),
        Gen.Select(AnyMoney, Gen.Int[1, 40], Start, (a, months, from) => (CostBasis)new ResidualValueCost(a, months, from)),
        Gen.Select(AnyMoney, Gen.Int[1, 50], Start, (p, n, on) => (CostBasis)new PerpetualLicenseCost(p, n, on)),
        Gen.Select(AnyMoney, AnyShare, Cycle, Start, Term, Rise, (p, s, e, f, t, r) => (CostBasis)new LicenseShareCost(p, s, e, f, t, r)),
        Gen.Select(Gen.Int[0, 200], Amount, AnyMoney, Start, WorkTime, (n, h, r, on, w) => (CostBasis)new LearningTimeCost(n, h % 100_000, r, on, w)),
        Gen.Select(Gen.Int[0, 200], AnyMoney, AnyShare, Gen.Int[1, 52], Gen.Bool, Start, WorkTime, (n, r, d, weeks, linear, f, w) =>
            (CostBasis)new ProductivityDipCost(n, 37.5m, r, d, weeks, linear ? DipRecovery.Linear : DipRecovery.Constant, f, w)));

    private static readonly Gen<RetentionAccrual> Accrual = OneOf(RetentionAccrual.Gradual, RetentionAccrual.FullYearAtOnce, RetentionAccrual.SurvivalDifference);

    private static readonly Gen<BenefitBasis> Benefit = Gen.OneOf<BenefitBasis>(
        Flows.Select(f => (BenefitBasis)new DatedBenefit(f)),
        AnyMoney.Select(a => (BenefitBasis)new YearlyBenefit(a)),
        Text.Select(t => (BenefitBasis)new NotMonetizedBenefit(t)),
        Gen.Select(Gen.Double[-1e6, 1], Gen.Double[0, 1e3], Gen.Double[0, 1e20], OneOf(Enum.GetValues<EffectUnit>()), (i, below, above, u) =>
            (BenefitBasis)NotMonetizedBenefit.NoImprovement(i, i - below, i + above, u)),
        Gen.Select(AnyMoney, Rise, AnyShare, (b, u, m) => (BenefitBasis)new RevenueUpliftBenefit(b, u, m)),
        Gen.Select(AnyMoney, Gen.Int[0, 120], Gen.Int[0, 120], Gen.Int[0, 12], (s, before, after, rate) => (BenefitBasis)new WorkingCapitalBenefit(s, before, after / 2m, rate / 100m)),
        Gen.Select(Gen.Int[0, 9_000], AnyShare, AnyShare, AnyMoney, Accrual, (n, a, b, m, w) =>
            (BenefitBasis)new RetentionBenefit(n, a > b ? a : b, a > b ? b : a, m, w)),
        Gen.Select(Gen.Int[0, 90], Text, Gen.Int[0, 9_000], AnyMoney, Accrual, (p, t, n, m, w) =>
            (BenefitBasis)new SatisfactionChainBenefit(p / 10m, Share.Of(0.002m), t, n, Share.Of(0.3m), m, w)),
        Gen.Select(Gen.Int[0, 9_000], AnyShare, AnyMoney, (n, r, m) => (BenefitBasis)new CustomerMarginBenefit(n, r, m)),
        Gen.Select(Gen.Select(Text, Gen.Int[5, 90], Gen.Int[0, 5], Gen.Int[0, 900], (t, b, a, n) => new AutomatedTask(t, b, a, n)).Array[1, 4], AnyMoney, Gen.Int[1, 40], WorkTime,
            (tasks, r, n, w) => (BenefitBasis)new TaskTimeBenefit(tasks, r, n, 1984, w)),
        Gen.Select(Gen.Int[0, 500], Gen.Int[0, 500], Gen.Int[0, 24], AnyMoney, AnyShare, (a, b, lead, u, r) =>
            (BenefitBasis)new SafetyStockBenefit(1.645m, Math.Max(a, b), Math.Min(a, b), lead / 2m, u, r.Value)),
        Gen.Select(AnyMoney, AnyShare, (l, a) => (BenefitBasis)new ExpiryLossBenefit(l, a)));

    private static readonly Gen<RealizationProfile> Profile = Gen.Select(
        Gen.OneOf(
            Gen.Const(RealizationProfile.Immediate), Gen.Int[1, 24].Select(RealizationProfile.Linear), Gen.Int[1, 24].Select(RealizationProfile.SCurve),
            AnyShare.Array[1, 5].Select(s => RealizationProfile.Custom(s.Select((share, i) => new RealizationPoint(3 * i, share))))),
        Gen.Int[0, 6], Gen.Int[0, 6], AnyShare, (p, lag, dip, depth) => p.WithLag(lag).WithDip(dip, depth).WithFade(12 * dip, depth));

    private static readonly string[] Channels = ["医院", "连锁药店", "电商"];

    private static readonly Gen<SharedCostKey?> Key = Gen.Select(Gen.Bool, Gen.Int[1, 500].Array[3], (has, weights) =>
        has ? new SharedCostKey("席位", Channels.Select((tag, i) => new KeyValuePair<string, decimal>(tag, weights[i]))) : null);

    private static readonly Gen<GoLiveWave[]> Waves = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 98], Gen.Int[1, 14], (kind, share, months) =>
        kind != 0 ? [] : new[]
        {
            new GoLiveWave(Channels[0], 0, Share.Percent(share)), new GoLiveWave(Channels[1], months, Share.Percent(99 - share)), new GoLiveWave(Channels[2], 2 * months, Share.Percent(1)),
        });

    /// <summary>No tag, one, or several, by the bits of a number.</summary>
    private static readonly Gen<string[]> Tags = Gen.Int[0, 31].Select(bits => (string[])[.. Channels.Append("一期").Append("其他 \"a\"").Where((_, i) => (bits >> i & 1) == 1)]);

    private static readonly Gen<Distribution> Spread = Gen.Select(Gen.Int[0, 8], Gen.Double[0.001, 2], Gen.Double[0.001, 1], Gen.Double[0.001, 3]).Select((kind, low, share, width) =>
    {
        double high = low + width, mode = Math.Min(high, low + (share * width));
        return kind switch
        {
            0 => Distribution.Triangular(-low, mode, high),
            1 => Distribution.TriangularOfPercentiles(low, mode, high),
            2 => Distribution.Pert(low, mode, high),
            3 => Distribution.Uniform(low, high),
            4 => Distribution.Normal(low, width),
            5 => Distribution.Lognormal(high, share),
            6 => Distribution.NormalInterval(low, high, share * 0.99),
            7 => Distribution.LognormalInterval(low, high, share * 0.99),
            _ => Distribution.Discrete([low, high, -low], [share, width, 0]),
        };
    });

    public static Gen<InvestmentCase> Any { get; } =
        from name in Text
        from costs in Gen.Select(Cost, Gen.Int[0, 3], Gen.Int[0, 50], (b, c, r) => (b, c, r)).Array[0, 5]
        from benefits in Gen.Select(Benefit, Gen.Int[0, 8], Profile, AnyShare, AnyShare, Gen.Int[0, 2], Gen.Bool, (b, c, p, a, r, e, draws) => (b, c, p, a, r, e, draws)).Array[0, 5]
        from rate in Gen.Int[0, 30]
        from start in Date
        from goLive in Gen.Int[-100, 400]
        from dayCount in OneOf(Enum.GetValues<DayCount>())
        from timing in OneOf(Enum.GetValues<FlowTiming>())
        from deployment in Gen.Int[0, 3]
        from hasSource in Gen.Bool
        from tags in Tags.Array[10]
        from key in Key
        from waves in Waves
        from signs in Gen.Int[0, 5].Array[10]
        from stated in Gen.Int[0, 63]
        from spreads in Spread.Array[12]
        from uncertain in Gen.Int[0, 15]
        from rank in Gen.Double[-1, 1]
        select Build(name, costs, benefits, Terms(stated, rate / 100m, dayCount, timing), start, goLive, deployment, hasSource).Tagged(tags, key).InWaves(waves).Signed(signs).Uncertain(spreads, uncertain, rank);

    /// <summary>The same cases in every run.</summary>
    public static IEnumerable<InvestmentCase> Seeded(int count) =>
        Enumerable.Range(0, count).Select(i => Any.Generate(new PCG(1, (ulong)i), null, out _));

    private static InvestmentCase Tagged(this InvestmentCase made, string[][] tags, SharedCostKey? key) => made
        .WithCosts(made.Costs.Select((cost, i) => cost.WithTags(tags[i])))
        .WithBenefits(made.Benefits.Select((benefit, i) => benefit.WithTags(tags[5 + i])))
        .WithSharedCostKey(key);

    private static InvestmentCase InWaves(this InvestmentCase made, GoLiveWave[] waves) => made.WithWaves(waves);

    /// <summary>Some of the lines the other way round: credits and disbenefits.</summary>
    private static InvestmentCase Signed(this InvestmentCase made, int[] signs) => made
        .WithCosts(made.Costs.Select((cost, i) => signs[i] == 0 ? cost.AsCredit() : cost))
        .WithBenefits(made.Benefits.Select((benefit, i) => signs[5 + i] == 0 && benefit.Basis.IsMonetized && !benefit.IsDisbenefit ? benefit.AsDisbenefit() : benefit));

    /// <summary>Some lines with a distribution, one driver of each sort, and a correlation of the two.</summary>
    private static InvestmentCase Uncertain(this InvestmentCase made, Distribution[] spreads, int bits, double rank)
    {
        made = made
            .WithCosts(made.Costs.Select((cost, i) => (i + bits) % 3 == 0 ? cost.WithUncertainty(spreads[i]) : cost)
                .Select((cost, i) => (i + bits) % 4 == 1 ? cost.WithTax(new CostTax
                {
                    Treatment = new[] { null, TaxTreatment.Expensed, TaxTreatment.DeductedAtOnce, TaxTreatment.Amortized(2), TaxTreatment.Depreciated(null, 0.05m) }[(i + bits) / 4 % 5],
                    PriceIncludesVat = bits % 3 == 0 ? null : bits % 3 == 1,
                    VatRate = bits % 2 == 0 ? 0.09m : null,
                }) : cost))
            .WithBenefits(made.Benefits.Select((benefit, i) => (i + bits) % 3 == 0 && benefit.Basis.IsMonetized ? benefit.WithUncertainty(spreads[5 + i]) : benefit))
            .WithDefaultUncertainty((bits & 1) == 0);
        made = (bits & 3) != 3 ? made : made.WithScenarios(
            new CaseScenario("基准"),
            new CaseScenario("悲观", [
                ScenarioChange.OfGoLive(made.GoLive.PlusMonths(3)), ScenarioChange.OfDiscountRate(0.12m), .. made.Costs.Select(cost => ScenarioChange.OfFactor(cost.Id, 1.25m)),
                .. made.Benefits.Where(benefit => benefit.Basis.IsMonetized).Select(benefit => ScenarioChange.OfInput(benefit.Id, "attribution", 0.75m))]));
        if ((bits & 2) == 0)
        {
            return made;
        }

        LineSelector[] lines = made.Costs.Count > 0 ? [LineSelector.Of(made.Costs[0].Id), LineSelector.AllBenefits, .. made.Costs[0].Tags.Select(LineSelector.Tagged)] : [LineSelector.AllCosts];
        return made
            .WithDrivers(
                UncertaintyDriver.OfAmounts("采用率", spreads[10], lines, (bits & 4) == 0 ? null : "adoption"), UncertaintyDriver.OfDelay("delay \"x\"", spreads[11]))
            .WithCorrelations((bits & 8) == 0 ? [] : [new RankCorrelation("采用率", "delay \"x\"", Math.Abs(rank) < 1e-9 ? 0 : rank)]);
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static InvestmentCase Build(
        string name, (CostBasis Basis, int Category, int Risk)[] costs,
        (BenefitBasis Basis, int Category, RealizationProfile Profile, Share Attribution, Share Risk, int Evidence, bool Draws)[] benefits,
        CaseTerms terms, LocalDate start, int goLive, int deployment, bool hasSource)
    {
        InvestmentCase made = InvestmentCase.Create(name, Currency.Cny, start.PlusDays(goLive), start)
            .WithTerms(terms)
            .WithExchangeRates(new ExchangeRates([new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2000, 1, 1), 7.123m)]))
            .WithPools(ValuePool.Revenue("r", "收入", Money.Usd(1_000_000)), ValuePool.Hours("h", "h", 20_000.5m), ValuePool.Customers("c", "客户", 400))
            .WithCosts(costs.Select((c, i) => Identified(new CostItem($"{i} {name}", (CostCategory)c.Category, c.Basis, riskUplift: c.Risk / 100m), i)))
            .WithBenefits([.. benefits.Select((b, i) => Item($"{i} {name}", b.Basis, b.Category, b.Profile, b.Attribution, b.Risk, b.Evidence, b.Draws).WithId(new LineId($"benefit {i}")))]);
        made = deployment % 2 == 0 ? made : made.WithTaxation(new CaseTaxation((VatPayer)(deployment / 2 % 2))
        {
            VatExemptShare = deployment == 1 ? 0.4m : null,
            IncomeTaxRate = deployment == 1 ? 0.15m : null,
            LossRelief = deployment == 1 ? LossRelief.CarryForward : null,
            LossYears = deployment == 1 ? 7 : null,
            Payment = deployment == 3 ? TaxPayment.YearEnd : null,
            SurchargeRate = deployment == 3 ? 0.12m : null,
            BenefitVatRate = deployment == 3 ? 0.06m : null,
            ServicesSoldWithLicense = deployment == 3,
        });
        made = deployment > 2 ? made : made.WithDeployment((DeploymentModel)deployment).WithTaxBasis((TaxBasis)(deployment % 2)).WithPriceBasis((PriceBasis)(deployment / 2));
        return hasSource ? made.WithSource("来源:\n\"自有数据\"\t2024") : made;
    }

    /// <summary>Each term stated or not.</summary>
    private static CaseTerms Terms(int stated, decimal rate, DayCount dayCount, FlowTiming timing) => new()
    {
        Periods = (stated & 1) == 0 ? null : [EvaluationPeriod.OneYear, EvaluationPeriod.Parse("P15M10D")],
        DiscountRate = (stated & 2) == 0 ? null : rate,
        FinanceRate = (stated & 4) == 0 ? null : 0.045m,
        ReinvestmentRate = (stated & 8) == 0 ? null : 0.03m,
        DayCount = (stated & 16) == 0 ? null : dayCount,
        FlowTiming = (stated & 32) == 0 ? null : timing,
        RateSelection = (stated & 3) switch { 0 => RateSelection.Excel, 1 => RateSelection.NearestTo(-0.05), 2 => RateSelection.LowestNonNegative, _ => null },
    };

    private static CostItem Identified(CostItem item, int index) => index % 2 == 0 ? item : item.WithId(new LineId($"cost {index}"));

    private static BenefitItem Item(string name, BenefitBasis basis, int category, RealizationProfile profile, Share attribution, Share risk, int evidence, bool draws)
    {
        BenefitItem item = new BenefitItem(name, (BenefitCategory)category, basis).WithAttribution(attribution).WithRiskReduction(risk);
        item = basis.UsesProfile ? item.WithProfile(profile) : item;
        item = draws ? item.WithOwner("张三").WithPoolDraws(new PoolDraw("r"), new PoolDraw("h", 12.50m)) : item;
        if (!basis.IsMonetized)
        {
            return item;
        }

        item = item.WithEvidence((Evidence)evidence).WithClass(draws ? BenefitClass.Cashable : BenefitClass.Efficiency);
        item = basis.IsSavedHours && evidence == 0 ? item.WithCashedOut() : item;
        return draws && evidence == (int)Evidence.Measured ? item.WithInterval(new BenefitInterval(-0.25m, 1.75m, Share.Percent(90))) : item;
    }
}
