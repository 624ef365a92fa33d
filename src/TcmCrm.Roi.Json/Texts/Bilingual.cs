namespace TcmCrm.Roi.Json.Texts;

/// <summary>One statement in both languages, without the stop at its end.</summary>
internal sealed class Bilingual(string english, string chinese)
{
    public string English { get; } = english;

    public string Chinese { get; } = chinese;

    /// <summary>With the unit behind it.</summary>
    public Bilingual In(Bilingual unit) => new($"{English}; {unit.English}", $"{Chinese}；{unit.Chinese}");

    public override string ToString() => $"{English}. {Chinese}。";
}
