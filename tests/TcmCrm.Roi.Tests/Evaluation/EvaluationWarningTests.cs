using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>When a case or a period is warned of, and when it is not.</summary>
public class EvaluationWarningTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);
    private static readonly EvaluationPeriod TwoYears = EvaluationPeriod.Parse("P2Y");

    private static InvestmentCase Plain { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithDiscountRate(0.1m)
        .WithPeriods(EvaluationPeriod.OneYear)
        .WithCosts(
            Cost("licence", (0, 100)),
            Cost("set-up", CostCategory.Implementation),
            Cost("support", CostCategory.Maintenance),
            Cost("learning", CostCategory.Time))
        .WithBenefits(Benefit("saving", (3, 150)).WithInterval(new BenefitInterval(0.8m, 1.2m, Share.Percent(95))));

    [Fact]
    public void SoundCase_IsNotWarnedOf()
    {
        Assert.Empty(RoiEvaluator.Evaluate(Plain).Warnings);
        Assert.Empty(OneYear(Plain).Warnings);
    }

    [Theory]
    [InlineData(CostCategory.Software, "Software")]
    [InlineData(CostCategory.Implementation, "Implementation")]
    [InlineData(CostCategory.Maintenance, "Maintenance")]
    [InlineData(CostCategory.Time, "Time")]
    public void CostCategoryWithoutALine_IsNamed(CostCategory category, string inEnglish)
    {
        InvestmentCase source = Plain.WithCosts([.. Plain.Costs.Where(cost => cost.Category != category)]);
        Message warning = Assert.Single(RoiEvaluator.Evaluate(source).Warnings);
        Assert.Equal("costCategoryMissing", warning.Code);
        Assert.Contains(inEnglish, English(warning), StringComparison.OrdinalIgnoreCase);

        // What comes back is no cost of the category.
        CostItem credit = CostItem.OfAmounts(category, "refund", [new DatedAmount(Start.PlusMonths(1), Money.Cny(1))]).AsCredit();
        Assert.Equal("costCategoryMissing", Assert.Single(RoiEvaluator.Evaluate(source.AddCosts(credit)).Warnings).Code);
    }

    [Theory]
    [InlineData(0.0, null, "discountRateLow")]
    [InlineData(0.0199, null, "discountRateLow")]
    [InlineData(0.02, null, null)]
    [InlineData(0.05, 0.06, "discountRateBelowFinance")]
    [InlineData(0.05, 0.05, null)]
    public void DiscountRateBelowWhatMoneyCosts_IsNamed(double rate, double? finance, string? code)
    {
        InvestmentCase source = Plain.WithDiscountRate((decimal)rate);
        source = finance is { } stated ? source.WithTerms(new CaseTerms { FinanceRate = (decimal)stated }) : source;
        Assert.Equal(code is null ? [] : [code], RoiEvaluator.Evaluate(source).Warnings.Select(warning => warning.Code));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(14, "-36.4%")]
    public void CreditsThatTakeMuchOffTheCost_AreNamedWithTheReturnWithoutThem(int refund, string? roi)
    {
        // 110 are paid, 70 come in.
        InvestmentCase source = Plain
            .WithCosts([Plain.Costs[0], Cost("set-up", CostCategory.Implementation)])
            .AddCosts(CostItem.OfAmounts(CostCategory.Software, "refund", [new DatedAmount(Start.PlusMonths(1), Money.Cny(refund))]).AsCredit())
            .WithBenefits(Benefit("saving", (3, 70 - refund)));
        Message[] warnings = [.. OneYear(source).Warnings.Where(warning => warning.Code == "creditsInCost")];
        Assert.Equal(roi is null ? 0 : 1, warnings.Length);
        Assert.All(warnings, warning => Assert.Contains(roi!, English(warning), StringComparison.Ordinal));
        Assert.All(warnings, warning => Assert.Contains(roi!, Chinese(warning), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("P60M", false)]
    [InlineData("P61M", true)]
    public void PeriodBeyondFiveYears_IsADirection(string period, bool isWarned)
    {
        EvaluationPeriod asked = EvaluationPeriod.Parse(period);
        PeriodResult result = RoiEvaluator.Evaluate(Plain.WithPeriods(asked)).Periods[0];
        Assert.Equal(isWarned ? ["farPeriod"] : [], result.Warnings.Select(warning => warning.Code));
    }

    [Fact]
    public void EmptyCase_IsToldWhatItLacks()
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(InvestmentCase.Create("case", Currency.Cny, Start));
        Assert.Equal(["noCosts", "noBenefits", "noDiscountRate"], evaluation.Warnings.Select(warning => warning.Code));
        Assert.All(evaluation.Warnings, warning => Assert.Empty(warning.Subjects));
    }

    [Fact]
    public void Deployment_IsCheckedAgainstTheCosts()
    {
        Message warning = Assert.Single(RoiEvaluator.Evaluate(Plain.WithDeployment(DeploymentModel.OnPremises)).Warnings);
        Assert.Equal("serverCostMissing", warning.Code);
        Assert.Empty(RoiEvaluator.Evaluate(Plain.WithDeployment(DeploymentModel.Saas)).Warnings);
    }

    [Fact]
    public void Pools_AreCheckedAgainstTheBenefits()
    {
        InvestmentCase source = Plain.WithBenefits(Plain.Benefits[0].WithPoolDraws(new PoolDraw("hours", 120)));
        Message unknown = Assert.Single(RoiEvaluator.Evaluate(source).Warnings);
        Assert.Equal("poolUnknown", unknown.Code);
        Assert.Equal(["saving"], unknown.Subjects);
        Assert.Empty(RoiEvaluator.Evaluate(source.WithPools(ValuePool.Hours("hours", "hours of sales staff", 120))).Warnings);
    }

    [Fact]
    public void MeasuredBenefitWithoutInterval_IsNamed()
    {
        IReadOnlyList<Message> warnings = RoiEvaluator.Evaluate(Plain.WithBenefits(Benefit("saving", (3, 150)).WithEvidence(Evidence.Measured))).Warnings;
        Assert.Equal(["measuredWithoutInterval", "nothingHasInterval"], warnings.Select(found => found.Code));
        Message warning = warnings[0];
        Assert.Equal(["saving"], warning.Subjects);
        Assert.Contains("'saving'", English(warning), StringComparison.Ordinal);
        Assert.Contains("“saving”", Chinese(warning), StringComparison.Ordinal);
        Assert.Empty(RoiEvaluator.Evaluate(Plain).Warnings);
    }

    [Fact]
    public void ItemsWithoutAnAmountInTheLongestPeriod_AreNamed()
    {
        InvestmentCase source = Plain
            .WithPeriods(EvaluationPeriod.SixMonths, EvaluationPeriod.OneYear)
            .WithCosts(Cost("licence", (0, 100)), Cost("late cost", (12, 10)), Cost("only in the longer period", (11, 10)))
            .WithBenefits(
                Benefit("saving", (3, 150)).WithEvidence(Evidence.Estimated),
                Benefit("late benefit", (12, 10)).WithEvidence(Evidence.Estimated),
                BenefitItem.NotMonetized(BenefitCategory.Satisfaction, "mood", "happier pharmacies"));
        Message[] warnings = [.. RoiEvaluator.Evaluate(source).Warnings.Where(warning => warning.Code == "itemWithoutAmount")];
        Assert.Equal([("itemWithoutAmount", "late cost"), ("itemWithoutAmount", "late benefit")], warnings.Select(warning => (warning.Code, Assert.Single(warning.Subjects))));
        Assert.Equal("'late cost' comes to nothing within 1 year: check its dates and amounts.", English(warnings[0]));
        Assert.Contains("“late cost”", Chinese(warnings[0]), StringComparison.Ordinal);
        Assert.Contains("1年", Chinese(warnings[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void AmountsBeforeTheStart_AreNamed()
    {
        InvestmentCase source = Plain
            .AddCosts(
                CostItem.OfAmounts(CostCategory.Software, "old licence", [new DatedAmount(Start.PlusDays(-1), Money.Cny(500_000)), new DatedAmount(Start, Money.Cny(100))]),
                CostItem.OfAmounts(CostCategory.Software, "on the first day", [new DatedAmount(Start, Money.Cny(100))]))
            .WithBenefits(Benefit("saving", (3, 150)).WithEvidence(Evidence.Estimated));
        Message warning = Assert.Single(RoiEvaluator.Evaluate(source).Warnings, warning => !warning.Code.StartsWith("nothing", StringComparison.Ordinal));
        Assert.Equal("amountBeforeStart", warning.Code);
        Assert.Equal(["old licence"], warning.Subjects);
        Assert.Contains("CNY 500,000.00", English(warning), StringComparison.Ordinal);
        Assert.Contains("“old licence”", Chinese(warning), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(364, false)]
    [InlineData(365, true)]
    [InlineData(366, true)]
    public void PeriodThatEndsByGoLive_IsWarnedOf(int daysToGoLive, bool isWarned)
    {
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Start.PlusDays(daysToGoLive), Start)
            .WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(Cost("licence", (0, 100)));
        Assert.Equal(isWarned ? ["goLiveAfterPeriod"] : [], OneYear(source).Warnings.Select(warning => warning.Code));
        Assert.All(OneYear(source).Warnings, warning => Assert.Contains("1 year", English(warning), StringComparison.Ordinal));
        Assert.All(OneYear(source).Warnings, warning => Assert.Contains("1年", Chinese(warning), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(100, 100, null)]
    [InlineData(100, 101, "50.2%")]
    [InlineData(100, 300, "75.0%")]
    [InlineData(0, 300, "100.0%")]
    [InlineData(0, 0, null)]
    public void BenefitThatIsMostlyAssumed_IsWarnedOfWithItsPart(int estimated, int assumed, string? percent)
    {
        InvestmentCase source = Plain.WithBenefits(
            Benefit("estimated", (3, estimated)).WithEvidence(Evidence.Estimated),
            Benefit("assumed", (3, assumed)).WithEvidence(Evidence.Assumed),
            BenefitItem.OfAmounts(BenefitCategory.Loyalty, "assumed, but long-term", [Flow(3, 1000)]));
        Message[] warnings = [.. OneYear(source).Warnings];
        Assert.Equal(percent is null ? [] : ["benefitMostlyAssumed"], warnings.Select(warning => warning.Code));
        Assert.All(warnings, warning => Assert.StartsWith(percent + " of the benefit of 1 year is assumed", English(warning), StringComparison.Ordinal));
        Assert.All(warnings, warning => Assert.Contains("有" + percent + "为假设", Chinese(warning), StringComparison.Ordinal));
    }

    [Fact]
    public void PaybackThatIsLostForGood_IsWarnedOf()
    {
        // -100, +100 at the end of month 4 (50 more than needed), -200 at the end of month 10: two thirds of month 4.
        Message warning = Assert.Single(OneYear(Plain.WithCosts(Cost("licence", (0, 100), (9, 200)))).Warnings);
        Assert.Equal("paybackNotDurable", warning.Code);
        Assert.Equal("Within 1 year the case is paid back after 3.7 months but falls below again and does not recover.", English(warning));
        Assert.Contains("3.7", Chinese(warning), StringComparison.Ordinal);
        Assert.Contains("未能恢复", Chinese(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void PaybackThatIsLostForATime_IsWarnedOfWithBothTimes()
    {
        // After month 4: +50; after month 7: -150; after month 11: +250, so that it is durable from three eighths of month 11 on.
        InvestmentCase source = Plain
            .WithCosts(Cost("licence", (0, 100), (6, 200)))
            .WithBenefits(Benefit("saving", (3, 150), (10, 400)).WithEvidence(Evidence.Estimated));
        Message warning = Assert.Single(OneYear(source).Warnings, warning => warning.Code == "paybackNotDurable");
        Assert.Equal("Within 1 year the case is paid back after 3.7 months but falls below again; durably after 10.4 months.", English(warning));
        Assert.Contains("3.7", Chinese(warning), StringComparison.Ordinal);
        Assert.Contains("10.4", Chinese(warning), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralInternalRates_AreWarnedOf()
    {
        // -100 + 230 / (1 + r) - 132 / (1 + r)^2 = 0 at r = 10 % and r = 20 %.
        InvestmentCase source = Plain
            .WithFlowTiming(FlowTiming.EndOfYear)
            .WithPeriods(TwoYears)
            .WithCosts(Cost("licence", (0, 100), (18, 132)))
            .WithBenefits(Benefit("saving", (6, 230)).WithEvidence(Evidence.Estimated));
        PeriodResult result = RoiEvaluator.Evaluate(source)[TwoYears];
        Assert.Equal([0.1, 0.2], result.InternalRateOfReturn.Roots.Select(root => Math.Round(root.Rate, 9)));
        Message warning = Assert.Single(result.Warnings, warning => warning.Code == "multipleInternalRates");
        Assert.Contains("2 years", English(warning), StringComparison.Ordinal);
        Assert.Contains("2年", Chinese(warning), StringComparison.Ordinal);
    }

    private static string English(Message message) => Language.Of("en").Say(message);

    private static string Chinese(Message message) => Language.Of("zh").Say(message);

    private static PeriodResult OneYear(InvestmentCase source) => RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear];

    private static CostItem Cost(string name, CostCategory category) => CostItem.OfAmounts(category, name, [Flow(0, 10)]);

    private static CostItem Cost(string name, params (int Month, int Amount)[] flows) =>
        CostItem.OfAmounts(CostCategory.Software, name, flows.Select(flow => Flow(flow.Month, flow.Amount)));

    private static BenefitItem Benefit(string name, params (int Month, int Amount)[] flows) =>
        BenefitItem.OfAmounts(BenefitCategory.OperatingCost, name, flows.Select(flow => Flow(flow.Month, flow.Amount))).WithOwner("finance");

    private static DatedAmount Flow(int month, int amount) => new(Start.PlusMonths(month), Money.Cny(amount));
}
