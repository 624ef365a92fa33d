using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Cases;

/// <summary>A business case: what a CRM costs and what it brings, and the conventions by which it is judged.</summary>
/// <remarks>Immutable: every <c>With...</c> method returns another case.</remarks>
public sealed class InvestmentCase
{
    private static readonly EvaluationPeriod[] CustomaryHorizons = [EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears];

    private InvestmentCase(string name, Currency currency, LocalDate start, LocalDate goLive)
    {
        Name = name;
        Currency = currency;
        Start = start;
        GoLive = goLive;
    }

    /// <summary>What the case is called.</summary>
    public string Name { get; }

    /// <summary>The currency of every result; items in other currencies are converted by <see cref="ExchangeRates"/>.</summary>
    public Currency Currency { get; }

    /// <summary>The first day of the evaluation, t = 0: every evaluation period counts from it.</summary>
    public LocalDate Start { get; private set; }

    /// <summary>The first day of use; benefits accrue from it on.</summary>
    public LocalDate GoLive { get; }

    /// <summary>The yearly discount rate as a fraction (0.08 is 8 %), or null: then no discounted figure has an answer.</summary>
    public decimal? DiscountRate { get; private set; }

    /// <summary>The yearly rate paid on negative flows in the modified internal rate of return; null means <see cref="DiscountRate"/>.</summary>
    public decimal? FinanceRate { get; private set; }

    /// <summary>The yearly rate earned on positive flows in the modified internal rate of return; null means <see cref="DiscountRate"/>.</summary>
    public decimal? ReinvestmentRate { get; private set; }

    /// <summary>How years are counted between dates; <see cref="DayCount.Anniversary"/> unless told.</summary>
    public DayCount DayCount { get; private set; } = DayCount.Anniversary;

    /// <summary>From when flows are discounted; <see cref="FlowTiming.Dated"/> unless told.</summary>
    public FlowTiming FlowTiming { get; private set; } = FlowTiming.Dated;

    /// <summary>The evaluation periods, shortest first; six months, one year and three years unless told.</summary>
    public IReadOnlyList<EvaluationPeriod> Horizons { get; private set; } = CustomaryHorizons;

    /// <summary>How the software is run, or null where that is not known; costs that do not belong to it are warned of.</summary>
    public DeploymentModel? Deployment { get; private set; }

    /// <summary>The costs.</summary>
    public IReadOnlyList<CostItem> Costs { get; private set; } = [];

    /// <summary>The benefits, the long-term block among them.</summary>
    public IReadOnlyList<BenefitItem> Benefits { get; private set; } = [];

    /// <summary>What benefits draw on: revenue, hours, customers, each with what it holds a year.</summary>
    public IReadOnlyList<ValuePool> Pools { get; private set; } = [];

    /// <summary>The rates for items in other currencies.</summary>
    public ExchangeRates ExchangeRates { get; private set; } = ExchangeRates.None;

    /// <summary>Where the figures come from, in the author's words; empty unless told.</summary>
    public string Source { get; private set; } = string.Empty;

    /// <summary>A case without costs and benefits yet.</summary>
    /// <param name="name">What it is called; not blank.</param>
    /// <param name="currency">The currency of the results.</param>
    /// <param name="goLive">The first day of use.</param>
    /// <param name="start">The first day of the evaluation; the go-live where it is left out.</param>
    /// <exception cref="ArgumentException">The name is blank, or there is no currency.</exception>
    public static InvestmentCase Create(string name, Currency currency, LocalDate goLive, LocalDate? start = null) =>
        currency == Currency.None
            ? throw new ArgumentException("A case needs a currency; allowed: an ISO 4217 code such as CNY.", nameof(currency))
            : new InvestmentCase(Check.NotBlank(name), currency, start ?? goLive, goLive);

    /// <summary>The case with a start of the evaluation.</summary>
    /// <param name="start">The first day of the evaluation.</param>
    /// <exception cref="ArgumentException">Two evaluation periods end on the same date from that start.</exception>
    public InvestmentCase WithStart(LocalDate start)
    {
        InvestmentCase copy = Copy();
        copy.Start = start;

        if (!ReferenceEquals(Horizons, CustomaryHorizons))
        {
            // 30 days are less than a month in January and more in February; the customary ones never change places.
            copy.Horizons = EvaluationPeriods.Ordered(Horizons, start, nameof(start));
        }

        return copy;
    }

    /// <summary>The case with a discount rate.</summary>
    /// <param name="annualRate">Yearly, as a fraction: 0.08 is 8 %; above -1 and at most 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public InvestmentCase WithDiscountRate(decimal annualRate)
    {
        InvestmentCase copy = Copy();
        copy.DiscountRate = Rate(annualRate, nameof(annualRate));
        return copy;
    }

    /// <summary>The case with the two rates of the modified internal rate of return.</summary>
    /// <param name="financeRate">Yearly rate on negative flows, as a fraction; above -1 and at most 10.</param>
    /// <param name="reinvestmentRate">Yearly rate on positive flows, as a fraction; above -1 and at most 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate is outside that range.</exception>
    public InvestmentCase WithReinvestment(decimal financeRate, decimal reinvestmentRate)
    {
        InvestmentCase copy = Copy();
        copy.FinanceRate = Rate(financeRate, nameof(financeRate));
        copy.ReinvestmentRate = Rate(reinvestmentRate, nameof(reinvestmentRate));
        return copy;
    }

    /// <summary>The case with a day count.</summary>
    /// <param name="dayCount">How years are counted.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithDayCount(DayCount dayCount)
    {
        InvestmentCase copy = Copy();
        copy.DayCount = Check.Defined(dayCount);
        return copy;
    }

    /// <summary>The case with a flow timing.</summary>
    /// <param name="timing">From when flows are discounted.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithFlowTiming(FlowTiming timing)
    {
        InvestmentCase copy = Copy();
        copy.FlowTiming = Check.Defined(timing);
        return copy;
    }

    /// <summary>The case with other evaluation periods.</summary>
    /// <param name="horizons">One or more, each once; put in order of length.</param>
    /// <exception cref="ArgumentNullException">The list or a period is null.</exception>
    /// <exception cref="ArgumentException">No period, or one twice.</exception>
    public InvestmentCase WithHorizons(params EvaluationPeriod[] horizons)
    {
        InvestmentCase copy = Copy();
        copy.Horizons = EvaluationPeriods.Ordered(Check.NotNull(horizons), Start);
        return copy;
    }

    /// <summary>The case with a deployment model.</summary>
    /// <param name="deployment">How the software is run.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public InvestmentCase WithDeployment(DeploymentModel deployment)
    {
        InvestmentCase copy = Copy();
        copy.Deployment = Check.Defined(deployment);
        return copy;
    }

    /// <summary>The case with these costs in place of those it had.</summary>
    /// <param name="costs">The costs; each name once.</param>
    /// <exception cref="ArgumentNullException">The list or a cost is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public InvestmentCase WithCosts(params CostItem[] costs)
    {
        InvestmentCase copy = Copy();
        copy.Costs = Distinct(costs, cost => cost.Name, nameof(costs));
        return copy;
    }

    /// <summary>The case with these benefits in place of those it had.</summary>
    /// <param name="benefits">The benefits; each name once.</param>
    /// <exception cref="ArgumentNullException">The list or a benefit is null.</exception>
    /// <exception cref="ArgumentException">A name stands twice.</exception>
    public InvestmentCase WithBenefits(params BenefitItem[] benefits)
    {
        InvestmentCase copy = Copy();
        copy.Benefits = Distinct(benefits, benefit => benefit.Name, nameof(benefits));
        return copy;
    }

    /// <summary>The case with these pools in place of those it had.</summary>
    /// <param name="pools">What benefits draw on; each identifier once.</param>
    /// <exception cref="ArgumentNullException">The list or a pool is null.</exception>
    /// <exception cref="ArgumentException">An identifier stands twice.</exception>
    public InvestmentCase WithPools(params ValuePool[] pools)
    {
        InvestmentCase copy = Copy();
        copy.Pools = Distinct(pools, pool => pool.Id, nameof(pools));
        return copy;
    }

    /// <summary>The case with exchange rates for items in other currencies.</summary>
    /// <param name="rates">The dated rates.</param>
    /// <exception cref="ArgumentNullException">The rates are null.</exception>
    public InvestmentCase WithExchangeRates(ExchangeRates rates)
    {
        InvestmentCase copy = Copy();
        copy.ExchangeRates = Check.NotNull(rates);
        return copy;
    }

    /// <summary>The case with a note of where its figures come from.</summary>
    /// <param name="source">Free text; may be empty.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public InvestmentCase WithSource(string source)
    {
        InvestmentCase copy = Copy();
        copy.Source = Check.NotNull(source);
        return copy;
    }

    /// <summary>Name, currency and number of items.</summary>
    public override string ToString() => $"{Name} ({Currency}, {Costs.Count} costs, {Benefits.Count} benefits)";

    private static decimal Rate(decimal annualRate, string name) =>
        annualRate > -1 && annualRate <= 10 ? annualRate : throw Check.OutOfRange(name, annualRate, "above -1 (-100 %) and at most 10 (1000 %)");

    private static T[] Distinct<T>(T[] items, Func<T, string> nameOf, string argument)
        where T : class
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (T item in Check.NotNull(items, argument))
        {
            string name = nameOf(Check.NotNull(item, argument));
            if (!names.Add(name))
            {
                throw new ArgumentException($"'{name}' stands twice; each name is allowed once.", argument);
            }
        }

        return (T[])items.Clone();
    }

    private InvestmentCase Copy() => (InvestmentCase)MemberwiseClone();
}
