using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>Licences bought once: units x price per unit, paid on one date.</summary>
internal sealed class PerpetualLicenseCost : CostBasis
{
    /// <summary>A licence bought once.</summary>
    /// <param name="pricePerUnit">0 or more, for one unit (a seat, a server, or the whole licence).</param>
    /// <param name="units">1 or more; 1 where the price is for the whole.</param>
    /// <param name="on">When it is paid; the start of the case by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">The price is negative or the units are below 1.</exception>
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

    internal override void Record(CaseTimeline timeline, FlowRecorder recorder) => RecordOn(timeline, recorder, On.Resolve(timeline), Price.Amount);

    private protected override bool HasSame(CostBasis other) =>
        other is PerpetualLicenseCost it && (PricePerUnit, Units, On).Equals((it.PricePerUnit, it.Units, it.On));
}
