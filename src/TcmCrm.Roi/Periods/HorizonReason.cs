namespace TcmCrm.Roi.Periods;

/// <summary>Why an evaluation period is recommended.</summary>
public sealed class HorizonReason
{
    internal HorizonReason(string code, string english, string chinese)
    {
        Code = code;
        English = english;
        Chinese = chinese;
    }

    /// <summary>A stable identifier in camelCase; the codes are listed at <see cref="HorizonRecommendation"/>.</summary>
    public string Code { get; }

    /// <summary>The reason in English.</summary>
    public string English { get; }

    /// <summary>The reason in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>Code and English text.</summary>
    public override string ToString() => Code + ": " + English;
}
