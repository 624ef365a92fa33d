using System.Globalization;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class SurvivalCurveTests
{
    /// <summary>So many customers, some lost at tenure 1, the others watched to 12.</summary>
    private static SurvivalCurve Curve(int customers, int lost) => SurvivalCurve.Estimate(
        [.. Enumerable.Range(0, customers).Select(i => i < lost ? 1.0 : 12.0)], [.. Enumerable.Range(0, customers).Select(i => i < lost)]);

    [Fact]
    public void Lists_NeedEqualLengths()
    {
        Refused.Null("tenures", () => SurvivalCurve.Estimate(null!, [true]));
        Refused.Null("lost", () => SurvivalCurve.Estimate([1], null!));
        Refused.Argument("tenures", "tenures has 0 values and lost has 0; both need the same number, at least 1.", () => SurvivalCurve.Estimate([], []));
        Refused.Argument("tenures", "tenures has 2 values and lost has 1; both need the same number, at least 1.", () => SurvivalCurve.Estimate([1, 2], [true]));
        Refused.Argument("tenures", "tenures has 1 values and lost has 2;", () => SurvivalCurve.Estimate([1], [true, false]));
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.0)]
    [InlineData(0.0)]
    [InlineData(double.NaN)]
    public void ConfidenceLevel_LiesInsideItsRange(double level) =>
        Refused.OutOfRange("confidenceLevel", "inside 0.5 to 1, ends excluded", () => SurvivalCurve.Estimate([1], [true], level));

    [Theory]
    [InlineData(0.501)]
    [InlineData(0.999)]
    public void ConfidenceLevel_InsideItsRange_IsTaken(double level) => Assert.Equal(level, SurvivalCurve.Estimate([1], [true], level).ConfidenceLevel);

    [Theory]
    [InlineData(-0.5, "-0.5")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Tenure_IsFiniteAndNotNegative(double tenure, string text) =>
        Refused.Argument(
            "tenures", $"tenures[1] is {text}; a tenure is a finite number, 0 or more.", () => SurvivalCurve.Estimate([3, tenure], [true, true]));

    [Fact]
    public void Tenure_FromZeroToTheLargestNumber_IsTaken()
    {
        SurvivalCurve curve = SurvivalCurve.Estimate([0, double.MaxValue], [true, true]);
        Assert.Equal([0, double.MaxValue], curve.Points.Select(point => point.Tenure));
        Assert.Equal(double.MaxValue, curve.LastTenure);
        Assert.Equal(2, curve.Events);
    }

    [Theory]
    [InlineData(20, 5, true)]
    [InlineData(21, 6, true)]
    [InlineData(19, 5, false)]
    [InlineData(20, 4, false)]
    [InlineData(19, 4, false)]
    public void Sufficiency_NeedsTwentyCustomersAndFiveLosses(int customers, int lost, bool sufficient)
    {
        SurvivalCurve curve = Curve(customers, lost);
        Assert.Equal((customers, lost, sufficient), (curve.Customers, curve.Events, curve.IsSufficient));
    }

    [Fact]
    public void Steps_CarryTheirErrorsAndLimits()
    {
        // Two customers, lost at 3 and 6: S = 1/2 with Greenwood's 1/2 sqrt(1 / (2 x 1)), then 0, where no error can be told.
        SurvivalCurve curve = SurvivalCurve.Estimate([6, 3], [true, true]);
        Assert.Equal(Math.Sqrt(0.125), curve.Points[0].StandardError, 1e-15);
        Assert.Equal((3.0, 2, 1, 0.5, true), (curve.Points[0].Tenure, curve.Points[0].AtRisk, curve.Points[0].Events, curve.Points[0].Survival, curve.Points[0].HasInterval));
        SurvivalPoint last = curve.Points[1];
        Assert.Equal((6.0, 1, 1, 0.0, 0.0), (last.Tenure, last.AtRisk, last.Events, last.Survival, last.StandardError));
        Assert.Equal((0.0, 1.0, false), (last.Lower, last.Upper, last.HasInterval));
        Assert.Equal("t=6 S=0 [0, 1] n=1 d=1", last.ToString());
        Assert.Equal("Kaplan-Meier: 3 customers, 1 lost, up to tenure 12.5", SurvivalCurve.Estimate([3, 6, 12.5], [true, false, false]).ToString());
    }

    [Fact]
    public void Survival_IsKnownFromZeroToTheLastTenure()
    {
        // Lost at 0 and 4; one still there at 9.
        SurvivalCurve open = SurvivalCurve.Estimate([0, 4, 9], [true, true, false]);
        (double Tenure, bool Known, double Survival)[] expected =
        [
            (-0.001, false, 0), (0, true, 2 / 3.0), (3.999, true, 2 / 3.0), (4, true, 1 / 3.0), (9, true, 1 / 3.0), (9.001, false, 0), (double.NaN, false, 0),
        ];
        Assert.All(expected, at =>
        {
            Assert.Equal(at.Known, open.TryGetSurvival(at.Tenure, out double survival));
            Assert.Equal(at.Survival, survival, 1e-15);
        });
    }

    [Fact]
    public void Survival_AfterEverybodyIsLost_IsZeroForEver()
    {
        SurvivalCurve closed = SurvivalCurve.Estimate([3, 6], [true, true]);
        Assert.True(closed.TryGetSurvival(double.MaxValue, out double gone));
        Assert.Equal(0, gone);
        Assert.False(closed.TryGetSurvival(double.PositiveInfinity, out _));
        Assert.False(closed.TryGetSurvival(-1, out double before));
        Assert.Equal(0, before);
    }

    [Fact]
    public void LogRank_NeedsTwoSufficientCurves()
    {
        SurvivalCurve enough = Curve(20, 5);
        SurvivalCurve few = Curve(19, 5);
        Assert.True(LogRankTest.Compare(enough, Curve(40, 20)).IsSufficient);
        Assert.False(LogRankTest.Compare(enough, few).IsSufficient);
        Assert.False(LogRankTest.Compare(few, enough).IsSufficient);
        Refused.Null("first", () => LogRankTest.Compare(null!, enough));
        Refused.Null("second", () => LogRankTest.Compare(enough, null!));
    }

    [Fact]
    public void LogRank_OfOneCustomerEach_IsAHalfAgainstOne()
    {
        // At tenure 1 one of two is lost, expected 1/2 with variance 1/4; at tenure 2 the first group is empty. (1 - 1/2)^2 / (1/4) = 1.
        LogRankTest test = LogRankTest.Compare(SurvivalCurve.Estimate([1], [true]), SurvivalCurve.Estimate([2], [true]));
        Assert.Equal((1, 0.5, 1.0, true), (test.Observed, test.Expected, test.ChiSquare, test.HasAnswer));
        Assert.Equal(0.31731050786291, test.PValue, 1e-12);
        string p = test.PValue.ToString(CultureInfo.InvariantCulture);
        Assert.Equal($"log-rank: chi-square 1, p {p}, observed 1, expected 0.5", test.ToString());
    }
}
