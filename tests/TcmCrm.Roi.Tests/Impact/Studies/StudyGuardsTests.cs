using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>Each guard fires on data made to measure, and not on the same data without what it guards against.</summary>
public class StudyGuardsTests
{
    [Fact]
    public void TroughBeforeGoLive_IsReported()
    {
        double[] y = Noise(24, 4, 100, 3);
        Assert.DoesNotContain(Codes(Study(y, 12).WithSeason(SeasonTreatment.None)), c => c == "troughStart");
        y[9] -= 12;
        y[10] -= 12;
        y[11] -= 12;
        Assert.Contains(Codes(Study(y, 12).WithSeason(SeasonTreatment.None)), c => c == "troughStart");
    }

    [Fact]
    public void TroughOfALowerIsBetterKpi_IsARise()
    {
        double[] y = Noise(24, 4, 100, 3);
        y[9] += 12;
        y[10] += 12;
        y[11] += 12;
        Assert.Contains(Codes(new ImpactStudy(KpiSeries.FromValues(KpiCatalog.Cac, Start, y), Start.PlusMonths(12)).WithSeason(SeasonTreatment.None)), c => c == "troughStart");
        Assert.DoesNotContain(Codes(Study(y, 12).WithSeason(SeasonTreatment.None)), c => c == "troughStart");
    }

    [Fact]
    public void PreTrend_IsReportedForComparisonsOfMeans_NotForTheInterruptedSeries()
    {
        double[] y = [.. Noise(36, 2, 100, 1).Select((v, i) => v + (2 * i))];
        ImpactResult result = ImpactAnalysis.Run(Study(y, 18).WithSeason(SeasonTreatment.None));
        Assert.Contains(Of(result, ImpactMethod.WelchEffectiveSampleSize).Warnings, w => w.Code == "preTrend");
        Assert.DoesNotContain(Of(result, ImpactMethod.InterruptedTimeSeries).Warnings, w => w.Code == "preTrend");
        Assert.DoesNotContain(Codes(Study(Noise(36, 2, 100, 1), 18)), c => c == "preTrend");
    }

    [Fact]
    public void NoiselessTrend_IsAPreTrendToo()
    {
        double[] y = [.. Enumerable.Range(0, 24).Select(i => i < 12 ? 100.0 + i : 130.0 + (i % 3))];
        Assert.Contains(Codes(Study(y, 12).WithScale(EffectScale.Linear)), c => c == "preTrend");
    }

    [Fact]
    public void UnbalancedFestival_IsReported()
    {
        // 2021-07 to 2022-04, go-live 2022-01: the festival of 2022-02 lies after, none before.
        KpiSeries series = KpiSeries.FromValues(Sales, new YearMonth(2021, 7), Noise(10, 3, 100, 3));
        ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(series, new YearMonth(2022, 1)));
        Assert.Contains(Of(result, ImpactMethod.Welch).Warnings, w => w.Code == "springFestivalUnbalanced");
        Assert.DoesNotContain(
            Codes(new ImpactStudy(series, new YearMonth(2022, 1)).WithSeason(SeasonTreatment.None)), c => c == "springFestivalUnbalanced");
    }

    [Fact]
    public void YearOnYear_WithJanuaryAlone_LeavesItOutOrWarns()
    {
        // Go-live 2024-10; 2025-01-29 is a festival in January, 2024-02-10 was one in February. Series to 2025-01: four pairs, January alone.
        double[] y = Noise(25, 8, 100, 3);
        KpiSeries series = KpiSeries.FromValues(Sales, new YearMonth(2023, 1), y);
        ImpactEstimate yoy = Of(ImpactAnalysis.Run(new ImpactStudy(series, new YearMonth(2024, 10))), ImpactMethod.YearOnYear);
        Assert.Equal(3, yoy.ObservationsAfter);
        Assert.Contains(yoy.Warnings, w => w.Code == "springFestivalUnbalanced");

        // Three pairs with January among them: too few to leave it out, so the bias is stated: 18.6 * 3/7 ... over three pairs.
        ImpactEstimate three = Of(ImpactAnalysis.Run(new ImpactStudy(series, new YearMonth(2024, 11))), ImpactMethod.YearOnYear);
        Assert.Equal(3, three.ObservationsAfter);
        Message warning = Assert.Single(three.Warnings, w => w.Code == "springFestivalUnbalanced");
        Assert.Contains("log points", warning.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void YearOnYear_WithBothFestivalMonths_TakesThemAsOne()
    {
        // The festival moves its 20 % from February 2024 to January 2025; the pair of both months does not see it, single months would.
        double[] y = [.. Enumerable.Range(0, 27).Select(i => 100.0 * (1 - (0.2 * SpringFestival.ShareOfMonth(new YearMonth(2023, 1).PlusMonths(i)))) * (1 + (0.0001 * (i % 5))))];
        ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromValues(Sales, new YearMonth(2023, 1), y), new YearMonth(2024, 10)));
        ImpactEstimate yoy = Of(result, ImpactMethod.YearOnYear);
        Assert.Equal(6, yoy.ObservationsAfter);
        Assert.InRange(yoy.Estimate, -0.001, 0.001);
        Assert.InRange(yoy.Upper, 0, 0.002);
    }

    [Fact]
    public void ShortSeries_GivesNoEstimateAndSaysWhy()
    {
        ImpactResult result = ImpactAnalysis.Run(Study(Noise(6, 1, 100, 5), 4).WithPromise(0.1));
        Assert.False(result.HasAnswer);
        Assert.Empty(result.Estimates);
        Assert.Equal(ImpactVerdictKind.Inconclusive, result.Verdict);
        Assert.Contains(result.Unavailable, u => u.Value.Code == "tooFewMonths");
        Assert.Contains(result.Warnings, w => w.Code == "noEstimate");
        Assert.Throws<InvalidOperationException>(() => result.Chosen);
    }

    [Fact]
    public void ConstantSeries_GivesNoEstimate()
    {
        ImpactResult result = ImpactAnalysis.Run(Study([.. Enumerable.Repeat(42.0, 30)], 15));
        Assert.False(result.HasAnswer);
        Assert.Contains(result.Unavailable, u => u.Value.Code == "noVariation");
    }

    [Fact]
    public void ConstantSide_IsReported()
    {
        double[] y = [.. Enumerable.Repeat(42.0, 12), .. Noise(12, 5, 50, 4)];
        Assert.Contains(Codes(Study(y, 12)), c => c == "constantSide");
    }

    [Fact]
    public void Gaps_AreNamed()
    {
        double?[] y = [.. Noise(30, 5, 100, 4).Select(v => (double?)v)];
        y[4] = null;
        y[20] = null;
        ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromValues(Sales, Start, y), Start.PlusMonths(15)));
        Message warning = Assert.Single(result.Warnings, w => w.Code == "gapsInSeries");
        Assert.Contains("2021-05, 2022-09", warning.InEnglish(), StringComparison.Ordinal);
        Assert.Equal(28, Of(result, ImpactMethod.Welch).ObservationsBefore + Of(result, ImpactMethod.Welch).ObservationsAfter);
    }

    [Fact]
    public void OneControlOfThreeMovingAtGoLive_IsNamed()
    {
        KpiSeries Control(int seed, double jump, string name) => KpiSeries.FromValues(
            Sales, Start, [.. Noise(36, seed, 100, 3).Select((v, i) => i >= 20 ? v + jump : v)], name);
        ImpactStudy study = Study(Noise(36, 1, 100, 3), 20);
        ImpactResult clean = ImpactAnalysis.Run(study.WithControls(Control(2, 0, "a"), Control(3, 0, "b"), Control(4, 0, "c")));
        ImpactResult dirty = ImpactAnalysis.Run(study.WithControls(Control(2, 0, "a"), Control(3, 25, "b"), Control(4, 0, "c")));
        Assert.DoesNotContain(clean.Chosen.Warnings, w => w.Code == "contaminatedControl");
        Message named = Assert.Single(dirty.Chosen.Warnings, w => w.Code == "contaminatedControl");
        Assert.Equal(["b"], named.Subjects);
        Assert.Contains(dirty.Estimates.Single(e => e.Method == ImpactMethod.ControlledSeries).Warnings, w => w.Code == "verdictCapped");
    }

    [Fact]
    public void TheOnlyControlMoving_IsReported()
    {
        double[] control = [.. Noise(36, 5, 100, 3).Select((v, i) => i >= 20 ? v + 25 : v)];
        Assert.Contains(Codes(Study(Noise(36, 1, 100, 3), 20).WithControls(Series(control))), c => c == "controlMoved");
    }

    /// <summary>A control that fell at go-live makes an effect of nothing: growth and season of the control must not hide that it did.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.006, 0.15)]
    public void ControlThatFellWhileNothingHappened_ProvesNoPromise(double growth, double season)
    {
        double[] treated = Months(1, 0, 0);
        double[] fallen = Months(2, 0, -0.1);
        ImpactResult result = ImpactAnalysis.Run(Study(treated, 36).WithControls(Series(fallen)).WithPromise(0.05));
        Assert.Equal(ImpactVerdictKind.PositivePromiseUnproven, result.Verdict);
        Assert.Contains(result.Chosen.Warnings, warning => warning.Code == "controlMoved");
        Assert.Contains(result.Chosen.Warnings, warning => warning.Code == "verdictCapped");

        // A shock to both, and an effect that the series shows by itself: the comparison may say so.
        ImpactResult risen = ImpactAnalysis.Run(Study(Months(1, 0.3, 0), 36).WithControls(Series(Months(2, 0, 0.1))).WithPromise(0.05));
        Assert.Equal(ImpactVerdictKind.Realized, risen.Verdict);

        ImpactResult quiet = ImpactAnalysis.Run(Study(Months(1, 0.15, 0), 36).WithControls(Series(Months(2, 0, 0))).WithPromise(0.05));
        Assert.DoesNotContain(quiet.Chosen.Warnings, warning => warning.Code == "controlMoved");
        Assert.Equal(ImpactVerdictKind.Realized, quiet.Verdict);

        double[] Months(int seed, double effect, double shock) =>
            [.. Noise(48, seed, 0, 0.01).Select((noise, i) => 1000 * Math.Exp((growth * i) + (season * Math.Sin(i * Math.PI / 6)) + noise + (i >= 36 ? effect + shock : 0)))];
    }

    /// <summary>Noise of both hides that a control fell; the gap shows it clearly, and the series by itself nothing: that gap proves no promise.</summary>
    [Fact]
    public void GapThatIsTheControls_ProvesNoPromise_WhetherOrNotItIsSeenToHaveMoved()
    {
        (int silent, int realized) = (0, 0);
        for (int seed = 1; seed <= 20; seed++)
        {
            double[] both = Noise(48, seed, 0, 0.05);
            double[] treated = Months(seed + 100, 0);
            double[] fallen = Months(seed + 200, -0.1);
            ImpactResult result = ImpactAnalysis.Run(Study(treated, 36).WithControls(Series(fallen)).WithPromise(0.05));
            string[] codes = [.. result.Chosen.Warnings.Select(warning => warning.Code)];
            silent += codes.Contains("gapOfControl") ? 1 : 0;
            realized += result.Verdict == ImpactVerdictKind.Realized ? 1 : 0;

            double[] Months(int own, double shock) =>
                [.. Noise(48, own, 0, 0.01).Select((noise, i) => 1000 * Math.Exp((0.15 * Math.Sin(i * Math.PI / 6)) + both[i] + noise + (i >= 36 ? shock : 0)))];
        }

        // The noise of both is an effect of the series by itself now and then.
        Assert.InRange(silent, 1, 20);
        Assert.InRange(realized, 0, 5);
    }

    /// <summary>Under two years a control that has another season makes an effect of its own: that it has the same stands among the assumptions.</summary>
    [Fact]
    public void SeasonOfBoth_IsAnAssumption_WhereItCannotBeShown()
    {
        ImpactEstimate brief = ImpactAnalysis.Run(Study(Noise(18, 3, 100, 3), 12).WithControls(Series(Noise(18, 4, 100, 3)))).Chosen;
        Assert.Equal(ImpactMethod.ControlledSeries, brief.Method);
        Assert.Contains(brief.Assumptions, assumption => assumption.Code == "seasonOfBoth");
    }

    [Fact]
    public void GapThatMovedBefore_IsReported_AndThePlaceboSeesAStep()
    {
        double[] drifting = [.. Noise(36, 6, 100, 1).Select((v, i) => v + i)];
        Assert.Contains(ImpactAnalysis.Run(Study(drifting, 20).WithControls(Series(Noise(36, 7, 100, 1)))).Estimates[1].Warnings, w => w.Code == "preTrend");
        double[] stepped = [.. Noise(36, 6, 100, 1).Select((v, i) => i >= 10 ? v + 15 : v)];
        ImpactResult broken = ImpactAnalysis.Run(Study(stepped, 20).WithControls(Series(Noise(36, 7, 100, 1))));
        Assert.Contains(broken.Estimates.Single(e => e.Method == ImpactMethod.DifferenceInDifferences).Warnings, w => w.Code == "placeboMoved");
        Assert.Contains(broken.Estimates.Single(e => e.Method == ImpactMethod.ControlledSeries).Warnings, w => w.Code == "placeboMoved");
        Assert.True(broken.Chosen.IsGuarded);

        // Without a control the level of before is not known any more.
        ImpactResult alone = ImpactAnalysis.Run(Study(stepped, 20).WithSeason(SeasonTreatment.None));
        Assert.Null(alone.Effect);
        Assert.Equal("noEffect.break", Assert.Single(alone.Choice).Id);
        Message said = alone.Estimates.Single(e => e.Method == ImpactMethod.InterruptedTimeSeries).Warnings.Single(w => w.Code == "baselineBreak");
        Assert.Equal("baselineBreak.tooRecent", said.Id);
        Assert.Contains("broke in 2021-11, 10 months before go-live, fewer than 12", said.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void RhoAtTheEdge_ConcludesNothing()
    {
        double[] y = [.. Enumerable.Range(0, 40).Select(i => 100 + (3.0 * i) + (0.01 * Math.Sin(i * i)))];
        ImpactResult result = ImpactAnalysis.Run(Study(y, 20).WithScale(EffectScale.Linear).WithSeason(SeasonTreatment.None).WithPromise(5));
        ImpactEstimate mean = Of(result, ImpactMethod.RemlMean);
        Assert.False(mean.CanBeTrusted);
        Assert.Equal(ImpactVerdictKind.Inconclusive, mean.Verdict);
        Assert.Contains(mean.Warnings, w => w.Code == "rhoAtEdge");
    }

    [Fact]
    public void MoneyNotAboveZero_FallsBackToAmounts_OrIsRefusedOnTheLogScale()
    {
        double[] y = Noise(30, 5, 100, 4);
        y[7] = -3;
        ImpactResult result = ImpactAnalysis.Run(Study(y, 15));
        Assert.Equal(EffectUnit.KpiUnit, result.Chosen.Unit);
        Assert.Contains(result.Warnings, w => w.Code == "notOnLogScale");
        ArgumentException refused = Assert.Throws<ArgumentException>(() => ImpactAnalysis.Run(Study(y, 15).WithScale(EffectScale.Log)));
        Assert.Contains("2021-08", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GoLiveOutsideTheSeries_IsRefused()
    {
        KpiSeries series = Series(Noise(20, 1, 100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactStudy(series, Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactStudy(series, Start.PlusMonths(20)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImpactStudy(series, Start.PlusMonths(10)).WithPromise(-0.1));
    }

    [Fact]
    public void Denominators_OfZero_AndNumeratorsAbove_AreSaid()
    {
        double?[] above = [.. Enumerable.Repeat((double?)30, 20)];
        double?[] below = [.. Enumerable.Range(0, 20).Select(i => (double?)(40 + (i % 4)))];
        below[3] = 0;
        above[3] = 0;
        ImpactResult zero = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromParts(KpiCatalog.Csat, Start, above, below), Start.PlusMonths(10)));
        Assert.Contains(zero.Warnings, w => w.Code == "emptyDenominators");
        Assert.Contains(zero.Warnings, w => w.Code == "gapsInSeries");
        below[5] = 10;
        ImpactResult more = ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromParts(KpiCatalog.SellThroughSkuRate, Start, above, below), Start.PlusMonths(10)));
        Assert.Contains(more.Unavailable, u => u.Key == ImpactMethod.ProportionNewcombe && u.Value.Code == "notAProportion");
    }

    [Fact]
    public void MonthsThatScatterMoreThanChance_AreReported()
    {
        double?[] below = [.. Enumerable.Repeat((double?)1000, 20)];
        double?[] above = [.. Noise(20, 9, 500, 60).Select(v => (double?)Math.Round(v))];
        ImpactEstimate pooled = Of(
            ImpactAnalysis.Run(new ImpactStudy(KpiSeries.FromParts(KpiCatalog.Csat, Start, above, below), Start.PlusMonths(10))), ImpactMethod.ProportionNewcombe);
        Assert.Contains(pooled.Warnings, w => w.Code == "overdispersed");
    }

    [Fact]
    public void FewPairsAndShortInterruptions_AreReported()
    {
        Assert.Contains(Codes(Study(Noise(13, 3, 100, 3), 8)), c => c == "shortSeries");
        Assert.Contains(Codes(Study(Noise(13, 3, 100, 3), 8)), c => c == "levelOnly");
        KpiSeries series = KpiSeries.FromValues(Sales, new YearMonth(2022, 4), Noise(20, 3, 100, 3));
        Assert.Contains(Codes(new ImpactStudy(series, new YearMonth(2023, 8))), c => c == "fewPairs");
    }

    [Fact]
    public void WorkingDays_PutMonthsOnAnEqualFooting()
    {
        var table = new WorkingDayTable(new LocalDate(2021, 1, 1), new LocalDate(2024, 1, 1), [], []);
        double[] y = [.. Enumerable.Range(0, 24).Select(i => 5.0 * table.WorkingDaysIn(Start.PlusMonths(i)) * (i >= 12 ? 1.1 : 1) * (1 + (0.001 * (i % 3))))];
        ImpactStudy study = Study(y, 12).WithSeason(SeasonTreatment.None);
        double raw = Of(ImpactAnalysis.Run(study), ImpactMethod.Welch).StandardError!.Value;
        ImpactEstimate adjusted = Of(ImpactAnalysis.Run(study.WithWorkingDays(table)), ImpactMethod.Welch);
        Assert.True(adjusted.StandardError < raw / 10);
        Assert.InRange(adjusted.Estimate, 0.099, 0.101);
        Assert.Throws<ArgumentException>(() => Study(Noise(48, 1, 1, 0.1), 12).WithWorkingDays(table));
    }

    private static ImpactEstimate Of(ImpactResult result, ImpactMethod method) => result.Estimates.Single(e => e.Method == method);

    private static IEnumerable<string> Codes(ImpactStudy study)
    {
        ImpactResult result = ImpactAnalysis.Run(study);
        return [.. result.Warnings.Select(w => w.Code), .. result.Estimates.SelectMany(e => e.Warnings).Select(w => w.Code)];
    }
}
