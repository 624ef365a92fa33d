using System.Text.Json;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>Reads the published and computed answers under Cases/statistics.</summary>
internal static class StatisticsCases
{
    public static JsonElement Load(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Cases", "statistics", name + ".json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    public static IEnumerable<JsonElement> Each(string name) => Load(name).GetProperty("cases").EnumerateArray();

    public static double[] Doubles(this JsonElement element) => [.. element.EnumerateArray().Select(v => v.GetDouble())];

    public static double Number(this JsonElement element, string name) => element.GetProperty(name).GetDouble();

    /// <summary>Asserts that a value agrees to a relative tolerance, with an absolute floor for values around zero.</summary>
    public static void Close(double expected, double actual, double relative, string what, double absolute = 0.0) =>
        Assert.True(
            Math.Abs(actual - expected) <= Math.Max(relative * Math.Abs(expected), absolute),
            FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}"));
}
