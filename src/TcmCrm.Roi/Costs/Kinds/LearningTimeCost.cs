using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Hours that people spend on learning: people x hours each x loaded hourly rate x paid days / worked days, on one date.</summary>
internal sealed class LearningTimeCost : CostBasis
{
    public LearningTimeCost(int people, decimal hoursEach, Money loadedHourlyRate, CostStart? on = null, WorkTimeFactor? workTime = null)
        : base("learning", loadedHourlyRate.Currency)
    {
        People = LineRange.People(people);
        HoursEach = Check.InRange(hoursEach, 0, 100_000);
        LoadedHourlyRate = LineRange.Amount(loadedHourlyRate);
        On = on ?? CostStart.GoLive;
        WorkTime = workTime ?? WorkTimeFactor.None;
        Total = LineRange.Product(nameof(loadedHourlyRate), LineRange.MostCost, loadedHourlyRate, people * hoursEach, WorkTime.Ratio);
    }

    /// <summary>How many people learn.</summary>
    public int People { get; }

    /// <summary>Hours a person.</summary>
    public decimal HoursEach { get; }

    /// <summary>Cost of an hour with the employer's contributions.</summary>
    public Money LoadedHourlyRate { get; }

    /// <summary>When it is booked.</summary>
    public CostStart On { get; }

    /// <summary>Turns a paid hour into a worked one.</summary>
    public WorkTimeFactor WorkTime { get; }

    /// <summary>People x hours each x rate x paid days / worked days.</summary>
    public Money Total { get; }

    internal override bool MovesWithGoLive => On.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder) => RecordOn(timeline, recorder, On.Resolve(timeline), Total.Amount);

    internal override decimal Before(CaseTimeline timeline) => Before(timeline, On.Resolve(timeline), Total.Amount);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => After(end, On.Resolve(timeline), Total.Amount);

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(On, visit);

    private protected override bool HasSame(CostBasis other) =>
        other is LearningTimeCost it && (People, HoursEach, LoadedHourlyRate, On, WorkTime).Equals((it.People, it.HoursEach, it.LoadedHourlyRate, it.On, it.WorkTime));
}
