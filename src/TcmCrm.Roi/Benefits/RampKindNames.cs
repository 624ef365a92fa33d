namespace TcmCrm.Roi.Benefits;

/// <summary>Display names of <see cref="RampKind"/>.</summary>
public static class RampKindNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="kind">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this RampKind kind) => Names(kind).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="kind">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this RampKind kind) => Names(kind).English;

    private static (string Chinese, string English) Names(RampKind kind) => kind switch
    {
        RampKind.Immediate => ("立即实现", "Immediate"),
        RampKind.Linear => ("线性爬坡", "Linear"),
        RampKind.SCurve => ("S 曲线爬坡", "S-curve"),
        RampKind.Custom => ("自定义曲线", "Custom points"),
        _ => throw Check.OutOfRange(nameof(kind), kind, "a named value of RampKind"),
    };
}
