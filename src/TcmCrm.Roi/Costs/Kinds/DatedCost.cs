using System.Collections.ObjectModel;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A cost given as plain dated amounts: the form that any published table can be written in.</summary>
/// <remarks>Each amount is a flow on its own date. Amounts before the start of the case or on or after its end belong to no evaluation.</remarks>
internal sealed class DatedCost : CostBasis
{
    private readonly DatedAmount[] _flows;

    public DatedCost(IEnumerable<DatedAmount> flows)
        : this([.. Check.NotNull(flows)])
    {
    }

    private DatedCost(DatedAmount[] flows)
        : base("amounts", flows.Length > 0 ? flows[0].Amount.Currency : throw new ArgumentException("At least one dated amount is needed.", nameof(flows)))
    {
        foreach (DatedAmount flow in flows)
        {
            LineRange.Flow(flow, nameof(flows));
            if (flow.Amount.Currency != Currency)
            {
                throw new ArgumentException($"The amount {flow} is not in {Currency}; allowed: one currency.", nameof(flows));
            }
        }

        _flows = flows;
        Flows = new ReadOnlyCollection<DatedAmount>(flows);
    }

    /// <summary>The amounts in the order given.</summary>
    public IReadOnlyList<DatedAmount> Flows { get; }

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        foreach (DatedAmount flow in _flows)
        {
            RecordOn(timeline, recorder, flow.Date, flow.Amount.Amount);
        }
    }

    internal override decimal Before(CaseTimeline timeline) => _flows.Sum(flow => Before(timeline, flow.Date, flow.Amount.Amount));

    private protected override bool HasSame(CostBasis other) => other is DatedCost it && _flows.AsEnumerable().SequenceEqual(it._flows);
}
