using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>A benefit by a host's own function; <see cref="BenefitBasis.Custom"/> says what it may do.</summary>
internal sealed class CustomBenefit(HostKind kind, bool usesProfile) : BenefitBasis(kind.Kind, kind.Currency)
{
    private readonly HostKind _kind = kind;

    public override IReadOnlyDictionary<string, decimal> Parameters => _kind.Parameters;

    public override bool UsesProfile { get; } = usesProfile;

    internal override void Record(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder)
    {
        IReadOnlyList<DatedAmount> flows = _kind.AmountsOn(timeline);
        int goLive = new GoLiveMonth(timeline).Index;
        foreach (DatedAmount flow in flows)
        {
            // Before go-live there is no month of the profile: nothing is realised then.
            decimal share = UsesProfile ? profile.At(timeline.Grid.IndexOf(flow.Date) - goLive) : 1;
            RecordOn(timeline, recorder, flow.Date, share == 1 ? flow.Amount.Amount : flow.Amount.Amount * share);
        }
    }

    internal override decimal Before(CaseTimeline timeline) => UsesProfile ? 0 : _kind.AmountsOn(timeline).Sum(flow => flow.Date < timeline.Start ? flow.Amount.Amount : 0);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => UsesProfile ? 0 : _kind.AmountsOn(timeline).Sum(flow => flow.Date >= end ? flow.Amount.Amount : 0);

    private protected override bool HasSame(BenefitBasis other) => other is CustomBenefit it && UsesProfile == it.UsesProfile && _kind.Equals(it._kind);
}
