using System.Collections.ObjectModel;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit given as plain dated amounts: the form that any published table can be written in.</summary>
/// <remarks>Each amount is a flow on its own date, whenever go-live is. Amounts before the start of the case or on or after its end belong to no evaluation.</remarks>
internal sealed class DatedBenefit : BenefitBasis
{
    private readonly DatedAmount[] _flows;
    private readonly IReadOnlyList<BenefitBasis>? _byCurrency;

    public DatedBenefit(IEnumerable<DatedAmount> flows)
        : this(LineRange.Flows(flows, nameof(flows)))
    {
    }

    private DatedBenefit(DatedAmount[] flows)
        : base("amounts", flows[0].Amount.Currency)
    {
        _flows = flows;
        Flows = new ReadOnlyCollection<DatedAmount>(flows);
        if (flows.Any(flow => flow.Amount.Currency != Currency))
        {
            _byCurrency = Array.AsReadOnly(flows.GroupBy(flow => flow.Amount.Currency).Select(BenefitBasis (group) => new DatedBenefit((DatedAmount[])[.. group])).ToArray());
        }
    }

    /// <summary>The amounts in the order given.</summary>
    public IReadOnlyList<DatedAmount> Flows { get; }

    /// <inheritdoc/>
    public override bool UsesProfile => false;

    internal override IReadOnlyList<BenefitBasis>? ByCurrency => _byCurrency;

    internal override bool MovesWithGoLive => false;

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder)
    {
        foreach (DatedAmount flow in _flows)
        {
            RecordOn(timeline, recorder, flow.Date, flow.Amount.Amount);
        }
    }

    internal override decimal Before(CaseTimeline timeline) => _flows.Sum(flow => flow.Date < timeline.Start ? flow.Amount.Amount : 0);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => _flows.Sum(flow => flow.Date >= end ? flow.Amount.Amount : 0);

    internal override void VisitDates(Action<LocalDate> visit) => Array.ForEach(_flows, flow => visit(flow.Date));

    private protected override bool HasSame(BenefitBasis other) => other is DatedBenefit it && _flows.AsEnumerable().SequenceEqual(it._flows);
}
