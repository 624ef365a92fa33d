using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Licenses bought once: units x price per unit, paid on one date.</summary>
internal sealed class PerpetualLicenseCost : CostBasis
{
    public PerpetualLicenseCost(Money pricePerUnit, int units = 1, CostStart on = default)
        : base("perpetualLicense", pricePerUnit.Currency)
    {
        PricePerUnit = LineRange.Amount(pricePerUnit);
        Units = Check.InRange(units, 1, LineRange.MostPeople);
        Price = LineRange.Product(nameof(pricePerUnit), LineRange.MostCost, pricePerUnit, units);
        On = on;
    }

    /// <summary>The price of one unit.</summary>
    public Money PricePerUnit { get; }

    /// <summary>How many units are bought.</summary>
    public int Units { get; }

    /// <summary>When they are paid.</summary>
    public CostStart On { get; }

    /// <summary>Units x price per unit.</summary>
    public Money Price { get; }

    internal override bool MovesWithGoLive => On.Kind == CostStartKind.GoLive;

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder) => RecordOn(timeline, recorder, On.Resolve(timeline), Price.Amount);

    internal override decimal Before(CaseTimeline timeline) => Before(timeline, On.Resolve(timeline), Price.Amount);

    internal override decimal After(CaseTimeline timeline, LocalDate end) => After(end, On.Resolve(timeline), Price.Amount);

    internal override void VisitDates(Action<LocalDate> visit) => VisitDate(On, visit);

    private protected override bool HasSame(CostBasis other) =>
        other is PerpetualLicenseCost it && (PricePerUnit, Units, On).Equals((it.PricePerUnit, it.Units, it.On));
}
