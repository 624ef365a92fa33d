using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Less output in the weeks after go-live: people x hours a week x weeks x loaded hourly rate x dip, half of it where the recovery is linear.</summary>
/// <remarks>
/// Accrues by days and is dated the last day of each grid month that it touches. After d of D days the part lost is d/D for a constant dip and
/// d(2D - d)/D^2 for a linear recovery. Amounts are kept to ten decimals, and the months sum to the total exactly.
/// </remarks>
internal sealed class ProductivityDipCost : CostBasis
{
    private const int Decimals = 10;

    public ProductivityDipCost(
        int people,
        decimal hoursPerWeek,
        Money loadedHourlyRate,
        Share dip,
        int weeks,
        DipRecovery recovery = DipRecovery.Linear,
        CostStart? from = null,
        WorkTimeFactor? workTime = null)
        : base("productivityDip", loadedHourlyRate.Currency)
    {
        People = LineRange.People(people);
        HoursPerWeek = Check.InRange(hoursPerWeek, 0, 168);
        LoadedHourlyRate = LineRange.Amount(loadedHourlyRate);
        Dip = dip;
        Weeks = Check.InRange(weeks, 1, 520);
        Recovery = Check.Defined(recovery);
        From = from ?? CostStart.GoLive;
        WorkTime = workTime ?? WorkTimeFactor.None;
        Money full = LineRange.Product(nameof(loadedHourlyRate), LineRange.MostCost, loadedHourlyRate, people * hoursPerWeek * weeks, dip.Value, WorkTime.Ratio);
        Total = (recovery == DipRecovery.Linear ? full / 2 : full).Round(Decimals);
    }

    /// <summary>How many people it concerns.</summary>
    public int People { get; }

    /// <summary>Working hours a person and week.</summary>
    public decimal HoursPerWeek { get; }

    /// <summary>Cost of an hour with the employer's contributions.</summary>
    public Money LoadedHourlyRate { get; }

    /// <summary>The part of their output that is lost on the first day.</summary>
    public Share Dip { get; }

    /// <summary>How many weeks it lasts.</summary>
    public int Weeks { get; }

    /// <summary>How the output comes back.</summary>
    public DipRecovery Recovery { get; }

    /// <summary>The first day.</summary>
    public CostStart From { get; }

    /// <summary>Turns a paid hour into a worked one.</summary>
    public WorkTimeFactor WorkTime { get; }

    /// <summary>The whole cost of the dip, to ten decimals.</summary>
    public Money Total { get; }

    internal override bool MovesWithGoLive => From.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        MonthGrid grid = timeline.Grid;
        LocalDate first = From.Resolve(timeline);
        decimal total = Total.Amount;
        int days = 7 * Weeks;
        for (int month = Math.Max(0, grid.IndexOf(first)); month < grid.Count; month++)
        {
            int begin = Math.Max(0, Period.DaysBetween(first, grid[month]));
            if (begin >= days)
            {
                return;
            }

            int end = Math.Min(days, Period.DaysBetween(first, grid[month + 1]));
            recorder.ThroughMonth(month, LostAfter(end, days, total) - LostAfter(begin, days, total));
        }
    }

    internal override decimal Before(CaseTimeline timeline) => LostUntil(timeline.Start, timeline);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => Total.Amount - LostUntil(end, timeline);

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(From, visit);

    private decimal LostUntil(LocalDate date, CaseTimeline timeline) =>
        LostAfter(Math.Min(7 * Weeks, Math.Max(0, Period.DaysBetween(From.Resolve(timeline), date))), 7 * Weeks, Total.Amount);

    private decimal LostAfter(int day, int days, decimal total)
    {
        decimal part = Recovery == DipRecovery.Constant ? day / (decimal)days : day * ((2L * days) - day) / (decimal)((long)days * days);
        return Math.Round(total * part, Decimals, MidpointRounding.AwayFromZero);
    }

    private protected override bool HasSame(CostBasis other) =>
        other is ProductivityDipCost it && (People, HoursPerWeek, LoadedHourlyRate, Dip, Weeks, Recovery, From, WorkTime).Equals((it.People, it.HoursPerWeek, it.LoadedHourlyRate, it.Dip, it.Weeks, it.Recovery, it.From, it.WorkTime));
}
