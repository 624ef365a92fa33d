using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>The share of the people who should use the system that do, for one benefit line or for all.</summary>
internal sealed class AdoptionActual : Actual
{
    internal AdoptionActual(string line, YearMonth month, decimal active, decimal entitled, decimal? planned)
        : base(ActualKind.Adoption, line, month)
    {
        Active = Part(active, entitled, nameof(active), nameof(entitled));
        Entitled = entitled;
        Planned = PlannedShare(planned);
    }

    /// <summary>People who use it.</summary>
    public decimal Active { get; }

    /// <summary>People who should.</summary>
    public decimal Entitled { get; }

    /// <summary>The share that the plan foresaw; null where it takes the target of the policy.</summary>
    public decimal? Planned { get; }

    internal override decimal Number => Active;

    internal override decimal? Whole => Entitled;

    internal override decimal? Plan => Planned;
}
