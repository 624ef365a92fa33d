namespace TcmCrm.Roi.Periods;

/// <summary>Display names of <see cref="BusinessScale"/>.</summary>
public static class BusinessScaleNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="scale">The scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this BusinessScale scale) => Names(scale).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="scale">The scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this BusinessScale scale) => Names(scale).English;

    private static (string Chinese, string English) Names(BusinessScale scale) => scale switch
    {
        BusinessScale.Small => ("小型(单店或单一团队)", "Small (one site or team)"),
        BusinessScale.Medium => ("中型(多团队或多区域)", "Medium (several teams or regions)"),
        BusinessScale.Group => ("集团(多公司或全国网络)", "Group (several companies or a national network)"),
        _ => throw Check.OutOfRange(nameof(scale), scale, "a named scale"),
    };
}
