using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Cases;

/// <summary>A business case: what a CRM costs and what it brings, and the terms by which it is judged as far as it states them.</summary>
/// <remarks>
/// Immutable: every <c>With...</c> and <c>Add...</c> method returns another case. Equality compares everything in it. What it does not state is null, is left
/// out when it is written, and is filled in by who evaluates it: a host's defaults, then <see cref="CaseTerms.Usual"/>.
/// </remarks>
/// <example>
/// <code>
/// InvestmentCase crm = InvestmentCase.Create("CRM", Currency.Cny, goLive: new LocalDate(2025, 3, 1), start: new LocalDate(2025, 1, 1))
///     .WithDiscountRate(0.08m)
///     .WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
///     .WithCosts(SoftwareCost.Subscription("seats", seats: 120, pricePerSeat: Money.Cny(150), every: BillingCycle.Monthly))
///     .WithBenefits(SalesGrowth.Uplift("sales", Money.Cny(30_000_000), uplift: 0.05m, contributionMargin: Share.Percent(42)));
/// InvestmentCase later = crm.WithGoLive(new LocalDate(2025, 6, 1));   // a copy: cases do not change
/// </code>
/// </example>
public sealed class InvestmentCase : IEquatable<InvestmentCase>
{
    private InvestmentCase(string name, Currency currency, LocalDate start, LocalDate goLive)
    {
        Name = name;
        Currency = currency;
        Start = start;
        GoLive = goLive;
    }

    /// <summary>What the case is called.</summary>
    public string Name { get; private set; }

    /// <summary>The currency of every result; lines in other currencies are converted by <see cref="ExchangeRates"/>.</summary>
    public Currency Currency { get; }

    /// <summary>The first day of the evaluation, t = 0: every evaluation period counts from it.</summary>
    public LocalDate Start { get; private set; }

    /// <summary>The first day of use; benefits accrue from it on.</summary>
    public LocalDate GoLive { get; private set; }

    /// <summary>Evaluation periods (shortest first), rates and conventions, as far as the case states them.</summary>
    public CaseTerms Terms { get; private set; } = CaseTerms.None;

    /// <summary>How the software is run, or null where that is not stated; costs that do not belong to it are warned of.</summary>
    public DeploymentModel? Deployment { get; private set; }

    /// <summary>Whether amounts include value-added tax, or null where that is not stated. It is said beside the figures and changes none before tax.</summary>
    public TaxBasis? TaxBasis { get; private set; }

    /// <summary>Whether amounts are nominal or real, or null where that is not stated. It is said beside the figures and changes none.</summary>
    public PriceBasis? PriceBasis { get; private set; }

    /// <summary>The taxes of the company that the case is of, or null where they are not stated: then there is no figure after tax.</summary>
    public CaseTaxation? Taxation { get; private set; }

    /// <summary>The waves in which it goes live; empty where go-live is one day.</summary>
    public IReadOnlyList<GoLiveWave> Waves { get; private set; } = Array.AsReadOnly<GoLiveWave>([]);

    /// <summary>The costs.</summary>
    public IReadOnlyList<CostItem> Costs { get; private set; } = Array.AsReadOnly<CostItem>([]);

    /// <summary>The benefits, the long-term block among them.</summary>
    public IReadOnlyList<BenefitItem> Benefits { get; private set; } = Array.AsReadOnly<BenefitItem>([]);

    /// <summary>What benefits draw on: revenue, hours, customers, each with what it holds a year.</summary>
    public IReadOnlyList<ValuePool> Pools { get; private set; } = Array.AsReadOnly<ValuePool>([]);

    /// <summary>The rates for lines in other currencies.</summary>
    public ExchangeRates ExchangeRates { get; private set; } = ExchangeRates.None;

    /// <summary>How results are divided by tags, and cost that they share among them; null where that is not stated.</summary>
    public SharedCostKey? SharedCostKey { get; private set; }

    /// <summary>Uncertain factors that several lines share, and delays of go-live.</summary>
    public IReadOnlyList<UncertaintyDriver> Drivers { get; private set; } = Array.AsReadOnly<UncertaintyDriver>([]);

    /// <summary>Rank correlations of uncertain factors: lines and drivers by id.</summary>
    public IReadOnlyList<RankCorrelation> Correlations { get; private set; } = Array.AsReadOnly<RankCorrelation>([]);

    /// <summary>Views of the case that are looked at side by side, such as 悲观, 基准, 乐观.</summary>
    public IReadOnlyList<CaseScenario> Scenarios { get; private set; } = Array.AsReadOnly<CaseScenario>([]);

    /// <summary>Whether lines that state no uncertainty get one by evidence and category in a simulation; true where the case does not say otherwise.</summary>
    public bool UsesDefaultUncertainty { get; private set; } = true;

    /// <summary>What a month of a study before and after costs, above 0, in the currency of the case; null where that is not stated.</summary>
    public decimal? StudyCostPerMonth { get; private set; }

    /// <summary>Where the figures come from, in the author's words; null where that is not stated.</summary>
    public string? Source { get; private set; }

    /// <summary>A case without costs and benefits yet.</summary>
    /// <param name="name">What the case is called; not blank.</param>
    /// <param name="currency">The currency of every result.</param>
    /// <param name="goLive">The first day of use, from 1900-01-01 to 2200-12-31.</param>
    /// <param name="start">The first day of the evaluation, in the same range; go-live where null. It may lie before go-live (the project) or after it (a late look).</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, or there is no currency.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A date is outside that range.</exception>
    public static InvestmentCase Create(string name, Currency currency, LocalDate goLive, LocalDate? start = null) =>
        currency == Currency.None
            ? throw Check.Wrong("A case needs a currency; allowed: an ISO 4217 code such as CNY.", nameof(currency), "argument.withoutCurrency")
            : new InvestmentCase(Check.NotBlank(name), currency, LineRange.Date(start ?? goLive, start is null ? nameof(goLive) : nameof(start)), LineRange.Date(goLive));

    /// <summary>The case with another name.</summary>
    /// <param name="name">Not blank.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    public InvestmentCase WithName(string name) => With(copy => copy.Name = Check.NotBlank(name));

    /// <summary>The case with a start of the evaluation.</summary>
    /// <param name="start">The first day, t = 0, from 1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside that range.</exception>
    /// <exception cref="ArgumentException">Two of its evaluation periods end on the same date from there.</exception>
    public InvestmentCase WithStart(LocalDate start) => With(copy =>
    {
        copy.Start = LineRange.Date(start);

        // 30 days are less than a month in January and more in February.
        copy.Terms = copy.Terms.OrderedFrom(start, nameof(start));
    });

    /// <summary>The case with another go-live: lines that hang on it move with it, lines with dates of their own stay.</summary>
    /// <param name="goLive">The first day of use, from 1900-01-01 to 2200-12-31.</param>
    /// <exception cref="ArgumentOutOfRangeException">The date is outside that range.</exception>
    public InvestmentCase WithGoLive(LocalDate goLive) => With(copy => copy.GoLive = LineRange.Date(goLive));

    /// <summary>
    /// The case going live in waves: a line with the tag of a wave goes live with it, one with the tags of several is divided among them by their shares. A benefit
    /// without any of the tags is divided among all waves; a cost without any is due with the first.
    /// </summary>
    /// <param name="waves">Each tag once, shares of 100 % together, one at least of 0 months; none for one day of go-live.</param>
    /// <exception cref="ArgumentNullException">The waves are null.</exception>
    /// <exception cref="ArgumentException">A tag stands twice, the shares are not 100 % together, or no wave is at go-live.</exception>
    public InvestmentCase WithWaves(params GoLiveWave[] waves) => With(copy => copy.Waves = Array.AsReadOnly(GoLiveWave.Checked(waves, nameof(waves))));

    /// <summary>The case with these terms; those that they leave open stay as they were.</summary>
    /// <param name="terms">The terms that are stated.</param>
    /// <exception cref="ArgumentNullException">The terms are null.</exception>
    /// <exception cref="ArgumentException">Two evaluation periods end on the same date.</exception>
    public InvestmentCase WithTerms(CaseTerms terms) => With(copy => copy.Terms = Check.NotNull(terms).Or(copy.Terms).OrderedFrom(copy.Start, nameof(terms)));

    /// <summary>The case with a discount rate.</summary>
    /// <param name="annualRate">A yearly rate as a fraction, above -1 and at most 1: 0.08 is 8 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside that range.</exception>
    public InvestmentCase WithDiscountRate(decimal annualRate) => WithTerms(new CaseTerms { DiscountRate = annualRate });

    /// <summary>The case with the two rates of the modified internal rate of return.</summary>
    /// <param name="financeRate">Paid on negative flows, a yearly fraction above -1 and at most 1.</param>
    /// <param name="reinvestmentRate">Earned on positive flows, a yearly fraction above -1 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside that range.</exception>
    public InvestmentCase WithReinvestment(decimal financeRate, decimal reinvestmentRate) =>
        WithTerms(new CaseTerms { FinanceRate = financeRate, ReinvestmentRate = reinvestmentRate });

    /// <summary>The case with a day count.</summary>
    /// <param name="dayCount">How years are counted between dates.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithDayCount(DayCount dayCount) => WithTerms(new CaseTerms { DayCount = dayCount });

    /// <summary>The case with a flow timing.</summary>
    /// <param name="timing">From when flows are discounted.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithFlowTiming(FlowTiming timing) => WithTerms(new CaseTerms { FlowTiming = timing });

    /// <summary>The case with evaluation periods in place of those that it stated.</summary>
    /// <param name="periods">1 to 64 periods, each once, in any order.</param>
    /// <exception cref="ArgumentNullException">The periods or one of them is null.</exception>
    /// <exception cref="ArgumentException">None or too many, or two end on the same date.</exception>
    public InvestmentCase WithPeriods(params EvaluationPeriod[] periods) => WithTerms(new CaseTerms { Periods = Check.NotNull(periods) });

    /// <summary>The case with a deployment model.</summary>
    /// <param name="deployment">How the software is run.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithDeployment(DeploymentModel deployment) => With(copy => copy.Deployment = Check.Defined(deployment));

    /// <summary>The case with a statement of whether its amounts include value-added tax.</summary>
    /// <param name="basis">What all amounts of the case are.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithTaxBasis(TaxBasis basis) => With(copy => copy.TaxBasis = Check.Defined(basis));

    /// <summary>The case with the taxes of its company: it gets figures after tax beside those before.</summary>
    /// <param name="taxation">The taxes; null takes them away.</param>
    public InvestmentCase WithTaxation(CaseTaxation? taxation) => With(copy => copy.Taxation = taxation);

    /// <summary>The case with a statement of the prices that its amounts are in.</summary>
    /// <param name="basis">What all amounts of the case, and its discount rate, are.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithPriceBasis(PriceBasis basis) => With(copy => copy.PriceBasis = Check.Defined(basis));

    /// <summary>The case with these costs in place of those it had.</summary>
    /// <param name="costs">The costs; names once each, and ids once over costs and benefits together.</param>
    /// <exception cref="ArgumentNullException">The costs or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name or an id stands twice.</exception>
    public InvestmentCase WithCosts(params CostItem[] costs) => WithCosts(Check.NotNull(costs).AsEnumerable());

    /// <summary>The case with these costs in place of those it had.</summary>
    /// <param name="costs">The costs; names once each, and ids once over costs and benefits together.</param>
    /// <exception cref="ArgumentNullException">The costs or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name or an id stands twice.</exception>
    public InvestmentCase WithCosts(IEnumerable<CostItem> costs) => With(copy =>
    {
        copy.Costs = Distinct(costs, cost => cost.Name, nameof(costs));
        copy.CheckIds(nameof(costs));
        UncertaintyCheck.Run(copy, nameof(costs));
    });

    /// <summary>The case with further costs behind those it has.</summary>
    /// <param name="costs">The costs; names once each, and ids once over costs and benefits together.</param>
    /// <exception cref="ArgumentNullException">The costs or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name or an id stands twice.</exception>
    public InvestmentCase AddCosts(params CostItem[] costs) => WithCosts(Costs.Concat(Check.NotNull(costs)));

    /// <summary>The case with these benefits in place of those it had.</summary>
    /// <param name="benefits">The benefits; names once each, and ids once over costs and benefits together.</param>
    /// <exception cref="ArgumentNullException">The benefits or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name or an id stands twice.</exception>
    public InvestmentCase WithBenefits(params BenefitItem[] benefits) => WithBenefits(Check.NotNull(benefits).AsEnumerable());

    /// <summary>The case with these benefits in place of those it had.</summary>
    /// <param name="benefits">The benefits; names once each, and ids once over costs and benefits together.</param>
    /// <exception cref="ArgumentNullException">The benefits or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name or an id stands twice.</exception>
    public InvestmentCase WithBenefits(IEnumerable<BenefitItem> benefits) => With(copy =>
    {
        copy.Benefits = Distinct(benefits, benefit => benefit.Name, nameof(benefits));
        copy.CheckIds(nameof(benefits));
        UncertaintyCheck.Run(copy, nameof(benefits));
    });

    /// <summary>The case with further benefits behind those it has.</summary>
    /// <param name="benefits">The benefits; names once each, and ids once over costs and benefits together.</param>
    /// <exception cref="ArgumentNullException">The benefits or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name or an id stands twice.</exception>
    public InvestmentCase AddBenefits(params BenefitItem[] benefits) => WithBenefits(Benefits.Concat(Check.NotNull(benefits)));

    /// <summary>The case with these pools in place of those it had.</summary>
    /// <param name="pools">The pools, each id once.</param>
    /// <exception cref="ArgumentNullException">The pools or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two pools have the same id.</exception>
    public InvestmentCase WithPools(params ValuePool[] pools) => With(copy => copy.Pools = Distinct(pools, pool => pool.Id, nameof(pools)));

    /// <summary>The case with exchange rates for lines in other currencies.</summary>
    /// <param name="rates">The rates.</param>
    /// <exception cref="ArgumentNullException">The rates are null.</exception>
    public InvestmentCase WithExchangeRates(ExchangeRates rates) => With(copy => copy.ExchangeRates = Check.NotNull(rates));

    /// <summary>The case with a key by which its results are divided by tags.</summary>
    /// <param name="key">The key; null takes it away.</param>
    public InvestmentCase WithSharedCostKey(SharedCostKey? key) => With(copy => copy.SharedCostKey = key);

    /// <summary>The case with these drivers in place of those it had.</summary>
    /// <param name="drivers">The drivers; ids once, and none of them the id of a line.</param>
    /// <exception cref="ArgumentNullException">The drivers or one of them is null.</exception>
    /// <exception cref="ArgumentException">An id stands twice or is that of a line, or a selector names no line or tag of the case.</exception>
    public InvestmentCase WithDrivers(params UncertaintyDriver[] drivers) => With(copy =>
    {
        copy.Drivers = Distinct(drivers, driver => driver.Id, nameof(drivers));
        UncertaintyCheck.Run(copy, nameof(drivers));
    });

    /// <summary>The case with these rank correlations in place of those it had.</summary>
    /// <param name="correlations">Each pair once; together they must be possible.</param>
    /// <exception cref="ArgumentNullException">The correlations or one of them is null.</exception>
    /// <exception cref="ArgumentException">A pair stands twice, an id is neither a line nor a driver, or the correlations contradict each other.</exception>
    public InvestmentCase WithCorrelations(params RankCorrelation[] correlations) => With(copy =>
    {
        copy.Correlations = Array.AsReadOnly((RankCorrelation[])Check.NotNull(correlations).Clone());
        UncertaintyCheck.Run(copy, nameof(correlations));
    });

    /// <summary>The case with these scenarios in place of those it had.</summary>
    /// <param name="scenarios">At most 20, each name once.</param>
    /// <exception cref="ArgumentNullException">The scenarios or one of them is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice, there are too many, or one changes a line that the case does not have.</exception>
    public InvestmentCase WithScenarios(params CaseScenario[] scenarios) => With(copy =>
    {
        copy.Scenarios = Distinct(scenarios, scenario => scenario.Name, nameof(scenarios));
        UncertaintyCheck.Run(copy, nameof(scenarios));
    });

    /// <summary>The case with or without uncertainty of lines that state none.</summary>
    /// <param name="isUsed">Whether a simulation takes one by evidence and category.</param>
    public InvestmentCase WithDefaultUncertainty(bool isUsed) => With(copy => copy.UsesDefaultUncertainty = isUsed);

    /// <summary>The case with what a month of a study before and after costs, against which a simulation holds what knowing a factor is worth.</summary>
    /// <param name="cost">Above 0 up to 10^15, in the currency of the case; null takes it away.</param>
    /// <exception cref="ArgumentOutOfRangeException">The cost is outside that range.</exception>
    public InvestmentCase WithStudyCostPerMonth(decimal? cost) => cost is null or (> 0 and <= 1_000_000_000_000_000)
        ? With(copy => copy.StudyCostPerMonth = cost)
        : throw Check.OutOfRange(nameof(cost), cost, "above 0 up to 1000000000000000");

    /// <summary>The case with a note of where its figures come from.</summary>
    /// <param name="source">The note; empty takes it away.</param>
    /// <exception cref="ArgumentNullException">The note is null.</exception>
    public InvestmentCase WithSource(string source) => With(copy => copy.Source = Check.NotNull(source).Length == 0 ? null : source);

    /// <inheritdoc/>
    public bool Equals(InvestmentCase? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Name == other.Name && Currency == other.Currency && Start == other.Start && GoLive == other.GoLive
            && Terms.Equals(other.Terms) && Deployment == other.Deployment && TaxBasis == other.TaxBasis && PriceBasis == other.PriceBasis && Source == other.Source && ExchangeRates.Equals(other.ExchangeRates)
            && Drivers.SequenceEqual(other.Drivers) && Correlations.SequenceEqual(other.Correlations) && Scenarios.SequenceEqual(other.Scenarios)
            && UsesDefaultUncertainty == other.UsesDefaultUncertainty && StudyCostPerMonth == other.StudyCostPerMonth
            && Equals(SharedCostKey, other.SharedCostKey) && Equals(Taxation, other.Taxation) && Waves.SequenceEqual(other.Waves)
            && Costs.SequenceEqual(other.Costs) && Benefits.SequenceEqual(other.Benefits) && Pools.SequenceEqual(other.Pools));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as InvestmentCase);

    /// <inheritdoc/>
    public override int GetHashCode() => (StringComparer.Ordinal.GetHashCode(Name) * 397) ^ Start.GetHashCode() ^ (Costs.Count << 16) ^ Benefits.Count;

    /// <summary>Name, currency and number of lines.</summary>
    public override string ToString() => $"{Name} ({Currency}, {Costs.Count} costs, {Benefits.Count} benefits)";

    private static ReadOnlyCollection<T> Distinct<T>(IEnumerable<T> items, Func<T, string> nameOf, string argument)
        where T : class
    {
        T[] copy = [.. Check.NotNull(items, argument)];
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (T item in copy)
        {
            string name = nameOf(Check.NotNull(item, argument));
            if (!names.Add(name))
            {
                throw Check.Wrong($"'{name}' stands twice; each name is allowed once.", argument, "argument.nameTwice", MessageArgument.Text("name", name));
            }
        }

        return Array.AsReadOnly(copy);
    }

    /// <summary>An id stands once over costs and benefits, and whoever refers to a line of one side by id or by name must mean one line.</summary>
    private void CheckIds(string argument)
    {
        var ids = new HashSet<LineId>();
        bool isRenamed = false;
        foreach (CostItem cost in Costs)
        {
            isRenamed |= cost.Id.Text != cost.Name;
            CheckId(cost.Id, cost.Name);
        }

        foreach (BenefitItem benefit in Benefits)
        {
            isRenamed |= benefit.Id.Text != benefit.Name;
            CheckId(benefit.Id, benefit.Name);
        }

        if (isRenamed)
        {
            CheckNames(Costs.ToDictionary(cost => cost.Id.Text, cost => cost.Name, StringComparer.Ordinal), argument);
            CheckNames(Benefits.ToDictionary(benefit => benefit.Id.Text, benefit => benefit.Name, StringComparer.Ordinal), argument);
        }

        void CheckId(LineId id, string name)
        {
            if (!ids.Add(id))
            {
                string other = Costs.FirstOrDefault(cost => cost.Id == id && cost.Name != name)?.Name ?? Benefits.FirstOrDefault(benefit => benefit.Id == id)?.Name ?? name;
                throw Check.Wrong(
                    $"The lines '{other}' and '{name}' have the same id '{id}'; give one of them another by WithId.", argument, "argument.idTwice",
                    MessageArgument.Text("first", other), MessageArgument.Text("second", name), MessageArgument.Text("id", id.Text));
            }
        }
    }

    private static void CheckNames(Dictionary<string, string> byId, string argument)
    {
        foreach (string name in byId.Values)
        {
            if (byId.TryGetValue(name, out string? other) && other != name)
            {
                throw Check.Wrong(
                    $"'{name}' is the name of one line and the id of '{other}'; give one of them another id by WithId.", argument, "argument.nameIsId",
                    MessageArgument.Text("name", name), MessageArgument.Text("other", other));
            }
        }
    }

    private InvestmentCase With(Action<InvestmentCase> change)
    {
        var copy = (InvestmentCase)MemberwiseClone();
        change(copy);
        CaseDates.Check(copy);
        return copy;
    }
}
