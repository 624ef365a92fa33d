using System.Collections.ObjectModel;
using System.Globalization;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Time saved on tasks: hours saved a year x loaded hourly rate x paid days / worked days. The hours are capped by what the people work at all.</summary>
/// <remarks>Hours = sum of (minutes before - minutes after) x times a month x 12 / 60 over the tasks, at most people x hours of a person in a year.</remarks>
internal sealed class TaskTimeBenefit : RunRateBenefit
{
    public TaskTimeBenefit(
        IEnumerable<AutomatedTask> tasks, Money loadedHourlyRate, int people, decimal hoursPerPersonYear, WorkTimeFactor? workTime = null)
        : this([.. Check.NotNull(tasks)], loadedHourlyRate, people, hoursPerPersonYear, workTime ?? WorkTimeFactor.None)
    {
    }

    private TaskTimeBenefit(AutomatedTask[] tasks, Money loadedHourlyRate, int people, decimal hoursPerPersonYear, WorkTimeFactor workTime)
        : base(
            "taskTime",
            LineRange.Product(
                nameof(loadedHourlyRate),
                LineRange.MostBenefit,
                LineRange.Amount(loadedHourlyRate),
                Math.Min(Saved(tasks), Capacity(people, hoursPerPersonYear)),
                workTime.Ratio))
    {
        Tasks = new ReadOnlyCollection<AutomatedTask>(tasks);
        LoadedHourlyRate = loadedHourlyRate;
        People = people;
        HoursPerPersonYear = hoursPerPersonYear;
        WorkTime = workTime;
        HoursSavedPerYear = Saved(tasks);
    }

    /// <summary>The tasks.</summary>
    public IReadOnlyList<AutomatedTask> Tasks { get; }

    /// <summary>Cost of an hour with the employer's contributions.</summary>
    public Money LoadedHourlyRate { get; }

    /// <summary>How many people do the tasks.</summary>
    public int People { get; }

    /// <summary>Hours that one of them works in a year.</summary>
    public decimal HoursPerPersonYear { get; }

    /// <summary>Turns a paid hour into a worked one.</summary>
    public WorkTimeFactor WorkTime { get; }

    /// <summary>Hours saved in a year as the tasks claim them.</summary>
    public decimal HoursSavedPerYear { get; }

    /// <summary>People x hours of a person in a year.</summary>
    public decimal CapacityHoursPerYear => People * HoursPerPersonYear;

    /// <summary>The hours that count: those saved, at most the capacity.</summary>
    public decimal CountedHoursPerYear => Math.Min(HoursSavedPerYear, CapacityHoursPerYear);

    internal override bool IsSavedHours => true;

    /// <summary>For hours: those that count.</summary>
    /// <param name="kind">The kind of pool.</param>
    public override decimal? ImpliedDraw(ValuePoolKind kind) => kind == ValuePoolKind.Hours ? CountedHoursPerYear : null;

    internal override void Examine(BenefitItem item, List<Message> warnings)
    {
        if (HoursSavedPerYear > CapacityHoursPerYear)
        {
            warnings.Add(new Message(
                "hoursAboveCapacity",
                item.Argument(),
                MessageArgument.Number("saved", HoursSavedPerYear),
                MessageArgument.Number("people", People),
                MessageArgument.Number("capacity", CapacityHoursPerYear)));
        }
    }

    private static decimal Capacity(int people, decimal hoursPerPersonYear) =>
        Check.InRange(people, 1, LineRange.MostPeople) * Check.PositiveUpTo(hoursPerPersonYear, 8784);

    private static decimal Saved(AutomatedTask[] tasks)
    {
        decimal hours = 0;
        foreach (AutomatedTask task in tasks)
        {
            hours += Check.NotNull(task, nameof(tasks)).HoursSavedPerYear;
        }

        return tasks.Length > 0 && hours >= 0
            ? hours
            : throw new ArgumentException(
                tasks.Length == 0 ? "At least one task is needed." : $"The tasks take {Hours(-hours)} hours a year longer than before; that is a cost.", nameof(tasks));
    }

    private protected override bool HasSame(BenefitBasis other) =>
        other is TaskTimeBenefit it && (LoadedHourlyRate, People, HoursPerPersonYear, WorkTime).Equals((it.LoadedHourlyRate, it.People, it.HoursPerPersonYear, it.WorkTime)) && Tasks.SequenceEqual(it.Tasks);

    private static string Hours(decimal hours) => hours.ToString("#,##0.##", CultureInfo.InvariantCulture);
}
