using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the category operating cost (运营成本降低).</summary>
public static partial class OperatingCostReduction
{
    /// <summary>Time saved on tasks; see <see cref="TaskTimeBenefit"/>. Of the class efficiency: time that is freed ends no payment by itself.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="tasks">One or more tasks.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions, 0 or more.</param>
    /// <param name="people">How many people do the tasks, 1 or more.</param>
    /// <param name="hoursPerPersonYear">Hours that one of them works in a year, above 0 and at most 8,784.</param>
    /// <param name="workTime">Turns a paid hour into a worked one; none by default.</param>
    /// <param name="cashedOut">Whether the hours end a payment (fewer posts, less overtime), which makes the benefit cashable.</param>
    /// <exception cref="ArgumentException">The name is blank, there is no task, or the tasks together take longer than before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem FromTasks(
        string name,
        IEnumerable<AutomatedTask> tasks,
        Money loadedHourlyRate,
        int people,
        decimal hoursPerPersonYear,
        WorkTimeFactor? workTime = null,
        bool cashedOut = false) =>
        new BenefitItem(name, BenefitCategory.OperatingCost, new TaskTimeBenefit(tasks, loadedHourlyRate, people, hoursPerPersonYear, workTime))
            .WithClass(cashedOut ? BenefitClass.Cashable : BenefitClass.Efficiency);

    /// <summary>A payment that ends: printing, postage, an old system. Of the class cashable.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="amountPerYear">What is no longer paid in a year, 0 or more.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static BenefitItem FreedCost(string name, Money amountPerYear) =>
        BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, name, amountPerYear).WithClass(BenefitClass.Cashable);
}
