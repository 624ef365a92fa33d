using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Lines of the long-term category process efficiency (流程效率): tedious work that is automated step by step.</summary>
public static partial class ProcessEfficiency
{
    /// <summary>Time saved on tasks; see <see cref="TaskTimeBenefit"/>. Of the class efficiency.</summary>
    /// <param name="name">The name of the line.</param>
    /// <param name="tasks">One or more tasks.</param>
    /// <param name="loadedHourlyRate">Cost of an hour with the employer's contributions, 0 or more.</param>
    /// <param name="people">How many people do the tasks, 1 or more.</param>
    /// <param name="hoursPerPersonYear">Hours that one of them works in a year, above 0 and at most 8,784.</param>
    /// <param name="workTime">Turns a paid hour into a worked one; none by default.</param>
    /// <exception cref="ArgumentException">The name is blank, there is no task, or the tasks together take longer than before.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static BenefitItem FromTasks(
        string name, IEnumerable<AutomatedTask> tasks, Money loadedHourlyRate, int people, decimal hoursPerPersonYear, WorkTimeFactor? workTime = null) =>
        new(name, BenefitCategory.ProcessEfficiency, new TaskTimeBenefit(tasks, loadedHourlyRate, people, hoursPerPersonYear, workTime));
}
