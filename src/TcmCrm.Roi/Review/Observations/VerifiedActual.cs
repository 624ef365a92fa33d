using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>A benefit that its owner and the controller have verified, with the evidence.</summary>
internal sealed class VerifiedActual : Actual
{
    internal VerifiedActual(string line, YearMonth month)
        : base(ActualKind.Verified, line, month)
    {
    }
}
