using System.Globalization;
using TcmCrm.Roi.Fuzz.Tests.Targets;

namespace TcmCrm.Roi.Fuzz.Tests;

/// <summary>
/// Every target for a short while with a fixed seed; <c>tests/fuzz</c> runs them for long. <c>TCM_ROI_FUZZ_SEED</c>, <c>TCM_ROI_FUZZ_INPUTS</c> (of each target) and
/// <c>TCM_ROI_FUZZ_MINUTES</c> (of all) say otherwise, <c>TCM_ROI_FUZZ_REPORT</c> a file for the volumes.
/// </summary>
[Collection(Alone)]
[CollectionDefinition(Alone, DisableParallelization = true)]
public class FuzzTests
{
    // Processor time is that of the process.
    private const string Alone = "fuzz";

    private static readonly int Seed = (int)Number("TCM_ROI_FUZZ_SEED", 17);

    public static TheoryData<string, int> Short => new()
    {
        { "case documents", 3_000 },
        { "actuals and reviews", 400 },
        { "tables (studies, series, flows)", 3_000 },
        { "command line (flows, answers, records)", 400 },
        { "single texts (numbers, dates, periods)", 50_000 },
    };

    [Theory]
    [MemberData(nameof(Short))]
    public void InputsOfATarget_KeepItsLaws(string name, int inputs)
    {
        var run = new FuzzRun(FuzzRun.Targets.Single(target => target.Name == name), Seed);
        run.Go(inputs, TimeSpan.FromMinutes(5));
        // A target that only makes broken inputs would test the refusals alone.
        Assert.True(run.Sound > inputs / 25, $"only {run.Sound} of {inputs} inputs were sound");
        TestContext.Current.SendDiagnosticMessage($"{name}: {run.Inputs} inputs, {run.Sound} of them sound, {run.ProcessorTime.TotalSeconds:0.0} s");
    }

    /// <summary>Round by round over all targets, so that it may be ended at any time; does nothing in an ordinary run.</summary>
    [Fact]
    public void LongRun_KeepsTheLaws()
    {
        double minutes = Number("TCM_ROI_FUZZ_MINUTES", 0);
        long inputs = (long)Number("TCM_ROI_FUZZ_INPUTS", 0);
        Assert.SkipUnless(minutes > 0, "runs by tests/fuzz");
        FuzzRun[] runs = [.. FuzzRun.Targets.Select(target => new FuzzRun(target, Seed))];
        DateTime end = DateTime.UtcNow.AddMinutes(minutes);
        while (DateTime.UtcNow < end && runs.Sum(run => run.Inputs) < inputs)
        {
            foreach (FuzzRun run in runs)
            {
                run.Go(long.MaxValue / 2, TimeSpan.FromSeconds(run.Target is TextTarget ? 6 : run.Target is TableTarget or CaseTarget ? 10 : 4));
                Report(runs);
            }
        }
    }

    private static void Report(FuzzRun[] runs)
    {
        if (Environment.GetEnvironmentVariable("TCM_ROI_FUZZ_REPORT") is not { Length: > 0 } path)
        {
            return;
        }

        File.WriteAllLines(path,
        [
            "| target | inputs | sound | MB in | processor time | slowest input |",
            "|---|---|---|---|---|---|",
            .. runs.Select(run => string.Create(
                CultureInfo.InvariantCulture,
                $"| {run.Target.Name} | {run.Inputs:N0} | {100.0 * run.Sound / Math.Max(run.Inputs, 1):0} % | {run.Bytes / 1e6:0.0} | {run.ProcessorTime.TotalSeconds:0} s | {run.Slowest.TotalMilliseconds:0} ms |")),
            string.Create(CultureInfo.InvariantCulture, $"| all, seed {Seed} | {runs.Sum(run => run.Inputs):N0} | | {runs.Sum(run => run.Bytes) / 1e6:0.0} | {runs.Sum(run => run.ProcessorTime.TotalSeconds):0} s | |"),
        ]);
    }

    private static double Number(string variable, double otherwise) =>
        double.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : otherwise;
}
