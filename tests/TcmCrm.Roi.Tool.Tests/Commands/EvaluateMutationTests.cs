using System.Reflection;
using System.Text;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>Whatever stands in a document, the tool evaluates it or says what is wrong; it never fails.</summary>
public class EvaluateMutationTests
{
    private static readonly string[] Pieces =
        ["0", "-1", "9", "1e27", "0.0000001", "99999999999", "null", "\"\"", "[]", "{}", "true", "\"2199-12-31\"", "\"1900-01-01\"", "\"P100Y\"", "\"P1D\"", ",", "}", "]", "\"", "\\", "\u0000", "名"];

    [Theory]
    [InlineData("renhetang-saas.json", 1)]
    [InlineData("renhetang-on-premises.json", 2)]
    [InlineData("tei-salesloft.json", 3)]
    public void MutatedSample_IsEvaluatedOrRefused(string sample, int seed)
    {
        string root = typeof(EvaluateMutationTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        string text = File.ReadAllText(Path.Combine(root, "docs", "samples", sample));
        string[] forms = ["table", "json", "markdown"];
        var random = new Random(seed);
        int evaluated = 0;
        for (int i = 0; i < Rounds; i++)
        {
            string mutated = Mutate(text, random);
            string[] detail = i % 5 == 0 ? ["--cash-flow", "month", "--explain"] : [];
            ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", i % 2 == 0 ? "zh" : "en", "--format", forms[i % 3], .. detail], mutated);
            Assert.True(run.Exit is ExitCode.Done or ExitCode.BadInput, $"round {i}: exit {run.Exit}: {run.Error}");
            Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", run.Output, StringComparison.Ordinal);
            evaluated += run.Exit == ExitCode.Done ? 1 : 0;
        }

        // Both ways have to be taken for this to say anything.
        Assert.InRange(evaluated, Rounds / 20, Rounds - (Rounds / 20));
    }

    private static int Rounds => Environment.GetEnvironmentVariable("TCM_ROI_MUTATIONS") is { Length: > 0 } rounds ? int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture) : 200;

    /// <summary>Most mutations put another value in the place of a number or a text, so that the document stays one; some tear it.</summary>
    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (int count = random.Next(1, 3); count > 0; count--)
        {
            int at = random.Next(mutated.Length);
            if (random.Next(8) == 0)
            {
                mutated.Remove(at, Math.Min(random.Next(1, 4), mutated.Length - at));
                continue;
            }

            while (at < mutated.Length && !char.IsAsciiDigit(mutated[at]))
            {
                at++;
            }

            int end = at;
            while (end < mutated.Length && (char.IsAsciiDigit(mutated[end]) || mutated[end] == '.'))
            {
                end++;
            }

            mutated.Remove(at, end - at).Insert(at, random.Next(2) == 0 ? random.Next(0, 100).ToString(System.Globalization.CultureInfo.InvariantCulture) : Pieces[random.Next(Pieces.Length)]);
        }

        return mutated.ToString();
    }
}
