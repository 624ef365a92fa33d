namespace TcmCrm.Roi.Costs;

/// <summary>Display names of <see cref="DipRecovery"/>.</summary>
public static class DipRecoveryNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="recovery">The shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this DipRecovery recovery) => Names(recovery).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="recovery">The shape.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this DipRecovery recovery) => Names(recovery).English;

    private static (string Chinese, string English) Names(DipRecovery recovery) => recovery switch
    {
        DipRecovery.Linear => ("线性恢复", "Linear recovery"),
        DipRecovery.Constant => ("期末恢复", "Recovery at the end"),
        _ => throw Check.OutOfRange(nameof(recovery), recovery, "a named shape"),
    };
}
