namespace TcmCrm.Roi.Returns;

/// <summary>Identifiers and display names of <see cref="RoiConvention"/>.</summary>
public static class RoiConventionNames
{
    private static readonly (string Id, string English, string Chinese)[] Texts =
    [
        ("simple", "Simple ROI", "投资回报率(静态)"),
        ("tei", "ROI by Total Economic Impact", "投资回报率(TEI,折现)"),
        ("idc", "ROI by IDC business value", "投资回报率(IDC,净现值/折现投资)"),
        ("nucleus", "Annual ROI by Nucleus Research", "年均投资回报率(Nucleus)"),
        ("phillips", "First-year ROI by Phillips", "首年投资回报率(Phillips)"),
    ];

    /// <summary>The stable identifier, in camel case, for example <c>tei</c>.</summary>
    /// <param name="convention">The convention.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Id(RoiConvention convention) => Texts[(int)Check.Defined(convention)].Id;

    /// <summary>The English display name.</summary>
    /// <param name="convention">The convention.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(RoiConvention convention) => Texts[(int)Check.Defined(convention)].English;

    /// <summary>The Chinese display name.</summary>
    /// <param name="convention">The convention.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(RoiConvention convention) => Texts[(int)Check.Defined(convention)].Chinese;

    /// <summary>Finds the convention with an identifier.</summary>
    /// <param name="id">The identifier, in camel case; compared exactly.</param>
    /// <param name="convention">The convention, or <see cref="RoiConvention.Simple"/> when there is none of that name.</param>
    /// <returns>Whether the identifier is known.</returns>
    public static bool TryParse(string? id, out RoiConvention convention)
    {
        int index = Array.FindIndex(Texts, text => string.Equals(text.Id, id, StringComparison.Ordinal));
        convention = (RoiConvention)Math.Max(index, 0);
        return index >= 0;
    }
}
