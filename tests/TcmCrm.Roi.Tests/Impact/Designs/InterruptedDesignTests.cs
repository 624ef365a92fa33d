using NodaTime;
using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

public class InterruptedDesignTests
{
    // What is left of a line: months that hang together, at about 0.5.
    private static readonly double[] Wave =
        [-0.6, -0.4, 1.2, 0.2, -1.9, -2.2, 0.4, 1.2, 0.7, 1.1, -0.2, 1.4, 2.2, 0.5, 0.0, 0.5, 0.1, 0.7, -0.8, -0.4];

    [Fact]
    public void TwelveAndEightMonths_GiveLevelAndSlopeWithFirstOrderErrors()
    {
        double[] y = [.. Wave.Select((w, i) => 50 + (0.5 * i) + w + (i >= 12 ? 6 + (0.8 * (i - 12)) : 0))];
        EstimateDraft draft = Draft(y, 12);
        double rho = draft.Rho!.Value;
        Assert.InRange(rho, 0.1, 0.9);

        // With the slope about the middle of the months after, the coefficient of the level is the mean effect.
        double[][] Rows(int n, double middle) =>
            [.. Enumerable.Range(0, n).Select(i => (double[])[1, i, i >= 12 ? 1 : 0, i >= 12 ? i - 12 - middle : 0])];
        (double[] beta, double[,] covariance, double scale) = Regression(Rows(20, 0), y, [.. Enumerable.Range(0, 20)], rho);
        (double factor, double degrees) = Allowance(20, 4, rho);
        double Half(double month) => Quantile(0.975, degrees) * factor
            * Math.Sqrt(covariance[2, 2] + (2 * month * covariance[2, 3]) + (month * month * covariance[3, 3]));
        double mean = beta[2] + (3.5 * beta[3]);
        AssertStudent(draft, mean, Half(3.5) / Quantile(0.975, degrees), degrees);
        Near(Effective(20, rho), draft.EffectiveObservations, "effective observations");
        Assert.Equal((12.0, 8.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        Assert.Equal(EvidenceRung.InterruptedSeries, draft.Rung);
        Assert.False(draft.IsSeasonAdjusted);
        foreach (int months in (int[])[0, 2, 15])
        {
            (double later, double laterDegrees) = Allowance(20 + months, 4, rho);
            double error = later * ErrorOf(Rows(20 + months, 0.5 * (7 + months)), [.. Enumerable.Range(0, 20 + months)], rho, scale, 2);
            Near(Detectable(error, laterDegrees), draft.Detectable!(months), $"in {months} months");
        }

        EffectPath path = draft.Path!;
        Assert.True(path.HasSlopeChange);
        Near(TwoSidedP(beta[3] / (factor * Math.Sqrt(covariance[3, 3])), degrees), path.SlopePValue, "p of the slope");
        AssertInterval(path.At(0), beta[2], Half(0));
        AssertInterval(path.At(5), beta[2] + (5 * beta[3]), Half(5));

        // Eight months after, 0 to 7: 3.5 is their middle.
        AssertInterval(path.Average, mean, Half(3.5));
        AssertInterval(path.LastMonths, beta[2] + (4.5 * beta[3]), Half(4.5)); // 2 to 7.
        Assert.Equal(path.At(0), path.FirstMonth);
        AssertInterval(path.Cumulative, 8 * (beta[2] + (3.5 * beta[3])), 8 * Half(3.5));
    }

    [Theory]
    [InlineData(SpringFestivalTreatment.None)]
    [InlineData(SpringFestivalTreatment.MergeMonths)]
    public void Cumulative_IsTheSumOverAllMonthsObserved(SpringFestivalTreatment festival)
    {
        // Two years before, eighteen months after with one January and February, which may be one point of the regression.
        double[] y = [.. Enumerable.Range(0, 42).Select(i => 50 + (0.5 * i) + Wave[i % 20] + (i >= 24 ? 6 + (0.8 * (i - 24)) : 0))];
        ImpactEstimate estimate = ImpactAnalysis.Run(
            Linear(new YearMonth(2020, 7), y, new YearMonth(2022, 7)).WithSeason(SeasonTreatment.MonthDummies, festival))
            .Estimates.Single(e => e.Method == ImpactMethod.InterruptedTimeSeries);
        EffectPath path = estimate.Path!;
        Assert.Equal(18, estimate.ObservationsAfter);
        Near(Enumerable.Range(0, 18).Sum(j => path.At(j).Estimate), path.Cumulative.Estimate, "sum");
        Near((path.At(8).Estimate + path.At(9).Estimate) / 2, path.Average.Estimate, "mean");
        Near(18 * (path.Average.Upper - path.Average.Estimate), path.Cumulative.Upper - path.Cumulative.Estimate, "reach");
    }

    [Fact]
    public void OnTheLogScale_ThePathIsRelative_AndItsSumInLogPoints()
    {
        double[] logs = [.. Wave.Select((w, i) => 4 + (0.01 * i) + (0.1 * w) + (i >= 12 ? 0.2 + (0.02 * (i - 12)) : 0))];
        StudyContext context = Prepare(new ImpactStudy(Series([.. logs.Select(v => Math.Exp(v))]), Start.PlusMonths(12)));
        EstimateDraft draft = Design(context, SeasonPlan.None)!;
        double[][] rows = [.. Enumerable.Range(0, 20).Select(i => (double[])[1, i, i >= 12 ? 1 : 0, i >= 12 ? i - 12 : 0])];
        (double[] beta, double[,] covariance, _) = Regression(rows, logs, [.. Enumerable.Range(0, 20)], draft.Rho!.Value);
        (double factor, double degrees) = Allowance(20, 4, draft.Rho.Value);
        double effect = beta[2] + (3.5 * beta[3]);
        double error = factor * Math.Sqrt(covariance[2, 2] + (7 * covariance[2, 3]) + (12.25 * covariance[3, 3]));
        AssertStudent(draft, effect, error, degrees);
        double half = Quantile(0.975, degrees) * error;
        EffectInterval average = draft.Path!.Average;
        Near(Math.Exp(effect) - 1, average.Estimate, "average");
        Near(Math.Exp(effect - half) - 1, average.Lower, "average, lower");
        Near(Math.Exp(effect + half) - 1, average.Upper, "average, upper");
        Near(Math.Exp(beta[2] + (7 * beta[3])) - 1, draft.Path.At(7).Estimate, "last month");
        AssertInterval(draft.Path.Cumulative, 8 * effect, 8 * half);
    }

    [Fact]
    public void FewerThanSixMonthsAfter_HaveOneEffect()
    {
        double[] y = [.. Wave.Take(17).Select((w, i) => 50 + (0.5 * i) + w + (i >= 12 ? 6 : 0))];
        EstimateDraft draft = Draft(y, 12);
        double rho = draft.Rho!.Value;
        double[][] Rows(int n) => [.. Enumerable.Range(0, n).Select(i => (double[])[1, i, i >= 12 ? 1 : 0])];
        (double[] beta, double[,] covariance, double scale) = Regression(Rows(17), y, [.. Enumerable.Range(0, 17)], rho);
        (double factor, double degrees) = Allowance(17, 3, rho);
        AssertStudent(draft, beta[2], factor * Math.Sqrt(covariance[2, 2]), degrees);
        (double later, double laterDegrees) = Allowance(27, 3, rho);
        double error = later * ErrorOf(Rows(27), [.. Enumerable.Range(0, 27)], rho, scale, 2);
        Near(Detectable(error, laterDegrees), draft.Detectable!(10), "in ten months");
        EffectPath path = draft.Path!;
        Assert.False(path.HasSlopeChange);
        Assert.Equal(1, path.SlopePValue);
        double half = Quantile(0.975, degrees) * factor * Math.Sqrt(covariance[2, 2]);
        AssertInterval(path.At(0), beta[2], half);
        AssertInterval(path.At(4), beta[2], half);
        AssertInterval(path.Average, beta[2], half);
        AssertInterval(path.Cumulative, 5 * beta[2], 5 * half);
    }

    [Theory]
    [InlineData(8, 4, "shortSeries levelOnly")]
    [InlineData(11, 6, "shortSeries")]
    [InlineData(12, 5, "shortSeries levelOnly")]
    [InlineData(12, 6, "")]
    [InlineData(13, 7, "")]
    public void TwelveAndSixMonths_AreAdvised(int before, int after, string codes)
    {
        double[] y = [.. Wave.Take(before + after).Select(w => 50 + w)];
        EstimateDraft draft = Draft(y, before);
        Assert.Equal(codes, string.Join(' ', Codes(draft.Warnings)));
        Assert.Equal(after >= 6, draft.Path!.HasSlopeChange);
        if (codes.Length > 0)
        {
            string few = FormattableString.Invariant($"{before} months before and {after} after are few for an interrupted series; 12 and 6 are advised.");
            Assert.Equal(few, draft.Warnings[0].InEnglish());
        }
    }

    [Theory]
    [InlineData(7, 4)]
    [InlineData(8, 3)]
    public void FewerThanEightAndFourMonths_AreRefused(int before, int after)
    {
        StudyContext context = Run([.. Wave.Take(before + after)], before);
        Assert.Empty(context.Drafts);
        KeyValuePair<ImpactMethod, Message> refused = Assert.Single(context.Unavailable);
        Assert.Equal(ImpactMethod.InterruptedTimeSeries, refused.Key);
        Assert.Equal(
            FormattableString.Invariant($"{before} months before and {after} after; at least 8 and 4 are needed."), refused.Value.InEnglish());
    }

    [Fact]
    public void AnExactLine_LeavesNoError()
    {
        StudyContext context = Run([.. Enumerable.Range(0, 16).Select(i => i >= 10 ? 20.0 + i : i)], 10);
        Assert.Empty(context.Drafts);
        Assert.Equal("noVariation", Assert.Single(context.Unavailable).Value.Code);
    }

    [Fact]
    public void AnEffectThatGrows_IsSaidWithItsAverageAndItsLastMonth()
    {
        // 2 more every month from the second after on: on average 2 * 3.5 = 7, in the eighth month 14, but for a noise of 0.1.
        double[] noise = Noise(20, 4, 0, 0.1);
        EstimateDraft draft = Draft([.. noise.Select((e, i) => 50 + e + (i >= 12 ? 2 * (i - 12) : 0))], 12);
        EffectInterval average = draft.Path!.Average;
        EffectInterval last = draft.Path.At(7);
        Assert.InRange(average.Estimate, 6.5, 7.5);
        Assert.InRange(last.Estimate, 13.5, 14.5);
        Message warning = Assert.Single(draft.Warnings);
        Assert.Equal("effectChangesOverTime", warning.Code);
        Assert.Contains(
            FormattableString.Invariant($"(p < 0.001): on average over the months after {average.Estimate:0.000}, in the last of them {last.Estimate:0.00}."),
            warning.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void MonthDummies_TakeTheSeasonOut_AndCountMergedMonthsTwice()
    {
        StudyContext context = Prepare(Linear(new(2020, 7), Noise(42, 3, 100, 5), new(2022, 7)));
        EstimateDraft draft = Design(context, SeasonPlan.Dummies(context.Series, SpringFestivalTreatment.MergeMonths))!;
        Assert.True(draft.IsSeasonAdjusted);
        Assert.Equal((24.0, 18.0), (draft.ObservationsBefore, draft.ObservationsAfter));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1201)]
    public void AMonthOutsideTheForecast_IsRefused(int month)
    {
        EffectPath path = Draft([.. Wave.Select(w => 50 + w)], 12).Path!;
        Assert.True(double.IsFinite(path.At(1200).Estimate));
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>("monthsAfterFirst", () => path.At(month));
        Assert.Contains(month.ToString(System.Globalization.CultureInfo.InvariantCulture), refused.Message, StringComparison.Ordinal);
        Assert.Contains("0 to 1200", refused.Message, StringComparison.Ordinal);
    }

    private static StudyContext Run(double[] values, int before)
    {
        StudyContext context = Prepare(Linear(Start, values, Start.PlusMonths(before)));
        if (Design(context, SeasonPlan.None) is { } draft)
        {
            context.Drafts.Add(draft);
        }

        return context;
    }

    /// <summary>The design alone, without what the months before say.</summary>
    private static EstimateDraft? Design(StudyContext context, SeasonPlan plan) => InterruptedDesign.Run(
        context, context.Series, plan, ImpactMethod.InterruptedTimeSeries, EvidenceRung.InterruptedSeries, new BaselineChecks());

    /// <summary>What a short series does to its error: at r = rho + (1 + 2 rho) / (n - k), rho no less than 0.</summary>
    private static (double Factor, double Degrees) Allowance(int n, int k, double rho)
    {
        double r = Math.Min(rho + ((1 + (2 * Math.Max(rho, 0))) / (n - k)), 0.95);
        return (Math.Sqrt((1 + r) / (1 - r) * (1 - rho) / (1 + rho)), Math.Max(Effective(n, r) - k, 2));
    }

    private static EstimateDraft Draft(double[] values, int before) => Assert.Single(Run(values, before).Drafts);

    private static void AssertInterval(EffectInterval actual, double estimate, double half)
    {
        Near(estimate, actual.Estimate, "estimate");
        Near(estimate - half, actual.Lower, "lower");
        Near(estimate + half, actual.Upper, "upper");
    }
}
