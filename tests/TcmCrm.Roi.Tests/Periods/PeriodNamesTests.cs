using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Periods;

public class PeriodNamesTests
{
    [Theory]
    [InlineData("P6M", "6 months", "6个月")]
    [InlineData("P1Y", "1 year", "1年")]
    [InlineData("P1Y6M", "1 year 6 months", "1年6个月")]
    [InlineData("P90D", "90 days", "90天")]
    [InlineData("P2W1D", "2 weeks 1 day", "2周1天")]
    public void EvaluationPeriod_IsNamedInBothLanguages(string iso, string english, string chinese)
    {
        NodaTime.Period length = EvaluationPeriod.Parse(iso).Length;
        Assert.Equal((english, chinese), (Language.Of("en").Write(length), Language.Of("zh").Write(length)));
    }

    [Theory]
    [InlineData(DayCount.Anniversary, "Anniversary (whole years, then days)", "周年法（整年加余日）")]
    [InlineData(DayCount.Actual365Fixed, "Actual/365 (Fixed)", "实际天数/365")]
    [InlineData(DayCount.ActualActualIsda, "Actual/Actual (ISDA)", "实际/实际（ISDA）")]
    [InlineData(DayCount.Thirty360, "30/360", "30/360")]
    public void DayCount_IsNamedInBothLanguages(DayCount value, string english, string chinese) =>
        Assert.Equal((english, chinese), (Language.Of("en").NameOf(value), Language.Of("zh").NameOf(value)));

    [Theory]
    [InlineData(FlowTiming.Dated, "At its own date", "按实际日期")]
    [InlineData(FlowTiming.StartOfMonth, "Start of month", "月初")]
    [InlineData(FlowTiming.MidMonth, "Middle of month", "月中")]
    [InlineData(FlowTiming.EndOfMonth, "End of month", "月末")]
    [InlineData(FlowTiming.EndOfYear, "End of year", "年末")]
    public void FlowTiming_IsNamedInBothLanguages(FlowTiming value, string english, string chinese) =>
        Assert.Equal((english, chinese), (Language.Of("en").NameOf(value), Language.Of("zh").NameOf(value)));

    [Theory]
    [InlineData(BusinessScale.Small, "Small (one site or team)", "小型（单店或单一团队）")]
    [InlineData(BusinessScale.Medium, "Medium (several teams or regions)", "中型（多团队或多区域）")]
    [InlineData(BusinessScale.Group, "Group (several companies or a national network)", "集团（多公司或全国网络）")]
    public void BusinessScale_IsNamedInBothLanguages(BusinessScale value, string english, string chinese) =>
        Assert.Equal((english, chinese), (Language.Of("en").NameOf(value), Language.Of("zh").NameOf(value)));

    [Theory]
    [InlineData(EvaluationGoal.QuickWin, "Quick win", "快速见效")]
    [InlineData(EvaluationGoal.CostEfficiency, "Cost efficiency", "降本增效")]
    [InlineData(EvaluationGoal.SalesGrowth, "Sales growth", "销售增长")]
    [InlineData(EvaluationGoal.RetentionAndLoyalty, "Retention and long-term value", "客户保留与长期价值")]
    public void EvaluationGoal_IsNamedInBothLanguages(EvaluationGoal value, string english, string chinese) =>
        Assert.Equal((english, chinese), (Language.Of("en").NameOf(value), Language.Of("zh").NameOf(value)));

    [Theory]
    [InlineData(DeploymentModel.Saas, "Software as a service", "云订阅（SaaS）")]
    [InlineData(DeploymentModel.OnPremises, "On premises", "本地部署")]
    [InlineData(DeploymentModel.Hybrid, "Hybrid", "混合部署")]
    public void DeploymentModel_IsNamedInBothLanguages(DeploymentModel value, string english, string chinese) =>
        Assert.Equal((english, chinese), (Language.Of("en").NameOf(value), Language.Of("zh").NameOf(value)));

    [Theory]
    [InlineData(SolarTerm.MinorCold, "minor cold", "小寒")]
    [InlineData(SolarTerm.MajorCold, "major cold", "大寒")]
    [InlineData(SolarTerm.StartOfSpring, "start of spring", "立春")]
    [InlineData(SolarTerm.RainWater, "rain water", "雨水")]
    [InlineData(SolarTerm.AwakeningOfInsects, "awakening of insects", "惊蛰")]
    [InlineData(SolarTerm.SpringEquinox, "spring equinox", "春分")]
    [InlineData(SolarTerm.PureBrightness, "pure brightness", "清明")]
    [InlineData(SolarTerm.GrainRain, "grain rain", "谷雨")]
    [InlineData(SolarTerm.StartOfSummer, "start of summer", "立夏")]
    [InlineData(SolarTerm.GrainBuds, "grain buds", "小满")]
    [InlineData(SolarTerm.GrainInEar, "grain in ear", "芒种")]
    [InlineData(SolarTerm.SummerSolstice, "summer solstice", "夏至")]
    [InlineData(SolarTerm.MinorHeat, "minor heat", "小暑")]
    [InlineData(SolarTerm.MajorHeat, "major heat", "大暑")]
    [InlineData(SolarTerm.StartOfAutumn, "start of autumn", "立秋")]
    [InlineData(SolarTerm.EndOfHeat, "end of heat", "处暑")]
    [InlineData(SolarTerm.WhiteDew, "white dew", "白露")]
    [InlineData(SolarTerm.AutumnEquinox, "autumn equinox", "秋分")]
    [InlineData(SolarTerm.ColdDew, "cold dew", "寒露")]
    [InlineData(SolarTerm.FrostDescent, "frost descent", "霜降")]
    [InlineData(SolarTerm.StartOfWinter, "start of winter", "立冬")]
    [InlineData(SolarTerm.MinorSnow, "minor snow", "小雪")]
    [InlineData(SolarTerm.MajorSnow, "major snow", "大雪")]
    [InlineData(SolarTerm.WinterSolstice, "winter solstice", "冬至")]
    public void SolarTerm_IsNamedInBothLanguages(SolarTerm value, string english, string chinese) =>
        Assert.Equal((english, chinese), (Language.Of("en").NameOf(value), Language.Of("zh").NameOf(value)));
}
