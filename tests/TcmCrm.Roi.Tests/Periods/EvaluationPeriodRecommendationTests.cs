using CsCheck;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Periods;

public class EvaluationPeriodRecommendationTests
{
    private static readonly Language English = Language.Of("en");
    private static readonly Language Chinese = Language.Of("zh");

    public static TheoryData<EvaluationPeriodQuestion, string> Cases => new()
    {
        // A clinic that wants to see it work.
        { new(12, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin), "P6M (primary): earlyCheck; P1Y: wholeYear" },
        { new(12, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.SalesGrowth), "P6M: earlyCheck; P1Y (primary): wholeYear" },
        { new(51, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.SalesGrowth), "P1Y (primary): wholeYear" },
        { new(80, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.CostEfficiency, 12, 4), "P6M: earlyCheck, payback; P1Y (primary): wholeYear, contractTerm" },
        { new(120, BusinessScale.Group, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 36, 14), "P1Y: wholeYear; P3Y (primary): largeRollout, contractTerm, payback" },
        { new(201, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth), "P1Y: wholeYear; P3Y (primary): largeRollout" },
        { new(200, BusinessScale.Medium, DeploymentModel.OnPremises, EvaluationGoal.CostEfficiency), "P6M: earlyCheck; P1Y: wholeYear; P3Y (primary): upFrontInvestment" },
        { new(60, BusinessScale.Medium, DeploymentModel.Hybrid, EvaluationGoal.RetentionAndLoyalty, 24), "P1Y: wholeYear; P2Y: contractTerm; P3Y (primary): longTermGoal, upFrontInvestment" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 18, 24.5m), "P1Y: wholeYear; P18M: contractTerm; P5Y (primary): payback" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 6, 24), "P1Y: wholeYear; P3Y (primary): payback" },

        // 150 months: none of the usual periods; 225 months are 19 years.
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, null, 150), "P1Y: wholeYear; P19Y (primary): payback, farForecast" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, null, 80), "P1Y: wholeYear; P10Y (primary): payback, farForecast" },

        // On both sides of each limit: 50 and 200 users, contracts of a year, five years.
        { new(50, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.SalesGrowth), "P6M: earlyCheck; P1Y (primary): wholeYear" },
        { new(50, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth), "P1Y (primary): wholeYear" },
        { new(200, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 11), "P1Y (primary): wholeYear" },
        { new(200, BusinessScale.Group, DeploymentModel.Saas, EvaluationGoal.QuickWin), "P6M: earlyCheck; P1Y: wholeYear; P3Y (primary): largeRollout" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.RetentionAndLoyalty), "P1Y: wholeYear; P3Y (primary): longTermGoal" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 60), "P1Y: wholeYear; P5Y (primary): contractTerm" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 61), "P1Y: wholeYear; P61M (primary): contractTerm, farForecast" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.QuickWin, null, 8), "P6M: earlyCheck; P1Y (primary): wholeYear, payback" },
        { new(60, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, null, 80.1m), "P1Y: wholeYear; P11Y (primary): payback, farForecast" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Question_GivesPeriodsWithReasons(EvaluationPeriodQuestion question, string expected) =>
        Assert.Equal(expected, EvaluationPeriodRecommendation.For(question).ToString());

    [Fact]
    public void Reasons_SpeakBothLanguagesWithTheirFigures()
    {
        var recommendation = EvaluationPeriodRecommendation.For(new(320, BusinessScale.Group, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 24, 14.5m));
        Message rollout = recommendation.Primary.Reasons.Single(reason => reason.Code == "largeRollout");
        Assert.Equal(320m, rollout.Find("users")!.Value);
        Assert.Contains("320", English.Say(rollout), StringComparison.Ordinal);
        Assert.Contains("320", Chinese.Say(rollout), StringComparison.Ordinal);
        Message payback = recommendation.Periods.SelectMany(period => period.Reasons).Single(reason => reason.Code == "payback");
        Assert.Equal((14.5m, 1.5m), (payback.Find("months")!.Value, payback.Find("factor")!.Value));
        Assert.Contains("14.5", English.Say(payback), StringComparison.Ordinal);
        Assert.Contains("14.5个月", Chinese.Say(payback), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryReason_HasATextInBothLanguages()
    {
        var codes = new HashSet<string>();
        foreach (Message reason in Cases.SelectMany(row => EvaluationPeriodRecommendation.For(row.Data.Item1).Periods).SelectMany(period => period.Reasons))
        {
            codes.Add(reason.Code);
            Assert.EndsWith(".", English.Say(reason), StringComparison.Ordinal);
            Assert.EndsWith("。", Chinese.Say(reason), StringComparison.Ordinal);
        }

        // The codes that the remarks of the type list.
        Assert.Equal(["contractTerm", "earlyCheck", "farForecast", "largeRollout", "longTermGoal", "payback", "upFrontInvestment", "wholeYear"], codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void LimitsOfTheLibrary_AreNamedInTheReasons()
    {
        var recommendation = EvaluationPeriodRecommendation.For(new(320, BusinessScale.Medium, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 18, 14.333m));
        Dictionary<string, Message> reasons = recommendation.Periods.SelectMany(period => period.Reasons).ToDictionary(reason => reason.Code);
        Contains(reasons["largeRollout"], "more than 200 users (320 here)", "超过200名用户（本案例320名）");
        Contains(reasons["contractTerm"], "18 months", "18个月");
        Contains(reasons["payback"], "14.33 months; a period of 1.5 times that", "1.5倍");

        static void Contains(Message reason, string english, string chinese)
        {
            Assert.Contains(english, English.Say(reason), StringComparison.Ordinal);
            Assert.Contains(chinese, Chinese.Say(reason), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Question_KeepsItsFacts()
    {
        var question = new EvaluationPeriodQuestion(7, BusinessScale.Medium, DeploymentModel.Hybrid, EvaluationGoal.CostEfficiency, 240, 600);
        Assert.Equal((7, BusinessScale.Medium, DeploymentModel.Hybrid, EvaluationGoal.CostEfficiency), (question.Users, question.Scale, question.Deployment, question.Goal));
        Assert.Equal((240, 600m), (question.ContractMonths, question.ExpectedPaybackMonths));
        Assert.Same(question, EvaluationPeriodRecommendation.For(question).Question);
        var open = new EvaluationPeriodQuestion(1, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin, 1, 0.1m);
        Assert.Equal((1, 0.1m), (open.ContractMonths, open.ExpectedPaybackMonths));
    }

    [Theory]
    [InlineData(0, null, null, "users is 0; allowed: 1 or more.")]
    [InlineData(1, 0, null, "contractMonths is 0; allowed: from 1 to 240.")]
    [InlineData(1, 241, null, "contractMonths is 241; allowed: from 1 to 240.")]
    [InlineData(1, null, 0, "expectedPaybackMonths is 0; allowed: more than 0 and at most 600.")]
    [InlineData(1, null, 601, "expectedPaybackMonths is 601; allowed: ")]
    public void FactOutsideItsRange_IsNamed(int users, int? contract, int? payback, string message)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(
            () => new EvaluationPeriodQuestion(users, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin, contract, payback));
        Assert.Equal(message[..message.IndexOf(' ', StringComparison.Ordinal)], error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRecommendation_IsAscendingHasOnePrimaryAndHoldsThePayback() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[0, 2], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 240], Gen.Int[0, 600]).Sample((users, scale, deployment, goal, contract, payback) =>
        {
            var recommendation = EvaluationPeriodRecommendation.For(new(
                users, (BusinessScale)scale, (DeploymentModel)deployment, (EvaluationGoal)goal, contract == 0 ? null : contract, payback == 0 ? null : payback));
            int[] months = [.. recommendation.Periods.Select(period => period.Period.Months)];
            Assert.Equal(months.Order().Distinct(), months);
            Assert.Contains(12, months);
            Assert.Same(recommendation.Primary, Assert.Single(recommendation.Periods, period => period.IsPrimary));
            Assert.True(recommendation.Primary.Period.Months >= 1.5 * payback);
            Assert.True(contract < 12 || recommendation.Primary.Period.Months >= contract);
            Assert.All(recommendation.Periods, period => Assert.NotEmpty(period.Reasons));
        });

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentNullException>(() => EvaluationPeriodRecommendation.For(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationPeriodQuestion(0, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationPeriodQuestion(1, (BusinessScale)9, DeploymentModel.Saas, EvaluationGoal.QuickWin));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationPeriodQuestion(1, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationPeriodQuestion(1, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin, 12, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationPeriodQuestion(1, BusinessScale.Small, DeploymentModel.Saas, EvaluationGoal.QuickWin, 12, 601));
    }
}
