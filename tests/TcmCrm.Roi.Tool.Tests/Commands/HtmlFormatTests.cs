using System.Security.Cryptography;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>A page of each command that has one: whole, in the language that was asked for, and with the files that it was made from.</summary>
public class HtmlFormatTests
{
    private static readonly string Case = Samples.PathOf("renhetang-saas.json");

    public static TheoryData<string, string[]> Commands => new()
    {
        { "evaluate", [Case] },
        { "review", [Case, Samples.PathOf("renhetang-saas-actuals.csv")] },
        { "simulate", [Case, "--trials", "500"] },
        { "compare", [Case, Samples.PathOf("renhetang-on-premises.json"), "--trials", "500"] },
        { "trend", [Samples.PathOf("kpis.csv")] },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void Page_IsWholeAndNamesItsInputs(string command, string[] arguments)
    {
        foreach ((string language, string conclusion) in new[] { ("en", "Conclusion"), ("zh", "结论") })
        {
            ToolRun run = ToolRun.Of([command, .. arguments, "--format", "html", "--lang", language]);
            Assert.Equal(0, run.Exit);
            Assert.StartsWith($"<!DOCTYPE html>\n<html lang=\"{language}\">", run.Output, StringComparison.Ordinal);
            Assert.EndsWith("</html>\n", run.Output, StringComparison.Ordinal);
            Assert.Contains(command == "trend" ? "<svg" : conclusion, run.Output, StringComparison.Ordinal);
            Assert.Contains("<svg", run.Output, StringComparison.Ordinal);
            foreach (string file in arguments.Where(File.Exists))
            {
                Assert.Contains($">{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}<", run.Output, StringComparison.Ordinal);
                Assert.DoesNotContain(Path.GetDirectoryName(file)!, run.Output, StringComparison.Ordinal);
            }
        }
    }
}
