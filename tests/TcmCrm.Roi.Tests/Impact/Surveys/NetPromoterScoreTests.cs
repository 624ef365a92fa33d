using System.Text.Json;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Tests.Statistics;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

public class NetPromoterScoreTests
{
    [Fact]
    public void ChangeAndAdjustedWald_AgreeWithRAndTheClosedForm()
    {
        int count = 0;
        foreach (JsonElement c in Each("nps"))
        {
            string id = c.GetProperty("id").GetString()!;
            JsonElement i = c.GetProperty("inputs");
            JsonElement e = c.GetProperty("expected");
            if (i.TryGetProperty("detractors", out JsonElement detractors))
            {
                var score = new NetPromoterScore(i.GetProperty("promoters").GetInt32(), i.GetProperty("passives").GetInt32(), detractors.GetInt32());
                EffectInterval interval = score.AdjustedWald(i.Number("confidence"));
                Close(e.Number("nps"), score.Score, 0, id, 1e-9);
                Close(e.Number("adjusted"), interval.Estimate, 0, id, 1e-9);
                Close(e.Number("lower"), interval.Lower, 0, id, 1e-9);
                Close(e.Number("upper"), interval.Upper, 0, id, 1e-9);
            }
            else
            {
                NetPromoterScore before = Of(i.GetProperty("beforeDetractorsPassivesPromoters"));
                NetPromoterScore after = Of(i.GetProperty("afterDetractorsPassivesPromoters"));
                ImpactEstimate change = SurveyChange.NetPromoterScores(before, after, new() { ConfidenceLevel = i.Number("confidence") });
                Close(e.Number("difference"), change.Estimate, 1e-8, id);
                Close(e.Number("lower"), change.Lower, 1e-8, id);
                Close(e.Number("upper"), change.Upper, 1e-8, id);
                Close(e.Number("df"), change.DegreesOfFreedom!.Value, 1e-8, id);
                Close(e.Number("p"), change.PValue, 1e-8, id);
            }

            count++;
        }

        Assert.Equal(21, count);
    }

    [Fact]
    public void LowResponse_IsReported()
    {
        var survey = new NetPromoterScore(40, 30, 30);
        ImpactEstimate change = SurveyChange.NetPromoterScores(survey.WithInvited(1000), survey.WithInvited(200));
        Assert.Contains(change.Warnings, w => w.Code == "nonResponse" && w.InEnglish().Contains("10.0%", StringComparison.Ordinal));
        Assert.Equal(0.0, change.Estimate);
    }

    /// <summary>Reported below 30 %, or where the rate changed by more than ten points; 30 % itself is enough.</summary>
    [Theory]
    [InlineData(100, 100, false)]
    [InlineData(333, 333, false)]
    [InlineData(334, 333, true)]
    [InlineData(333, 334, true)]
    [InlineData(200, 161, true)]
    [InlineData(161, 200, true)]
    [InlineData(200, 170, false)]
    public void ResponseRates_AreJudged(int invitedBefore, int invitedAfter, bool isReported)
    {
        var before = new NetPromoterScore(50, 30, 20);
        ImpactEstimate change = SurveyChange.NetPromoterScores(before.WithInvited(invitedBefore), before.WithInvited(invitedAfter));
        Assert.Equal(isReported, change.Warnings.Any(w => w.Code == "nonResponse"));
        Assert.Empty(SurveyChange.NetPromoterScores(before.WithInvited(1000), before).Warnings);
    }

    [Theory]
    [InlineData(30, 40, false)]
    [InlineData(50, 60, false)]
    [InlineData(60, 50, false)]
    [InlineData(30, 41, true)]
    public void TenPointsOfResponse_AreNotMoreThanTen(int before, int after, bool isReported)
    {
        // Of 100 invited; 0.4 - 0.3 is a little more than 0.1 in binary, 0.6 - 0.5 a little less.
        ImpactEstimate change = SurveyChange.NetPromoterScores(new NetPromoterScore(before - 10, 4, 6).WithInvited(100), new NetPromoterScore(after - 10, 4, 6).WithInvited(100));
        Assert.Equal(isReported, change.Warnings.Any(w => w.Code == "nonResponse"));
    }

    [Fact]
    public void ScoreThatRoundsToZero_HasNoSign() => Assert.Equal("NPS 0 (0/2499/1)", new NetPromoterScore(0, 2499, 1).ToString());

    [Fact]
    public void ResponseOfExactlyThirtyPercent_IsEnough()
    {
        var survey = new NetPromoterScore(15, 9, 6);
        Assert.Empty(SurveyChange.NetPromoterScores(survey.WithInvited(100), survey.WithInvited(100)).Warnings);
        Assert.Single(SurveyChange.NetPromoterScores(survey.WithInvited(101), survey.WithInvited(100)).Warnings);
        Assert.Single(SurveyChange.NetPromoterScores(survey.WithInvited(100), survey.WithInvited(101)).Warnings);
    }

    [Fact]
    public void Change_PinsTheWholeEstimate()
    {
        // Scores 30 of 10 and 41.67 of 12 answers; variances (p + d - (p - d)^2) n / (n - 1) in points^2: 6777.8 and 4469.7. Then Welch, worked out apart.
        var before = new NetPromoterScore(5, 3, 2);
        var after = new NetPromoterScore(6, 5, 1);
        ImpactEstimate change = SurveyChange.NetPromoterScores(before, after, new() { Promise = 20 });
        Assert.Equal(ImpactMethod.NetPromoterScore, change.Method);
        Assert.Equal(EvidenceRung.BeforeAfter, change.Rung);
        Assert.Equal(EffectUnit.ScorePoints, change.Unit);
        Assert.False(change.LowerIsBetter);
        Close(35.0 / 3.0, change.Estimate, 1e-12, "difference");
        Close(32.407599807028674, change.StandardError!.Value, 1e-12, "se");
        Close(17.328254642558512, change.DegreesOfFreedom!.Value, 1e-12, "df");
        Close(-56.608859401025164, change.Lower, 1e-7, "lower");
        Close(79.94219273435849, change.Upper, 1e-7, "upper");
        Close(0.7231990122534926, change.PValue, 1e-9, "p");
        Close(96.2387195175423, change.MinimumDetectableEffect!.Value, 1e-7, "detectable");
        Assert.Equal(10, change.ObservationsBefore);
        Assert.Equal(12, change.ObservationsAfter);
        Assert.Equal(22, change.EffectiveObservations);
        Assert.Equal(["independentAnswers", "nothingElseChanged"], change.Assumptions.Select(a => a.Code));
        Assert.Equal(ImpactVerdictKind.Inconclusive, change.Verdict);

        // Ten answers a month: 42 after three months.
        Close(85.46134862366414, NetPromoterDraft.Of(before, after, new(), answersPerMonth: 10).Detectable!(3), 1e-7, "detectable in three months");
    }

    [Fact]
    public void Text_IsScoreAndCounts()
    {
        Assert.Equal("NPS 30 (50/30/20)", new NetPromoterScore(50, 30, 20).ToString());
        Assert.Equal("NPS -33.3 (0/2/1)", new NetPromoterScore(0, 2, 1).ToString());
    }

    [Fact]
    public void WrongCounts_AreRefused()
    {
        Refused.OutOfRange("promoters", "promoters is -1; allowed: 0 or more.", () => new NetPromoterScore(-1, 2, 0));
        Refused.OutOfRange("passives", "passives is -1; allowed: 0 or more.", () => new NetPromoterScore(2, -1, 0));
        Refused.OutOfRange("detractors", "detractors is -1; allowed: 0 or more.", () => new NetPromoterScore(2, 0, -1));
        Refused.OutOfRange("answers", "answers is 0; allowed: from 1 to 2147483647.", () => new NetPromoterScore(0, 0, 0));
        Refused.OutOfRange("answers", "answers is 2147483648; allowed: from 1 to 2147483647.", () => new NetPromoterScore(int.MaxValue, 1, 0));
        Refused.OutOfRange("answers", "answers is 4294967297; allowed: from 1 to 2147483647.", () => new NetPromoterScore(int.MaxValue, int.MaxValue, 3));
    }

    [Fact]
    public void SurveysThatCannotBeCompared_AreRefused()
    {
        var one = new NetPromoterScore(1, 0, 0);
        var two = new NetPromoterScore(1, 0, 1);
        Assert.Equal(0.0, SurveyChange.NetPromoterScores(two, two).Estimate);
        Refused.Null("before", () => SurveyChange.NetPromoterScores(null!, two));
        Refused.Null("after", () => SurveyChange.NetPromoterScores(two, null!));
        Refused.Argument("after", "Each survey needs two answers or more.", () => SurveyChange.NetPromoterScores(one, two));
        Refused.Argument("after", "Each survey needs two answers or more.", () => SurveyChange.NetPromoterScores(two, one));
        Refused.Argument(
            "after", "All answers of both surveys are of one kind: there is no variation to estimate an error from.",
            () => SurveyChange.NetPromoterScores(new NetPromoterScore(10, 0, 0), new NetPromoterScore(12, 0, 0)));
        Refused.OutOfRange("people", "people is 1; allowed: from 2 to 2147483647.", () => two.WithInvited(1));
        Assert.Equal(((int?)null, 2), (two.Invited, two.WithInvited(2).Invited));
        Refused.Argument("options", "lower is better", () => SurveyChange.NetPromoterScores(two, two, new() { LowerIsBetter = true }));
        Refused.OutOfRange("Promise", "Promise is 0; allowed: above 0.", () => SurveyChange.NetPromoterScores(two, two, new() { Promise = 0 }));
        Refused.OutOfRange(
            "ConfidenceLevel", "ConfidenceLevel is 1; allowed: from 0.5 to 0.999.", () => SurveyChange.NetPromoterScores(two, two, new() { ConfidenceLevel = 1 }));
    }

    private static NetPromoterScore Of(JsonElement counts)
    {
        int[] n = [.. counts.EnumerateArray().Select(v => v.GetInt32())];
        return new NetPromoterScore(n[2], n[1], n[0]);
    }
}
