using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Lines of the category Time (时间成本): hours that the company's own people spend or lose.</summary>
public static class TimeCost
{
    /// <summary>Hours of learning: people x hours each x loaded hourly rate x paid days / worked days, on one date.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="people">How many people learn, 0 to 10,000,000.</param>
    /// <param name="hoursEach">Hours a person, 0 to 100,000.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions (人工成本), 0 to 1e15.</param>
    /// <param name="on">When it is booked; go-live by default.</param>
    /// <param name="workTime">Turns a paid hour into a worked one, for example <see cref="WorkTimeFactor.China2025"/>; none by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e21.</exception>
    public static CostItem Learning(
        string name, int people, decimal hoursEach, Money loadedHourlyRate, CostStart? on = null, WorkTimeFactor? workTime = null) =>
        new(name, CostCategory.Time, new LearningTimeCost(people, hoursEach, loadedHourlyRate, on, workTime), CostElement.Learning);

    /// <summary>Less output in the weeks after go-live: people x hours a week x weeks x loaded hourly rate x dip, half of it where the recovery is linear.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="people">How many people it concerns, 0 to 10,000,000.</param>
    /// <param name="hoursPerWeek">Working hours a person and week, 0 to 168.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions (人工成本), 0 to 1e15.</param>
    /// <param name="dip">The part of their output that is lost on the first day; 0.2 is 20 %.</param>
    /// <param name="weeks">How long it lasts, 1 to 520 weeks.</param>
    /// <param name="options">How the output comes back, from when, and the work-time factor; linear from go-live without a factor by default.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or the line comes to more than 1e21.</exception>
    /// <remarks>
    /// Accrues by days and is dated the last day of each grid month that it touches. After d of D days the part lost is d/D for a constant dip and
    /// d(2D - d)/D^2 for a linear recovery. Amounts are kept to ten decimals, and the months sum to the total exactly.
    /// </remarks>
    public static CostItem ProductivityDip(
        string name, int people, decimal hoursPerWeek, Money loadedHourlyRate, Share dip, int weeks, ProductivityDipOptions? options = null)
    {
        ProductivityDipOptions given = options ?? ProductivityDipOptions.None;
        return new(
            name,
            CostCategory.Time,
            new ProductivityDipCost(people, hoursPerWeek, loadedHourlyRate, dip, weeks, given.IsConstant ? DipRecovery.Constant : DipRecovery.Linear, given.From, given.WorkTime),
            CostElement.ProductivityDip);
    }
}
