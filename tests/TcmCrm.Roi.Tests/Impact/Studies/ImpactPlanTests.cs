using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using Xunit;

namespace TcmCrm.Roi.Tests.Impact;

public sealed class ImpactPlanTests
{
    private static readonly double[] Season = [0.1, -0.2, 0.05, 0.0, 0.02, -0.05, -0.1, -0.02, 0.08, 0.1, 0.15, 0.2];

    private static double[] Sales(int months, double noise, int seed, double effect = 0, int before = int.MaxValue)
    {
        double[] errors = StudySamples.Noise(months, seed, 0, noise);
        return [.. Enumerable.Range(0, months).Select(i => 1000 * Math.Exp((0.004 * i) + Season[i % 12] + errors[i] + (i >= before ? Math.Log(1 + effect) : 0)))];
    }

    private static ImpactStudy Planned(double[] values, double promise) => ImpactStudy.Planned(StudySamples.Series(values))
        .WithPromise(promise).WithSeason(SeasonTreatment.Auto, SpringFestivalTreatment.None);

    [Fact]
    public void A_smaller_promise_or_more_noise_needs_more_months()
    {
        int quiet = ImpactAnalysis.Plan(Planned(Sales(36, 0.03, 5), 0.12)).Rows[0].MonthsAfter!.Value;
        int? smaller = ImpactAnalysis.Plan(Planned(Sales(36, 0.03, 5), 0.06)).Rows[0].MonthsAfter;
        int? noisier = ImpactAnalysis.Plan(Planned(Sales(36, 0.06, 5), 0.12)).Rows[0].MonthsAfter;

        Assert.InRange(quiet, 4, 60);
        Assert.True(smaller is null || smaller > quiet, $"{smaller} for half the promise, {quiet} for the whole");
        Assert.True(noisier is null || noisier > quiet, $"{noisier} at twice the noise, {quiet} at the noise");
    }

    [Fact]
    public void The_row_of_now_is_what_the_study_will_find()
    {
        // A study of 24 + 12 months knows its own error; a plan made from the same months finds that error from the first 24 and the noise that they show.
        double[] values = Sales(36, 0.04, 11);
        ImpactPlan plan = ImpactAnalysis.Plan(new ImpactStudy(StudySamples.Series(values), StudySamples.Start.PlusMonths(24))
            .WithPromise(0.1).WithSeason(SeasonTreatment.Auto, SpringFestivalTreatment.None));
        ImpactEstimate study = ImpactAnalysis.Run(plan.Study).Chosen;

        Assert.Equal(24, plan.MonthsBefore);
        Assert.Equal(ImpactMethod.InterruptedTimeSeries, study.Method);
        Assert.InRange(plan.Rows[0].DetectableAfterYear!.Value / study.MinimumDetectableEffect!.Value, 0.4, 2.5);
    }

    [Fact]
    public void Four_studies_of_five_find_what_the_plan_says_they_find()
    {
        // Noise without autocorrelation; each series is planned from its months before, then grows by what the plan says a year after shows.
        int found = 0;
        int stated = 0;
        for (int seed = 1; seed <= 150; seed++)
        {
            if (ImpactAnalysis.Plan(Planned(Sales(36, 0.04, seed), 0.1)).Rows is not [{ DetectableAfterYear: { } detectable }, ..])
            {
                continue;
            }

            double[] whole = Sales(48, 0.04, seed, detectable, 36);
            ImpactResult result = ImpactAnalysis.Run(
                StudySamples.Study(whole, 36).WithSeason(SeasonTreatment.Auto, SpringFestivalTreatment.None));
            if (result.Effect is { } effect)
            {
                stated++;
                found += effect.Lower > 0 ? 1 : 0;
            }
        }

        // Of those that state an effect. Plans from three years know their noise to a sixth, and guards and bends of the study cost some of its power.
        Assert.InRange(stated, 130, 150);
        Assert.InRange((double)found / stated, 0.68, 0.92);
    }

    [Fact]
    public void A_control_that_shares_the_noise_needs_fewer_months()
    {
        double[] control = Sales(24, 0.05, 21);
        double[] own = StudySamples.Noise(24, 22, 0, 0.01);
        double[] treated = [.. control.Select((value, i) => value * Math.Exp(own[i]))];
        ImpactPlan plan = ImpactAnalysis.Plan(Planned(treated, 0.08).WithControls(StudySamples.Series(control)));

        Assert.NotNull(plan.Rows[0].MonthsAfterWithControl);
        Assert.True(plan.Rows[0].MonthsAfter is null || plan.Rows[0].MonthsAfter > plan.Rows[0].MonthsAfterWithControl);
        Assert.True(plan.NoiseWithControl < plan.Noise);
        Assert.Null(plan.ControlReason);
    }

    [Fact]
    public void The_shortest_way_is_the_shortest_of_its_rows()
    {
        ImpactPlan plan = ImpactAnalysis.Plan(Planned(Sales(24, 0.04, 3), 0.1));

        Assert.NotNull(plan.Shortest);
        Assert.Contains(plan.Shortest, plan.Rows);
        Assert.Equal(0, plan.Rows[0].FurtherMonthsBefore);
        Assert.All(plan.Rows.Where(row => row.MonthsAfter is not null), row =>
            Assert.True(row.FurtherMonthsBefore + row.MonthsAfter >= plan.Shortest.FurtherMonthsBefore + plan.Shortest.MonthsAfter));
    }

    [Theory]
    [InlineData(12, "planSeason")]
    [InlineData(5, "planSeason")]
    public void Months_that_do_not_show_the_noise_give_the_reason(int months, string reason)
    {
        ImpactPlan plan = ImpactAnalysis.Plan(Planned(Sales(months, 0.04, 3), 0.1));

        Assert.Empty(plan.Rows);
        Assert.Null(plan.Shortest);
        Assert.Equal(reason, plan.OwnReason!.Code);
        Assert.Equal("planNoControl", plan.ControlReason!.Code);
        Assert.Equal(["planOwn", "planControl"], plan.Summary.Select(said => said.Code));
    }

    [Fact]
    public void Without_a_season_eight_months_are_enough_to_plan_and_the_noise_is_called_rough()
    {
        double[] values = StudySamples.Noise(10, 4, 100, 3);
        ImpactPlan plan = ImpactAnalysis.Plan(ImpactStudy.Planned(StudySamples.Series(values)).WithPromise(0.1).WithSeason(SeasonTreatment.None));

        Assert.NotEmpty(plan.Rows);
        Assert.Contains(plan.Notes, note => note.Code == "planRoughNoise");
    }

    [Fact]
    public void A_plan_needs_a_promise_and_one_unit()
    {
        ImpactStudy study = ImpactStudy.Planned(StudySamples.Series(Sales(24, 0.04, 3)));

        Assert.Throws<ArgumentException>(() => ImpactAnalysis.Plan(study));
        Assert.Throws<ArgumentException>(() => ImpactAnalysis.Plan(study.WithPromise(0.1).WithStaggeredUnit(study.Series, StudySamples.Start.PlusMonths(12))));
        Assert.Throws<ArgumentNullException>(() => ImpactAnalysis.Plan(null!));
        Assert.Throws<ArgumentNullException>(() => ImpactStudy.Planned(null!));
    }

    [Fact]
    public void A_study_before_go_live_runs_and_has_no_answer()
    {
        ImpactResult result = ImpactAnalysis.Run(Planned(Sales(24, 0.04, 3), 0.1));

        Assert.False(result.HasAnswer);
        Assert.NotEmpty(result.Unavailable);
    }
}
