using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A cost given as plain dated amounts: the form that any published table can be written in.</summary>
/// <remarks>Each amount is a flow on its own date. Amounts before the start of the case or on or after its end belong to no evaluation.</remarks>
internal sealed class DatedCost : CostBasis
{
    private readonly DatedAmount[] _flows;
    private readonly IReadOnlyList<CostBasis>? _byCurrency;

    public DatedCost(IEnumerable<DatedAmount> flows)
        : this(LineRange.Flows(flows, nameof(flows)))
    {
    }

    private DatedCost(DatedAmount[] flows)
        : base("amounts", flows[0].Amount.Currency)
    {
        _flows = flows;
        Flows = new ReadOnlyCollection<DatedAmount>(flows);
        if (flows.Any(flow => flow.Amount.Currency != Currency))
        {
            _byCurrency = Array.AsReadOnly(flows.GroupBy(flow => flow.Amount.Currency).Select(CostBasis (group) => new DatedCost((DatedAmount[])[.. group])).ToArray());
        }
    }

    /// <summary>The amounts in the order given.</summary>
    public IReadOnlyList<DatedAmount> Flows { get; }

    internal override IReadOnlyList<CostBasis>? ByCurrency => _byCurrency;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        foreach (DatedAmount flow in _flows)
        {
            RecordOn(timeline, recorder, flow.Date, flow.Amount.Amount);
        }
    }

    internal override decimal Before(CaseTimeline timeline) => _flows.Sum(flow => Before(timeline, flow.Date, flow.Amount.Amount));

    internal override decimal After(CaseTimeline timeline, LocalDate end) => _flows.Sum(flow => After(end, flow.Date, flow.Amount.Amount));

    internal override void VisitDates(Action<LocalDate> visit) => Array.ForEach(_flows, flow => visit(flow.Date));

    private protected override bool HasSame(CostBasis other) => other is DatedCost it && _flows.AsEnumerable().SequenceEqual(it._flows);
}
