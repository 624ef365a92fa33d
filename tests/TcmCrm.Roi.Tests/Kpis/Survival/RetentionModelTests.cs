using System.Globalization;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class RetentionModelTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void Parameters_AreFiniteAndAboveZero(double value)
    {
        Refused.OutOfRange("alpha", "The parameter is a finite number above 0.", () => new RetentionModel(value, 1));
        Refused.OutOfRange("beta", "The parameter is a finite number above 0.", () => new RetentionModel(1, value));
    }

    [Fact]
    public void Parameters_ReachFromTheSmallestToTheLargestNumber()
    {
        Assert.Equal(double.Epsilon, new RetentionModel(double.Epsilon, 1).Alpha);
        Assert.Equal(double.MaxValue, new RetentionModel(1, double.MaxValue).Beta);
        Assert.Equal("sBG(alpha 1.5, beta 5)", new RetentionModel(1.5, 5).ToString());
    }

    [Fact]
    public void Periods_CountFromZeroForSurvivalAndFromOneForRetention()
    {
        // alpha 1, beta 4: r(1) = 4/5, r(2) = 5/6, S(2) = 2/3.
        var model = new RetentionModel(1, 4);
        Assert.Equal(1, model.SurvivalAt(0));
        Assert.Equal(2 / 3.0, model.SurvivalAt(2), 1e-15);
        Assert.Equal(0.8, model.RetentionAt(1), 1e-15);
        Refused.OutOfRange("period", "allowed: from 0 to 100000.", () => model.SurvivalAt(-1));
        Refused.OutOfRange("period", "Periods of retention count from 1.", () => model.RetentionAt(0));
    }

    [Fact]
    public void ResidualLifetime_NamesItsGuards()
    {
        var model = new RetentionModel(1, 4);
        foreach (double rate in new[] { -0.001, double.PositiveInfinity, double.NaN })
        {
            Refused.OutOfRange("ratePerPeriod", "The rate is a finite fraction, 0 or more.", () => model.TryGetResidualLifetime(rate, 0, out _));
        }

        Refused.OutOfRange("survivedPeriods", "allowed: from 0 to 100000.", () => model.TryGetResidualLifetime(0.1, -1, out _));
    }

    [Fact]
    public void ResidualLifetime_AtAnEndlessRate_IsTheNextRenewalOnly()
    {
        // Whatever comes after the first renewal is worth nothing: r(3) = (4 + 2) / (5 + 2).
        Assert.True(new RetentionModel(1, 4).TryGetResidualLifetime(double.MaxValue, 2, out double lifetime));
        Assert.Equal(6 / 7.0, lifetime, 1e-15);
    }

    [Fact]
    public void InfiniteResidualLifetime_IsGivenAsZero()
    {
        Assert.False(new RetentionModel(1, 4).TryGetResidualLifetime(0, 0, out double atOne));
        Assert.False(new RetentionModel(0.5, 4).TryGetResidualLifetime(0, 0, out double below));
        Assert.Equal((0.0, 0.0), (atOne, below));

        // alpha 2, beta 4 at no discount: sum of S(t) from 1 on is beta / (alpha - 1).
        Assert.True(new RetentionModel(2, 4).TryGetResidualLifetime(0, 0, out double finite));
        Assert.Equal(4, finite, 1e-12);
    }

    [Fact]
    public void Data_NameThePlaceOfWhatIsWrong()
    {
        Refused.Null("survivalShares", () => RetentionModel.FitShares(null!));
        Refused.Null("survivalShares", () => new RetentionModel(1, 1).LogLikelihood(null!));
        Refused.Null("cohorts", () => RetentionModel.FitCohorts(null!));
        Refused.Null("cohorts", () => RetentionModel.FitCohorts([[10, 9], null!]));
        Refused.Argument(
            "survivalShares", "survivalShares[1] is 0.95; it lies between 0 and what was there before, 0.9.", () => RetentionModel.FitShares([0.9, 0.95, 0.8]));
        Refused.Argument(
            "survivalShares", "survivalShares[0] is 1.5; it lies between 0 and what was there before, 1.", () => new RetentionModel(1, 1).LogLikelihood([1.5]));
        string message = Assert.Throws<ArgumentException>(() => RetentionModel.FitCohorts([[10, 9, 8], [10, 9, -1]])).Message;
        Assert.Contains("cohorts[1][2] is -1; it lies between 0 and what was there before, 9.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cohort_NeedsAStart()
    {
        IReadOnlyList<double>[] wrong = [[], [-1, 0], [double.PositiveInfinity, 1], [double.NaN, 1], [1.001e15, 1]];
        Assert.All(wrong, cohort => Refused.Argument(
            "cohorts", "cohorts[1] needs the number of customers at its start, 0 to 1e15.", () => RetentionModel.FitCohorts([[10, 9], cohort])));
    }

    [Fact]
    public void Cohort_OfNobodyOrOfTheMostThereCanBe_IsTaken()
    {
        RetentionFit nobody = RetentionModel.FitCohorts([[0, 0]]);
        Assert.Equal(("tooFewPeriods", 0, 0.0), (nobody.Reason?.Code, nobody.Periods, nobody.ConstantChurn));
        RetentionFit most = RetentionModel.FitCohorts([[1e15, 0]]);
        Assert.Equal(("tooFewPeriods", 1, 1.0), (most.Reason?.Code, most.Periods, most.ConstantChurn));
    }

    [Fact]
    public void Fit_SaysWhatItFound()
    {
        Assert.Equal("noChurn", RetentionModel.FitShares([1, 1, 1]).ToString());
        RetentionFit fit = RetentionModel.FitShares([0.869, 0.743, 0.653, 0.593]);
        Assert.True(fit.TryGetModel(out RetentionModel? model));

        // Losses over exposure of the four periods: (1 - 0.593) / (1 + 0.869 + 0.743 + 0.653).
        Assert.Equal((4, true, (Message?)null), (fit.Periods, fit.HasAnswer, fit.Reason));
        Assert.Equal(0.407 / 3.265, fit.ConstantChurn, 1e-15);
        Assert.Equal(model.LogLikelihood([0.869, 0.743, 0.653, 0.593]), fit.LogLikelihood, 1e-12);
        Assert.Equal(
            string.Format(CultureInfo.InvariantCulture, "sBG(alpha {0}, beta {1}) from 4 periods, log-likelihood {2}", model.Alpha, model.Beta, fit.LogLikelihood),
            fit.ToString());
    }
}
