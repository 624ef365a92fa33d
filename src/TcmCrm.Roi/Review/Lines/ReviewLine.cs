using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Review;

/// <summary>One line of the case under review: its plan, what was booked or measured up to the review's month, and the difference.</summary>
public sealed class ReviewLine
{
    private readonly LineRecord _record;
    private readonly ReviewMonths _months;

    /// <param name="record">What is known of the line.</param>
    /// <param name="start">The month of the start of the case.</param>
    /// <param name="months">The months of the review.</param>
    /// <param name="currency">The currency of the case.</param>
    /// <param name="policy">Thresholds and assumptions.</param>
    /// <param name="t">Student's t at the level of the review.</param>
    /// <param name="baseline">The value before go-live recorded under the line's id or name.</param>
    internal ReviewLine(LineRecord record, int start, ReviewMonths months, Currency currency, ReviewPolicy policy, LineScratch t, decimal? baseline)
    {
        _record = record;
        _months = months;
        if (record.IsCost)
        {
            Settlement = CostSettlement.Of(record, start, months.AsOf, t, record.Until is { } until ? months.IndexOf(until.PlusDays(-1)) + 1 : int.MaxValue);
            FirstActual = Array.FindIndex(record.Amounts, amount => amount != 0);
            MonthsLate = LineShift.MonthsLate(record, FirstActual, months.AsOf);
            Variance = LineShift.OfCost(record, Settlement, months.AsOf, currency);
        }
        else
        {
            Measurement = BenefitMeasurement.Of(record, months.AsOf, policy, t);
            FirstActual = Array.IndexOf(record.HasRow, true);
            MonthsLate = Measurement.MonthsLate;
            Variance = LineShift.OfBenefit(record, Measurement, months.AsOf, currency, policy);
        }

        IsAsPlanned = !record.IsUnplanned && record.IsAsPlannedThrough(months.AsOf);
        Counted = Measurement is null || IsAsPlanned ? Variance.Actual : Variance.Actual - new Money(Measurement.NotCounted(record, months.AsOf), currency).RoundToMinorUnit();
        Baseline = baseline;
        Status = record.Benefit is null ? null : StatusOf(policy);
    }

    /// <summary>What the line is called by everything that refers to it; of a cost that was not planned, what it was booked on.</summary>
    public LineId Id => _record.Id;

    /// <summary>The name, as in the case.</summary>
    public string Name => _record.Name;

    /// <summary>Which side of the case it stands on.</summary>
    public FlowSide Side => _record.Side;

    /// <summary>The cost of the case, or null for a benefit and for a cost that was not planned.</summary>
    public CostItem? Cost => _record.Cost;

    /// <summary>The benefit of the case, or null for a cost.</summary>
    public BenefitItem? Benefit => _record.Benefit;

    /// <summary>Whether it belongs to the long-term block, which is shown apart.</summary>
    public bool IsLongTerm => Side == FlowSide.LongTermBenefit;

    /// <summary>Whether the case has no line for this cost.</summary>
    public bool IsUnplanned => _record.IsUnplanned;

    /// <summary>Whether anything other than zero was booked, or anything measured, to date: a benefit that was measured as nothing has started.</summary>
    public bool HasStarted => FirstActual >= 0;

    /// <summary>
    /// Months by which the line started late. A benefit: from the first planned to the first month that a measurement covers, 0 where that was earlier or where
    /// the plan has seasons. A cost: the middle of the distances between planned and actual bookings in order, or between the first of each when their
    /// numbers differ by more than one; negative when early. A line that should have started and has not: the months from its planned start to the
    /// review's month, both included.
    /// </summary>
    public int MonthsLate { get; }

    /// <summary>Months to date with at least one observation of money.</summary>
    public int MeasuredMonths => _record.MeasuredMonths;

    /// <summary>Actual less plan to date, in its parts.</summary>
    public LineVariance Variance { get; }

    /// <summary>What it comes to by the end of the longest evaluation period, not rounded.</summary>
    public Money Forecast { get; internal set; }

    /// <summary>The value before go-live that was recorded as baseline under the line's id or name, in the unit of its measure; null where none was.</summary>
    public decimal? Baseline { get; }

    /// <summary>Where a benefit stands; null for a cost.</summary>
    public BenefitStatus? Status { get; }

    internal int FirstActual { get; }

    /// <summary>Of a benefit, what the forecast counts of it to date: without what is in doubt, and with the months of a planned loss that nobody measured.</summary>
    internal Money Counted { get; }

    /// <summary>Whether every month to date is as planned, to the minor unit.</summary>
    internal bool IsAsPlanned { get; }

    internal bool IsCost => _record.IsCost;

    internal LineRecord Record => _record;

    /// <summary>Which bills are paid; of a cost.</summary>
    internal CostSettlement? Settlement { get; }

    /// <summary>What the measurements cover; of a benefit.</summary>
    internal BenefitMeasurement? Measurement { get; }

    internal LinePlan Plan => _record.Plan;

    /// <summary>The plan of a month, in the currency of the case.</summary>
    /// <param name="month">The month.</param>
    public decimal PlanIn(YearMonth month) => Plan.In(_months.IndexOf(month));

    /// <summary>What was booked or measured in a month.</summary>
    /// <param name="month">The month.</param>
    /// <param name="amount">The sum, in the currency of the case; 0 when there is no observation.</param>
    /// <returns>False where there is no observation, and after the review's month.</returns>
    public bool TryGetActual(YearMonth month, out decimal amount)
    {
        int index = _months.IndexOf(month);
        bool known = index >= 0 && index <= _months.AsOf && _record.HasRow[index];
        amount = known ? _record.Amounts[index] : 0;
        return known;
    }

    /// <summary>
    /// Of a benefit the share of its plan that was measured, the recent months weighing more, at the actual timing and not capped; of a cost the price ratio of
    /// its bills, the median of the last twelve months, or their sum where the plan estimates them.
    /// </summary>
    /// <param name="ratio">The ratio; 1 when there is no answer.</param>
    /// <returns>False before the first observation that has a plan beside it.</returns>
    public bool TryGetRealization(out decimal ratio)
    {
        ratio = Settlement?.PriceRatio ?? Measurement!.Share;
        return (Settlement?.Matched ?? Measurement!.Stretches) > 0;
    }

    /// <summary>Name and variance, invariant.</summary>
    public override string ToString() => $"{Name}: {Variance}";

    /// <summary>Whether a month lies after the end of the last contract, so that nothing of the line comes any more.</summary>
    internal bool IsOverIn(int month) => _record.Until is { } until && month > _months.IndexOf(until.PlusDays(-1));

    internal MessageArgument AsArgument() => MessageArgument.Line("line", Id, Name);

    private BenefitStatus StatusOf(ReviewPolicy policy)
    {
        decimal tolerance = policy.Tolerance.Value;
        if (Variance.Plan.Amount < 0)
        {
            return StatusOfLoss(tolerance);
        }

        if (Variance.Plan.Amount <= 0)
        {
            return Counted.Amount > 0 ? BenefitStatus.Exceeded : BenefitStatus.Planned;
        }

        // Months whose measurement is not expected yet are held against no one.
        decimal due = Variance.Plan.Amount - Plan.Through(_months.AsOf - MonthsLate) + Plan.Through(Measurement!.PendingFrom - 1 - MonthsLate);
        decimal realised = IsAsPlanned || due <= 0 ? 1 : Counted.Amount / due;
        BenefitStatus status = realised > 1 + tolerance ? BenefitStatus.Exceeded
            : realised >= 1 - tolerance ? BenefitStatus.OnTrack
            : realised >= 1 - (3 * tolerance) || IsShortOnlyOfMeasurements(due, tolerance) ? BenefitStatus.AtRisk
            : BenefitStatus.Missed;
        bool isVerified = _record.VerifiedThrough >= 0 && _record.VerifiedThrough >= _months.AsOf - policy.MissingMonths;
        return isVerified && status is (BenefitStatus.OnTrack or BenefitStatus.Exceeded) ? BenefitStatus.Verified : status;
    }

    /// <summary>A loss is on track while it is no larger than planned in the months measured; until then it is planned.</summary>
    private BenefitStatus StatusOfLoss(decimal tolerance)
    {
        decimal planned = 0;
        for (int month = 0; month <= _months.AsOf; month++)
        {
            planned += Measurement!.Covers(month) ? Plan.In(month) : 0;
        }

        decimal more = planned >= 0 ? 0 : (Variance.Actual.Amount / planned) - 1;
        return planned >= 0 || Measurement!.Doubted.Rows > 0 ? BenefitStatus.Planned
            : more <= tolerance ? BenefitStatus.OnTrack
            : more <= 3 * tolerance ? BenefitStatus.AtRisk
            : BenefitStatus.Missed;
    }

    /// <summary>Whether what is missing to the plan is months that nobody measured: the measured ones are on track.</summary>
    private bool IsShortOnlyOfMeasurements(decimal due, decimal tolerance)
    {
        decimal measured = due - Measurement!.UnmeasuredPlan;
        return measured > 0 && Measurement.UnmeasuredMonths > 0 && Counted.Amount >= measured * (1 - tolerance);
    }
}
