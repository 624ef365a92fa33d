using System.Text.Json;
using CsCheck;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

public class KendallTests
{
    [Fact]
    public void RandomSeries_ScoreVarianceAndTailAgreeWithScipyAndR()
    {
        foreach (JsonElement item in StatisticsCases.Each("random-series-200"))
        {
            string id = item.GetProperty("id").GetString()!;
            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            JsonElement expected = item.GetProperty("expected").GetProperty("mannKendall");
            KendallScore score = Score(y);
            Assert.Equal(expected.Number("S"), score.S);
            StatisticsCases.Close(expected.Number("varS"), score.Variance, 1e-12, id);
            (double z, double p) = Kendall.NormalTail(score.S, score.Variance);
            StatisticsCases.Close(expected.Number("z"), z, 1e-9, id, 1e-12);
            StatisticsCases.Close(expected.Number("p"), p, 1e-9, id);
            if (expected.TryGetProperty("pExact", out JsonElement exact) && exact.ValueKind == JsonValueKind.Number)
            {
                StatisticsCases.Close(exact.GetDouble(), Kendall.ExactTail(score.S, y.Length), 1e-9, id);
            }
        }
    }

    [Fact]
    public void PublishedExactTails_AgreeWithR()
    {
        foreach (JsonElement item in StatisticsCases.Each("trend-published"))
        {
            JsonElement expected = item.GetProperty("expected");
            if (expected.TryGetProperty("pExactTwoSided", out JsonElement p))
            {
                double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
                StatisticsCases.Close(p.GetDouble(), Kendall.ExactTail(Score(y).S, y.Length), 1e-9, item.GetProperty("id").GetString()!);
            }
        }
    }

    [Fact]
    public void Merging_CountsWhatTwoLoopsCount() =>
        Gen.Int[0, 9].Array[0, 60].Sample(values =>
        {
            double[] y = [.. values.Select(value => (double)value)];
            long s = 0;
            for (int i = 0; i < y.Length; i++)
            {
                for (int j = i + 1; j < y.Length; j++)
                {
                    s += Math.Sign(y[j] - y[i]);
                }
            }

            Assert.Equal(s, Score(y).S);
        });

    [Fact]
    public void ReversedTime_NegatesTheScore() =>
        Gen.Double[-5, 5].Array[2, 40].Sample(y =>
        {
            double[] reversed = [.. Enumerable.Reverse(y)];
            Assert.Equal(-Score(y).S, Score(reversed).S);
        });

    [Fact]
    public void AutocorrelationCorrection_AgreesWithTheSpecifiedFormula()
    {
        foreach (JsonElement item in StatisticsCases.Each("specified-methods-200"))
        {
            string id = item.GetProperty("id").GetString()!;
            double[] y = item.GetProperty("inputs").GetProperty("y").Doubles();
            JsonElement expected = item.GetProperty("expected").GetProperty("mannKendallAr1Corrected");
            double slope = new TheilSen(y, null).Median();
            double r1 = SerialDependence.RankLagOne(y, null, slope);
            double r = SerialDependence.Corrected(r1, y.Length);
            double f = SerialDependence.VarianceFactor(r, y.Length);
            KendallScore score = Score(y);
            (double z, double p) = Kendall.NormalTail(score.S, score.Variance * f);
            StatisticsCases.Close(expected.Number("senSlope"), slope, 1e-9, id, 1e-12);
            StatisticsCases.Close(expected.Number("rankR1"), r1, 1e-9, id, 1e-12);
            StatisticsCases.Close(expected.Number("rankR1BiasCorrectedClipped"), r, 1e-9, id, 1e-12);
            StatisticsCases.Close(expected.Number("varianceFactor"), f, 1e-9, id);
            StatisticsCases.Close(expected.Number("z"), z, 1e-9, id, 1e-12);
            StatisticsCases.Close(expected.Number("p"), p, 1e-9, id);
        }
    }

    [Fact]
    public void Pettitt_AgreesWithR()
    {
        foreach (JsonElement item in StatisticsCases.Each("random-series-200"))
        {
            JsonElement expected = item.GetProperty("expected").GetProperty("pettitt");
            AssertPettitt(item, expected.Number("K"), expected.Number("firstIndex1Based"), expected.Number("pApprox"));
        }

        foreach (JsonElement item in StatisticsCases.Each("trend-published"))
        {
            JsonElement expected = item.GetProperty("expected");
            if (expected.TryGetProperty("pettittK", out JsonElement k))
            {
                AssertPettitt(item, k.GetDouble(), expected.Number("pettittIndex1Based"), expected.Number("pettittP"));
            }
        }
    }

    [Fact]
    public void ExactTail_IsAProbabilityAndOneAtZero()
    {
        Assert.Equal(1, Kendall.ExactTail(0, 4), 12);
        Assert.Equal(2.0 / 24, Kendall.ExactTail(6, 4), 12);
        Assert.Equal(2.0 / 24, Kendall.ExactTail(-6, 4), 12);
    }

    private static void AssertPettitt(JsonElement item, double k, double index, double p)
    {
        string id = item.GetProperty("id").GetString()!;
        (double actualK, int last, double actualP) = Pettitt.Of(item.GetProperty("inputs").GetProperty("y").Doubles());
        Assert.Equal(k, actualK);
        Assert.Equal(index, last + 1);
        StatisticsCases.Close(p, actualP, 1e-9, id);
    }

    private static KendallScore Score(double[] y) => Kendall.Score(y, 0, y.Length, new double[2 * y.Length]);
}
