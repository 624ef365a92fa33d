using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using Xunit;

namespace TcmCrm.Roi.Tests.Impact;

public sealed class SegmentedImpactTests
{
    private static readonly KpiDefinition Repurchase = new(
        "Repurchase", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);

    private static KpiSeries Ratio(string segment, params (int Above, int Below, int Months)[] runs)
    {
        List<(double? Above, double? Below)> months = [.. runs.SelectMany(run => Enumerable.Repeat(((double?)run.Above, (double?)run.Below), run.Months))];
        return KpiSeries.FromParts(Repurchase, StudySamples.Start, [.. months.Select(m => m.Above)], [.. months.Select(m => m.Below)], segment);
    }

    [Fact]
    public void Every_segment_rises_and_the_total_falls_which_is_said_with_the_split()
    {
        // Pharmacies 60 % -> 62 %, online 20 % -> 24 %; online grows from 100 to 900 customers a month.
        KpiSeries[] segments = [Ratio("药店", (540, 900, 12), (62, 100, 6)), Ratio("线上", (20, 100, 12), (216, 900, 6))];
        RateMixSplit split = RateMixSplit.Between(segments, StudySamples.Start.PlusMonths(12))!;

        Assert.Equal(0.56, split.Before, 12);
        Assert.Equal(0.278, split.After, 12);
        // Weights .9/.1 -> .1/.9: rate = .02 x .5 + .04 x .5, mix = -.8 x .61 + .8 x .22.
        Assert.Equal(0.03, split.Rate, 12);
        Assert.Equal(-0.312, split.Mix, 12);
        Assert.Equal(split.Change, split.Rate + split.Mix, 12);
        Assert.True(split.IsReversal);
        Assert.Equal("mixReversal", split.Warning!.Code);
    }

    [Fact]
    public void Without_a_reversal_nothing_is_said_and_without_parts_there_is_no_split()
    {
        KpiSeries[] segments = [Ratio("a", (50, 100, 12), (60, 100, 6)), Ratio("b", (20, 100, 12), (30, 100, 6))];
        RateMixSplit split = RateMixSplit.Between(segments, StudySamples.Start.PlusMonths(12))!;
        Assert.Null(split.Warning);
        Assert.Equal(0.1, split.Rate, 12);
        Assert.Equal(0.0, split.Mix, 12);

        KpiSeries[] values = [.. segments.Select(s => KpiSeries.FromValues(Repurchase, s.Start, [.. s.ObservedValues], s.Segment))];
        Assert.Null(RateMixSplit.Between(values, StudySamples.Start.PlusMonths(12)));
        Assert.Throws<ArgumentException>(() => RateMixSplit.Between([segments[0]], StudySamples.Start));
        Assert.Throws<ArgumentException>(() => RateMixSplit.Between([segments[0], segments[0]], StudySamples.Start));
    }

    [Fact]
    public void Months_left_out_count_on_neither_side()
    {
        KpiSeries[] segments = [Ratio("a", (50, 100, 6), (100, 100, 2), (60, 100, 6)), Ratio("b", (20, 100, 6), (0, 100, 2), (30, 100, 6))];
        RateMixSplit split = RateMixSplit.Between(segments, StudySamples.Start.PlusMonths(8), leftOut: 2)!;
        Assert.Equal(0.35, split.Before, 12);
        Assert.Equal(0.45, split.After, 12);
    }

    private static ImpactStudy[] Sales(int segments, double effect) => [.. Enumerable.Range(1, segments).Select(s =>
    {
        double[] errors = StudySamples.Noise(48, s, 0, 0.03);
        double[] values = [.. errors.Select((e, i) => 100 * s * Math.Exp((0.003 * i) + e + (i >= 36 ? Math.Log(1 + effect) : 0)))];
        return new ImpactStudy(KpiSeries.FromValues(StudySamples.Sales, StudySamples.Start, values, "区" + s), StudySamples.Start.PlusMonths(36))
            .WithSeason(SeasonTreatment.None).WithPromise(0.05);
    })];

    [Fact]
    public void Segments_keep_their_order_and_the_total_is_their_sum()
    {
        SegmentedImpact result = SegmentedImpact.Run(Sales(3, 0.25));
        Assert.Equal(["区1", "区2", "区3"], result.Segments.Select(s => s.Segment));
        Assert.NotNull(result.Total);
        Assert.InRange(result.Total.Effect!.Value.Estimate, 0.1, 0.4);
        Assert.Null(result.TotalReason);
        Assert.Null(result.Mix);

        // One of them has a break before go-live and states no effect: it is no test, and has no part in the correction.
        SegmentImpact[] stated = [.. result.Segments.Where(s => s.Result.Effect is not null)];
        Assert.Equal(2, stated.Length);
        IReadOnlyList<double> holm = ImpactAnalysis.AdjustForSeveral([.. stated.Select(s => s.Result.Chosen.PValue)]);
        Assert.Equal(holm.Select(p => (double?)p), stated.Select(s => s.AdjustedPValue));
    }

    [Fact]
    public void What_does_not_stand_among_many_segments_is_inconclusive_and_said()
    {
        SegmentedImpact result = SegmentedImpact.Run(Sales(40, 0.0));
        SegmentImpact[] corrected = [.. result.Segments.Where(s => s.IsCorrected)];
        Assert.NotEmpty(corrected);
        Assert.All(corrected, s => Assert.Equal(ImpactVerdictKind.Inconclusive, s.Verdict));
        Assert.All(corrected, s => Assert.NotEqual(ImpactVerdictKind.Inconclusive, s.Result.Verdict));
        Assert.Equal(corrected.Length, result.Warnings.Count(w => w.Code == "holmCorrected"));
        Assert.DoesNotContain(result.Segments, s => s.Verdict is ImpactVerdictKind.Realized or ImpactVerdictKind.Harm);
    }

    [Fact]
    public void A_total_that_cannot_be_has_its_reason()
    {
        KpiDefinition distinct = new("Repurchase", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums);
        ImpactStudy[] studies = [.. Enumerable.Range(1, 2).Select(s => new ImpactStudy(
            KpiSeries.FromValues(distinct, StudySamples.Start, [.. StudySamples.Noise(24, s, 0.4, 0.02)], "b" + s), StudySamples.Start.PlusMonths(12)))];
        SegmentedImpact result = SegmentedImpact.Run(studies);
        Assert.Null(result.Total);
        Assert.Equal("partsMissing", result.TotalReason!.Code);
    }

    [Fact]
    public void A_total_that_moved_against_its_segments_concludes_nothing()
    {
        SegmentedImpact result = SegmentedImpact.Run([.. new[] { Ratio("药店", (540, 900, 12), (62, 100, 6)), Ratio("线上", (20, 100, 12), (216, 900, 6)) }
            .Select(series => new ImpactStudy(series, StudySamples.Start.PlusMonths(12)))]);
        Assert.Contains(result.Warnings, w => w.Code == "mixReversal");
        Assert.Equal(ImpactVerdictKind.Inconclusive, result.TotalVerdict);
    }

    [Fact]
    public void Studies_that_do_not_belong_together_are_refused()
    {
        ImpactStudy[] two = Sales(2, 0);
        Assert.Throws<ArgumentException>(() => SegmentedImpact.Run([two[0]]));
        Assert.Throws<ArgumentException>(() => SegmentedImpact.Run([two[0], two[0]]));
        Assert.Throws<ArgumentException>(() => SegmentedImpact.Run([two[0], two[1].WithPromise(0.2)]));
        Assert.Throws<ArgumentNullException>(() => SegmentedImpact.Run(null!));
    }
}
