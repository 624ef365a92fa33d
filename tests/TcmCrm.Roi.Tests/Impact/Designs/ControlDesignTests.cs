using NodaTime;
using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.ImpactOracle;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

public class ControlDesignTests
{
    private const double Gap = double.NaN;

    // A slow wave, 20 months.
    private static readonly double[] Wave = [0, 1, 1.5, 1, 0.2, -0.8, -1.4, -1, 0.1, 0.9, 1.2, 0.4, -0.3, -1.1, -0.9, 0, 0.8, 1, 0.5, -0.6];

    [Fact]
    public void TheGap_IsAStepWithFirstOrderErrors()
    {
        double[] gap = [.. Wave.Select((w, i) => 20 + w + (i >= 11 ? 5 : 0))];
        EstimateDraft draft = Draft(GapStudy(gap, 11));
        double rho = draft.Rho!.Value;
        Assert.InRange(rho, 0.1, 0.9);
        double[][] Rows(int n) => [.. Enumerable.Range(0, n).Select(i => (double[])[1, i >= 11 ? 1 : 0])];
        (double[] beta, double[,] covariance, double scale) = Regression(Rows(20), gap, [.. Enumerable.Range(0, 20)], rho);
        AssertStudent(draft, beta[1], Math.Sqrt(covariance[1, 1]), Math.Max(Effective(20, rho) - 2, 2));
        Assert.Equal((11.0, 9.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        Near(Effective(20, rho), draft.EffectiveObservations, "effective observations");
        Assert.True(draft.IsSeasonAdjusted && draft.CanBeTrusted && draft.MayBeChosen);
        Assert.Equal(["parallelTrends", "firstOrderErrors"], Codes(draft.Assumptions));
        foreach (int months in (int[])[0, 3, 20])
        {
            double error = ErrorOf(Rows(20 + months), [.. Enumerable.Range(0, 20 + months)], rho, scale, 1);
            Near(Detectable(error, Math.Max(Effective(20 + months, rho) - 2, 2)), draft.Detectable!(months), $"in {months} months");
        }
    }

    [Theory]
    [InlineData(false, EvidenceRung.ControlGroup)]
    [InlineData(true, EvidenceRung.Experiment)]
    public void Lots_MakeItAnExperiment(bool isExperiment, EvidenceRung rung)
    {
        ImpactStudy study = GapStudy(Wave, 11);
        Assert.Equal(rung, Draft(isExperiment ? study.AsExperiment() : study).Rung);
    }

    [Theory]
    [InlineData(5, 3)]
    [InlineData(6, 2)]
    public void AControlOfFewMonths_IsRefused(int before, int after)
    {
        // The series has twelve months on either side; the control covers fewer.
        double[] control = [.. Enumerable.Range(0, before + after).Select(i => 50.0 + (i * 3 % 5))];
        ImpactStudy study = Linear(Start, Noise(24, 1, 100, 5), Start.PlusMonths(12)).WithControls(Series(Start.PlusMonths(12 - before), control));
        StudyContext context = Run(study);
        Assert.Empty(context.Drafts);
        Assert.Equal([ImpactMethod.DifferenceInDifferences, ImpactMethod.ControlledSeries], context.Unavailable.Keys);
        Assert.Equal(
            FormattableString.Invariant($"{before} months before and {after} after; at least 6 and 3 are needed."),
            context.Unavailable[ImpactMethod.DifferenceInDifferences].InEnglish());
    }

    [Fact]
    public void SixAndThreeMonths_AreEnough()
    {
        EstimateDraft draft = Draft(GapStudy([.. Wave.Take(9)], 6));
        Assert.Equal((6.0, 3.0), (draft.ObservationsBefore, draft.ObservationsAfter));
        Assert.NotNull(draft.Rho);
    }

    [Theory]
    [InlineData(new double[] { 3, 4, 5, 6, 5, 4, 9, 11, 10 })]
    [InlineData(new double[] { 3, 4, 5, 6, 5, 4, 9, 9, 9 })] // One side constant.
    [InlineData(new double[] { 3, 3, 3, 3, 3, 3, 9, 11, 10 })]
    public void TooFewMonthsForTheSeason_AreComparedByWelch(double[] gap)
    {
        // Month dummies of nine months leave nothing to fit; the comparison of means allows for autocorrelation.
        EstimateDraft draft = Draft(GapStudy(gap, 6).WithSeason(SeasonTreatment.MonthDummies));
        double[] before = gap[..6];
        double[] after = gap[6..];
        double[] d = [.. before.Select(v => v - Mean(before)), .. after.Select(v => v - Mean(after))];
        double r1 = Enumerable.Range(1, 8).Sum(i => d[i] * d[i - 1]) / d.Sum(v => v * v);
        double r = Math.Clamp(r1 + ((1 + (4 * r1)) / 9) + (1.0 / 9), 0, 0.9);
        double n1 = Math.Max(6 * (1 - r) / (1 + r), 2);
        double n2 = Math.Max(3 * (1 - r) / (1 + r), 2);
        (double error, double degrees) = Satterthwaite(Variance(before), n1, Math.Max(n1 - 1, 1), Variance(after), n2, Math.Max(n2 - 1, 1));
        AssertStudent(draft, Mean(after) - Mean(before), error, degrees);
        Near(r, draft.Rho!.Value, "rho");
        Near(n1 + n2, draft.EffectiveObservations, "effective observations");
        Near(Detectable(error, degrees), draft.Detectable!(0), "detectable");

        // Twelve months more after: 15 of them, as many as their autocorrelation leaves.
        double later = Math.Max(15 * (1 - r) / (1 + r), 2);
        (error, degrees) = Satterthwaite(Variance(before), n1, Math.Max(n1 - 1, 1), Variance(after), later, Math.Max(later - 1, 1));
        Near(Detectable(error, degrees), draft.Detectable!(12), "detectable later");
        Assert.True(draft.CanBeTrusted);
        Assert.DoesNotContain("noVariation", Codes(draft.Warnings));
    }

    /// <summary>Without noise there is no error: an interval of no width would be a certainty that nobody has.</summary>
    [Theory]
    [InlineData(4.0)]
    [InlineData(0.0)]
    public void AGapThatNeverVaries_HasNoEstimate(double change)
    {
        double[] gap = [.. Enumerable.Range(0, 12).Select(i => i >= 8 ? 3 + change : 3)];
        StudyContext context = Run(GapStudy(gap, 8));
        Assert.DoesNotContain(context.Drafts, draft => draft.Rung == EvidenceRung.ControlGroup);
        Assert.Equal("noVariation", context.Unavailable[ImpactMethod.DifferenceInDifferences].Code);
    }

    [Fact]
    public void AGapThatIsAllSeason_HasNoneEither()
    {
        // Every calendar month at its own level, two more after: the dummies leave nothing.
        double[] gap = [.. Enumerable.Range(0, 24).Select(i => (i % 12) + (i >= 12 ? 2.0 : 0))];
        StudyContext context = Run(GapStudy(gap, 12).WithSeason(SeasonTreatment.MonthDummies, SpringFestivalTreatment.None));
        Assert.Equal("noVariation", context.Unavailable[ImpactMethod.DifferenceInDifferences].Code);
    }

    [Theory]
    [InlineData(false, "was already moving by 2.00")]
    [InlineData(true, "was already moving by 25.0% a month (p < 0.001)")]
    public void AGapThatMovedBefore_IsSaidInTheUnitOfTheEffect(bool isLog, string text)
    {
        double[] noise = Noise(24, 4, 0, 0.002);
        double[] control = Noise(24, 5, 100, 3);
        double[] treated = [.. control.Select((c, i) => isLog ? c * Math.Pow(1.25, Math.Min(i, 12)) * (1 + noise[i]) : c + (2 * i) + noise[i])];
        ImpactStudy study = Linear(Start, treated, Start.PlusMonths(12)).WithScale(isLog ? EffectScale.Log : EffectScale.Linear).WithControls(Series(Start, control));
        Message warning = Assert.Single(Draft(study).Warnings, w => w.Code == "preTrend");
        Assert.Contains(text, warning.InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(12, true)] // Six months on either side of the pretended go-live.
    [InlineData(11, false)] // Five and six.
    public void AStepInTheMiddleOfTheTimeBefore_IsSeenWithSixMonthsOnEitherSide(int before, bool isSeen)
    {
        double[] gap = [.. Noise(before + 6, 3, 50, 0.2).Select((v, i) => i >= before / 2 ? v + 10 : v)];
        Assert.Equal(isSeen, Codes(Draft(GapStudy(gap, before)).Warnings).Contains("placeboMoved"));
        Assert.DoesNotContain("placeboMoved", Codes(Draft(GapStudy([.. Noise(before + 6, 3, 50, 0.2)], before)).Warnings));
    }

    [Fact]
    public void TheOnlyControl_MovingInThreeMonthsAfter_IsSaid()
    {
        double[] control = [.. Noise(15, 3, 50, 0.2).Select((v, i) => i >= 12 ? v + 10 : v)];
        ImpactStudy study = Linear(Start, [.. control.Select((c, i) => c + Wave[i])], Start.PlusMonths(12)).WithControls(Series(Start, control, "north"));
        Message warning = Assert.Single(Draft(study).Warnings, w => w.Code == "controlMoved");
        Assert.Equal(["north"], warning.Subjects);
        Assert.Contains("The control 'north' itself changed at go-live (p < 0.001)", warning.InEnglish(), StringComparison.Ordinal);
    }

    // Of two controls each is looked at against the other, at half the significance.
    [Theory]
    [InlineData(0.025, 0.05, false)]
    [InlineData(0.001, 0.025, true)]
    public void TwoControls_ShareTheSignificance(double from, double to, bool isSaid)
    {
        double[] a = Noise(24, 6, 100, 3);
        double[] b = Noise(24, 9, 100, 3);
        for (double jump = 0; ; jump += 0.1)
        {
            Assert.True(jump < 20, "some jump has such a p");
            double[] moved = [.. b.Select((v, i) => i >= 12 ? v + jump : v)];

            // The p of the difference of the two is that of a study of one against the other.
            double p = Draft(Linear(Start, moved, Start.PlusMonths(12)).WithControls(Series(Start, a))).PValue;
            if (p <= from || p >= to || moved.Skip(12).Average() < moved.Take(12).Average())
            {
                continue;
            }

            ImpactStudy study = Linear(Start, Noise(24, 1, 100, 3), Start.PlusMonths(12)).WithControls(Series(Start, a, "a"), Series(Start, moved, "b"));
            string[] named = [.. Draft(study).Warnings.Where(w => w.Code == "contaminatedControl").SelectMany(w => w.Subjects)];
            Assert.Equal(isSaid ? ["a", "b"] : [], named);
            return;
        }
    }

    [Fact]
    public void AControlWithAGap_IsComparedInTheOtherMonths()
    {
        double[] control = [.. Enumerable.Range(0, 20).Select(i => i == 4 || i == 15 ? Gap : 50.0)];
        ImpactStudy study = Linear(Start, [.. Wave.Select(w => w + 60)], Start.PlusMonths(11)).WithControls(Series(Start, control));
        EstimateDraft draft = Draft(study);
        Assert.Equal((10.0, 8.0), (draft.ObservationsBefore, draft.ObservationsAfter));
    }

    /// <summary>A series that differs from a constant control by the gap.</summary>
    private static ImpactStudy GapStudy(double[] gap, int before) =>
        Linear(Start, [.. gap.Select(g => g + 50)], Start.PlusMonths(before)).WithControls(Series(Start, [.. gap.Select(_ => 50.0)]));

    private static StudyContext Run(ImpactStudy study)
    {
        StudyContext context = StudyPreparation.Prepare(study, out IReadOnlyList<(string Name, StudySeries Series)> controls, out StudySeries? gap);
        SeasonPlan plan = study.Season == SeasonTreatment.MonthDummies ? SeasonPlan.Dummies(gap!, study.SpringFestival) : SeasonPlan.None;
        ControlDesign.Run(context, gap!, controls, plan);
        return context;
    }

    private static EstimateDraft Draft(ImpactStudy study) => Assert.Single(Run(study).Drafts, draft => draft.Method == ImpactMethod.DifferenceInDifferences);
}
