using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Benefits;

/// <summary>Published answers: R's survival package (survfit with log-log intervals, survdiff) and Fader and Hardie.</summary>
public class SurvivalCaseTests
{
    private static readonly JsonElement Survival = Load("survival-retention.json");
    private static readonly JsonElement Retention = Load("sbg-retention.json");

    public static TheoryData<string> KaplanMeierCases => [.. Ids(Survival, "km-")];

    public static TheoryData<string> LogRankCases => [.. Ids(Survival, "logrank-")];

    [Theory]
    [MemberData(nameof(KaplanMeierCases))]
    public void KaplanMeier_MatchesSurvfit(string id)
    {
        JsonElement at = Find(Survival, id);
        double[] times = Doubles(at.GetProperty("inputs").GetProperty("time"));
        bool[] events = [.. Doubles(at.GetProperty("inputs").GetProperty("event")).Select(e => e == 1)];
        JsonElement expected = at.GetProperty("expected");

        SurvivalCurve curve = SurvivalCurve.Estimate(times, events);

        double[] expectedTimes = Doubles(expected.GetProperty("time"));
        Assert.Equal(expectedTimes, curve.Points.Select(p => p.Tenure));
        Assert.Equal(Doubles(expected.GetProperty("atRisk")), curve.Points.Select(p => (double)p.AtRisk));
        Assert.Equal(Doubles(expected.GetProperty("events")), curve.Points.Select(p => (double)p.Events));
        for (int k = 0; k < expectedTimes.Length; k++)
        {
            SurvivalPoint point = curve.Points[k];
            Close(expected.GetProperty("survival")[k], point.Survival, true);
            Close(expected.GetProperty("seGreenwood")[k], point.StandardError, point.Survival > 0);
            Close(expected.GetProperty("lowerLogLog95")[k], point.Lower, point.HasInterval);
            Close(expected.GetProperty("upperLogLog95")[k], point.Upper, point.HasInterval);
        }

        bool hasMedian = curve.TryGetMedian(out double median);
        Close(expected.GetProperty("median"), median, hasMedian);
    }

    [Theory]
    [MemberData(nameof(LogRankCases))]
    public void LogRank_MatchesSurvdiff(string id)
    {
        JsonElement inputs = Find(Survival, id).GetProperty("inputs");
        double[] times = Doubles(inputs.GetProperty("time"));
        double[] events = Doubles(inputs.GetProperty("event"));
        double[] groups = Doubles(inputs.GetProperty("group"));
        SurvivalCurve Group(int g) => SurvivalCurve.Estimate(
            [.. times.Where((_, i) => groups[i] == g)], [.. events.Where((_, i) => groups[i] == g).Select(e => e == 1)]);

        LogRankTest test = LogRankTest.Compare(Group(0), Group(1));

        JsonElement expected = Find(Survival, id).GetProperty("expected");
        Assert.True(test.HasAnswer);
        Close(expected.GetProperty("chisq"), test.ChiSquare, true);
        Close(expected.GetProperty("p"), test.PValue, true);
    }

    [Fact]
    public void HighEndSegment_ReproducesFaderAndHardie()
    {
        JsonElement at = Find(Retention, "sbg-HighEnd-7yrs");
        JsonElement expected = at.GetProperty("expected");
        RetentionFit fit = RetentionModel.FitShares(Doubles(at.GetProperty("inputs").GetProperty("survivalFractions")));

        Assert.True(fit.TryGetModel(out RetentionModel? model), fit.Reason?.ToString());
        Relative(expected.GetProperty("alpha").GetDouble(), model.Alpha, 1e-4);
        Relative(expected.GetProperty("beta").GetDouble(), model.Beta, 1e-4);
        Assert.Equal(0.668, model.Alpha, 1e-3);
        Assert.Equal(3.806, model.Beta, 1e-3);
        Relative(expected.GetProperty("logLikelihoodPerCustomer").GetDouble(), fit.LogLikelihood, 1e-9);
        for (int t = 1; t <= 12; t++)
        {
            Assert.Equal(expected.GetProperty("survival1to12")[t - 1].GetDouble(), model.SurvivalAt(t), 1e-5);
            Assert.Equal(expected.GetProperty("retention1to12")[t - 1].GetDouble(), model.RetentionAt(t), 1e-5);
        }

        var published = new RetentionModel(expected.GetProperty("alpha").GetDouble(), expected.GetProperty("beta").GetDouble());
        for (int n = 0; n <= 8; n++)
        {
            Assert.True(published.TryGetResidualLifetime(0.1, n, out double lifetime));
            Relative(expected.GetProperty("derl_d10_survived0to8")[n].GetDouble(), lifetime, 1e-8);
        }
    }

    [Fact]
    public void LogLikelihoodAtOneOne_MatchesPublished()
    {
        JsonElement at = Find(Retention, "sbg-HighEnd-loglik-1-1");
        double likelihood = new RetentionModel(1, 1).LogLikelihood(Doubles(at.GetProperty("inputs").GetProperty("survivalFractions")));
        Relative(at.GetProperty("expected").GetProperty("logLikelihoodPerCustomer").GetDouble(), likelihood, 1e-9);
        Assert.Equal(-2.115, likelihood, 1e-3);
    }

    [Fact]
    public void SeveralCohorts_ReproduceFaderAndHardie2010()
    {
        JsonElement at = Find(Retention, "sbg-multicohort");
        IReadOnlyList<double>[] cohorts = [.. at.GetProperty("inputs").GetProperty("cohorts").EnumerateArray().Select(Doubles)];
        Assert.True(RetentionModel.FitCohorts(cohorts).TryGetModel(out RetentionModel? model));
        Relative(at.GetProperty("expected").GetProperty("alpha").GetDouble(), model.Alpha, 1e-3);
        Relative(at.GetProperty("expected").GetProperty("beta").GetDouble(), model.Beta, 1e-3);
        Relative(3.8, model.Alpha, 1e-2);
        Relative(15.19, model.Beta, 1e-2);
    }

    private static void Close(JsonElement expected, double actual, bool hasAnswer)
    {
        bool isNumber = expected.ValueKind == JsonValueKind.Number;
        Assert.Equal(isNumber, hasAnswer || (isNumber && expected.GetDouble() == actual));
        if (isNumber)
        {
            Relative(expected.GetDouble(), actual, 1e-9);
        }
    }

    private static void Relative(double expected, double actual, double tolerance) =>
        Assert.True(Math.Abs(actual - expected) <= tolerance * Math.Abs(expected), $"expected {expected:R}, got {actual:R}");

    private static JsonElement Load(string name) => JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "statistics", name))).RootElement;

    private static IEnumerable<string> Ids(JsonElement suite, string prefix) => suite.GetProperty("cases").EnumerateArray()
        .Select(c => c.GetProperty("id").GetString()!).Where(id => id.StartsWith(prefix, StringComparison.Ordinal));

    private static JsonElement Find(JsonElement suite, string id) =>
        suite.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

    private static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetDouble())];
}
