using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>No infinity and no NaN leaves a command, whatever finite numbers went in: a figure out of range is a reason.</summary>
public partial class FiniteOutputTests
{
    private static readonly double[] Extremes =
        [double.Epsilon, 1e-300, 1e-154, 1e-9, 1, 3, 1e9, 1e100, 1e154, 1e300, 8e307, 1.7e308];

    [Theory]
    [InlineData("json", 1)]
    [InlineData("csv", 2)]
    public void Returns(string format, int seed)
    {
        var random = new Random(seed);
        var input = new StringBuilder();
        for (int i = 0; i < 2_000; i++)
        {
            int count = random.Next(1, 6);
            string[] amounts = [.. Enumerable.Range(0, count).Select(_ => Text(Extreme(random)))];
            string dates = random.Next(2) == 0 ? "" : ",\"dates\":[" + string.Join(',', Enumerable.Range(0, count).Select(_ => $"\"{random.Next(1, 9999):0000}-0{random.Next(1, 9)}-11\"")) + "]";
            input.Append(CultureInfo.InvariantCulture, $"{{\"id\":{i},\"amounts\":[{string.Join(',', amounts)}]{dates},\"rate\":{Text(Rate(random))},\"reinvestRate\":{Text(Rate(random))}}}\n");
        }

        ToolRun run = ToolRun.Of(["returns", "-", "--format", format], input.ToString());
        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.DoesNotMatch(NotFinite(), run.Output);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Trend(string format)
    {
        var random = new Random(3);
        for (int round = 0; round < 20; round++)
        {
            string csv = "kpi,month,value\n" + string.Join('\n', Enumerable.Range(0, 40).Select(i => $"Dso,{2021 + (i / 12)}-{(i % 12) + 1:00},{Text(Value(random, round))}"));
            AssertFinite(ToolRun.Of(["trend", "-", "--target", $"{Text(Value(random, round))}@2025-12", "--format", format], csv));
        }
    }

    [Theory]
    [InlineData("json")]
    [InlineData("table")]
    [InlineData("markdown")]
    public void Impact(string format)
    {
        var random = new Random(4);
        for (int round = 0; round < 20; round++)
        {
            string csv = "month,value,control\n" + string.Join('\n', Enumerable.Range(0, 36).Select(i =>
                $"{2021 + (i / 12)}-{(i % 12) + 1:00},{Text(Value(random, round))},{Text(Value(random, round))}"));
            AssertFinite(ToolRun.Of(["impact", "-", "--go-live", "2022-09", "--control", "control", "--promise", "0.1", "--format", format, "--log", round % 2 == 0 ? "auto" : "off"], csv));
        }
    }

    [Theory]
    [InlineData("1e61")]
    [InlineData("-1e308")]
    [InlineData("1e-61")]
    public void SeriesBeyondTheRange_AreRefused(string value)
    {
        ToolRun trend = ToolRun.Of(["trend", "-"], $"kpi,month,value\nDso,2025-01,{value}\n");
        Assert.Equal($"standard input(2): column value: '{value}' is out of range; allowed: 0, or from 1e-60 to 1e60 in size", Assert.Single(trend.ErrorLines));
        ToolRun impact = ToolRun.Of(["impact", "-", "--go-live", "2025-02"], $"month,value\n2025-01,{value}\n2025-02,1\n");
        Assert.Equal(ExitCode.BadInput, impact.Exit);
    }

    private static void AssertFinite(ToolRun run)
    {
        Assert.True(run.Exit == ExitCode.Done, run.Error);
        Assert.DoesNotMatch(NotFinite(), run.Output);
    }

    private static double Extreme(Random random) => (random.Next(2) == 0 ? -1 : 1) * Extremes[random.Next(Extremes.Length)];

    private static double Rate(Random random) => Math.Min(1, random.Next(3) switch { 0 => random.NextDouble() - 0.9, 1 => -1 + Extremes[random.Next(4)], _ => Extremes[random.Next(Extremes.Length)] });

    // Single large values, then series of nothing else, then one number that never changes.
    private static double Value(Random random, int round) => (round % 4) switch
    {
        0 => Math.Pow(10, random.Next(-60, 61)),
        1 => 1e60 * random.NextDouble(),
        2 => 1e60,
        _ => random.Next(12) == 0 ? 1e60 : random.NextDouble(),
    };

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex("NaN|Infinity")]
    private static partial Regex NotFinite();
}
