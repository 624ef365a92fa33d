using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Fuzz.Tests.Surface;

/// <summary>Every public member throws what its comment names and nothing else, whatever it is given.</summary>
public class DocumentedErrorsTests
{
    private static readonly Assembly[] Assemblies =
        [typeof(Money).Assembly, typeof(CaseDocument).Assembly, typeof(IRoiEngine).Assembly, typeof(StudyTable).Assembly];

    /// <summary>What hosts write themselves.</summary>
    private static readonly string[] InterfacesOfHosts = ["TcmCrm.Roi.Review.IReviewRule.", "TcmCrm.Roi.Texts.ITextSource."];

    [Fact]
    public void EveryPublicMember_ThrowsOnlyWhatItsCommentNames()
    {
        var calls = new SurfaceCalls(seed: int.Parse(Environment.GetEnvironmentVariable("TCM_ROI_FUZZ_SEED") ?? "17", null), Assemblies);
        CaseReading sample = CaseDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "renhetang-saas.json")));
        calls.Seed(sample.Case);
        calls.Seed(RoiEvaluator.Evaluate(sample.Case));
        foreach (object value in SoundValues.All())
        {
            calls.Seed(value);
        }

        using ServiceProvider services = new ServiceCollection().AddTcmCrmRoi(options => options.DiscountRate = 0.08m).BuildServiceProvider();
        calls.SeedAs(typeof(IRoiEngine), services.GetRequiredService<IRoiEngine>());
        calls.Run(gatheringRounds: 6, callsOfEach: int.Parse(Environment.GetEnvironmentVariable("TCM_ROI_FUZZ_CALLS") ?? "24", null));
        string[] uncalled = [.. calls.NeverCalled.Where(member => !InterfacesOfHosts.Any(seam => member.Contains(seam, StringComparison.Ordinal)))];
        Assert.True(uncalled.Length == 0, "never called, for want of a value (SoundValues makes them):\n" + string.Join('\n', uncalled));
        TestContext.Current.SendDiagnosticMessage($"{calls.Calls} calls, never called: {string.Join(", ", calls.NeverCalled)}");
        Assert.True(calls.Findings.Count == 0, calls.Findings.Count + " findings in " + calls.Calls + " calls:\n" + string.Join('\n', calls.Findings) + "\n\nnever called:\n" + string.Join('\n', calls.NeverCalled)
            + "\n\nslowest:\n" + string.Join('\n', calls.Seconds.OrderByDescending(s => s.Value).Take(25).Select(s => s.Value.ToString("0.00", null) + " " + s.Key)));
    }
}
