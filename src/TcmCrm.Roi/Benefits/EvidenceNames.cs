namespace TcmCrm.Roi.Benefits;

/// <summary>Display names of <see cref="Evidence"/>.</summary>
public static class EvidenceNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="evidence">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this Evidence evidence) => Names(evidence).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="evidence">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this Evidence evidence) => Names(evidence).English;

    private static (string Chinese, string English) Names(Evidence evidence) => evidence switch
    {
        Evidence.Measured => ("实测", "Measured"),
        Evidence.Estimated => ("估算", "Estimated"),
        Evidence.Assumed => ("假设", "Assumed"),
        Evidence.NotMonetised => ("未货币化", "Not monetised"),
        _ => throw Check.OutOfRange(nameof(evidence), evidence, "a named value of Evidence"),
    };
}
