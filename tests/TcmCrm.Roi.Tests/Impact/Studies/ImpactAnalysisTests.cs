using System.Text.Json;
using System.Text.RegularExpressions;
using CsCheck;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tests.Statistics;
using static TcmCrm.Roi.Tests.Impact.StudySamples;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

public class ImpactAnalysisTests
{
    [Fact]
    public void LinearStudyWithoutSeason_GivesThePublishedAnswers()
    {
        int its = 0;
        int mean = 0;
        foreach (JsonElement c in Each("random-series-200"))
        {
            string id = c.GetProperty("id").GetString()!;
            double[] y = c.GetProperty("inputs").GetProperty("y").Doubles();
            int k = c.GetProperty("inputs").GetProperty("interventionIndex").GetInt32();
            JsonElement expected = c.GetProperty("expected");
            ImpactResult result = ImpactAnalysis.Run(Study(y, k).WithSeason(SeasonTreatment.None).WithScale(EffectScale.Linear));
            if (k < 6 || y.Length - k < 3)
            {
                Assert.DoesNotContain(result.Estimates, e => e.Method == ImpactMethod.Welch);
                continue;
            }

            ImpactEstimate welch = result.Estimates.Single(e => e.Method == ImpactMethod.Welch);
            Close(expected.GetProperty("welch").Number("meanDifference"), welch.Estimate, 1e-9, id);
            Close(expected.GetProperty("welch").Number("se"), welch.StandardError!.Value, 1e-9, id);
            Close(expected.GetProperty("welch").Number("p"), welch.PValue, 1e-9, id);
            if (expected.TryGetProperty("meanShiftRemlAr1", out JsonElement reml))
            {
                ImpactEstimate actual = result.Estimates.Single(e => e.Method == ImpactMethod.RemlMean);
                Close(reml.Number("rho"), actual.Rho!.Value, 0, id, 2e-4);
                Close(reml.GetProperty("beta").Doubles()[1], actual.Estimate, 2e-3, id, 2e-3 * actual.StandardError!.Value);
                mean++;
            }

            if (y.Length - k >= 6 && k >= 8 && expected.TryGetProperty("itsRemlAr1", out JsonElement interrupted))
            {
                ImpactEstimate actual = result.Estimates.Single(e => e.Method == ImpactMethod.InterruptedTimeSeries);
                if (actual.Warnings.Any(w => w.Code is "baselineBreak" or "trendMayBend"))
                {
                    continue; // Another regression than the published one.
                }

                EffectInterval level = actual.Path!.FirstMonth;
                double error = interrupted.GetProperty("se").Doubles()[2];
                Close(interrupted.GetProperty("beta").Doubles()[2], level.Estimate, 2e-3, id, 2e-3 * error);
                SmallSample allowance = SmallSample.Of(actual.Rho!.Value, y.Length, 4);
                double reach = Roi.Statistics.StudentT.TwoSidedCritical(0.95, allowance.DegreesOfFreedom) * allowance.Factor;
                Close(error, (level.Upper - level.Lower) / (2 * reach), 2e-3, id);
                its++;
            }
        }

        Assert.True(its >= 25 && mean >= 40, $"{its} interrupted series, {mean} means");
    }

    [Fact]
    public void Control_GivesThePublishedGapRegression()
    {
        foreach (JsonElement c in Each("did"))
        {
            string id = c.GetProperty("id").GetString()!;
            JsonElement inputs = c.GetProperty("inputs");
            ImpactStudy study = Study(inputs.GetProperty("treated").Doubles(), inputs.GetProperty("preMonths").GetInt32())
                .WithScale(EffectScale.Linear)
                .WithControls(Series(inputs.GetProperty("control").Doubles()));
            ImpactResult result = ImpactAnalysis.Run(study);
            Assert.Equal(ImpactMethod.DifferenceInDifferences, ImpactAnalysis.Run(study.AsExperiment()).Chosen.Method);
            ImpactEstimate did = result.Estimates.Single(e => e.Method == ImpactMethod.DifferenceInDifferences);
            Assert.False(did.IsEffect);
            JsonElement expected = c.GetProperty("expected").GetProperty("gapRemlAr1");
            Close(expected.Number("effect"), did.Estimate, 2e-3, id);
            Close(expected.Number("se"), did.StandardError!.Value, 2e-3, id);
        }
    }

    [Fact]
    public void KnownRelativeEffect_IsFoundThroughSeasonAndTrend()
    {
        // Three years before, eighteen months after, 12 % up, strong season, festival, growth of 1 % a month, hardly any noise.
        ImpactResult result = ImpactAnalysis.Run(SeasonalStudy(effect: 0.12, noise: 0.01).WithPromise(0.08));
        Assert.Equal(ImpactMethod.InterruptedTimeSeries, result.Chosen.Method);
        Assert.True(result.Chosen.IsSeasonAdjusted);
        Assert.Equal(EffectUnit.Relative, result.Chosen.Unit);
        Assert.InRange(result.Chosen.Estimate, 0.10, 0.14);
        Assert.True(result.Chosen.Lower >= 0.08, result.Chosen.ToString());
        Assert.Equal(ImpactVerdictKind.Realized, result.Verdict);
    }

    [Fact]
    public void LogEffect_TransformsEstimateAndLimits()
    {
        ImpactEstimate log = ImpactAnalysis.Run(SeasonalStudy(0.12, 0.05)).Chosen;
        double half = Roi.Statistics.StudentT.TwoSidedCritical(0.95, log.DegreesOfFreedom!.Value) * log.StandardError!.Value;
        Close(Math.Log(1 + log.Estimate) - half, Math.Log(1 + log.Lower), 1e-9, "lower");
        Close(Math.Log(1 + log.Estimate) + half, Math.Log(1 + log.Upper), 1e-9, "upper");
    }

    [Fact]
    public void SeriesAgainstItself_IsNoComparison()
    {
        double[] y = Noise(30, 5, 100, 4);
        ImpactResult result = ImpactAnalysis.Run(Study(y, 18).WithControls(Series(y)).WithPromise(0.05));
        Assert.Equal("noVariation", result.Unavailable[ImpactMethod.DifferenceInDifferences].Code);
        Assert.Equal("noVariation", result.Unavailable[ImpactMethod.ControlledSeries].Code);
        Assert.All(result.Estimates, estimate => Assert.True(estimate.Lower < estimate.Upper, estimate.ToString()));
        Assert.NotEqual(ImpactVerdictKind.Realized, result.Verdict);
    }

    [Fact]
    public void Estimate_LiesInItsInterval_AndVerdictNeverContradictsIt() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[6, 30], Gen.Int[3, 20], Gen.Double[0.01, 0.3], Gen.Bool).Sample((seed, before, after, promise, lowerIsBetter) =>
        {
            double[] y = Noise(before + after, seed, 100, 15);
            KpiSeries series = lowerIsBetter ? KpiSeries.FromValues(KpiCatalog.Cac, Start, y) : Series(y);
            ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(series, Start.PlusMonths(before)).WithPromise(promise));
            foreach (ImpactEstimate e in result.Estimates)
            {
                Assert.InRange(e.Estimate, e.Lower, e.Upper);
                Assert.InRange(e.PValue, 0, 1);
                double l = lowerIsBetter ? -e.Upper : e.Lower;
                double u = lowerIsBetter ? -e.Lower : e.Upper;
                ImpactVerdictKind expected = !e.CanBeTrusted || (!e.IsEffect && e.Verdict == ImpactVerdictKind.Inconclusive) ? ImpactVerdictKind.Inconclusive
                    : e.IsGuarded && u < 0 ? ImpactVerdictKind.Inconclusive
                    : l >= promise ? e.IsGuarded ? ImpactVerdictKind.PositivePromiseUnproven : ImpactVerdictKind.Realized
                    : l > 0 && u >= promise ? ImpactVerdictKind.PositivePromiseUnproven
                    : l > 0 ? ImpactVerdictKind.PartlyRealized
                    : u >= promise ? ImpactVerdictKind.Inconclusive
                    : u >= 0 ? ImpactVerdictKind.NotRealized
                    : ImpactVerdictKind.Harm;
                Assert.Equal(expected, e.Verdict);
            }
        }, iter: 300);

    [Fact]
    public void Scaling_LeavesRelativeEffectsAlone_AndShiftingLeavesAmountsAlone()
    {
        double[] y = Noise(40, 11, 100, 10);
        ImpactResult plain = ImpactAnalysis.Run(Study(y, 22));
        ImpactResult scaled = ImpactAnalysis.Run(Study([.. y.Select(v => v * 1e4)], 22));
        ImpactResult amounts = ImpactAnalysis.Run(Study(y, 22).WithScale(EffectScale.Linear));
        ImpactResult shifted = ImpactAnalysis.Run(Study([.. y.Select(v => v + 5000)], 22).WithScale(EffectScale.Linear));
        for (int i = 0; i < plain.Estimates.Count; i++)
        {
            Close(plain.Estimates[i].Estimate, scaled.Estimates[i].Estimate, 1e-5, "scaled", 1e-7);
            Close(plain.Estimates[i].Upper, scaled.Estimates[i].Upper, 1e-5, "scaled", 1e-7);
            Close(amounts.Estimates[i].Estimate, shifted.Estimates[i].Estimate, 1e-5, "shifted", 1e-5);
            Close(amounts.Estimates[i].Lower, shifted.Estimates[i].Lower, 1e-5, "shifted", 1e-5);
        }
    }

    [Fact]
    public void OrderOfObservations_DoesNotMatter()
    {
        double[] y = Noise(30, 3, 100, 10);
        KpiObservation[] observations = [.. y.Select((v, i) => KpiObservation.OfValue(Start.PlusMonths(i), v))];
        ImpactResult forward = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromObservations(Sales, observations), Start.PlusMonths(18)));
        ImpactResult backward = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromObservations(Sales, observations.Reverse()), Start.PlusMonths(18)));
        Assert.Equal(forward.InEnglish(), backward.InEnglish());
    }

    [Fact]
    public void ChineseAndEnglishText_StateTheSameNumbers()
    {
        ImpactStudy[] studies =
        [
            SeasonalStudy(0.12, 0.05).WithPromise(0.08),
            Study(Noise(14, 1, 100, 10), 8).WithPromise(0.3),
            Study(Noise(30, 2, 100, 10), 20).WithControls(Series(Noise(30, 4, 90, 8))),
            Study([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], 6),
            SeasonalStudy(-0.2, 0.02).WithPromise(0.05).WithTransition(2),
        ];
        foreach (ImpactStudy study in studies)
        {
            ImpactResult result = ImpactAnalysis.Run(study);
            // The English name of a method has a number that its Chinese name has not.
            Assert.Equal(Numbers(result.InEnglish().Replace("AR(1)-REML", string.Empty, StringComparison.Ordinal)), Numbers(result.InChinese()));
            Assert.Contains(Message.NameOf(result.Verdict).InEnglish(), result.InEnglish(), StringComparison.Ordinal);
            Assert.Contains(Message.NameOf(result.Verdict).InChinese(), result.InChinese(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Transition_IsLeftOut()
    {
        double[] y = [.. Noise(24, 9, 100, 3)];
        y[12] = 5;
        y[13] = 5;
        ImpactResult kept = ImpactAnalysis.Run(Study(y, 12).WithTransition(2));
        Assert.Equal(12, kept.Estimates.Single(e => e.Method == ImpactMethod.Welch).ObservationsBefore);
        Assert.Equal(10, kept.Estimates.Single(e => e.Method == ImpactMethod.Welch).ObservationsAfter);
        Assert.InRange(kept.Estimates.Single(e => e.Method == ImpactMethod.Welch).Estimate, -0.05, 0.05);
    }

    [Fact]
    public void Ladder_PutsTheControlFirst_ThenTheSeries_ThenTheRest()
    {
        ImpactResult result = ImpactAnalysis.Run(SeasonalStudy(0.1, 0.05).WithControls(Series(Noise(54, 8, 100, 5))));
        EvidenceRung[] rungs = [.. result.Estimates.Where(e => e.MayBeChosen).Select(e => e.Rung)];
        Assert.Equal([EvidenceRung.ControlGroup, EvidenceRung.InterruptedSeries, EvidenceRung.ControlGroup, EvidenceRung.YearOnYear, EvidenceRung.BeforeAfter], rungs.Take(5));
        Assert.True(result.Estimates.TakeWhile(e => e.IsEffect).Count() == 2, "a difference of means is no effect where lots did not decide");
        Assert.Equal(EvidenceRung.Experiment, ImpactAnalysis.Run(result.Study.AsExperiment()).Chosen.Rung);
        Assert.False(result.Estimates[^1].MayBeChosen);
    }

    [Fact]
    public void UnderTwoYears_YearOnYearPairsOutrankTheUnadjustedSeries()
    {
        // Eight months before and twelve after, so that eight months have their month of the year before.
        ImpactResult result = ImpactAnalysis.Run(Study(Noise(20, 6, 100, 5), 8));
        Assert.Equal(ImpactMethod.YearOnYear, result.Chosen.Method);
        ImpactEstimate its = result.Estimates.Single(e => e.Method == ImpactMethod.InterruptedTimeSeries);
        Assert.Contains(its.Warnings, w => w.Code == "seasonNotAdjusted");
        Assert.Equal(ImpactMethod.InterruptedTimeSeries, ImpactAnalysis.Run(result.Study.WithSeason(SeasonTreatment.None)).Chosen.Method);
    }

    [Fact]
    public void MonthsStillNeeded_BringTheDetectableEffectDownToThePromise()
    {
        int seen = 0;
        for (int seed = 1; seed < 40; seed++)
        {
            ImpactResult result = ImpactAnalysis.Run(Study(Noise(60, seed, 100, 7), 48).WithSeason(SeasonTreatment.None).WithPromise(0.12));
            ImpactEstimate mean = result.Chosen;
            if (mean.Verdict == ImpactVerdictKind.Inconclusive && mean.MonthsStillNeeded is { } months)
            {
                Assert.Equal(ImpactMethod.InterruptedTimeSeries, mean.Method);
                Assert.Equal(months == 0, mean.MinimumDetectableEffect <= 0.12);
                seen++;
            }
            else if (mean.Verdict != ImpactVerdictKind.Inconclusive)
            {
                Assert.Equal(0, mean.MonthsStillNeeded);
            }
        }

        Assert.True(seen > 1, $"{seen} inconclusive");
    }

    [Fact]
    public void EffectPath_OfAnInterruptedSeries_HasItsMeanAsTheEffect()
    {
        ImpactEstimate its = ImpactAnalysis.Run(Study(Noise(36, 21, 100, 5), 24).WithSeason(SeasonTreatment.None).WithScale(EffectScale.Linear)).Chosen;
        EffectPath path = its.Path!;
        Close(its.Estimate, path.Average.Estimate, 1e-12, "mean");
        Close(its.Lower, path.Average.Lower, 1e-12, "lower");
        Close((path.At(0).Estimate + path.At(11).Estimate) / 2, path.Average.Estimate, 1e-10, "average");
        Close(12 * path.Average.Estimate, path.Cumulative.Estimate, 1e-10, "cumulative");
        Close(12 * path.Average.Upper, path.Cumulative.Upper, 1e-10, "cumulative");
    }

    [Fact]
    public void Ratio_RunsAsPooledProportionToo()
    {
        double?[] numerators = [.. Enumerable.Range(0, 20).Select(i => (double?)(i < 10 ? 40 + (i % 3) : 55 - (i % 3)))];
        double?[] denominators = [.. Enumerable.Repeat((double?)100, 20)];
        ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromParts(KpiCatalog.Csat, Start, numerators, denominators), Start.PlusMonths(10)));
        ImpactEstimate pooled = result.Estimates.Single(e => e.Method == ImpactMethod.ProportionNewcombe);
        Assert.Equal(1000, pooled.ObservationsBefore);
        Assert.Equal(EffectUnit.Share, pooled.Unit);
        Assert.Equal(SurveyChange.Proportions(409, 1000, 540, 1000).Estimate, pooled.Estimate, 1e-12);
    }

    [Fact]
    public void StaggeredUnits_AreLinedUpByTheirOwnGoLive()
    {
        double[] first = [.. Noise(30, 1, 100, 2).Select((v, i) => i >= 14 ? v + 20 : v)];
        double[] second = [.. Noise(30, 2, 300, 2).Select((v, i) => i >= 18 ? v + 20 : v)];
        ImpactResult result = ImpactAnalysis.Run(Study(first, 14).WithScale(EffectScale.Linear)
            .WithStaggeredUnit(Series(second), Start.PlusMonths(18))
            .WithControls(Series(Noise(30, 3, 80, 2))));
        Assert.Equal(ImpactMethod.ControlledSeries, result.Chosen.Method);
        Assert.InRange(result.Chosen.Estimate, 15, 25);
        Assert.Equal(14, result.Chosen.ObservationsBefore);
        Assert.Equal(12, result.Chosen.ObservationsAfter);
        Assert.Contains(result.Warnings, w => w.Code == "staggeredStack");
    }

    private static string[] Numbers(string text) => [.. Regex.Matches(text, @"\d[\d.,]*\d|\d").Select(m => m.Value.Length == 2 ? m.Value.TrimStart('0') : m.Value)];
}
