using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class TaskTimeBenefitKind : BenefitKind<TaskTimeBenefit>
{
    private readonly Shape task = new("automatedTask");
    private readonly TextField name;
    private readonly NumberField minutesBefore;
    private readonly NumberField minutesAfter;
    private readonly NumberField timesPerMonth;
    private readonly ListField tasks;
    private readonly MoneyField loadedHourlyRate;
    private readonly WholeField people;
    private readonly NumberField hoursPerPersonYear;
    private readonly WorkTimeField workTime;

    public TaskTimeBenefitKind()
        : base("taskTime", savesHours: true)
    {
        name = task.Add(new TextField("name"));
        minutesBefore = task.Add(new NumberField("minutesBefore", 0, 100_000));
        minutesAfter = task.Add(new NumberField("minutesAfter", 0, 100_000));
        timesPerMonth = task.Add(new NumberField("timesPerMonth", 0, 1_000_000_000_000));
        tasks = Shape.Add(new ListField("tasks", 1, 1000, isRequired: true, new ListElement(task)));
        loadedHourlyRate = Shape.Add(new MoneyField("loadedHourlyRate"));
        people = Shape.Add(new WholeField("people", 1, 10_000_000));
        hoursPerPersonYear = Shape.Add(new NumberField("hoursPerPersonYear", 0, 8784, leastIsExcluded: true));
        workTime = Shape.Add(new WorkTimeField());
    }

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        var list = new List<AutomatedTask>();
        foreach (int node in o.Elements(tasks))
        {
            var t = new ObjectReader(context, node, task);
            string? what = t.Text(name);
            decimal before = t.Number(minutesBefore, 0), after = t.Number(minutesAfter, 0), times = t.Number(timesPerMonth, 0);
            if (t.IsSound && what is not null)
            {
                list.Add(new AutomatedTask(what, before, after, times));
            }
        }

        Money rate = o.Amount(loadedHourlyRate);
        int count = o.Whole(people, 1);
        decimal hours = o.Number(hoursPerPersonYear, 1);
        WorkTimeFactor factor = workTime.Read(o, context);
        return () => new TaskTimeBenefit(list, rate, count, hours, factor);
    }

    protected override void Write(Utf8JsonWriter writer, TaskTimeBenefit benefit)
    {
        writer.WriteStartArray(tasks.Encoded);
        foreach (AutomatedTask t in benefit.Tasks)
        {
            writer.WriteStartObject();
            writer.Put(name, t.Name);
            writer.Put(minutesBefore, t.MinutesBefore);
            writer.Put(minutesAfter, t.MinutesAfter);
            writer.Put(timesPerMonth, t.TimesPerMonth);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Put(loadedHourlyRate, benefit.LoadedHourlyRate);
        writer.Put(people, benefit.People);
        writer.Put(hoursPerPersonYear, benefit.HoursPerPersonYear);
        workTime.Write(writer, benefit.WorkTime);
    }
}
