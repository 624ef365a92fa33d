using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Lines of the category Time (时间成本): hours that the company's own people spend or lose.</summary>
public static class TimeCost
{
    /// <summary>Hours of learning; see <see cref="LearningTimeCost"/>.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="people">How many people learn, 0 or more.</param>
    /// <param name="hoursEach">Hours a person, 0 or more.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions, 0 or more.</param>
    /// <param name="on">When it is booked; go-live by default.</param>
    /// <param name="workTime">Turns a paid hour into a worked one, for example <see cref="WorkTimeFactor.China2025"/>; none by default.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    public static CostItem Learning(
        string name, int people, decimal hoursEach, Money loadedHourlyRate, CostStart? on = null, WorkTimeFactor? workTime = null) =>
        new(name, CostCategory.Time, new LearningTimeCost(people, hoursEach, loadedHourlyRate, on, workTime), CostElement.Learning);

    /// <summary>Less output after go-live; see <see cref="ProductivityDipCost"/>.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="people">How many people it concerns, 0 or more.</param>
    /// <param name="hoursPerWeek">Working hours a person and week, 0 to 168.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions, 0 or more.</param>
    /// <param name="dip">The part of their output that is lost on the first day.</param>
    /// <param name="weeks">How long it lasts, 1 to 520 weeks.</param>
    /// <param name="recovery">How the output comes back.</param>
    /// <param name="from">The first day; go-live by default.</param>
    /// <param name="workTime">Turns a paid hour into a worked one; none by default.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CostItem ProductivityDip(
        string name,
        int people,
        decimal hoursPerWeek,
        Money loadedHourlyRate,
        Share dip,
        int weeks,
        DipRecovery recovery = DipRecovery.Linear,
        CostStart? from = null,
        WorkTimeFactor? workTime = null) =>
        new(name, CostCategory.Time, new ProductivityDipCost(people, hoursPerWeek, loadedHourlyRate, dip, weeks, recovery, from, workTime), CostElement.ProductivityDip);
}
