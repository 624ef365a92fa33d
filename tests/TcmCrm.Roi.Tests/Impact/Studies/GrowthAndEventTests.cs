using NodaTime;
using TcmCrm.Roi.Impact;
using Xunit;

namespace TcmCrm.Roi.Tests.Impact;

public sealed class GrowthAndEventTests
{
    private static readonly double[] Season = [0.1, -0.2, 0.05, 0.0, 0.02, -0.05, -0.1, -0.02, 0.08, 0.1, 0.15, 0.2];

    /// <summary>Growth of .8 % a month, a season, AR(1) noise, an effect from a month on and a step of another cause.</summary>
    private static double[] Sales(int seed, int months, int goLive, double effect, double noise = 0.04, double rho = 0.3, int? step = null, double height = 0)
    {
        double[] shocks = StudySamples.Noise(months, seed, 0, noise * Math.Sqrt(1 - (rho * rho)));
        double error = shocks[0] / Math.Sqrt(1 - (rho * rho));
        var values = new double[months];
        for (int i = 0; i < months; i++)
        {
            error = i == 0 ? error : (rho * error) + shocks[i];
            values[i] = 1000 * Math.Exp((0.008 * i) + Season[i % 12] + error + (i >= goLive ? Math.Log(1 + effect) : 0) + (i >= step ? height : 0));
        }

        return values;
    }

    private static ImpactStudy YearOnYear(double[] values, int before) =>
        StudySamples.Study(values, before).WithSeason(SeasonTreatment.YearOnYear, SpringFestivalTreatment.None);

    [Fact]
    public void Growth_of_the_pairs_before_is_taken_off_where_year_on_year_is_asked_for()
    {
        ImpactResult result = ImpactAnalysis.Run(YearOnYear(Sales(1, 36, 24, 0.15, noise: 0.002), 24));

        Assert.Equal(ImpactMethod.YearOnYear, result.Chosen.Method);
        Assert.NotNull(result.Effect);
        Assert.InRange(result.Effect.Value.Estimate, 0.13, 0.17);
        Assert.Equal("designChosen", result.Choice[0].Code);
        Assert.Contains(result.Chosen.Assumptions, a => a.Code == "sameYearPlusGrowthBefore");
    }

    [Fact]
    public void The_estimate_is_the_mean_of_second_differences()
    {
        double[] values = Sales(3, 30, 24, 0.1, rho: 0);
        ImpactEstimate chosen = ImpactAnalysis.Run(YearOnYear(values, 24)).Chosen;
        double[] second = [.. Enumerable.Range(24, 6).Select(i => Math.Log(values[i]) - (2 * Math.Log(values[i - 12])) + Math.Log(values[i - 24]))];

        // Weighted by the autocorrelation, the mean lies among the differences and is near their plain mean.
        Assert.InRange(Math.Log(1 + chosen.Estimate), second.Min(), second.Max());
        Assert.Equal(second.Average(), Math.Log(1 + chosen.Estimate), 0.03);
    }

    [Fact]
    public void Intervals_hold_what_they_say_and_growth_is_no_effect()
    {
        int stated = 0;
        int held = 0;
        int positive = 0;
        int harm = 0;
        for (int seed = 1; seed <= 400; seed++)
        {
            ImpactResult result = ImpactAnalysis.Run(YearOnYear(Sales(seed, 36, 24, 0), 24).WithPromise(0.08));
            if (result.Effect is { } effect)
            {
                stated++;
                held += effect.Lower <= 0 && effect.Upper >= 0 ? 1 : 0;
                positive += result.Verdict is ImpactVerdictKind.Realized or ImpactVerdictKind.PositivePromiseUnproven or ImpactVerdictKind.PartlyRealized ? 1 : 0;
                harm += result.Verdict == ImpactVerdictKind.Harm ? 1 : 0;
            }
        }

        Assert.InRange(stated, 300, 400);
        Assert.InRange((double)held / stated, 0.90, 1.0);
        Assert.InRange((double)positive / stated, 0.0, 0.05);
        Assert.InRange((double)harm / stated, 0.0, 0.05);
    }

    /// <summary>What is known less surely gives no narrower interval, whatever the pairs.</summary>
    [Fact]
    public void Growth_that_is_less_sure_never_narrows_the_interval()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            double before = 0;
            foreach (double halfWidth in new[] { 0, 0.001, 0.005, 0.01, 0.02, 0.04, 0.08 })
            {
                ImpactEstimate chosen = ImpactAnalysis.Run(YearOnYear(Sales(seed, 18, 12, 0.1), 12).WithKnownGrowth(0.1, halfWidth)).Chosen;
                double width = Math.Log(1 + chosen.Upper) - Math.Log(1 + chosen.Lower);
                Assert.True(width >= before * (1 - 1e-6), $"seed {seed}, half-width {halfWidth}: {width} after {before}");
                before = width;
            }
        }
    }

    /// <summary>January and February are one point; a February whose January was left out is observed, and no point of the design.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void February_without_its_January_is_the_first_month_of_the_path(int transition)
    {
        double[] values = Sales(2, 33, 24, 0.1);
        double?[] observed = [.. values.Select((value, i) => i == 24 && transition == 0 ? (double?)null : value)];
        ImpactStudy study = new(TcmCrm.Roi.Kpis.KpiSeries.FromValues(StudySamples.Sales, StudySamples.Start, observed), StudySamples.Start.PlusMonths(24));
        ImpactEstimate chosen = ImpactAnalysis.Run(study.WithTransition(transition)).Chosen;
        Assert.Equal(ImpactMethod.InterruptedTimeSeries, chosen.Method);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], chosen.Path!.Months);
        Assert.All(chosen.Path.Months, month => Assert.True(double.IsFinite(chosen.Path.At(month).Estimate)));
        Assert.Equal(chosen.Path.FirstMonth.Estimate, chosen.Path.At(0).Estimate);
    }

    [Fact]
    public void Stated_growth_that_is_not_used_is_said()
    {
        ImpactResult used = ImpactAnalysis.Run(YearOnYear(Sales(1, 18, 12, 0.1), 12).WithKnownGrowth(0.1, 0.02));
        ImpactResult not = ImpactAnalysis.Run(StudySamples.Study(Sales(1, 48, 36, 0.1), 36).WithKnownGrowth(0.1, 0.02));
        Assert.DoesNotContain(used.Summary, said => said.Code == "growthNotUsed");
        Assert.Contains(not.Summary, said => said.Code == "growthNotUsed");
    }

    [Fact]
    public void One_year_before_has_no_pairs_before()
    {
        ImpactResult result = ImpactAnalysis.Run(YearOnYear(Sales(1, 24, 12, 0.15), 12));

        Assert.Null(result.Effect);
        Assert.Equal(ImpactVerdictKind.Inconclusive, result.Verdict);
    }

    [Fact]
    public void A_step_of_another_cause_is_no_part_of_the_effect()
    {
        YearMonth moved = StudySamples.Start.PlusMonths(40);
        double[] values = Sales(5, 48, 36, 0, noise: 0.01, rho: 0, step: 40, height: 0.2);
        ImpactStudy study = StudySamples.Study(values, 36).WithSeason(SeasonTreatment.Auto, SpringFestivalTreatment.None);
        double without = ImpactAnalysis.Run(study).Effect!.Value.Estimate;
        ImpactResult told = ImpactAnalysis.Run(study.WithOtherEvents(moved));

        Assert.True(without > 0.08, $"{without}");
        Assert.InRange(told.Effect!.Value.Estimate, -0.04, 0.04);
        Assert.InRange(0.0, told.Effect.Value.Lower, told.Effect.Value.Upper);
        Assert.Equal([moved], told.Study.OtherEvents);
    }

    [Fact]
    public void A_step_before_go_live_that_is_told_is_no_part_of_the_effect()
    {
        double[] values = Sales(6, 48, 36, 0.1, noise: 0.01, rho: 0, step: 18, height: -0.1);
        ImpactResult told = ImpactAnalysis.Run(StudySamples.Study(values, 36)
            .WithSeason(SeasonTreatment.Auto, SpringFestivalTreatment.None).WithOtherEvents(StudySamples.Start.PlusMonths(18)));

        Assert.InRange(0.1, told.Effect!.Value.Lower, told.Effect.Value.Upper);
        Assert.True(told.Effect.Value.Lower > 0);
    }

    [Fact]
    public void Pairs_of_years_cannot_take_out_another_change_and_say_so()
    {
        ImpactStudy study = StudySamples.Study(Sales(1, 24, 12, 0.15), 12).WithKnownGrowth(0.1, 0.02);

        Assert.NotNull(ImpactAnalysis.Run(study).Effect);
        ImpactResult disturbed = ImpactAnalysis.Run(study.WithOtherEvents(StudySamples.Start.PlusMonths(6)));
        Assert.Null(disturbed.Effect);
        Assert.Equal(ImpactVerdictKind.Inconclusive, disturbed.Verdict);
    }

    [Fact]
    public void Growth_that_is_stated_without_a_half_width_proves_no_promise()
    {
        ImpactStudy study = StudySamples.Study(Sales(1, 24, 12, 0.15), 12).WithPromise(0.05);
        ImpactResult known = ImpactAnalysis.Run(study.WithKnownGrowth(0.02, 0.005));
        ImpactResult taken = ImpactAnalysis.Run(study.WithKnownGrowth(0.02, 0));

        Assert.Equal(ImpactVerdictKind.Realized, known.Verdict);
        Assert.NotEqual(ImpactVerdictKind.Realized, taken.Verdict);
        Assert.Contains(taken.Estimates.SelectMany(estimate => estimate.Warnings), warning => warning.Id == "growthTakenAsKnown");
        Assert.DoesNotContain(known.Estimates.SelectMany(estimate => estimate.Warnings), warning => warning.Id == "growthTakenAsKnown");
    }

    [Fact]
    public void Events_outside_the_series_its_first_month_and_that_of_go_live_are_refused()
    {
        ImpactStudy study = StudySamples.Study(Sales(1, 36, 24, 0), 24);

        Assert.Throws<ArgumentOutOfRangeException>(() => study.WithOtherEvents(StudySamples.Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => study.WithOtherEvents(StudySamples.Start.PlusMonths(24)));
        Assert.Throws<ArgumentOutOfRangeException>(() => study.WithOtherEvents(StudySamples.Start.PlusMonths(36)));
        Assert.Equal([StudySamples.Start.PlusMonths(3), StudySamples.Start.PlusMonths(9)],
            study.WithOtherEvents(StudySamples.Start.PlusMonths(9), StudySamples.Start.PlusMonths(3), StudySamples.Start.PlusMonths(9)).OtherEvents);
    }
}
