using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiAggregationRuleTests
{
    private static readonly YearMonth January = new(2025, 1);

    [Fact]
    public void Refusals_TellTheKpiAndTheReasonInBothLanguages()
    {
        KpiSeries hours = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [.. Enumerable.Range(0, 24).Select(i => (double)i)]);
        Refused(
            hours.Aggregate(KpiFrequency.TrailingTwelveMonths).Series.Aggregate(KpiFrequency.Quarterly),
            "overlappingWindows",
            "Hours saved: trailing windows overlap; aggregate the months.",
            "节省工时：移动窗口相互重叠，请用月度数据汇总。");
        Refused(
            hours.Aggregate(KpiFrequency.Quarterly).Series.Aggregate(KpiFrequency.Monthly),
            "coarserThanAsked",
            "Hours saved: the series is already coarser than that.",
            "节省工时：数据的粒度已比要求的更粗。");
        Refused(
            hours.Aggregate(KpiFrequency.Quarterly, KpiAggregation.EndOfPeriod),
            "notTheRuleOfTheKpi",
            "Hours saved: its rule is: sum.",
            "节省工时：所选规则不是该指标的汇总规则“合计”。");
        Refused(
            hours.Aggregate(KpiFrequency.Quarterly, KpiAggregation.Mean),
            "averageOfMonths",
            "Hours saved: its months may not be averaged; its rule is: sum.",
            "节省工时：各月数值不可平均，该指标的汇总规则为“合计”。");
        Refused(
            KpiSeries.FromValues(KpiCatalog.HoursSaved, January.PlusMonths(1), [1.0, 2, 3, 4]).Aggregate(KpiFrequency.Quarterly),
            "noCompletePeriod",
            "Hours saved: no period of that length is complete.",
            "节省工时：没有完整的汇总期。");
        Refused(
            KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.1, 0.2, 0.3]).Aggregate(KpiFrequency.Quarterly, KpiAggregation.Sum),
            "sumOfMonths",
            "Win rate: its months may not be added; its rule is: ratio of sums.",
            "赢单率：各月数值不可相加，该指标的汇总规则为“分子合计除以分母合计”。");
        Refused(
            KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.1, 0.2, 0.3]).Aggregate(KpiFrequency.Quarterly),
            "partsMissing",
            "Win rate: a ratio over a longer time or several segments is a ratio of sums; give numerators and denominators.",
            "赢单率：比率的汇总须为分子合计除以分母合计，请提供分子与分母。");
        Refused(
            KpiSeries.FromValues(KpiCatalog.RepurchaseRate, January, [0.1, 0.2, 0.3]).Aggregate(KpiFrequency.Quarterly),
            "distinctCounts",
            "Repurchase rate: distinct things are counted, and the same one may be in several months or segments; count the whole again at the source.",
            "复购率：该指标为去重计数，同一对象可能出现在多个月份或分段，须在数据源对整体重新计数。");
        Refused(
            KpiSeries.FromValues(KpiCatalog.PipelineVelocity, January, [1.0, 2, 3]).Aggregate(KpiFrequency.Quarterly),
            "formulaOfOtherKpis",
            "Pipeline velocity: the KPI is a formula of other KPIs; aggregate those and apply the formula again.",
            "销售流速：该指标由其他指标计算得出，须先汇总各组成指标再重新计算。");
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(-0.01)]
    public void OneShareOutsideItsRange_CannotCompound(double wrong)
    {
        Refused(
            KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [0.1, wrong, 0.2]).WithDefinition(KpiCatalog.ChurnRate).Aggregate(KpiFrequency.Quarterly),
            "shareOutsideItsRange",
            "Churn rate: a share outside 0 to 1 cannot compound.",
            "流失率：超出0%至100%的比例不能连乘。");
        Assert.Equal([1.0], KpiSeries.FromValues(KpiCatalog.ChurnRate, January, [0.0, 1, 0.5]).Aggregate(KpiFrequency.Quarterly).Series.ObservedValues);
    }

    [Fact]
    public void Result_IsASeriesOrAReason()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 2, 3]);
        KpiAggregationResult made = months.Aggregate(KpiFrequency.Quarterly);
        Assert.True(made.IsAvailable);
        Assert.True(made.TryGetSeries(out KpiSeries? series));
        Assert.Same(made.Series, series);
        Assert.Null(made.Refusal);
        KpiAggregationResult refused = months.Aggregate(KpiFrequency.Yearly);
        Assert.False(refused.IsAvailable);
        Assert.False(refused.TryGetSeries(out series));
        Assert.Null(series);
        Assert.Equal(
            "The aggregation was refused: noCompletePeriod(subject: HoursSaved, kpi: kpi.HoursSaved(own: HoursSaved))",
            Assert.Throws<InvalidOperationException>(() => refused.Series).Message);
    }

    [Fact]
    public void SameFrequency_IsTheSeriesItselfUnlessTheRuleIsWrong()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 2, 3]);
        Assert.Same(months, months.Aggregate(KpiFrequency.Monthly).Series);
        Assert.Equal("averageOfMonths", months.Aggregate(KpiFrequency.Monthly, KpiAggregation.Mean).Refusal?.Code);
    }

    [Fact]
    public void UserMonths_NeedPartsAndTheEndValueDoesNot()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.AdoptionRate, January, [0.1, 0.3, 0.8]);
        Assert.Equal("partsMissing", months.Aggregate(KpiFrequency.Quarterly).Refusal?.Code);
        Assert.Equal("partsMissing", months.Aggregate(KpiFrequency.Quarterly, KpiAggregation.RatioOfSums).Refusal?.Code);
        Assert.Equal([0.8], months.Aggregate(KpiFrequency.Quarterly, KpiAggregation.EndOfPeriod).Series.ObservedValues);
    }

    [Fact]
    public void Sums_AddValuesAlsoWherePartsAreKnown()
    {
        // 4 / 2 + 9 / 3 + 5 / 1 = 10, not (4 + 9 + 5) / (2 + 3 + 1).
        KpiSeries months = KpiSeries.FromParts(KpiCatalog.HoursSaved, January, [4, 9, 5], [2, 3, 1]);
        KpiSeries quarter = months.Aggregate(KpiFrequency.Quarterly).Series;
        Assert.Equal([10.0], quarter.ObservedValues);
        Assert.False(quarter.HasParts);
    }

    [Fact]
    public void MeanOfAHostsOwnKpi_IsTheMean()
    {
        var own = new KpiDefinition(
            "Own", KpiUnit.Number, KpiDirection.Neutral, KpiAggregation.Mean, KpiAggregation.Sum);
        Assert.Equal([3.0], KpiSeries.FromValues(own, January, [1.0, 2, 6]).Aggregate(KpiFrequency.Quarterly).Series.ObservedValues);
        Assert.Equal([4.0], KpiSeries.FromParts(own, January, [2, 2, 9], [1, 2, 1]).Aggregate(KpiFrequency.Quarterly).Series.ObservedValues);
    }

    [Fact]
    public void Dso_TakesTheDaysOfEachPeriod()
    {
        // 6 sold a month and a balance as large as the sales of the period: the DSO is the days of the period.
        double?[] sales = [.. Enumerable.Repeat((double?)6, 26)];
        KpiSeries Months(YearMonth start, double balance) => KpiSeries.FromParts(KpiCatalog.Dso, start, [.. sales.Select(_ => (double?)balance)], sales);
        IReadOnlyList<double> Of(YearMonth start, KpiFrequency frequency, double balance) => Months(start, balance).Aggregate(frequency).Series.ObservedValues;
        Assert.Equal([90.0, 91, 92, 92, 90, 91, 92, 92], Of(January, KpiFrequency.Quarterly, 18));
        Assert.Equal([365.0, 366], Of(new YearMonth(2023, 1), KpiFrequency.Yearly, 72));

        // Trailing twelve months that end with January 2024 have 365 days; from February 2024 on they hold the 29th, up to January 2025.
        Assert.Equal([365.0, .. Enumerable.Repeat(366.0, 12), 365, 365], Of(new YearMonth(2023, 2), KpiFrequency.TrailingTwelveMonths, 72));
    }

    [Fact]
    public void Quarters_OfSegmentsAddUpOnTheirOwnCalendar()
    {
        KpiSeries Quarters(YearMonth start, int months, double value, string segment) => KpiSeries.FromValues(
            KpiCatalog.HoursSaved, start, [.. Enumerable.Repeat(value, months)], segment).Aggregate(KpiFrequency.Quarterly).Series;
        KpiSeries whole = KpiSeries.CombineSegments(
            [Quarters(January.PlusMonths(3), 9, 1, "East"), Quarters(January, 9, 10, "West")], areDisjoint: false).Series;
        Assert.Equal(January, whole.Start);
        Assert.Equal(KpiFrequency.Quarterly, whole.Frequency);
        Assert.Equal("", whole.Segment);
        Assert.False(whole.HasParts);
        Assert.Equal(4, whole.Count);
        Assert.Equal([January, January.PlusMonths(9)], whole.Gaps);
        Assert.Equal([33.0, 33], whole.ObservedValues);
    }

    [Fact]
    public void SumsOverSegments_AddValuesAlsoWherePartsAreKnown()
    {
        KpiSeries east = KpiSeries.FromParts(KpiCatalog.HoursSaved, January, [4], [2], "East");
        KpiSeries west = KpiSeries.FromParts(KpiCatalog.HoursSaved, January, [9], [3], "West");
        KpiSeries south = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.5], "South");
        Assert.Equal([5.0], KpiSeries.CombineSegments([east, west], areDisjoint: false).Series.ObservedValues);
        Assert.Equal([6.5], KpiSeries.CombineSegments([east, west, south], areDisjoint: false).Series.ObservedValues);
    }

    [Fact]
    public void SegmentsThatDoNotBelongTogether_AreRefused()
    {
        KpiSeries east = KpiSeries.FromParts(KpiCatalog.WinRate, January, [1, 2, 3], [4, 4, 4], "East");
        KpiSeries west = KpiSeries.FromParts(KpiCatalog.WinRate, January, [1, 2, 3], [4, 4, 4], "West");
        KpiSeries valuesOnly = KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.1, 0.2, 0.3], "South");
        foreach (KpiSeries other in new[]
        {
            east, west.WithDefinition(KpiCatalog.Csat), west.Aggregate(KpiFrequency.Quarterly).Series,
        })
        {
            Refused(
                KpiSeries.CombineSegments([east, other], areDisjoint: true),
                "segmentsDoNotMatch",
                "Win rate: the segments have to be different segments of the same KPI at the same frequency.",
                "赢单率：各分段须为同一指标、同一频率的不同分段。");
        }

        Assert.Equal("partsMissing", KpiSeries.CombineSegments([east, valuesOnly], areDisjoint: true).Refusal?.Code);
        Assert.Equal("partsMissing", KpiSeries.CombineSegments([valuesOnly], areDisjoint: true).Refusal?.Code);
        Assert.Equal(new double[] { 0.25, 0.5, 0.75 }, KpiSeries.CombineSegments([east, west], areDisjoint: false).Series.ObservedValues);
    }

    [Fact]
    public void OneSegmentOfADistinctCount_IsTheWhole()
    {
        KpiSeries east = KpiSeries.FromParts(KpiCatalog.TerminalCoverage, January, [10], [40], "East");
        Assert.Equal([0.25], KpiSeries.CombineSegments([east], areDisjoint: false).Series.ObservedValues);
    }

    [Fact]
    public void WrongArguments_AreNamed()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 2, 3]);
        Assert.StartsWith(
            "frequency is 9; allowed: one of Monthly, ",
            Assert.Throws<ArgumentOutOfRangeException>("frequency", () => months.Aggregate((KpiFrequency)9)).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "rule is 99; allowed: one of RatioOfSums, ",
            Assert.Throws<ArgumentOutOfRangeException>("rule", () => months.Aggregate(KpiFrequency.Quarterly, (KpiAggregation)99)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("segments", () => KpiSeries.CombineSegments(null!, areDisjoint: true));
        Assert.Throws<ArgumentNullException>("segments", () => KpiSeries.CombineSegments([null!], areDisjoint: true));
        Assert.Throws<ArgumentNullException>("segments", () => KpiSeries.CombineSegments([months, null!], areDisjoint: true));
        Assert.StartsWith(
            "There has to be at least one segment.",
            Assert.Throws<ArgumentException>("segments", () => KpiSeries.CombineSegments([], areDisjoint: true)).Message,
            StringComparison.Ordinal);
    }

    private static void Refused(KpiAggregationResult result, string refusal, string english, string chinese)
    {
        Assert.Equal(refusal, result.Refusal?.Code);
        Assert.Equal([result.Refusal!.Find("subject")!.Value], result.Refusal.Subjects);
        Assert.Equal(english, Language.Of("en").Say(result.Refusal));
        Assert.Equal(chinese, Language.Of("zh").Say(result.Refusal));
    }
}
