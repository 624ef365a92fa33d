using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A price by usage; <see cref="CostBasis.Usage"/> says how.</summary>
internal sealed class UsageCost : CostBasis
{
    public UsageCost(decimal unitsPerMonth, Money pricePerUnit, BillingCycle every = BillingCycle.Monthly, UsageOptions? options = null)
        : base("usage", pricePerUnit.Currency)
    {
        UsageOptions given = options ?? UsageOptions.None;
        UnitsPerMonth = Check.InRange(unitsPerMonth, 0, LineRange.MostMoney);
        Price = new TieredPrice(LineRange.Amount(pricePerUnit), given.Tiers, given.AllUnitsAtTierPrice, nameof(options));
        Every = Check.Defined(every);
        From = given.From;
        Term = given.Term;
        IncludedPerMonth = Check.InRange(given.IncludedPerMonth, 0, LineRange.MostMoney, nameof(UsageOptions.IncludedPerMonth));
        LineRange.Product(nameof(pricePerUnit), LineRange.MostCost, Price.Highest, unitsPerMonth, every.Months());
        double amount = (double)Price.Highest.Amount * (double)unitsPerMonth * every.Months();
        PriceEscalationPerYear = YearlyChange(given.PriceEscalationPerYear, amount, From, Term, nameof(UsageOptions.PriceEscalationPerYear));
        UnitGrowthPerYear = YearlyChange(given.UnitGrowthPerYear, Math.Max(amount, (double)unitsPerMonth), From, Term, nameof(UsageOptions.UnitGrowthPerYear));
        double both = (1 + (double)PriceEscalationPerYear) * (1 + (double)UnitGrowthPerYear);
        if (amount * Math.Pow(Math.Max(1, both), Term.Anniversaries(From)) > LineRange.MostCost)
        {
            throw LineRange.TooLarge(nameof(UsageOptions.UnitGrowthPerYear), UnitGrowthPerYear, LineRange.MostCost);
        }
    }

    /// <summary>Units of a month in the first year.</summary>
    public decimal UnitsPerMonth { get; }

    /// <summary>The price of a unit, and its tiers.</summary>
    public TieredPrice Price { get; }

    /// <summary>The billing cycle.</summary>
    public BillingCycle Every { get; }

    /// <summary>The first billing date.</summary>
    public CostStart From { get; }

    /// <summary>How long it runs.</summary>
    public CostTerm Term { get; }

    /// <summary>Units of each month that cost nothing.</summary>
    public decimal IncludedPerMonth { get; }

    /// <summary>Price rise at each anniversary of the first date, as a fraction.</summary>
    public decimal PriceEscalationPerYear { get; }

    /// <summary>Growth of the units at each anniversary of the first date, as a fraction.</summary>
    public decimal UnitGrowthPerYear { get; }

    internal override bool IsRecurring => true;

    internal override LocalDate? TermEnd(CaseTimeline timeline) => Term.EndFrom(From.Resolve(timeline));

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(From, visit);

    internal override bool MovesWithGoLive => From.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        var walk = new BillingWalk(timeline, From, Term, Every);
        decimal units = UnitsPerMonth;
        decimal rise = 1;
        decimal amount = AmountOf(units, rise);
        int year = 0;
        while (walk.MoveNext())
        {
            if (year < walk.Years && (PriceEscalationPerYear != 0 || UnitGrowthPerYear != 0))
            {
                for (; year < walk.Years; year++)
                {
                    units *= 1 + UnitGrowthPerYear;
                    rise *= 1 + PriceEscalationPerYear;
                }

                amount = AmountOf(units, rise);
            }

            walk.Record(recorder, walk.Share == 1 ? amount : amount * walk.Share);
        }
    }

    private decimal AmountOf(decimal units, decimal rise) => Price.Of(Math.Max(0, units - IncludedPerMonth)) * Every.Months() * rise;

    private protected override bool HasSame(CostBasis other) =>
        other is UsageCost it && Price.Equals(it.Price)
        && (UnitsPerMonth, Every, From, Term, IncludedPerMonth, PriceEscalationPerYear, UnitGrowthPerYear).Equals((it.UnitsPerMonth, it.Every, it.From, it.Term, it.IncludedPerMonth, it.PriceEscalationPerYear, it.UnitGrowthPerYear));
}
