using System.Globalization;
using System.Text.RegularExpressions;

namespace HostChecks;

/// <summary>Each figure that the plug-in computed on mono against the same source on .NET 10.</summary>
public partial class FigureTests
{
    public static TheoryData<string, string, string, string> Figures
    {
        get
        {
            string[] framework = File.ReadAllLines(Workspace.Output("plugin-net472.txt"));
            string[] modern = File.ReadAllLines(Workspace.Output("plugin-net10.0.txt"));
            var rows = new TheoryData<string, string, string, string>();
            for (int i = 0; i < Math.Max(framework.Length, modern.Length); i++)
            {
                string[] left = Cells(framework, i), right = Cells(modern, i);
                rows.Add($"{i:0000} {left[0]}", left[1], $"{left[0]} {left[1]} {left[2]}", $"{right[0]} {right[1]} {right[2]}");
            }

            return rows;

            static string[] Cells(string[] lines, int index) => index < lines.Length ? lines[index].Split('\t', 3) : ["missing", "text", "missing"];
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public void Figure_IsTheSameOnBothRuntimes(string name, string kind, string framework, string modern)
    {
        Assert.NotEmpty(name);
        switch (kind)
        {
            case "money":
                // Amounts are decimal and most agree to the last digit; a present value was a double on its way and is held to the minor unit.
                Assert.Equal(Currency(framework), Currency(modern));
                Assert.Equal(Cents(framework), Cents(modern));
                break;
            case "double":
                long distance = Math.Abs(Ordered(framework) - Ordered(modern));
                Assert.True(distance <= 2, $"{distance} ulp apart: {framework} and {modern}");
                break;
            case "prose":
                Assert.Equal(Number().Replace(framework, "#"), Number().Replace(modern, "#"));
                Assert.All(
                    Number().Matches(framework).Zip(Number().Matches(modern)),
                    pair => Assert.Equal(Value(pair.First), Value(pair.Second), 1e-12 * Math.Max(1, Math.Abs(Value(pair.First)))));
                break;
            default:
                Assert.Equal(framework, modern);
                break;
        }
    }

    [Fact]
    public void Operation_AnsweredEachPart()
    {
        string[] names = [.. File.ReadAllLines(Workspace.Output("plugin-net472.txt")).Select(line => line.Split('\t')[0])];
        Assert.All<string>(["evaluation/P6M/", "evaluation/P1Y/", "evaluation/P3Y/", "returns/", "impact/", "kpi/"], part => Assert.Contains(names, name => name.StartsWith(part, StringComparison.Ordinal)));
        Assert.True(names.Length > 200, $"Only {names.Length} figures.");
    }

    [Theory]
    [InlineData("renhetang-saas")]
    [InlineData("renhetang-on-premises")]
    [InlineData("broken")]
    public void ResultDocument_IsTheSameOnBothRuntimes(string name)
    {
        // Two places where the text may differ with equal or nearly equal numbers: the last bit, and the digits that a runtime prints.
        string framework = File.ReadAllText(Workspace.Output($"{name}-net472.json"));
        string modern = File.ReadAllText(Workspace.Output($"{name}-net10.0.json"));
        Assert.True(modern.Length > 100, "The document is empty.");
        Assert.Equal(Number().Replace(framework, "#"), Number().Replace(modern, "#"));
        MatchCollection left = Number().Matches(framework), right = Number().Matches(modern);
        Assert.Equal(left.Count, right.Count);
        Assert.All(left.Zip(right), pair => Assert.Equal(Value(pair.First), Value(pair.Second), 4.5e-16 * Math.Abs(Value(pair.First))));
    }

    private static string Currency(string line) => line.Split(' ')[^2];

    private static decimal Cents(string line) =>
        decimal.Round(decimal.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero);

    // Doubles in the order of their bits, so that neighbours differ by one.
    private static long Ordered(string line)
    {
        long bits = long.Parse(line.Split(' ')[^2], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return bits < 0 ? long.MinValue - bits : bits;
    }

    private static double Value(Match number) => double.Parse(number.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w])")]
    private static partial Regex Number();
}
