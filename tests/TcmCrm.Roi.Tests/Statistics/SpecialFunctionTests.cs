using System.Text.Json;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Tests.Statistics;

/// <summary>Values and quantiles against 40-digit arithmetic (mpmath), Cases/statistics/special-functions.json.</summary>
public class SpecialFunctionTests
{
    private static readonly JsonElement Cases = StatisticsCases.Load("special-functions");

    [Fact]
    public void Normal_Tails_Agree() => ForEach("normal", row =>
    {
        Close(row[1], NormalDistribution.UpperTail(row[0]), 1e-13, row);
        Close(row[2], NormalDistribution.Cdf(row[0]), 1e-14, row);
        Close(row[1], NormalDistribution.Cdf(-row[0]), 1e-13, row);
    });

    [Fact]
    public void NormalQuantile_Agrees() => ForEach("normalQuantile", row => Close(row[1], NormalDistribution.Quantile(row[0]), 1e-13, row));

    [Fact]
    public void StudentT_TwoSidedP_Agrees() => ForEach("t", row => Close(row[2], StudentT.TwoSidedP(row[0], row[1]), 1e-12, row));

    [Fact]
    public void StudentTQuantile_Agrees() => ForEach("tQuantile", row => Close(row[2], StudentT.Quantile(row[0], row[1]), 1e-12, row));

    [Fact]
    public void IncompleteBeta_Agrees() => ForEach("beta", row => Close(row[3], BetaFunction.Regularized(row[0], row[1], row[2]), 1e-12, row));

    [Fact]
    public void IncompleteBetaQuantile_Agrees() =>
        ForEach("betaQuantile", row => Close(row[3], BetaFunction.RegularizedQuantile(row[0], row[1], row[2]), 1e-12, row));

    [Fact]
    public void LogGamma_Agrees() => ForEach("logGamma", row =>
        Assert.Equal(row[1], GammaFunction.LogGamma(row[0]), Math.Max(2e-15, 1e-14 * Math.Abs(row[1]))));

    [Fact]
    public void LogBeta_Agrees() => ForEach("logBeta", row => Close(row[2], BetaFunction.LogBeta(row[0], row[1]), 1e-14, row));

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-17)]
    [InlineData(-1e-9)]
    [InlineData(0.3)]
    public void ExpMinusOneAndLogOnePlus_InvertEachOther(double x) =>
        Close(x, ElementaryFunctions.LogOnePlus(ElementaryFunctions.ExpMinusOne(x)), 4e-16, [x]);

    [Fact]
    public void Critical_Of95Percent_IsTheTextbookValue()
    {
        Close(1.959963984540054, NormalDistribution.TwoSidedCritical(0.95), 1e-13, [0.95]);
        Close(12.706204736174694, StudentT.TwoSidedCritical(0.95, 1), 1e-12, [0.95, 1]);
        Assert.Equal(NormalDistribution.TwoSidedCritical(0.95), StudentT.TwoSidedCritical(0.95, double.PositiveInfinity));
    }

    [Fact]
    public void WrongArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Cdf(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(1.5, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => BetaFunction.Regularized(-1, 1, 0.5));
    }

    private static void ForEach(string name, Action<double[]> check)
    {
        int count = 0;
        foreach (JsonElement row in Cases.GetProperty(name).EnumerateArray())
        {
            check([.. row.EnumerateArray().Select(v => v.GetDouble())]);
            count++;
        }

        Assert.True(count >= 6, $"{name} has {count} rows");
    }

    private static void Close(double expected, double actual, double relative, double[] row) =>
        Assert.True(
            Math.Abs(actual - expected) <= relative * Math.Max(Math.Abs(expected), 1e-300),
            FormattableString.Invariant($"[{string.Join(", ", row)}]: expected {expected:R}, got {actual:R}, relative error {(actual - expected) / expected:E2}"));
}
