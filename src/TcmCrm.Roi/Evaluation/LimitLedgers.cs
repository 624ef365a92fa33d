namespace TcmCrm.Roi.Evaluation;

/// <summary>A case's flows with every measured benefit at the lower and at the upper limit of its interval.</summary>
internal sealed class LimitLedgers(Ledger lower, Ledger upper)
{
    internal Ledger Lower { get; } = lower;

    internal Ledger Upper { get; } = upper;
}
