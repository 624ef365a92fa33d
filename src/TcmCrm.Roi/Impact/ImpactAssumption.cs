namespace TcmCrm.Roi.Impact;

/// <summary>What has to be true for an estimate to mean what it says.</summary>
public sealed class ImpactAssumption
{
    internal ImpactAssumption(string code, string english, string chinese)
    {
        Code = code;
        English = english;
        Chinese = chinese;
    }

    /// <summary>A stable identifier in camelCase.</summary>
    public string Code { get; }

    /// <summary>The text in English.</summary>
    public string English { get; }

    /// <summary>The text in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>The code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;
}
