using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A cost that recurs, paid in advance on the first day of each cycle.</summary>
/// <remarks>
/// Amount of the cycle that begins m months after the first date: amount x (1 + escalation)^floor(m / 12). Billing dates are counted from the first
/// date, never from the one before. A last cycle that the term cuts short is paid in part: by months where the term ends on a monthly date of the
/// cost, by days otherwise. The end of an evaluation cuts nothing: what was paid in advance was paid.
/// </remarks>
internal sealed class RecurringCost : CostBasis
{
    public RecurringCost(Money amount, BillingCycle every, CostStart from = default, CostTerm term = default, decimal escalationPerYear = 0)
        : base("recurring", amount.Currency)
    {
        Amount = LineRange.Amount(amount);
        Every = Check.Defined(every);
        From = from;
        Term = term;
        EscalationPerYear = YearlyChange(escalationPerYear, (double)amount.Amount, from, term, nameof(escalationPerYear));
    }

    /// <summary>The amount of one cycle in the first year.</summary>
    public Money Amount { get; }

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
        Record(timeline, recorder, Amount.Amount, Every, From, Term, EscalationPerYear);

    internal static void Record(
        CaseTimeline timeline, FlowRecorder recorder, decimal amount, BillingCycle every, CostStart from, CostTerm term, decimal escalationPerYear)
    {
        var walk = new BillingWalk(timeline, from, term, every);
        int year = 0;
        while (walk.MoveNext())
        {
            for (; escalationPerYear != 0 && year < walk.Years; year++)
            {
                amount *= 1 + escalationPerYear;
            }

            walk.Record(recorder, walk.Share == 1 ? amount : amount * walk.Share);
        }
    }

    private protected override bool HasSame(CostBasis other) =>
        other is RecurringCost it && (Amount, Every, From, Term, EscalationPerYear).Equals((it.Amount, it.Every, it.From, it.Term, it.EscalationPerYear));
}
