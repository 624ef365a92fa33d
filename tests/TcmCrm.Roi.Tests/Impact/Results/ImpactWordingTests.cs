using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>The words of assumptions, warnings and numbers: what a reader sees, written out.</summary>
public class ImpactWordingTests
{
    [Fact]
    public void Assumptions_HaveTheirTexts()
    {
        (Message Assumption, string Code, string English, string Chinese)[] table =
        [
            (Assumptions.IndependentMonths, "independentMonths", "the months are independent of each other", "各月数据相互独立"),
            (Assumptions.FirstOrderErrors, "firstOrderErrors",
                "what one month carries over to the next fades at a constant rate", "相邻月份的相关性按固定比例衰减（一阶自回归）"),
            (Assumptions.NothingElseChanged, "nothingElseChanged", "nothing else changed at go-live", "上线前后没有其他变化"),
            (Assumptions.TrendContinues, "trendContinues", "without the CRM level and trend of before would have gone on", "若无CRM，原有水平与趋势会延续"),
            (Assumptions.ParallelTrends, "parallelTrends", "without the CRM the gap to the control would have stayed", "若无CRM，与对照组的差距会保持不变"),
            (Assumptions.SameYear, "sameYear",
                "the year before is what this year would have been; growth that was there before counts as effect", "若无CRM，今年会与去年相同；原有增长也计入成效"),
            (Assumptions.IndependentAnswers, "independentAnswers",
                "customers or answers are independent of each other and drawn alike before and after", "客户或答卷相互独立，前后抽样方式一致"),
        ];
        foreach ((Message assumption, string code, string english, string chinese) in table)
        {
            Assert.Equal(code, assumption.Code);
            Assert.Equal(english, assumption.InEnglish());
            Assert.Equal(chinese, assumption.InChinese());
            Assert.Equal(code, assumption.ToString());
        }
    }

    [Theory]
    [InlineData(0.0825, EffectUnit.Relative, "8.3%", "8.3%")]
    [InlineData(-0.5, EffectUnit.Relative, "-50.0%", "-50.0%")]
    [InlineData(0.05, EffectUnit.Share, "5.0 percentage points", "5.0个百分点")]
    [InlineData(-0.004, EffectUnit.Share, "-0.4 percentage points", "-0.4个百分点")]
    [InlineData(-0.0004, EffectUnit.Share, "0.0 percentage points", "0.0个百分点")]
    [InlineData(1.236, EffectUnit.ScorePoints, "1.24 points", "1.24分")]
    [InlineData(-0.004, EffectUnit.ScorePoints, "0.00 points", "0.00分")]
    [InlineData(12345.6, EffectUnit.KpiUnit, "12,346", "12,346")]
    [InlineData(-12.3456, EffectUnit.KpiUnit, "-12.35", "-12.35")]
    [InlineData(double.PositiveInfinity, EffectUnit.KpiUnit, "79,228,162,514,264,337,593,543,950,335", "79,228,162,514,264,337,593,543,950,335")]
    public void Effect_IsPrintedInItsUnit(double value, EffectUnit unit, string english, string chinese)
    {
        Assert.Equal(english, EffectText.Of(value, unit).InEnglish());
        Assert.Equal(chinese, EffectText.Of(value, unit).InChinese());
    }

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
    public void Amount_HasFourSignificantDigits_OrAllBeforeThePoint(double value, string expected) =>
        Assert.Equal(expected, EffectText.Of(value, EffectUnit.KpiUnit).InEnglish());

    [Theory]
    [InlineData(12.0, 0)]
    [InlineData(11.5, 1)]
    [InlineData(11.25, 2)]
    [InlineData(11.3333333, 3)]
    public void Count_HasTheDecimalsThatItNeeds(double count, int decimals) => Assert.Equal(decimals, EffectText.Count("n", count).Decimals);

    [Theory]
    [InlineData(0.95, "95%")]
    [InlineData(0.9, "90%")]
    [InlineData(0.999, "99.9%")]
    [InlineData(0.975, "97.5%")]
    public void ConfidenceLevel_HasNoDecimalThatSaysNothing(double level, string expected)
    {
        var part = (Message)EffectText.Level("level", level).Value;
        Assert.Equal(expected, part.InEnglish());
        Assert.Equal(expected, part.InChinese());
    }

    [Theory]
    [InlineData((2021 * 12) + 0, "2021-01", "2021年1月")]
    [InlineData((2021 * 12) + 11, "2021-12", "2021年12月")]
    public void Month_IsNamedByItsNumber(int number, string english, string chinese)
    {
        Assert.StartsWith(english + ": the numerator", ImpactWarnings.NotAProportion(number).InEnglish(), StringComparison.Ordinal);
        Assert.StartsWith(chinese + "的分子", ImpactWarnings.NotAProportion(number).InChinese(), StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_HaveTheirTexts()
    {
        Expect(
            ImpactWarnings.TooFewForDesign(9, 15), "tooFewMonths",
            "9 observations for the regression; at least 15 are needed.", "回归仅有9个观测值；至少需要15个。");
        Expect(
            ImpactWarnings.ConstantSide(before: true), "constantSide", "The values before go-live are all the same.", "上线前各月数值完全相同。");
        Expect(
            ImpactWarnings.ConstantSide(before: false), "constantSide", "The values after go-live are all the same.", "上线后各月数值完全相同。");
        Expect(ImpactWarnings.NoCounts(), "noCounts", "The denominators before or after sum to zero.", "上线前或上线后的分母合计为零。");
        Expect(
            ImpactWarnings.NonResponse(0.25, 0.4), "nonResponse",
            "The response rate is 25.0% before and 40.0% after: those who did not answer may think otherwise.",
            "上线前回收率为25.0%，上线后为40.0%：未作答者的看法可能不同。");
    }

    [Theory]
    [InlineData(0.0, "p < 0.001")]
    [InlineData(0.00099, "p < 0.001")]
    [InlineData(0.001, "p = 0.001")]
    [InlineData(0.0456, "p = 0.046")]
    [InlineData(1.0, "p = 1.000")]
    public void PValue_HasThreeDecimals_AndIsNeverPrintedAsZero(double p, string expected) =>
        Expect(
            ImpactWarnings.PlaceboMoved(p), "placeboMoved",
            $"A pretended go-live in the middle of the time before shows an effect too ({expected}).", $"在上线前时段中点虚设的上线也显示出“成效”（{expected}）。");

    [Theory]
    [InlineData(1, "1 month without a value: 2021-01.", "缺少1个月的数据：2021年1月。")]
    [InlineData(
        6, "6 months without a value: 2021-01, 2021-02, 2021-03, 2021-04, 2021-05, 2021-06.",
        "缺少6个月的数据：2021年1月、2021年2月、2021年3月、2021年4月、2021年5月、2021年6月。")]
    [InlineData(
        7, "7 months without a value: 2021-01, 2021-02, 2021-03, 2021-04, 2021-05, 2021-06 and 1 more.",
        "缺少7个月的数据：2021年1月、2021年2月、2021年3月、2021年4月、2021年5月、2021年6月，另有1个月。")]
    public void Gaps_AreNamedUpToSix(int count, string english, string chinese) =>
        Expect(ImpactWarnings.Gaps([.. Enumerable.Range(2021 * 12, count)]), "gapsInSeries", english, chinese);

    private static void Expect(Message warning, string code, string english, string chinese)
    {
        Assert.Equal(code, warning.Code);
        Assert.Equal(english, warning.InEnglish());
        Assert.Equal(chinese, warning.InChinese());
    }
}
