using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A subscription: seats x price per seat, paid in advance on the first day of each billing cycle.</summary>
/// <remarks>
/// <para>Price of the cycle that begins m months after the first date: price x (1 + escalation)^floor(m / 12).</para>
/// <para>Seats by growth: seats x (1 + growth)^floor(m / 12), up to the next whole seat. Seats by plan: the last step on or before the billing date, the
/// initial seats before the first step. Seats that a step adds within a cycle are paid on the date of the step for the remaining days of the cycle; seats
/// that a step gives up are paid to the end of the cycle.</para>
/// <para>A term in months renews unless the contract ends: bills go on in their rhythm, at the price that escalation has brought them to. A last cycle that the end cuts
/// short is paid in part, as <see cref="RecurringCost"/> says.</para>
/// </remarks>
internal sealed class SubscriptionCost : CostBasis
{
    private readonly SeatStep[] _plan;

    /// <summary>A subscription whose seats are constant, grow by a yearly rate, or follow a plan.</summary>
    internal SubscriptionCost(
        int seats,
        Money pricePerSeat,
        BillingCycle every,
        CostStart from = default,
        CostTerm term = default,
        decimal priceEscalationPerYear = 0,
        decimal seatGrowthPerYear = 0,
        IEnumerable<SeatStep>? seatPlan = null,
        int freeMonths = 0,
        IEnumerable<PriceTier>? seatTiers = null,
        bool allSeatsAtTierPrice = false,
        ContractRenewal? renewal = null)
        : this(
            seats, pricePerSeat, every, from, term, priceEscalationPerYear, seatGrowthPerYear, (SeatStep[])[.. seatPlan ?? []], freeMonths,
            new TieredPrice(LineRange.Amount(pricePerSeat), seatTiers ?? [], allSeatsAtTierPrice, nameof(seatTiers)),
            renewal)
    {
    }

    private SubscriptionCost(
        int seats, Money pricePerSeat, BillingCycle every, CostStart from, CostTerm term, decimal priceEscalationPerYear, decimal seatGrowthPerYear, SeatStep[] seatPlan,
        int freeMonths, TieredPrice price, ContractRenewal? renewal)
        : base("subscription", pricePerSeat.Currency)
    {
        Seats = LineRange.People(seats);
        PricePerSeat = pricePerSeat;
        Price = price;
        FreeMonths = Check.InRange(freeMonths, 0, CostTerm.MostMonths);
        Every = Check.Defined(every);
        From = from;
        Term = term;
        Renewal = renewal is { } stated ? Check.Defined(stated, nameof(renewal)) : null;
        if (Renewal is not null && term.Months is null)
        {
            throw Check.Wrong("A renewal is stated without a term in months; allowed: with one, whose end it speaks of.", nameof(renewal), "argument.renewal");
        }

        term = Runs;
        int most = seats;
        for (int i = 0; i < seatPlan.Length; i++)
        {
            LineRange.Date(seatPlan[i].From, nameof(seatPlan));
            most = Math.Max(most, seatPlan[i].Seats);
            if (i > 0 && seatPlan[i].From <= seatPlan[i - 1].From)
            {
                throw Check.Wrong(
                    $"Step {i} ({seatPlan[i]}) is not after the one before ({seatPlan[i - 1]}).", nameof(seatPlan), "argument.stepsNotAscending",
                    MessageArgument.Date("date", seatPlan[i].From), MessageArgument.Date("before", seatPlan[i - 1].From));
            }
        }

        if (seatPlan.Length > 0 && seatGrowthPerYear != 0)
        {
            throw Check.Wrong("A plan of the seats and a growth of them are given; allowed: one of the two.", nameof(seatPlan), "argument.planAndGrowth");
        }

        LineRange.Product(nameof(pricePerSeat), LineRange.MostCost, price.Highest, most);
        PriceEscalationPerYear = YearlyChange(priceEscalationPerYear, (double)price.Highest.Amount * Math.Max(most, 1), from, term, nameof(priceEscalationPerYear));
        SeatGrowthPerYear = YearlyChange(seatGrowthPerYear, Math.Max(most, 1), from, term, nameof(seatGrowthPerYear));

        // Both at once, and the whole seat that growth is rounded up to.
        double both = Math.Pow((1 + (double)priceEscalationPerYear) * (1 + (double)seatGrowthPerYear), term.Anniversaries(from));
        if (seatGrowthPerYear != 0 && (double)price.Highest.Amount * (seats + 1) * both > LineRange.MostCost)
        {
            throw LineRange.TooLarge(nameof(seatGrowthPerYear), seatGrowthPerYear, LineRange.MostCost);
        }

        _plan = seatPlan;
        SeatPlan = new ReadOnlyCollection<SeatStep>(seatPlan);
    }

    /// <summary>Seats at the start, or before the first step of the plan.</summary>
    public int Seats { get; }

    /// <summary>The price of one seat for one billing cycle in the first year.</summary>
    public Money PricePerSeat { get; }

    /// <summary>The price of one seat, and its tiers.</summary>
    public TieredPrice Price { get; }

    /// <summary>Months from the first billing date that cost nothing.</summary>
    public int FreeMonths { get; }

    /// <summary>The billing cycle.</summary>
    public BillingCycle Every { get; }

    /// <summary>The first billing date.</summary>
    public CostStart From { get; }

    /// <summary>How long it runs.</summary>
    public CostTerm Term { get; }

    /// <summary>What becomes of it when its term in months ends; null where the case does not say, and it is taken to renew.</summary>
    public ContractRenewal? Renewal { get; }

    /// <summary>Whether it is silent about the end of its term in months, and taken to renew.</summary>
    internal bool RenewsSilently => Term.Months is not null && Renewal is null;

    /// <summary>The term that bills are written for: a contract that renews goes on in its rhythm.</summary>
    private CostTerm Runs => Term.Months is not null && Renewal != ContractRenewal.Ends ? CostTerm.Open : Term;

    /// <summary>Price rise at each anniversary of the first date, as a fraction.</summary>
    public decimal PriceEscalationPerYear { get; }

    /// <summary>Growth of the seats at each anniversary of the first date, as a fraction; 0 where a plan is given.</summary>
    public decimal SeatGrowthPerYear { get; }

    /// <summary>The steps of the plan by ascending date; empty where the seats are constant or grow by a rate.</summary>
    public IReadOnlyList<SeatStep> SeatPlan { get; }

    internal override bool IsRecurring => true;

    internal override LocalDate? TermEnd(CaseTimeline timeline) => Term.EndFrom(From.Resolve(timeline));

    internal override void VisitDates(Action<LocalDate> visit)
    {
        VisitDate(From, visit);
        Array.ForEach(_plan, step => visit(step.From));
    }

    internal override bool MovesWithGoLive => From.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        var walk = new BillingWalk(timeline, From, Runs, Every);
        decimal rise = 1;
        decimal exactSeats = Seats;
        decimal amount = Price.Of(Seats);
        int year = 0;
        while (walk.MoveNext())
        {
            if (year < walk.Years && (PriceEscalationPerYear != 0 || SeatGrowthPerYear != 0))
            {
                for (; year < walk.Years; year++)
                {
                    rise *= 1 + PriceEscalationPerYear;
                    exactSeats *= 1 + SeatGrowthPerYear;
                }

                amount = rise * Price.Of(decimal.Ceiling(exactSeats));
            }

            if (_plan.Length > 0)
            {
                RecordPlanned(timeline, recorder, walk, rise);
            }
            else
            {
                decimal share = PaidShare(walk);
                walk.Record(recorder, share == 1 ? amount : amount * share);
            }
        }
    }

    private void RecordPlanned(CaseTimeline timeline, FlowRecorder recorder, in BillingWalk walk, decimal rise)
    {
        LocalDate begin = walk.Date;
        LocalDate end = walk.PaidUntil;
        int step = 0;
        int paid = Seats;
        for (; step < _plan.Length && _plan[step].From <= begin; step++)
        {
            paid = _plan[step].Seats;
        }

        walk.Record(recorder, rise * Price.Of(paid) * PaidShare(walk));
        LocalDate free = FreeMonths == 0 ? begin : From.Resolve(timeline).PlusMonths(FreeMonths);
        for (; step < _plan.Length && _plan[step].From < end; step++)
        {
            int added = _plan[step].Seats - paid;
            if (added > 0)
            {
                if (recorder.AsksForCover)
                {
                    recorder.Covers(_plan[step].From, end);
                }

                // Seats beyond a tier may be cheaper than those before it: what is added never lowers what is paid.
                decimal more = Math.Max(0, Price.Of(_plan[step].Seats) - Price.Of(paid));
                LocalDate from = _plan[step].From > free ? _plan[step].From : free;
                decimal share = Math.Max(0, Period.DaysBetween(from, end)) / (decimal)Period.DaysBetween(begin, walk.CycleEnd);
                RecordOn(timeline, recorder, _plan[step].From, rise * more * share);
                paid = _plan[step].Seats;
            }
        }
    }

    /// <summary>The part of a cycle that is paid: what the term leaves of it, without its free months.</summary>
    private decimal PaidShare(in BillingWalk walk)
    {
        if (FreeMonths <= walk.Months)
        {
            return walk.Share;
        }

        return Math.Max(0, walk.Share - ((FreeMonths - walk.Months) / (decimal)Every.Months()));
    }

    private protected override bool HasSame(CostBasis other) =>
        other is SubscriptionCost it && Renewal == it.Renewal && (Seats, PricePerSeat, Every, From, Term, PriceEscalationPerYear, SeatGrowthPerYear).Equals((it.Seats, it.PricePerSeat, it.Every, it.From, it.Term, it.PriceEscalationPerYear, it.SeatGrowthPerYear))
        && FreeMonths == it.FreeMonths && Price.Equals(it.Price) && _plan.AsEnumerable().SequenceEqual(it._plan);
}
