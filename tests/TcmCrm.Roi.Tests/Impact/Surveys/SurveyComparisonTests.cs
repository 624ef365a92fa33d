using NodaTime;
using TcmCrm.Roi.Impact;
using Xunit;

namespace TcmCrm.Roi.Tests.Impact;

public sealed class SurveyComparisonTests
{
    private static (string? Customer, double Score)[] Answers(params (double Score, int Count)[] groups) =>
        [.. groups.SelectMany(group => Enumerable.Repeat(((string?)null, group.Score), group.Count))];

    [Fact]
    public void Raw_answers_are_the_net_promoter_score_of_their_counts()
    {
        SurveyComparison raw = SurveyComparison.Recommendation(Answers((9, 20), (10, 10), (7, 15), (8, 15), (6, 20), (0, 20)), Answers((10, 45), (8, 30), (3, 25)));
        ImpactEstimate counts = SurveyChange.NetPromoterScores(new NetPromoterScore(30, 30, 40), new NetPromoterScore(45, 30, 25));

        Assert.Equal(-10, raw.Before.Estimate, 12);
        Assert.Equal(20, raw.After.Estimate, 12);
        Assert.Equal(new NetPromoterScore(30, 30, 40).AdjustedWald().Lower, raw.Before.Lower, 12);
        Assert.Equal(counts, raw.Change);
        Assert.False(raw.IsPaired);
        Assert.Empty(raw.Warnings);
    }

    [Fact]
    public void Raw_answers_are_the_share_of_the_satisfied()
    {
        SurveyComparison raw = SurveyComparison.Satisfaction(Answers((5, 30), (4, 30), (3, 20), (1, 20)), Answers((5, 50), (4, 30), (2, 20)));

        Assert.Equal(SurveyChange.Wilson(60, 100), raw.Before);
        Assert.Equal(SurveyChange.Wilson(80, 100), raw.After);
        Assert.Equal(SurveyChange.Proportions(60, 100, 80, 100), raw.Change);
        Assert.Equal(SurveyChange.Wilson(30, 100), SurveyComparison.Satisfaction(Answers((5, 30), (4, 70)), Answers((5, 1)), 5).Before);
    }

    [Fact]
    public void The_same_customers_are_compared_in_pairs()
    {
        // 40 customers: 16 satisfied both times, 4 before alone, 12 after alone, 8 never; 5 newcomers after.
        List<(string?, double)> before = [.. Enumerable.Range(0, 40).Select(i => ((string?)("c" + i), i < 20 ? 5.0 : 2.0))];
        List<(string?, double)> after = [.. Enumerable.Range(0, 40).Select(i => ((string?)("c" + i), i < 16 || (i >= 20 && i < 32) ? 4.0 : 3.0)), .. Enumerable.Range(0, 5).Select(i => ((string?)("n" + i), 5.0))];
        SurveyComparison raw = SurveyComparison.Satisfaction(before, after);

        Assert.True(raw.IsPaired);
        Assert.Equal(40, raw.Pairs);
        Assert.Equal(45, raw.AnswersAfter);
        Assert.Equal(SurveyChange.PairedProportions(16, 4, 12, 8), raw.Change);
    }

    [Fact]
    public void Pairs_of_recommendations_are_paired_differences()
    {
        double[] first = [10, 9, 7, 3, 8, 9, 6, 10, 2, 7, 9, 5];
        double[] second = [10, 10, 9, 7, 9, 9, 7, 10, 6, 9, 8, 9];
        SurveyComparison raw = SurveyComparison.Recommendation([.. first.Select((s, i) => ((string?)("c" + i), s))], [.. second.Select((s, i) => ((string?)("c" + i), s))]);
        double[] Kinds(double[] scores) => [.. scores.Select(s => s >= 9 ? 100.0 : s >= 7 ? 0.0 : -100.0)];

        Assert.True(raw.IsPaired);
        Assert.Equal(SurveyChange.PairedScores(Kinds(first), Kinds(second)), raw.Change);
        Assert.Equal(raw.After.Estimate - raw.Before.Estimate, raw.Change!.Estimate, 10);
    }

    [Fact]
    public void Few_of_the_same_are_said_and_the_last_answer_of_one_counts()
    {
        (string?, double)[] before = [("a", 1), ("a", 5), .. Answers((3, 20))];
        SurveyComparison raw = SurveyComparison.Satisfaction(before, [("a", 5), .. Answers((4, 20))]);

        Assert.Equal(21, raw.AnswersBefore);
        Assert.Equal(1.0 / 21, raw.Before.Estimate, 12);
        Assert.Equal(["surveyRepeated", "surveyOverlap"], raw.Warnings.Select(w => w.Code));
        Assert.False(raw.IsPaired);
    }

    [Fact]
    public void Answers_that_do_not_vary_have_no_difference_and_wrong_ones_are_refused()
    {
        Assert.Equal("noVariation", SurveyComparison.Recommendation(Answers((10, 5)), Answers((10, 5))).Reason!.Code);
        Assert.Equal("surveyTooFew", SurveyComparison.Recommendation(Answers((10, 1)), Answers((3, 5))).Reason!.Code);
        Assert.Contains("index 1", Assert.Throws<ArgumentException>(() => SurveyComparison.Recommendation(Answers((10, 1), (11, 1)), Answers((3, 5)))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SurveyComparison.Satisfaction(Answers((0, 1)), Answers((3, 5))));
        Assert.Throws<ArgumentException>(() => SurveyComparison.Satisfaction(Answers((3.5, 1)), Answers((3, 5))));
        Assert.Throws<ArgumentException>(() => SurveyComparison.Satisfaction([], Answers((3, 5))));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurveyComparison.Satisfaction(Answers((3, 1)), Answers((3, 5)), 6));
    }

    [Fact]
    public void Retention_is_compared_at_equal_tenure()
    {
        var goLive = new LocalDate(2025, 1, 1);
        List<(LocalDate Joined, LocalDate? Left)> list =
        [
            .. Enumerable.Range(0, 50).Select(i => (new LocalDate(2024, 1, 1), i < 20 ? new LocalDate(2024, 4, 1) : (LocalDate?)null)),
            .. Enumerable.Range(0, 50).Select(i => (new LocalDate(2025, 1, 1), i < 10 ? new LocalDate(2025, 3, 1) : (LocalDate?)null)),
            (new LocalDate(2024, 10, 1), null), // on both sides
            (new LocalDate(2025, 11, 1), new LocalDate(2025, 11, 20)), // a leaver who joined too late counts no more than those who stayed
            (new LocalDate(2024, 2, 1), new LocalDate(2024, 8, 1)), // kept: left on the day of the tenure
            (new LocalDate(2024, 7, 1), null), // six months to the day of go-live
        ];
        RetentionComparison retention = RetentionComparison.Of(list, goLive, 6, new LocalDate(2025, 12, 31));

        Assert.Equal((52, 50, 1, 1), (retention.CustomersBefore, retention.CustomersAfter, retention.Spanning, retention.TooYoung));
        Assert.Equal(SurveyChange.Wilson(32, 52), retention.Before);
        Assert.Equal(SurveyChange.Proportions(32, 52, 40, 50), retention.Change);
        Assert.Equal("retentionOneSide", RetentionComparison.Of(list, goLive, 60, new LocalDate(2025, 12, 31)).Reason!.Code);
        Assert.Throws<ArgumentException>(() => RetentionComparison.Of([(goLive, goLive.PlusDays(-1))], goLive, 6, goLive));
        Assert.Throws<ArgumentOutOfRangeException>(() => RetentionComparison.Of(list, goLive, 0, goLive));
    }
}
