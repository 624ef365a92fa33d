namespace TcmCrm.Roi.Periods;

/// <summary>Display names of the solar terms.</summary>
public static class SolarTermNames
{
    private const string ChineseNames = "小寒大寒立春雨水惊蛰春分清明谷雨立夏小满芒种夏至小暑大暑立秋处暑白露秋分寒露霜降立冬小雪大雪冬至";

    private static readonly string[] EnglishNames =
    [
        "minor cold", "major cold", "start of spring", "rain water", "awakening of insects", "spring equinox", "pure brightness", "grain rain",
        "start of summer", "grain buds", "grain in ear", "summer solstice", "minor heat", "major heat", "start of autumn", "end of heat",
        "white dew", "autumn equinox", "cold dew", "frost descent", "start of winter", "minor snow", "major snow", "winter solstice",
    ];

    /// <summary>The Chinese name, two characters.</summary>
    /// <param name="term">The term.</param>
    /// <returns>For example 立春.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="term"/> is not a defined value.</exception>
    public static string Chinese(SolarTerm term) => ChineseNames.Substring(2 * (int)Check.Defined(term), 2);

    /// <summary>The English name in lower case.</summary>
    /// <param name="term">The term.</param>
    /// <returns>For example "start of spring".</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="term"/> is not a defined value.</exception>
    public static string English(SolarTerm term) => EnglishNames[(int)Check.Defined(term)];
}
