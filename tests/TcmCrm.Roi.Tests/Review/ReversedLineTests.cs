using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>
/// Lines that work against their side: a rebate of 20,000 each November, and a loss of 5,000 in each month. To December 2025 two rebates and 18 months of the loss are due,
/// one rebate and 18 months are to come.
/// </summary>
public class ReversedLineTests
{
    private const string Rebate = "Rebate";
    private const string Loss = "Loss";

    private static readonly InvestmentCase WithRebate = Case.WithCosts(
    [
        .. Case.Costs,
        CostItem.OfAmounts(
            CostCategory.Software, Rebate, [.. new[] { 2024, 2025, 2026 }.Select(year => new DatedAmount(new LocalDate(year, 11, 30), Money.Cny(20_000)))]).AsCredit(),
    ]);

    private static readonly InvestmentCase WithLoss = Case.WithBenefits(
        [.. Case.Benefits, BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Loss, Money.Cny(60_000)).AsDisbenefit()]);

    private static readonly YearMonth[] Due = [new(2024, 11), new(2025, 11)];

    [Fact]
    public void ARebateThatCameAsPlanned_IsNoCreditNote()
    {
        ReviewReport report = ReviewOf(WithRebate, Due.Select(month => Rows.Cost(Rebate, month, -20_000)));
        Assert.Empty(report.Findings);
        Assert.Equal(540_000m - 60_000, report.Forecast[^1].Forecast.TotalCost.Amount);

        // That the last one comes is a promise.
        Assert.True(report.Forecast[^1].CostUpper.Amount > 480_000 + 5_000);
    }

    /// <summary>What came, and the same part of what is to come.</summary>
    [Theory]
    [InlineData(0, 0, 540_000, 40_000)]
    [InlineData(10_000, 10_000, 510_000, 20_000)]
    [InlineData(0, 20_000, 510_000, 20_000)]
    [InlineData(20_000, 0, 510_000, 20_000)]
    public void ARebateThatDidNotCome_IsNotCountedAndFound(int first, int second, decimal cost, decimal missing)
    {
        ReviewReport report = ReviewOf(WithRebate, Due.Zip([first, second], (month, amount) => Rows.Cost(Rebate, month, -amount)).Where(row => row.Number != 0));
        Assert.Equal(cost, report.Forecast[^1].Forecast.TotalCost.Amount);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal("creditNotReceived", finding.Rule);
        Assert.Equal(Rebate, finding.Subject);
        Assert.Equal(missing, finding.AtStake.Amount);
        Assert.Equal(first + second == 0 ? Due[0] : Due[1], finding.Since);
        Assert.Equal("claimCredit", finding.Action.Code);
        Assert.True(report.Forecast[^1].CostUpper.Amount <= 540_000 * 1.05m);
    }

    /// <summary>A rebate with the sign of a bill is no part of what came: nothing came of what was due.</summary>
    [Fact]
    public void ARebateWithTheSignOfABill_IsNotTakenOffWhatIsDue()
    {
        ReviewReport report = ReviewOf(WithRebate, [Rows.Cost(Rebate, Due[0], 20_000)]);
        Finding finding = Assert.Single(report.Findings, finding => finding.Rule == "creditNotReceived");
        Assert.Contains("of CNY 40,000.00 that the plan has by now in rebates or refunds CNY 0.00 came", finding.Message.InEnglish(), StringComparison.Ordinal);
    }

    /// <summary>A gain of the size of the planned loss is the loss without its minus, whoever verified it; a verified gain of another size is a gain.</summary>
    [Theory]
    [InlineData(5_000, true, false)]
    [InlineData(6_000, true, false)]
    [InlineData(9_000, true, true)]
    [InlineData(9_000, false, false)]
    public void ALossWithoutItsMinus_IsALoss(decimal amount, bool isVerified, bool isGain)
    {
        List<Actual> rows = [.. Months().Select(month => Rows.Benefit(Loss, month, amount))];
        ReviewReport report = ReviewOf(WithLoss, isVerified ? rows.Append(Actual.Verified(Loss, AsOf)) : rows);
        Assert.Equal((18 * 18_000) + (18 * (isGain ? amount : -5_000)), report.RealizedAsForecast.Benefit.Amount);
        Assert.Equal(!isGain, report.Findings.Any(finding => finding.Message.Id == "benefitImplausible.sign"));
    }

    [Fact]
    public void ARebateOfTheReviewsOwnMonth_IsNotMissedYet()
    {
        ReviewReport report = CaseReview.Review(
            WithRebate, new Actuals([.. ReviewCases.OnPlan(Case, Due[0])]), Due[0]);
        Assert.Empty(report.Findings);
        Assert.Equal(540_000m - 40_000, report.Forecast[^1].Forecast.TotalCost.Amount);
    }

    [Fact]
    public void MoreThanThePlannedRebate_IsACreditNoteOfTheRest()
    {
        ReviewReport report = ReviewOf(WithRebate, Due.Select(month => Rows.Cost(Rebate, month, -30_000)));
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("creditNote", 20_000m), (finding.Rule, finding.AtStake.Amount));
        Assert.Equal(540_000m - 60_000 - 20_000, report.Forecast[^1].Forecast.TotalCost.Amount);
    }

    /// <summary>Nobody measured it, or not in these months: that does not say that it did not come.</summary>
    [Theory]
    [InlineData(0, 0, "benefitWithoutEvidence", 90_000)]
    [InlineData(0, 9, "benefitUnverified", 45_000)]
    [InlineData(6, 18, "dataGap", 30_000)]
    public void ALossThatNobodyMeasured_CountsAsPlanned(int first, int last, string rule, decimal atStake)
    {
        ReviewReport report = ReviewOf(WithLoss, Months().Skip(first).Take(last - first).Select(month => Rows.Benefit(Loss, month, -5_000)));
        Assert.Equal(report.Forecast[^1].Plan.TotalBenefit, report.Forecast[^1].Forecast.TotalBenefit);
        Assert.Equal(report.Forecast[^1].Plan.NetPresentValue, report.NetPresentValue);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal((rule, Loss, atStake), (finding.Rule, finding.Subject, finding.AtStake.Amount));
        Assert.Equal("measureLoss", finding.Action.Code);
        Assert.True(report.Forecast[^1].BenefitLower < report.Forecast[^1].Forecast.TotalBenefit);
    }

    /// <summary>A larger loss goes on; a smaller one is not hoped for, whatever was measured.</summary>
    [Theory]
    [InlineData(-9_000, 36 * -9_000, BenefitStatus.Missed)]
    [InlineData(-5_800, 36 * -5_800, BenefitStatus.AtRisk)]
    [InlineData(-5_000, 36 * -5_000, BenefitStatus.OnTrack)]
    [InlineData(-2_000, (18 * -2_000) + (18 * -5_000), BenefitStatus.OnTrack)]
    [InlineData(0, 18 * -5_000, BenefitStatus.OnTrack)]
    public void ALoss_GoesOnNoSmallerThanPlanned(decimal measured, decimal forecast, BenefitStatus status)
    {
        ReviewReport report = ReviewOf(WithLoss, Months().Select(month => Rows.Benefit(Loss, month, measured)));
        ReviewLine line = report.Lines.Single(line => line.Name == Loss);
        Assert.Equal(forecast, decimal.Round(line.Forecast.Amount, 2));
        Assert.Equal(status, line.Status);
        Finding? finding = report.Findings.SingleOrDefault();
        Assert.Equal(measured < -5_500, finding is not null);
        if (finding is not null)
        {
            Assert.Equal("benefitBelowPlan.loss", finding.Message.Id);
            Assert.Equal(18 * (-5_000 - measured), finding.AtStake.Amount);
            Assert.Equal(-5_000 - measured, finding.PerMonth.Amount);
        }
    }

    [Fact]
    public void ALossThatWasMeasuredAsAGain_IsAQuestionUntilItIsVerified()
    {
        Actual[] rows = [.. Months().Select(month => Rows.Benefit(Loss, month, 9_000))];
        ReviewReport report = ReviewOf(WithLoss, rows);
        Assert.Equal(report.Forecast[^1].Plan.TotalBenefit, report.Forecast[^1].Forecast.TotalBenefit);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("benefitImplausible.sign", 252_000m), (finding.Message.Id, finding.AtStake.Amount));

        ReviewReport verified = ReviewOf(WithLoss, [.. rows, Actual.Verified(Loss, AsOf)]);
        Assert.Empty(verified.Findings);
        Assert.Equal(report.Forecast[^1].Plan.TotalBenefit.Amount + 252_000, verified.Forecast[^1].Forecast.TotalBenefit.Amount);
    }

    private static ReviewReport ReviewOf(InvestmentCase source, IEnumerable<Actual> rows) => CaseReview.Review(source, new Actuals([.. OnPlan(), .. rows]), AsOf);
}
