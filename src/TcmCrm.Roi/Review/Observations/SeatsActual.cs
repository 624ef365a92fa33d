using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>Seats in use and seats paid on a cost line.</summary>
internal sealed class SeatsActual : Actual
{
    internal SeatsActual(string line, YearMonth month, decimal used, decimal paid)
        : base(ActualKind.Seats, line, month)
    {
        Used = Part(used, paid, nameof(used), nameof(paid));
        Paid = paid;
    }

    /// <summary>Seats in use.</summary>
    public decimal Used { get; }

    /// <summary>Seats paid.</summary>
    public decimal Paid { get; }

    internal override decimal Number => Used;

    internal override decimal? Whole => Paid;
}
