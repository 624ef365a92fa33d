namespace TcmCrm.Roi.Impact;

/// <summary>Display names of the verdicts.</summary>
public static class ImpactVerdictNames
{
    /// <summary>The English name in lower case.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a defined value.</exception>
    public static string English(ImpactVerdictKind verdict) => Check.Defined(verdict) switch
    {
        ImpactVerdictKind.Realised => "realised",
        ImpactVerdictKind.PositivePromiseUnproven => "positive, promise unproven",
        ImpactVerdictKind.PartlyRealised => "partly realised",
        ImpactVerdictKind.Inconclusive => "inconclusive",
        ImpactVerdictKind.NotRealised => "not realised",
        ImpactVerdictKind.Harm => "harm",
        _ => "positive",
    };

    /// <summary>The Chinese name.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="verdict"/> is not a defined value.</exception>
    public static string Chinese(ImpactVerdictKind verdict) => Check.Defined(verdict) switch
    {
        ImpactVerdictKind.Realised => "承诺已兑现",
        ImpactVerdictKind.PositivePromiseUnproven => "有改善,承诺尚未证实",
        ImpactVerdictKind.PartlyRealised => "部分兑现",
        ImpactVerdictKind.Inconclusive => "尚无定论",
        ImpactVerdictKind.NotRealised => "未兑现",
        ImpactVerdictKind.Harm => "恶化",
        _ => "有改善",
    };
}
