using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>The words of assumptions, warnings and numbers: what a reader sees, written out.</summary>
public class ImpactWordingTests
{
    [Fact]
    public void Assumptions_HaveTheirTexts()
    {
        (ImpactAssumption Assumption, string Code, string English, string Chinese)[] table =
        [
            (Assumptions.IndependentMonths, "independentMonths", "the months are independent of each other", "各月数据相互独立"),
            (Assumptions.FirstOrderErrors, "firstOrderErrors",
                "what one month carries over to the next fades at a constant rate", "相邻月份的相关性按固定比例衰减(一阶自回归)"),
            (Assumptions.NothingElseChanged, "nothingElseChanged", "nothing else changed at go-live", "上线前后没有其他变化"),
            (Assumptions.TrendContinues, "trendContinues", "without the CRM level and trend of before would have gone on", "若无CRM,原有水平与趋势会延续"),
            (Assumptions.ParallelTrends, "parallelTrends", "without the CRM the gap to the control would have stayed", "若无CRM,与对照组的差距会保持不变"),
            (Assumptions.SameYear, "sameYear",
                "the year before is what this year would have been; growth that was there before counts as effect", "若无CRM,今年会与去年相同;原有增长也计入成效"),
            (Assumptions.IndependentAnswers, "independentAnswers",
                "customers or answers are independent of each other and drawn alike before and after", "客户或答卷相互独立,前后抽样方式一致"),
        ];
        foreach ((ImpactAssumption assumption, string code, string english, string chinese) in table)
        {
            Assert.Equal(code, assumption.Code);
            Assert.Equal(english, assumption.English);
            Assert.Equal(chinese, assumption.Chinese);
            Assert.Equal(code, assumption.ToString());
        }
    }

    [Theory]
    [InlineData(0.0825, EffectUnit.Relative, "8.3%", "8.3%")]
    [InlineData(-0.5, EffectUnit.Relative, "-50.0%", "-50.0%")]
    [InlineData(0.05, EffectUnit.Share, "5.0 percentage points", "5.0 个百分点")]
    [InlineData(-0.004, EffectUnit.Share, "-0.4 percentage points", "-0.4 个百分点")]
    [InlineData(1.236, EffectUnit.ScorePoints, "1.24 points", "1.24 分")]
    [InlineData(-0.004, EffectUnit.ScorePoints, "0.00 points", "0.00 分")]
    [InlineData(12345.6, EffectUnit.KpiUnit, "12,346", "12,346")]
    [InlineData(-12.3456, EffectUnit.KpiUnit, "-12.35", "-12.35")]
    public void Effect_IsPrintedInItsUnit(double value, EffectUnit unit, string english, string chinese)
    {
        Assert.Equal(english, EffectText.English(value, unit));
        Assert.Equal(chinese, EffectText.Chinese(value, unit));
    }

    [Theory]
    [InlineData(0.25, 1, "0.3")]
    [InlineData(-0.25, 1, "-0.3")]
    [InlineData(0.15, 1, "0.2")]
    [InlineData(2.5, 0, "3")]
    [InlineData(0.04, 1, "0.0")]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(0.0, 2, "0.00")]
    [InlineData(1234567.891, 2, "1,234,567.89")]
    [InlineData(1e15, 1, "1,000,000,000,000,000.0")]
    [InlineData(1e15 + 0.125, 1, "1,000,000,000,000,000.1")]
    [InlineData(-2e18, 0, "-2,000,000,000,000,000,000")]
    public void Number_IsRoundedHalfAwayFromZero_AndNeverMinusZero(double value, int decimals, string expected) =>
        Assert.Equal(expected, EffectText.Number(value, decimals));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(123456.7, "123,457")]
    [InlineData(1000.0, "1,000")]
    [InlineData(999.94, "999.9")]
    [InlineData(100.0, "100.0")]
    [InlineData(12.3456, "12.35")]
    [InlineData(1.0, "1.000")]
    [InlineData(0.123456, "0.1235")]
    [InlineData(-0.000123456, "-0.0001235")]
    [InlineData(1.2346e-10, "0.000000000123")]
    [InlineData(1e-20, "0.000000000000")]
    public void Plain_HasFourSignificantDigits_OrAllBeforeThePoint(double value, string expected) => Assert.Equal(expected, EffectText.Plain(value));

    [Theory]
    [InlineData((2021 * 12) + 0, "2021-01")]
    [InlineData((2021 * 12) + 11, "2021-12")]
    [InlineData((987 * 12) + 5, "0987-06")]
    public void Month_IsNamedByItsNumber(int number, string expected) => Assert.Equal(expected, EffectText.Month(number));

    [Fact]
    public void Warnings_HaveTheirTexts()
    {
        Expect(
            ImpactWarnings.TooFewForDesign(9, 15), "tooFewMonths",
            "9 observations for the regression; at least 15 are needed.", "回归仅有 9 个观测值;至少需要 15 个。");
        Expect(
            ImpactWarnings.ConstantSide(before: true), "constantSide", "The values before go-live are all the same.", "上线前各月数值完全相同。");
        Expect(
            ImpactWarnings.ConstantSide(before: false), "constantSide", "The values after go-live are all the same.", "上线后各月数值完全相同。");
        Expect(ImpactWarnings.NoCounts(), "noCounts", "The denominators before or after sum to zero.", "上线前或上线后的分母合计为零。");
        Expect(
            ImpactWarnings.NonResponse(0.25, 0.4), "nonResponse",
            "The response rate is 25.0% before and 40.0% after: those who did not answer may think otherwise.",
            "上线前回收率为 25.0%,上线后为 40.0%:未作答者的看法可能不同。");
    }

    [Theory]
    [InlineData(0.0, "<0.001")]
    [InlineData(0.00099, "<0.001")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0456, "0.046")]
    [InlineData(1.0, "1.000")]
    public void PValue_HasThreeDecimals_AndIsNeverPrintedAsZero(double p, string expected) =>
        Expect(
            ImpactWarnings.PlaceboMoved(p), "placeboMoved",
            $"A pretended go-live in the middle of the time before shows an effect too (p = {expected}).", $"在上线前时段中点虚设的上线也显示出“成效”(p = {expected})。");

    [Theory]
    [InlineData(1, "1 month(s) without a value: 2021-01.", "缺少 1 个月的数据:2021-01。")]
    [InlineData(
        6, "6 month(s) without a value: 2021-01, 2021-02, 2021-03, 2021-04, 2021-05, 2021-06.",
        "缺少 6 个月的数据:2021-01, 2021-02, 2021-03, 2021-04, 2021-05, 2021-06。")]
    [InlineData(
        7, "7 month(s) without a value: 2021-01, 2021-02, 2021-03, 2021-04, 2021-05, 2021-06, ....",
        "缺少 7 个月的数据:2021-01, 2021-02, 2021-03, 2021-04, 2021-05, 2021-06, ...。")]
    public void Gaps_AreNamedUpToSix(int count, string english, string chinese) =>
        Expect(ImpactWarnings.Gaps([.. Enumerable.Range(2021 * 12, count)]), "gapsInSeries", english, chinese);

    private static void Expect(Message warning, string code, string english, string chinese)
    {
        Assert.Equal(code, warning.Code);
        Assert.Equal(english, warning.English);
        Assert.Equal(chinese, warning.Chinese);
    }
}
