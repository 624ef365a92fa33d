using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>What is got for a thing at the end of its use, always a credit; <see cref="CostBasis.ResidualValue"/> says how.</summary>
internal sealed class ResidualValueCost : CostBasis
{
    public ResidualValueCost(Money amount, int afterMonths, CostStart from = default)
        : base("residualValue", amount.Currency)
    {
        Amount = LineRange.Amount(amount);
        AfterMonths = Check.InRange(afterMonths, 1, CostTerm.MostMonths);
        From = from;
    }

    /// <summary>What is got.</summary>
    public Money Amount { get; }

    /// <summary>Months of use.</summary>
    public int AfterMonths { get; }

    /// <summary>When the use begins.</summary>
    public CostStart From { get; }

    internal override bool IsCredit => true;

    internal override bool MovesWithGoLive => From.Kind == CostStartKind.GoLive;

    /// <summary>On the last day of the months of use, so that a period of as many months holds it.</summary>
    internal override void Record(CaseTimeline timeline, FlowRecorder recorder)
    {
        LocalDate date = DateOn(timeline);
        if (timeline.Grid.TryGetBoundary(date.PlusDays(1), out int month) && month > 0)
        {
            recorder.ThroughMonth(month - 1, Amount.Amount);
        }
        else
        {
            RecordOn(timeline, recorder, date, Amount.Amount);
        }
    }

    internal override decimal Before(CaseTimeline timeline) => Before(timeline, DateOn(timeline), Amount.Amount);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => After(end, DateOn(timeline), Amount.Amount);

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(From, visit);

    private LocalDate DateOn(CaseTimeline timeline) => From.Resolve(timeline).PlusMonths(AfterMonths).PlusDays(-1);

    private protected override bool HasSame(CostBasis other) =>
        other is ResidualValueCost it && (Amount, AfterMonths, From).Equals((it.Amount, it.AfterMonths, it.From));
}
