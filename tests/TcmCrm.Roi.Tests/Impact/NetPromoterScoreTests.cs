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
                ImpactEstimate change = NetPromoterScore.Change(before, after, null, i.Number("confidence"));
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
        ImpactEstimate change = NetPromoterScore.Change(survey, survey, invitedBefore: 1000, invitedAfter: 200);
        Assert.Contains(change.Warnings, w => w.Code == "nonResponse" && w.English.Contains("10.0%", StringComparison.Ordinal));
        Assert.Equal(0.0, change.Estimate);
    }

    [Fact]
    public void AnswersOfOneKind_AreRefused() =>
        Assert.Throws<ArgumentException>(() => NetPromoterScore.Change(new NetPromoterScore(10, 0, 0), new NetPromoterScore(12, 0, 0)));

    private static NetPromoterScore Of(JsonElement counts)
    {
        int[] n = [.. counts.EnumerateArray().Select(v => v.GetInt32())];
        return new NetPromoterScore(n[2], n[1], n[0]);
    }
}
