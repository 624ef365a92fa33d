using System.Text.Json;
using CsCheck;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Tests.Statistics;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

public class SurveyProportionTests
{
    [Fact]
    public void WilsonAndNewcombe_AgreeWithRAndStatsmodels()
    {
        int count = 0;
        foreach (JsonElement c in Each("proportions"))
        {
            string id = c.GetProperty("id").GetString()!;
            JsonElement i = c.GetProperty("inputs");
            JsonElement e = c.GetProperty("expected");
            double confidence = i.Number("confidence");
            if (i.TryGetProperty("x", out _))
            {
                EffectInterval wilson = SurveyChange.Wilson(i.Number("x"), i.Number("n"), confidence);
                Close(e.Number("lower"), wilson.Lower, 0, id, 1e-10);
                Close(e.Number("upper"), wilson.Upper, 0, id, 1e-10);
            }
            else
            {
                // The file has p1 - p2; the change is after less before, so that sample 2 is the one before.
                ImpactEstimate actual = SurveyChange.Proportions(i.Number("x2"), i.Number("n2"), i.Number("x1"), i.Number("n1"), new() { ConfidenceLevel = confidence });
                bool isRandom = e.TryGetProperty("newcombeLower", out _);
                Close(e.Number("difference"), actual.Estimate, 0, id, 1e-10);
                Close(e.Number(isRandom ? "newcombeLower" : "lower"), actual.Lower, 0, id, 1e-10);
                Close(e.Number(isRandom ? "newcombeUpper" : "upper"), actual.Upper, 0, id, 1e-10);
                if (isRandom)
                {
                    double[] wilson1 = e.GetProperty("wilson1").Doubles();
                    Close(wilson1[0], SurveyChange.Wilson(i.Number("x1"), i.Number("n1"), confidence).Lower, 0, id, 1e-10);
                    Close(wilson1[1], SurveyChange.Wilson(i.Number("x1"), i.Number("n1"), confidence).Upper, 0, id, 1e-10);
                }
            }

            count++;
        }

        Assert.Equal(71, count);
    }

    [Fact]
    public void Paired_AgreesWithThePublishedTable()
    {
        // Airway hyper-responsiveness before and after transplantation (Bentur et al. 2009) as in Fagerland, Lydersen and Laake, Statistics in
        // Medicine 33 (2014) 2850-2875: p1 - p2 = -0.286, Newcombe's square-and-add interval -0.507 to -0.026. Here after less before.
        ImpactEstimate actual = SurveyChange.PairedProportions(both: 1, onlyBefore: 1, onlyAfter: 7, neither: 12);
        Close(6.0 / 21.0, actual.Estimate, 1e-12, "difference");
        Close(0.026, actual.Lower, 0, "lower", 5e-4);
        Close(0.507, actual.Upper, 0, "upper", 5e-4);

        // Exact McNemar: 2 P(X <= 1), X binomial(8, 1/2) = 2 * 9 / 256.
        Close(18.0 / 256.0, actual.PValue, 1e-12, "p");
    }

    [Fact]
    public void ZeroAndFullProportions_HaveAnInterval()
    {
        ImpactEstimate actual = SurveyChange.Proportions(0, 20, 10, 10);
        Assert.Equal(1.0, actual.Estimate);
        Assert.InRange(actual.Lower, 0.5, 1.0);
        Assert.Equal(1.0, actual.Upper, 1e-12);
        Assert.Contains(actual.Warnings, w => w.Code == "smallCounts");
    }

    [Fact]
    public void Interval_ContainsTheEstimate_AndTurnsWithTheSides() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[1, 400], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((n1, n2, a, b) =>
        {
            int x1 = (int)(n1 * a);
            int x2 = (int)(n2 * b);
            ImpactEstimate forward = SurveyChange.Proportions(x1, n1, x2, n2);
            ImpactEstimate back = SurveyChange.Proportions(x2, n2, x1, n1);
            Assert.InRange(forward.Estimate, forward.Lower, forward.Upper);
            Assert.Equal(-forward.Lower, back.Upper, 1e-12);
            Assert.Equal(-forward.Estimate, back.Estimate, 1e-12);
        });

    [Fact]
    public void Independent_HasTheScoreTest_AndWhatItCouldHaveFound()
    {
        // 10 of 40 and 30 of 60: pooled 0.4, variance 0.24 (1/40 + 1/60) = 0.01, z = 0.25 / 0.1. Limits by Newcombe's formula, worked out apart.
        ImpactEstimate change = SurveyChange.Proportions(10, 40, 30, 60, new() { Promise = 0.1 });
        Assert.Equal(ImpactMethod.ProportionNewcombe, change.Method);
        Assert.Equal(EvidenceRung.BeforeAfter, change.Rung);
        Assert.Equal(EffectUnit.Share, change.Unit);
        Assert.Equal(0.25, change.Estimate, 1e-12);
        Close(0.054734515591973704, change.Lower, 1e-8, "lower");
        Close(0.41350780827844374, change.Upper, 1e-8, "upper");
        Close(0.012419330651552318, change.PValue, 1e-9, "p");

        // (z_0.975 + z_0.8) sqrt(p1 (1 - p1) / 40 + p2 (1 - p2) / 60) with p1 = 10.5/41 and p2 = 30.5/61.
        Close(0.264738043198253, change.MinimumDetectableEffect!.Value, 1e-8, "detectable");
        Assert.Equal(40, change.ObservationsBefore);
        Assert.Equal(60, change.ObservationsAfter);
        Assert.Equal(100, change.EffectiveObservations);
        Assert.Null(change.StandardError);
        Assert.Equal(ImpactVerdictKind.PositivePromiseUnproven, change.Verdict);
        Assert.Equal(["independentAnswers", "nothingElseChanged"], change.Assumptions.Select(a => a.Code));
        Assert.Empty(change.Warnings);
        Assert.Equal(ImpactVerdictKind.Harm, SurveyChange.Proportions(10, 40, 30, 60, new() { LowerIsBetter = true }).Verdict);
    }

    [Fact]
    public void FurtherMonths_BringTheirCustomersToTheSideAfter()
    {
        // As above with 6 months of 10 customers more: 60 + 60 after.
        EstimateDraft draft = ProportionDraft.Independent(10, 40, 30, 60, null, false, 0.95, trialsPerMonth: 10);
        Close(0.264738043198253, draft.Detectable!(0), 1e-8, "now");
        Close(0.23180681339543524, draft.Detectable!(6), 1e-8, "after six months");
    }

    [Theory]
    [InlineData(0, 20, 0, 30)]
    [InlineData(20, 20, 30, 30)]
    public void EqualProportionsOfNoneOrAll_HaveAPValueOfOne(double x1, double n1, double x2, double n2) =>
        Assert.Equal(1.0, SurveyChange.Proportions(x1, n1, x2, n2).PValue);

    /// <summary>Newcombe's method 10 for pairs, worked out apart: phi 0.455 after its correction for continuity, -0.613, and 0 where a margin is empty.</summary>
    [Theory]
    [InlineData(20, 2, 12, 16, 0.2, 0.05615642484174832, 0.3292069954001405, 0.012939453125)]
    [InlineData(2, 9, 12, 3, 3.0 / 26.0, -0.21804596963483291, 0.42214906624694776, 0.6636238098144531)]
    [InlineData(10, 0, 0, 0, 0.0, -0.27753279986288915, 0.27753279986288915, 1.0)]
    [InlineData(6, 0, 4, 0, 0.4, 0.038385820888002575, 0.6873262302663417, 0.125)]
    public void Paired_TakesTheCorrelationIntoAccount(
        double both, double onlyBefore, double onlyAfter, double neither, double difference, double lower, double upper, double p)
    {
        ImpactEstimate change = SurveyChange.PairedProportions(both, onlyBefore, onlyAfter, neither);
        Close(difference, change.Estimate, 1e-12, "difference");
        Close(lower, change.Lower, 1e-8, "lower");
        Close(upper, change.Upper, 1e-8, "upper");
        Close(p, change.PValue, 1e-10, "exact McNemar");
    }

    [Fact]
    public void Paired_PinsTheRestOfTheEstimate()
    {
        // (z_0.975 + z_0.8) sqrt(1 + 7) / 21.
        ImpactEstimate change = SurveyChange.PairedProportions(1, 1, 7, 12, new() { Promise = 0.1 });
        Assert.Equal(ImpactMethod.ProportionPaired, change.Method);
        Assert.Equal(EffectUnit.Share, change.Unit);
        Close(0.3773371249142234, change.MinimumDetectableEffect!.Value, 1e-8, "detectable");
        Assert.Equal(21, change.ObservationsBefore);
        Assert.Equal(21, change.ObservationsAfter);
        Assert.Equal(21, change.EffectiveObservations);
        Assert.Equal(["independentAnswers", "nothingElseChanged"], change.Assumptions.Select(a => a.Code));

        // Nobody changed: one is lent, sqrt(1) / 10.
        Close(0.2801585218112968, SurveyChange.PairedProportions(5, 0, 0, 5).MinimumDetectableEffect!.Value, 1e-8, "detectable");
        Assert.Equal(1.0, SurveyChange.PairedProportions(5, 0, 0, 5).PValue);
        Assert.Equal(ImpactVerdictKind.Harm, SurveyChange.PairedProportions(1, 1, 7, 12, new() { LowerIsBetter = true }).Verdict);
    }

    /// <summary>Both limits are kept exactly at the ends, whatever the level and the size.</summary>
    [Fact]
    public void Wilson_OfNoneAndAll_EndsAtZeroAndOneExactly()
    {
        foreach (double level in new[] { 0.5, 0.6, 0.683, 0.75, 0.8, 0.9, 0.95, 0.975, 0.98, 0.99, 0.995, 0.999 })
        {
            foreach (int n in new[] { 1, 2, 3, 7, 11, 20, 53, 104, 1001, 123_457 })
            {
                Assert.Equal(0.0, SurveyChange.Wilson(0, n, level).Lower);
                Assert.Equal(1.0, SurveyChange.Wilson(n, n, level).Upper);
            }
        }

        Assert.Equal(0.25, SurveyChange.Wilson(5, 20).Estimate);
    }

    [Theory]
    [InlineData(5, 20, 10, 20, null)]
    [InlineData(4, 20, 10, 20, "4")]
    [InlineData(16, 20, 10, 20, "4")]
    [InlineData(10, 20, 3, 20, "3")]
    [InlineData(10, 20, 18, 20, "2")]
    [InlineData(15, 20, 15, 20, null)]
    public void SmallestOfTheFourCounts_IsReportedBelowFive(double x1, double n1, double x2, double n2, string? smallest) =>
        ExpectSmallCounts(smallest, SurveyChange.Proportions(x1, n1, x2, n2));

    [Theory]
    [InlineData(3, 7, null)]
    [InlineData(7, 3, null)]
    [InlineData(2, 7, "2")]
    [InlineData(8, 1, "1")]
    [InlineData(0, 0, "0")]
    public void FewerThanTenChangedAnswers_AreReported(double onlyBefore, double onlyAfter, string? smallest) =>
        ExpectSmallCounts(smallest, SurveyChange.PairedProportions(20, onlyBefore, onlyAfter, 20));

    [Fact]
    public void WrongCounts_AreRefused()
    {
        Refused.OutOfRange("successes", "successes is 5; allowed: from 0 to 4.", () => SurveyChange.Wilson(5, 4));
        Refused.OutOfRange("successes", "successes is -0.5; allowed: from 0 to 4.", () => SurveyChange.Wilson(-0.5, 4));
        Refused.OutOfRange("trials", "trials is 0; allowed: above 0.", () => SurveyChange.Wilson(0, 0));
        Refused.OutOfRange("trials", "trials is NaN; allowed: a finite number.", () => SurveyChange.Wilson(0, double.NaN));
        Refused.OutOfRange("successesBefore", "successesBefore is 5; allowed: from 0 to 4.", () => SurveyChange.Proportions(5, 4, 1, 2));
        Refused.OutOfRange("successesAfter", "successesAfter is 3; allowed: from 0 to 2.", () => SurveyChange.Proportions(1, 4, 3, 2));
        Refused.OutOfRange("trialsBefore", "trialsBefore is 0; allowed: above 0.", () => SurveyChange.Proportions(0, 0, 1, 2));
        Refused.OutOfRange("trialsAfter", "trialsAfter is -1; allowed: above 0.", () => SurveyChange.Proportions(0, 2, 0, -1));
        Assert.Equal(0.0, SurveyChange.Proportions(4, 4, 2, 2).Estimate);
    }

    [Fact]
    public void WrongPairs_AreRefused()
    {
        Refused.OutOfRange("both", "both is -1; allowed: 0 or more.", () => SurveyChange.PairedProportions(-1, 1, 1, 1));
        Refused.OutOfRange("onlyBefore", "onlyBefore is -1; allowed: 0 or more.", () => SurveyChange.PairedProportions(1, -1, 1, 1));
        Refused.OutOfRange("onlyAfter", "onlyAfter is NaN; allowed: a finite number.", () => SurveyChange.PairedProportions(1, 1, double.NaN, 1));
        Refused.OutOfRange("neither", "neither is -0.5; allowed: 0 or more.", () => SurveyChange.PairedProportions(1, 1, 1, -0.5));
        Refused.OutOfRange("neither", "neither is 0; allowed: a sum of the four counts above 0.", () => SurveyChange.PairedProportions(0, 0, 0, 0));
    }

    [Fact]
    public void WrongLevelsAndPromises_AreRefused()
    {
        (string Name, Func<double, object> With)[] levels =
        [
            ("confidenceLevel", level => SurveyChange.Wilson(1, 2, level)),
            ("ConfidenceLevel", level => new SurveyChangeOptions { ConfidenceLevel = level }),
        ];
        foreach ((string name, Func<double, object> with) in levels)
        {
            with(0.5);
            with(0.999);
            Refused.OutOfRange(name, $"{name} is 0.499; allowed: from 0.5 to 0.999.", () => with(0.499));
            Refused.OutOfRange(name, $"{name} is 0.9991; allowed: from 0.5 to 0.999.", () => with(0.9991));
            Refused.OutOfRange(name, $"{name} is NaN; allowed: from 0.5 to 0.999.", () => with(double.NaN));
        }

        Assert.Equal(1e-9, new SurveyChangeOptions { Promise = 1e-9 }.Promise);
        Assert.Equal((null, false, 0.95), ((double?)null, new SurveyChangeOptions().LowerIsBetter, new SurveyChangeOptions().ConfidenceLevel));
        Refused.OutOfRange("Promise", "Promise is 0; allowed: above 0.", () => SurveyChange.Proportions(0, 3, 1, 2, new() { Promise = 0 }));
        Refused.OutOfRange("Promise", "Promise is -0.1; allowed: above 0.", () => SurveyChange.PairedProportions(1, 2, 1, 2, new() { Promise = -0.1 }));
        Refused.OutOfRange("Promise", "Promise is NaN; allowed: a finite number.", () => SurveyChange.PairedProportions(1, 2, 1, 2, new() { Promise = double.NaN }));
    }

    private static void ExpectSmallCounts(string? smallest, ImpactEstimate change)
    {
        if (smallest is null)
        {
            Assert.Empty(change.Warnings);
            return;
        }

        Message warning = Assert.Single(change.Warnings);
        Assert.Equal("smallCounts", warning.Code);
        Assert.Equal($"The smallest count is {smallest}, below 5: the interval is wide and rough.", warning.InEnglish());
    }
}
