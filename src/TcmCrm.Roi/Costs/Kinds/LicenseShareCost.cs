using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Maintenance as a yearly share of the licence price, paid in advance on the first day of each cycle.</summary>
/// <remarks>Amount of a cycle: licence price x share per year x months of the cycle / 12, escalated as <see cref="RecurringCost"/> is.</remarks>
internal sealed class LicenseShareCost : CostBasis
{
    public LicenseShareCost(
        Money licensePrice,
        Share sharePerYear,
        BillingCycle every = BillingCycle.Yearly,
        CostStart from = default,
        CostTerm term = default,
        decimal escalationPerYear = 0)
        : base("licenseShare", licensePrice.Currency)
    {
        LicensePrice = LineRange.Amount(licensePrice);
        SharePerYear = sharePerYear;
        Every = Check.Defined(every);
        From = from;
        Term = term;
        EscalationPerYear = YearlyChange(escalationPerYear, (double)licensePrice.Amount, from, term, nameof(escalationPerYear));
    }

    /// <summary>What the licence costs once.</summary>
    public Money LicensePrice { get; }

    /// <summary>The part of it that is due each year.</summary>
    public Share SharePerYear { get; }

    /// <summary>The cycle.</summary>
    public BillingCycle Every { get; }

    /// <summary>The first billing date.</summary>
    public CostStart From { get; }

    /// <summary>How long it runs.</summary>
    public CostTerm Term { get; }

    /// <summary>Price rise at each anniversary of the first date, as a fraction.</summary>
    public decimal EscalationPerYear { get; }

    internal override bool IsRecurring => true;

    internal override LocalDate? TermEnd(CaseTimeline timeline) => Term.EndFrom(From.Resolve(timeline));

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(From, visit);

    internal override bool MovesWithGoLive => From.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder) =>
        RecurringCost.Record(timeline, recorder, LicensePrice.Amount * SharePerYear.Value * Every.Months() / 12, Every, From, Term, EscalationPerYear);

    private protected override bool HasSame(CostBasis other) =>
        other is LicenseShareCost it && (LicensePrice, SharePerYear, Every, From, Term, EscalationPerYear).Equals((it.LicensePrice, it.SharePerYear, it.Every, it.From, it.Term, it.EscalationPerYear));
}
