using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A cost paid once.</summary>
internal sealed class OneOffCost : CostBasis
{
    public OneOffCost(Money amount, CostStart on = default)
        : base("oneOff", amount.Currency)
    {
        Amount = LineRange.Amount(amount);
        On = on;
    }

    /// <summary>The amount.</summary>
    public Money Amount { get; }

    /// <summary>When it is paid.</summary>
    public CostStart On { get; }

    internal override bool MovesWithGoLive => On.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder) => RecordOn(timeline, recorder, On.Resolve(timeline), Amount.Amount);

    internal override decimal Before(CaseTimeline timeline) => Before(timeline, On.Resolve(timeline), Amount.Amount);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => After(end, On.Resolve(timeline), Amount.Amount);

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(On, visit);

    private protected override bool HasSame(CostBasis other) =>
        other is OneOffCost it && (Amount, On).Equals((it.Amount, it.On));
}
