using System.Text.Json;
using CsCheck;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Tests.Statistics;
using static TcmCrm.Roi.Tests.Statistics.StatisticsCases;

namespace TcmCrm.Roi.Tests.Impact;

public class ProportionChangeTests
{
    [Fact]
    public void WilsonAndNewcombe_AgreeWithRAndStatsmodels()
    {
        int count = 0;
        foreach (JsonElement c in Each("proportions"))
        {
            string id = c.GetProperty("id").GetString()!;
            JsonElement i = c.GetProperty("inputs");
            JsonElement e = c.GetProperty("expected");
            double confidence = i.Number("confidence");
            if (i.TryGetProperty("x", out _))
            {
                EffectInterval wilson = ProportionChange.Wilson(i.Number("x"), i.Number("n"), confidence);
                Close(e.Number("lower"), wilson.Lower, 0, id, 1e-10);
                Close(e.Number("upper"), wilson.Upper, 0, id, 1e-10);
            }
            else
            {
                // The file has p1 - p2; the change is after less before, so that sample 2 is the one before.
                ImpactEstimate actual = ProportionChange.Independent(i.Number("x2"), i.Number("n2"), i.Number("x1"), i.Number("n1"), null, false, confidence);
                bool isRandom = e.TryGetProperty("newcombeLower", out _);
                Close(e.Number("difference"), actual.Estimate, 0, id, 1e-10);
                Close(e.Number(isRandom ? "newcombeLower" : "lower"), actual.Lower, 0, id, 1e-10);
                Close(e.Number(isRandom ? "newcombeUpper" : "upper"), actual.Upper, 0, id, 1e-10);
                if (isRandom)
                {
                    double[] wilson1 = e.GetProperty("wilson1").Doubles();
                    Close(wilson1[0], ProportionChange.Wilson(i.Number("x1"), i.Number("n1"), confidence).Lower, 0, id, 1e-10);
                    Close(wilson1[1], ProportionChange.Wilson(i.Number("x1"), i.Number("n1"), confidence).Upper, 0, id, 1e-10);
                }
            }

            count++;
        }

        Assert.Equal(71, count);
    }

    [Fact]
    public void Paired_AgreesWithThePublishedTable()
    {
        // Airway hyper-responsiveness before and after transplantation (Bentur et al. 2009) as in Fagerland, Lydersen and Laake, Statistics in
        // Medicine 33 (2014) 2850-2875: p1 - p2 = -0.286, Newcombe's square-and-add interval -0.507 to -0.026. Here after less before.
        ImpactEstimate actual = ProportionChange.Paired(both: 1, onlyBefore: 1, onlyAfter: 7, neither: 12);
        Close(6.0 / 21.0, actual.Estimate, 1e-12, "difference");
        Close(0.026, actual.Lower, 0, "lower", 5e-4);
        Close(0.507, actual.Upper, 0, "upper", 5e-4);

        // Exact McNemar: 2 P(X <= 1), X binomial(8, 1/2) = 2 * 9 / 256.
        Close(18.0 / 256.0, actual.PValue, 1e-12, "p");
    }

    [Fact]
    public void ZeroAndFullProportions_HaveAnInterval()
    {
        ImpactEstimate actual = ProportionChange.Independent(0, 20, 10, 10);
        Assert.Equal(1.0, actual.Estimate);
        Assert.InRange(actual.Lower, 0.5, 1.0);
        Assert.Equal(1.0, actual.Upper, 1e-12);
        Assert.Contains(actual.Warnings, w => w.Code == "smallCounts");
    }

    [Fact]
    public void Interval_ContainsTheEstimate_AndTurnsWithTheSides() =>
        Gen.Select(Gen.Int[1, 400], Gen.Int[1, 400], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((n1, n2, a, b) =>
        {
            int x1 = (int)(n1 * a);
            int x2 = (int)(n2 * b);
            ImpactEstimate forward = ProportionChange.Independent(x1, n1, x2, n2);
            ImpactEstimate back = ProportionChange.Independent(x2, n2, x1, n1);
            Assert.InRange(forward.Estimate, forward.Lower, forward.Upper);
            Assert.Equal(-forward.Lower, back.Upper, 1e-12);
            Assert.Equal(-forward.Estimate, back.Estimate, 1e-12);
        });

    [Fact]
    public void WrongCounts_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChange.Independent(5, 4, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChange.Independent(0, 0, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChange.Independent(0, 3, 1, 2, promise: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProportionChange.Paired(0, 0, 0, 0));
    }
}
