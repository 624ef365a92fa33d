using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A cost by a host's own function; <see cref="CostBasis.Custom"/> says what it may do.</summary>
internal sealed class CustomCost(HostKind kind) : CostBasis(kind.Kind, kind.Currency)
{
    private readonly HostKind _kind = kind;

    public override IReadOnlyDictionary<string, decimal> Parameters => _kind.Parameters;

    internal override bool MovesWithGoLive => true;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        foreach (DatedAmount flow in _kind.AmountsOn(timeline))
        {
            RecordOn(timeline, recorder, flow.Date, flow.Amount.Amount);
        }
    }

    internal override decimal Before(CaseTimeline timeline) => _kind.AmountsOn(timeline).Sum(flow => Before(timeline, flow.Date, flow.Amount.Amount));

    internal override decimal After(CaseTimeline timeline, LocalDate end) => _kind.AmountsOn(timeline).Sum(flow => After(end, flow.Date, flow.Amount.Amount));

    private protected override bool HasSame(CostBasis other) => other is CustomCost it && _kind.Equals(it._kind);
}
