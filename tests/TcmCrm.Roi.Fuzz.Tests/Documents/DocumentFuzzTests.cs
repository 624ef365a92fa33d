using System.Diagnostics;
using System.Globalization;
using System.Text;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Fuzz.Tests.Documents;

/// <summary>Damaged case documents: reading never throws, and what is read evaluates, sums, comes back the same from its own document and says the same in every culture.</summary>
public class DocumentFuzzTests
{
    private static readonly string[] Cultures = ["", "tr-TR", "de-DE"];

    [Fact]
    public void DamagedCases_AreReadOrRefusedAndKeepTheirLaws()
    {
        int seed = int.Parse(Environment.GetEnvironmentVariable("TCM_ROI_FUZZ_SEED") ?? "17", CultureInfo.InvariantCulture);
        int runs = int.Parse(Environment.GetEnvironmentVariable("TCM_ROI_FUZZ_DOCUMENTS") ?? "1500", CultureInfo.InvariantCulture);
        string[] samples = [.. Directory.EnumerateFiles(Repository.PathOf("docs", "samples"), "*.json").Order(StringComparer.Ordinal)];
        var mutator = new DocumentMutator(seed, [.. samples.Select(File.ReadAllBytes)]);
        int read = 0;
        for (int run = 0; run < runs; run++)
        {
            byte[] document = mutator.Next();
            try
            {
                read += Examine(document, run) ? 1 : 0;
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}, run {run}: {e}\n{Encoding.UTF8.GetString(document)}");
            }
        }

        // A mutator that only breaks documents would test the reader alone.
        Assert.True(read > runs / 20, $"only {read} of {runs} documents were sound");
        TestContext.Current.SendDiagnosticMessage($"{runs} documents, {read} of them sound");
    }

    private static bool Examine(byte[] document, int run)
    {
        long begin = Stopwatch.GetTimestamp();
        CaseReading reading = CaseDocument.Read(document);
        Assert.True(Stopwatch.GetElapsedTime(begin) < TimeSpan.FromSeconds(20), "reading took " + Stopwatch.GetElapsedTime(begin));
        if (!reading.TryGetCase(out InvestmentCase? source))
        {
            Assert.NotEmpty(reading.Problems);
            return false;
        }

        string written = CaseDocument.Write(source);
        CaseReading again = CaseDocument.Read(written);
        Assert.True(again.IsSuccess, "its own document is refused: " + string.Join("; ", again.Problems));
        Assert.Equal(written, CaseDocument.Write(again.Case));

        string? first = null;
        foreach (string culture in run % 8 == 0 ? Cultures : [""])
        {
            string answer = In(culture, () => Answer(source));
            Assert.Equal(first ??= answer, answer);
        }

        return true;
    }

    private static string Answer(InvestmentCase source)
    {
        RoiEvaluation evaluation;
        try
        {
            evaluation = RoiEvaluator.Evaluate(source);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or OverflowException && e is not ArgumentNullException and not ObjectDisposedException)
        {
            // What the comment of Evaluate names.
            return e.GetType().Name;
        }

        foreach (PeriodResult period in evaluation.Periods)
        {
            Assert.Equal(period.TotalCost, period.CostLines().Aggregate(new Money(0, period.TotalCost.Currency), (sum, line) => sum + line.Total));

            // The lines hold the long-term block, which the total of the benefits leaves out.
            Assert.Equal(period.TotalBenefit + period.TotalLongTermBenefit, period.BenefitLines().Aggregate(new Money(0, period.TotalBenefit.Currency), (sum, line) => sum + line.Total));
        }

        return ResultDocument.Write(evaluation);
    }

    private static string In(string culture, Func<string> answer)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return answer();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
