
namespace TcmCrm.Roi.Tool.Tests.Impacts;

/// <summary>Which files a document may name as series: plain ones in its folder.</summary>
public sealed class SeriesFileTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Fact]
    public void LinkOutOfTheFolder_IsRefused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        using var outside = new TemporaryDirectory();
        string secret = outside.Write("secret.csv", "month,value\n2025-01,1\n");
        File.CreateSymbolicLink(directory.PathOf("series.csv"), secret);
        Directory.CreateSymbolicLink(directory.PathOf("folder"), Path.GetDirectoryName(secret)!);
        AssertRefused("series.csv", "is not allowed");
        AssertRefused("folder/secret.csv", "is not allowed");
        AssertRefused("../" + Path.GetFileName(Path.GetDirectoryName(secret)) + "/secret.csv", "is not allowed");
    }

    [Fact]
    public void LinkWithinTheFolder_IsRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need rights there.");
        directory.Write("real.csv", "no table");
        File.CreateSymbolicLink(directory.PathOf("series.csv"), "real.csv");
        // The file is read, and it is what is in it that is refused.
        AssertRefused("series.csv", "see its problems");
    }

    [Fact]
    public void Device_IsRefused()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "No devices here.");
        File.CreateSymbolicLink(directory.PathOf("series.csv"), "/dev/zero");
        AssertRefused("series.csv", "is not allowed");
    }

    private void AssertRefused(string series, string reason)
    {
        string document = $$"""
            {
              "schemaVersion": "1.0", "name": "Case", "currency": "CNY", "start": "2023-07-01", "costs": [],
              "benefits": [ { "category": "salesGrowth", "kind": "impact", "name": "sales", "series": "{{series}}", "contributionMargin": 0.4, "baselinePerYear": 1000000 } ]
            }
            """;
        ToolRun run = ToolRun.Of("evaluate", directory.Write("case.json", document));
        Assert.Equal(2, run.Exit);
        Assert.Contains(reason, run.Error, StringComparison.Ordinal);
    }
}
