using CsCheck;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiAggregationTests
{
    private static readonly YearMonth January = new(2024, 1);

    public static TheoryData<string> Aggregable =>
        [.. KpiCatalog.All.Where(kpi => kpi.OverTime is not (KpiAggregation.DistinctCount or KpiAggregation.Recompute)).Select(kpi => kpi.Id)];

    [Theory]
    [MemberData(nameof(Aggregable))]
    public void MonthsToQuartersToYears_EqualMonthsToYears(string id) =>
        Gen.Select(Gen.Double[0, 1].Array[30], Gen.Double[1, 50].Array[30], Gen.Int[0, 5], Gen.Int[0, 12]).Sample((shares, bases, offset, hole) =>
        {
            KpiCatalog.TryFind(id, out KpiDefinition? kpi);
            double?[] numerators = [.. shares.Select((share, i) => i == hole ? null : (double?)(share * bases[i]))];
            double?[] denominators = [.. bases.Select((value, i) => i == hole ? null : (double?)value)];
            KpiSeries months = kpi!.OverTime == KpiAggregation.Sum
                ? KpiSeries.FromValues(kpi, January.PlusMonths(offset), numerators)
                : KpiSeries.FromParts(kpi, January.PlusMonths(offset), numerators, denominators);
            KpiSeries direct = months.Aggregate(KpiFrequency.Yearly).Series;
            KpiSeries stepwise = months.Aggregate(KpiFrequency.Quarterly).Series.Aggregate(KpiFrequency.Yearly).Series;
            Assert.Equal(direct.Start, stepwise.Start);
            Assert.Equal(direct.Count, stepwise.Count);
            for (int i = 0; i < direct.Count; i++)
            {
                Assert.Equal(direct.TryGetValue(i, out double a), stepwise.TryGetValue(i, out double b));
                Assert.Equal(a, b, 1e-12 * Math.Max(1, Math.Abs(a)));
            }
        }, iter: 50);

    [Fact]
    public void Ratios_AreRatiosOfSumsNotMeansOfRatios()
    {
        KpiSeries months = KpiSeries.FromParts(KpiCatalog.WinRate, January, [1, 50, 9], [2, 100, 10]);
        Assert.True(months.Aggregate(KpiFrequency.Quarterly).Series.TryGetValue(0, out double quarter));
        Assert.Equal(60.0 / 112, quarter, 15);
        Assert.NotEqual((0.5 + 0.5 + 0.9) / 3, quarter);
    }

    [Fact]
    public void Churn_Compounds()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.ChurnRate, January, [0.1, 0.2, 0.5]);
        Assert.True(months.Aggregate(KpiFrequency.Quarterly).Series.TryGetValue(0, out double churn));
        Assert.Equal(1 - (0.9 * 0.8 * 0.5), churn, 15);
        KpiSeries kept = KpiSeries.FromValues(KpiCatalog.RetentionRate, January, [0.9, 0.8, 0.5]);
        Assert.True(kept.Aggregate(KpiFrequency.Quarterly).Series.TryGetValue(0, out double retention));
        Assert.Equal(1, churn + retention, 15);
        Assert.Equal(
            "shareOutsideItsRange",
            KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [10, 20, 50.0]).WithDefinition(KpiCatalog.ChurnRate).Aggregate(KpiFrequency.Quarterly).Refusal?.Code);
    }

    [Fact]
    public void Dso_IsTheBalanceAtTheEndOverTheSalesOfAllMonths()
    {
        KpiSeries months = KpiSeries.FromParts(KpiCatalog.Dso, January, [100, 50, 182], [60, 60, 62]);
        Assert.True(months.Aggregate(KpiFrequency.Quarterly).Series.TryGetValue(0, out double dso));

        // The first quarter of 2024 has 91 days.
        Assert.Equal(182.0 / 182 * 91, dso, 12);
        KpiAggregationResult averaged = months.Aggregate(KpiFrequency.Quarterly, KpiAggregation.Mean);
        Assert.Equal("averageOfMonths", averaged.Refusal?.Code);
        Assert.Equal(MessageArgument.Part("rule", Message.NameOf(KpiAggregation.EndBalanceOverSum)), averaged.Refusal!.Find("rule"));
        Assert.Throws<InvalidOperationException>(() => averaged.Series);
    }

    [Fact]
    public void Arpu_AddsRevenueAndAveragesCustomers()
    {
        KpiSeries months = KpiSeries.FromParts(KpiCatalog.Arpu, January, [100, 200, 300], [10, 20, 30]);
        Assert.True(months.Aggregate(KpiFrequency.Quarterly).Series.TryGetValue(0, out double arpu));
        Assert.Equal(600.0 / 20, arpu);
    }

    [Theory]
    [InlineData("RepurchaseRate", "distinctCounts")]
    [InlineData("SellThroughSkuRate", "distinctCounts")]
    [InlineData("PipelineVelocity", "formulaOfOtherKpis")]
    public void DistinctCountsAndFormulas_AreRefusedOverTime(string id, string refusal)
    {
        KpiCatalog.TryFind(id, out KpiDefinition? kpi);
        KpiSeries months = KpiSeries.FromParts(kpi!, January, [1, 2, 3], [4, 5, 6]);
        foreach (KpiAggregation rule in new[] { kpi!.OverTime, KpiAggregation.Sum, KpiAggregation.RatioOfSums, KpiAggregation.Mean })
        {
            Assert.Equal(refusal, months.Aggregate(KpiFrequency.Quarterly, rule).Refusal?.Code);
        }
    }

    [Fact]
    public void RatiosWithoutParts_AreRefused()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.WinRate, January, [0.1, 0.2, 0.3]);
        Assert.Equal("partsMissing", months.Aggregate(KpiFrequency.Quarterly).Refusal?.Code);
        Assert.Equal("sumOfMonths", months.Aggregate(KpiFrequency.Quarterly, KpiAggregation.Sum).Refusal?.Code);
        Assert.Equal("notTheRuleOfTheKpi", months.Aggregate(KpiFrequency.Quarterly, KpiAggregation.EndOfPeriod).Refusal?.Code);
    }

    [Fact]
    public void Adoption_GivesUserMonthsAndTheEndValue()
    {
        KpiSeries months = KpiSeries.FromParts(KpiCatalog.AdoptionRate, January, [10, 30, 80], [100, 100, 100]);
        Assert.True(months.Aggregate(KpiFrequency.Quarterly).Series.TryGetValue(0, out double all));
        Assert.True(months.Aggregate(KpiFrequency.Quarterly, KpiAggregation.EndOfPeriod).Series.TryGetValue(0, out double end));
        Assert.Equal(0.4, all, 15);
        Assert.Equal(0.8, end, 15);
    }

    [Fact]
    public void TrailingTwelveMonths_EndWithTheNamedMonth()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [.. Enumerable.Range(1, 14).Select(i => (double?)i)]);
        KpiSeries trailing = months.Aggregate(KpiFrequency.TrailingTwelveMonths).Series;
        Assert.Equal(new YearMonth(2024, 12), trailing.Start);
        Assert.Equal([78.0, 90, 102], trailing.ObservedValues);
        Assert.Equal("overlappingWindows", trailing.Aggregate(KpiFrequency.Yearly).Refusal?.Code);
        Assert.Equal("coarserThanAsked", months.Aggregate(KpiFrequency.Yearly).Series.Aggregate(KpiFrequency.Quarterly).Refusal?.Code);
    }

    [Fact]
    public void IncompletePeriods_AreGapsOrLeftOut()
    {
        KpiSeries months = KpiSeries.FromValues(KpiCatalog.HoursSaved, new YearMonth(2024, 2), [1, 1, 2, 2, 2, 3, null, 3, 4, 4, 4, 9]);
        KpiSeries quarters = months.Aggregate(KpiFrequency.Quarterly).Series;
        Assert.Equal(new YearMonth(2024, 4), quarters.Start);
        Assert.Equal([new YearMonth(2024, 7)], quarters.Gaps);
        Assert.Equal([6.0, 12], quarters.ObservedValues);
        Assert.Equal("noCompletePeriod", months.Aggregate(KpiFrequency.Yearly).Refusal?.Code);
    }

    [Fact]
    public void Segments_AddUpByTheRuleOfTheKpi()
    {
        KpiSeries hospital = KpiSeries.FromParts(KpiCatalog.ChurnRate, January, [1, 2], [10, 10], "Hospital");
        KpiSeries clinic = KpiSeries.FromParts(KpiCatalog.ChurnRate, January.PlusMonths(1), [30, 5], [90, 90], "TcmClinic");
        KpiSeries whole = KpiSeries.CombineSegments([hospital, clinic], areDisjoint: false).Series;
        Assert.Equal("", whole.Segment);
        Assert.Equal(3, whole.Count);
        Assert.Equal([new YearMonth(2024, 1), new YearMonth(2024, 3)], whole.Gaps);
        Assert.Equal([0.32], whole.ObservedValues);
        Assert.Equal("segmentsDoNotMatch", KpiSeries.CombineSegments([hospital, hospital], areDisjoint: true).Refusal?.Code);
    }

    [Fact]
    public void DistinctCounts_AddOverSegmentsOnlyWhenStatedDisjoint()
    {
        KpiSeries east = KpiSeries.FromParts(KpiCatalog.TerminalCoverage, January, [10], [40], "East");
        KpiSeries west = KpiSeries.FromParts(KpiCatalog.TerminalCoverage, January, [30], [40], "West");
        Assert.Equal("distinctCounts", KpiSeries.CombineSegments([east, west], areDisjoint: false).Refusal?.Code);
        Assert.Equal([0.5], KpiSeries.CombineSegments([east, west], areDisjoint: true).Series.ObservedValues);
        KpiSeries velocity = KpiSeries.FromValues(KpiCatalog.PipelineVelocity, January, [1.0], "East");
        Assert.Equal("formulaOfOtherKpis", KpiSeries.CombineSegments([velocity], areDisjoint: true).Refusal?.Code);
    }
}
