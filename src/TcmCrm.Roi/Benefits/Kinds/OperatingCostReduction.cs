using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category operating cost (运营成本降低).</summary>
public static partial class OperatingCostReduction
{
    /// <summary>
    /// Time saved on tasks: hours saved a year x loaded hourly rate x paid days / worked days. Of the class efficiency, since time that is freed ends no
    /// payment by itself; where it does (fewer posts, less overtime) say <see cref="BenefitItem.WithCashedOut"/>.
    /// </summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="tasks">One or more tasks.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions, 0 to 1e15.</param>
    /// <param name="people">How many people do the tasks, 1 to 10,000,000.</param>
    /// <param name="hoursPerPersonYear">Hours that one of them works in a year, above 0 and at most 8,784.</param>
    /// <param name="workTime">Turns a paid hour into a worked one; none by default.</param>
    /// <remarks>Hours = sum of (minutes before - minutes after) x times a month x 12 / 60 over the tasks, at most people x hours of a person in a year.</remarks>
    /// <exception cref="ArgumentException">The name is not allowed, there is no task, or the tasks together take longer than before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem FromTasks(
        string name,
        IEnumerable<AutomatedTask> tasks,
        Money loadedHourlyRate,
        int people,
        decimal hoursPerPersonYear,
        WorkTimeFactor? workTime = null) =>
        new(name, BenefitCategory.OperatingCost, new TaskTimeBenefit(tasks, loadedHourlyRate, people, hoursPerPersonYear, workTime));

    /// <summary>
    /// Customers pay earlier (应收账款周转天数缩短): the financing saved a year, sales on credit x (days before - days after) / 365 x financing rate. The capital
    /// that is released is no profit and in no figure: results show it apart, released once and returned at the end of the period. Of the class efficiency;
    /// where loans are paid back with it, give it <see cref="BenefitClass.Cashable"/>.
    /// </summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="creditSalesPerYear">Sales on credit of a year, 0 to 1e15.</param>
    /// <param name="daysBefore">Days until customers pay, without the CRM, 0 to 3,650.</param>
    /// <param name="daysAfter">Days with it, 0 to 3,650; more than before is a disbenefit.</param>
    /// <param name="financingRatePerYear">What a year of financing costs, as a fraction of the capital: 0.045 is 4.5 %; 0 to 1.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem WorkingCapital(string name, Money creditSalesPerYear, decimal daysBefore, decimal daysAfter, decimal financingRatePerYear) =>
        new(name, BenefitCategory.OperatingCost, new WorkingCapitalBenefit(creditSalesPerYear, daysBefore, daysAfter, financingRatePerYear));

    /// <summary>A payment that ends: printing, postage, an old system. Of the class cashable.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amountPerYear">What is no longer paid in a year, 0 to 1e15.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public static BenefitItem FreedCost(string name, Money amountPerYear) =>
        BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, name, amountPerYear).WithClass(BenefitClass.Cashable);
}
