using System.Collections.ObjectModel;
using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>A contract sum in instalments at milestones; <see cref="CostBasis.Instalments"/> says how.</summary>
internal sealed class InstalmentsCost : CostBasis
{
    internal const int Most = 100;

    private readonly Instalment[] _parts;

    public InstalmentsCost(Money contractSum, IEnumerable<Instalment> instalments, CostStart signing = default, int acceptanceMonths = 0)
        : base("instalments", contractSum.Currency)
    {
        ContractSum = LineRange.Amount(contractSum);
        Signing = signing.Kind != CostStartKind.GoLive ? signing : throw Check.Wrong("Signing moves with go-live; allowed: the start of the case or a date.", nameof(signing), "argument.signing");
        AcceptanceMonths = Check.InRange(acceptanceMonths, 0, CostStart.MostMonths);
        _parts = [.. Check.NotNull(instalments)];
        Check.InRange(_parts.Length, 1, Most, nameof(instalments));
        decimal sum = _parts.Sum(part => part.Share.Value);
        if (sum != 1 || _parts.Any(part => part.Share == Share.None))
        {
            throw Check.Wrong(
                $"The shares of the instalments come to {sum.ToString(CultureInfo.InvariantCulture)}; allowed: 1 together, each above 0.", nameof(instalments), "argument.shareSum", MessageArgument.Text("sum", sum.ToString(CultureInfo.InvariantCulture)));
        }

        Parts = new ReadOnlyCollection<Instalment>(_parts);
    }

    /// <summary>The sum of the contract.</summary>
    public Money ContractSum { get; }

    /// <summary>The instalments in the order given.</summary>
    public IReadOnlyList<Instalment> Parts { get; }

    /// <summary>When the contract is signed.</summary>
    public CostStart Signing { get; }

    /// <summary>Months from go-live to acceptance.</summary>
    public int AcceptanceMonths { get; }

    internal override bool MovesWithGoLive => _parts.Any(part => part.Milestone != ContractMilestone.Signing);

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        foreach (Instalment part in _parts)
        {
            RecordOn(timeline, recorder, DateOf(part, timeline), AmountOf(part));
        }
    }

    internal override decimal Before(CaseTimeline timeline) => _parts.Sum(part => Before(timeline, DateOf(part, timeline), AmountOf(part)));

    internal override decimal After(CaseTimeline timeline, LocalDate end) => _parts.Sum(part => After(end, DateOf(part, timeline), AmountOf(part)));

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(Signing, visit);

    private decimal AmountOf(Instalment part) => ContractSum.Amount * part.Share.Value;

    private LocalDate DateOf(Instalment part, CaseTimeline timeline) => part.Milestone switch
    {
        ContractMilestone.Signing => Signing.Resolve(timeline).PlusMonths(part.Months),
        ContractMilestone.GoLive => timeline.GoLive.PlusMonths(part.Months),
        _ => timeline.GoLive.PlusMonths(AcceptanceMonths).PlusMonths(part.Months),
    };

    private protected override bool HasSame(CostBasis other) =>
        other is InstalmentsCost it && (ContractSum, Signing, AcceptanceMonths).Equals((it.ContractSum, it.Signing, it.AcceptanceMonths)) && _parts.AsEnumerable().SequenceEqual(it._parts);
}
