using NodaTime;
using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;

namespace TcmCrm.Roi.Tests.Impact;

public class MeanDesignsTests
{
    private const double Gap = double.NaN;
    private const string NoVariation = "The values do not vary about the design: there is nothing to estimate an error from.";

    private static readonly ImpactMethod[] All = [ImpactMethod.RemlMean, ImpactMethod.WelchEffectiveSampleSize, ImpactMethod.Welch, ImpactMethod.MannWhitney];

    // About 10 and 14.5, months that hang together at about 0.5; no value twice, and all after above all before.
    private static readonly double[] Before = [9, 10, 11.5, 11, 12, 9.5, 8, 9.2];
    private static readonly double[] After = [12.5, 15, 15.2, 16, 14];

    [Fact]
    public void FourMethods_InTheirOrder()
    {
        StudyContext context = Run([.. Before, .. After], 8);
        Assert.Empty(context.Unavailable);
        Assert.Equal(All, context.Drafts.Select(d => d.Method));
        Assert.Equal([4, 3, 8, 9], context.Drafts.Select(d => d.OrderInRung));
        Assert.Equal([true, true, false, false], context.Drafts.Select(d => d.MayBeChosen));
        Assert.All(context.Drafts, d =>
        {
            Assert.Equal((8.0, 5.0), (d.ObservationsBefore, d.ObservationsAfter));
            Assert.Equal(EvidenceRung.BeforeAfter, d.Rung);
            Assert.False(d.IsSeasonAdjusted);
            Assert.Empty(d.Warnings);
            Assert.Equal(["nothingElseChanged", d.OrderInRung < 5 ? "firstOrderErrors" : "independentMonths"], Codes(d.Assumptions));
        });
    }

    [Fact]
    public void Welch_IsTheTextbookFormula()
    {
        EstimateDraft draft = Of(Run([.. Before, .. After], 8), ImpactMethod.Welch);
        (double error, double degrees) = Satterthwaite(Variance(Before), 8, 7, Variance(After), 5, 4);
        AssertStudent(draft, Mean(After) - Mean(Before), error, degrees);
        Assert.Null(draft.Rho);
        Assert.Equal(13, draft.EffectiveObservations);
        foreach (int months in (int[])[0, 6])
        {
            (error, degrees) = Satterthwaite(Variance(Before), 8, 7, Variance(After), 5 + months, 4 + months);
            Near(Detectable(error, degrees), draft.Detectable!(months), $"in {months} months");
        }
    }

    [Fact]
    public void WelchWithEffectiveSizes_ShrinksBothSides()
    {
        EstimateDraft draft = Of(Run([.. Before, .. After], 8), ImpactMethod.WelchEffectiveSampleSize);

        // r1 from the deviations from the own side's mean, then r1 + (1 + 4 r1)/n + 1/n (METHODS C2).
        double[] d = [.. Before.Select(v => v - Mean(Before)), .. After.Select(v => v - Mean(After))];
        double r1 = Enumerable.Range(1, 12).Sum(i => d[i] * d[i - 1]) / d.Sum(v => v * v);
        double r = r1 + ((1 + (4 * r1)) / 13) + (1.0 / 13);
        Assert.InRange(r, 0.1, 0.89);
        double shrink = (1 - r) / (1 + r);
        double before = Math.Max(8 * shrink, 2);
        double Size(int months) => Math.Max((5 + months) * shrink, 2);
        (double Error, double Degrees) At(int months) => Satterthwaite(
            Variance(Before), before, Math.Max(before - 1, 1), Variance(After), Size(months), Math.Max(Size(months) - 1, 1));
        AssertStudent(draft, Mean(After) - Mean(Before), At(0).Error, At(0).Degrees);
        Near(r, draft.Rho!.Value, "rho");
        Near(before + Size(0), draft.EffectiveObservations, "effective observations");
        foreach (int months in (int[])[0, 3, 20, 60])
        {
            Near(Detectable(At(months).Error, At(months).Degrees), draft.Detectable!(months), $"in {months} months");
        }
    }

    [Fact]
    public void EffectiveSizes_OfMonthsThatAreIndependent_AreTheirNumbers()
    {
        // Ups and downs: the autocorrelation is below zero and counts as none.
        double[] before = [9, 12, 8, 13, 9, 11, 8, 12];
        double[] after = [14, 17, 13, 18];
        EstimateDraft draft = Of(Run([.. before, .. after], 8), ImpactMethod.WelchEffectiveSampleSize);
        (double error, double degrees) = Satterthwaite(Variance(before), 8, 7, Variance(after), 4, 3);
        AssertStudent(draft, Mean(after) - Mean(before), error, degrees);
        Assert.Equal((0.0, 12.0), (draft.Rho!.Value, draft.EffectiveObservations));
        (error, degrees) = Satterthwaite(Variance(before), 8, 7, Variance(after), 9, 8);
        Near(Detectable(error, degrees), draft.Detectable!(5), "in five months");
    }

    [Fact]
    public void RemlMean_IsAStepWithFirstOrderErrors_OverTheMonthsObserved()
    {
        // The sixth month is missing.
        double[] y = [9, 10, 11.5, 12, 11, Gap, 8, 8.5, 12.5, 14, 15, 15.5, 13];
        StudyContext context = Run(y, 8);
        EstimateDraft draft = Of(context, ImpactMethod.RemlMean);
        double rho = draft.Rho!.Value;
        Assert.InRange(rho, 0.1, 0.9);
        double[][] Rows(int[] time) => [.. time.Select(t => (double[])[1, t >= 8 ? 1 : 0])];
        int[] observed = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12];
        (double[] beta, double[,] covariance, double scale) = Regression(Rows(observed), [.. y.Where(v => !double.IsNaN(v))], observed, rho);
        AssertStudent(draft, beta[1], Math.Sqrt(covariance[1, 1]), Math.Max(Effective(12, rho) - 2, 2));
        Near(Effective(12, rho), draft.EffectiveObservations, "effective observations");
        Assert.Equal((7.0, 5.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        foreach (int months in (int[])[0, 1, 7, 40])
        {
            int[] longer = [.. observed, .. Enumerable.Range(13, months)];
            double error = ErrorOf(Rows(longer), longer, rho, scale, 1);
            Near(Detectable(error, Math.Max(Effective(12 + months, rho) - 2, 2)), draft.Detectable!(months), $"in {months} months");
        }
    }

    [Fact]
    public void RemlMean_WithMonthDummies_ComesFirstAndCountsMergedMonthsTwice()
    {
        ImpactStudy study = Linear(new(2021, 1), StudySamples.Noise(30, 3, 100, 5), new(2022, 7));
        StudyContext context = Prepare(study);
        MeanDesigns.Run(context, SeasonPlan.Dummies(context.Series, SpringFestivalTreatment.MergeMonths));
        EstimateDraft draft = Of(context, ImpactMethod.RemlMean);
        Assert.Equal(0, draft.OrderInRung);
        Assert.True(draft.IsSeasonAdjusted);
        Assert.Equal((18.0, 12.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        Near(Effective(27, draft.Rho!.Value), draft.EffectiveObservations, "27 points, three pairs of January and February among them");
    }

    [Fact]
    public void OnTheLogScale_AllEffectsAreRelative()
    {
        ImpactStudy study = new(Series(new(2021, 1), [.. Before, .. After]), new(2021, 9));
        StudyContext context = Prepare(study);
        MeanDesigns.Run(context, SeasonPlan.None);
        double[] before = [.. Before.Select(v => Math.Log(v))];
        double[] after = [.. After.Select(v => Math.Log(v))];
        (double error, double degrees) = Satterthwaite(Variance(before), 8, 7, Variance(after), 5, 4);
        AssertStudent(Of(context, ImpactMethod.Welch), Mean(after) - Mean(before), error, degrees);
        Near(Math.Exp(Detectable(error, degrees)) - 1, Of(context, ImpactMethod.Welch).Detectable!(0), "detectable");
    }

    [Fact]
    public void Ranks_GiveTheShiftWithItsInterval()
    {
        // Every value after is above every one before: U = 40, centre 20, variance 40 (14) / 12.
        EstimateDraft draft = Of(Run([.. Before, .. After], 8), ImpactMethod.MannWhitney);
        Near(2 * MathNet.Numerics.Distributions.Normal.CDF(0, 1, -(20 - 0.5) / Math.Sqrt(40 * 14 / 12.0)), draft.PValue, "p");
        double[] differences = [.. After.SelectMany(a => Before.Select(b => a - b)).Order()];
        Assert.Equal((differences[19] + differences[20]) / 2, draft.Estimate, 1e-12);

        // 20 - 1.96 sqrt(46.67) = 6.6: the sixth smallest and the sixth largest.
        Assert.Equal(differences[5], draft.Lower, 1e-12);
        Assert.Equal(differences[34], draft.Upper, 1e-12);
        Assert.Equal(13, draft.EffectiveObservations);
        Assert.Null(draft.StandardError);
        Assert.Null(draft.Detectable);
    }

    [Fact]
    public void EqualValues_AreSaidOfRanksOnly()
    {
        StudyContext context = Run([9, 10, 11.5, 12, 11, 9.5, 8, 9, 12.5, 14, 15], 8);
        Assert.Equal(["ties"], Codes(Of(context, ImpactMethod.MannWhitney).Warnings));
        Assert.All(context.Drafts.Where(d => d.Method != ImpactMethod.MannWhitney), d => Assert.Empty(d.Warnings));
    }

    [Theory]
    [InlineData(true, "The values before go-live are all the same.")]
    [InlineData(false, "The values after go-live are all the same.")]
    public void AConstantSide_IsSaidOfBothWelchTests(bool isBefore, string text)
    {
        double[] y = isBefore ? [7, 7, 7, 7, 7, 7, 9, 11, 10, 12] : [9, 11, 10, 12, 9.5, 10.5, 7, 7, 7, 7];
        StudyContext context = Run(y, 6);
        Assert.Equal(text, Assert.Single(Of(context, ImpactMethod.Welch).Warnings).InEnglish());
        Assert.Equal(text, Assert.Single(Of(context, ImpactMethod.WelchEffectiveSampleSize).Warnings).InEnglish());
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(6, 2)]
    public void FewerThanSixAndThreeMonths_AreRefused(int before, int after)
    {
        StudyContext context = Run(StudySamples.Noise(before + after, 1, 100, 5), before);
        Assert.Empty(context.Drafts);
        Assert.Equal(All.Order(), context.Unavailable.Select(u => u.Key));
        string expected = FormattableString.Invariant($"{before} months before and {after} after; at least 6 and 3 are needed.");
        Assert.All(context.Unavailable, u => Assert.Equal(expected, u.Value.InEnglish()));
    }

    [Fact]
    public void SixAndThreeMonths_AreEnough() => Assert.Equal(All, Run(StudySamples.Noise(9, 1, 100, 5), 6).Drafts.Select(d => d.Method));

    [Fact]
    public void TwoConstantSides_LeaveTheRanks_AndOneConstantLeavesNothing()
    {
        StudyContext step = Run([5, 5, 5, 5, 5, 5, 7, 7, 7], 6);
        EstimateDraft ranks = Assert.Single(step.Drafts);
        Assert.Equal((2.0, 2.0, 2.0), (ranks.Estimate, ranks.Lower, ranks.Upper));
        Assert.Equal(["ties"], Codes(ranks.Warnings));
        Assert.Equal(All[..3].Order(), step.Unavailable.Select(u => u.Key));
        StudyContext constant = Run([5, 5, 5, 5, 5, 5, 5, 5, 5], 6);
        Assert.Empty(constant.Drafts);
        Assert.Equal(All.Order(), constant.Unavailable.Select(u => u.Key));
        Assert.All([.. step.Unavailable, .. constant.Unavailable], u => Assert.Equal(NoVariation, u.Value.InEnglish()));
    }

    [Fact]
    public void MonthDummiesOfNineMonths_AreTooMany()
    {
        // 2021-03 to 2021-11: eight dummies, the constant and the step need ten and four observations.
        StudyContext context = Prepare(Linear(new(2021, 3), StudySamples.Noise(9, 1, 100, 5), new(2021, 9)));
        MeanDesigns.Run(context, SeasonPlan.Dummies(context.Series, SpringFestivalTreatment.None));
        KeyValuePair<ImpactMethod, Message> refused = Assert.Single(context.Unavailable);
        Assert.Equal(ImpactMethod.RemlMean, refused.Key);
        Assert.Equal("9 observations for the regression; at least 14 are needed.", refused.Value.InEnglish());
    }

    [Fact]
    public void SeasonsSeenOnOneSideOnly_CannotBeToldFromTheChange()
    {
        // March to June of three years before, July to October after.
        double[] y = [.. Enumerable.Range(0, 32).Select(i => i % 12 < 4 || i >= 28 ? 100.0 + (i * 7 % 5) : Gap)];
        StudyContext context = Prepare(Linear(new(2021, 3), y, new(2023, 7)));
        Assert.Equal((12, 4), (context.Series.Before, context.Series.After));
        MeanDesigns.Run(context, SeasonPlan.Dummies(context.Series, SpringFestivalTreatment.None));
        Assert.Equal("singularDesign", Assert.Single(context.Unavailable).Value.Code);
    }

    [Theory]
    [InlineData(new double[] { 5 }, false)]
    [InlineData(new double[] { 0, 0, 0 }, false)]
    [InlineData(new double[] { 5, 5, 5 }, false)]
    [InlineData(new double[] { 5, 5, 5.001 }, true)]
    [InlineData(new double[] { 1e6, 1e6 + 1e-8 }, false)] // A deviation of 7e-9 is below 1e-13 of a million.
    [InlineData(new double[] { 1e6, 1e6 + 1e-6 }, true)]
    [InlineData(new double[] { -1e-6, -1.1e-6 }, true)]
    public void Variation_IsWhatExceedsRounding(double[] values, bool varies) => Assert.Equal(varies, MeanDesigns.Varies(values));

    private static StudyContext Run(double[] values, int before)
    {
        StudyContext context = Prepare(Linear(StudySamples.Start, values, StudySamples.Start.PlusMonths(before)));
        MeanDesigns.Run(context, SeasonPlan.None);
        return context;
    }

    private static EstimateDraft Of(StudyContext context, ImpactMethod method) => context.Drafts.Single(d => d.Method == method);
}
