namespace TcmCrm.Roi.Benefits;

/// <summary>Display names of <see cref="BenefitClass"/>.</summary>
public static class BenefitClassNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this BenefitClass value) => Names(value).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this BenefitClass value) => Names(value).English;

    private static (string Chinese, string English) Names(BenefitClass value) => value switch
    {
        BenefitClass.Cashable => ("可现金化", "Cashable"),
        BenefitClass.Efficiency => ("效率", "Efficiency"),
        BenefitClass.Qualitative => ("定性", "Qualitative"),
        _ => throw Check.OutOfRange(nameof(value), value, "a named value of BenefitClass"),
    };
}
