using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>Options, baseline, target, observation and definition: what they keep and what they refuse.</summary>
public class KpiSettingsTests
{
    private static readonly YearMonth January = new(2026, 1);

    [Fact]
    public void Options_ChangeOneThingAtATime()
    {
        KpiAssessmentOptions options = KpiAssessmentOptions.Default;
        Assert.Same(KpiBaseline.Automatic, options.Baseline);
        Assert.Null(options.Target);
        Assert.Equal(AlarmRuleSet.Default, options.Rules);
        Assert.Equal(ChartBasis.Adjusted, options.Basis);
        Assert.False(options.ScreenOutliers);
        Assert.Equal(0.05, options.Level);
        KpiBaseline baseline = KpiBaseline.Months(January, January);
        var target = new KpiTarget(1, January);
        KpiAssessmentOptions changed = options.WithBaseline(baseline).WithTarget(target).WithRules(AlarmRuleSet.Nhs)
            .WithChart(ChartBasis.SeasonalLogs, screenOutliers: true).WithLevel(0.1);
        Assert.Equal(
            (baseline, target, AlarmRuleSet.Nhs, ChartBasis.SeasonalLogs, true, 0.1),
            (changed.Baseline, changed.Target, changed.Rules, changed.Basis, changed.ScreenOutliers, changed.Level));
        Assert.Equal(options, changed.WithBaseline(KpiBaseline.Automatic).WithTarget(null).WithRules(AlarmRuleSet.Default).WithChart(ChartBasis.Adjusted).WithLevel(0.05));
        Assert.NotEqual(options, options.WithLevel(0.1));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.05)]
    [InlineData(5.0)]
    [InlineData(double.NaN)]
    public void Levels_LieBetweenZeroAndOne(double wrong)
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 3, 2]);
        KpiTrend trend = KpiTrend.Of(series);
        Refused("level", wrong, "above 0 and below 1", () => KpiAssessmentOptions.Default.WithLevel(wrong));
        Refused("level", wrong, "above 0 and below 1", () => trend.DirectionAt(wrong));
        Refused("level", wrong, "above 0 and below 1", () => KpiTrend.OfValues([1, 2]).DirectionAt(wrong));
        Refused("level", wrong, "above 0 and below 1", () => KpiTrend.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, new double[24])).DirectionAt(wrong));
        Refused("level", wrong, "above 0 and below 1", () => trend.Test.IsSignificant(wrong));
        Refused("confidenceLevel", wrong, "above 0 and below 1", () => KpiTrend.Of(series, wrong));
        Refused("confidenceLevel", wrong, "above 0 and below 1", () => KpiTrend.OfValues([1, 3, 2], wrong));
        Refused("confidenceLevel", wrong, "above 0 and below 1", () => KpiForecast.To(series, new KpiTarget(1, January.PlusMonths(9)), wrong));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(0.999999)]
    public void Levels_JustInside_AreTaken(double level)
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0, 3, 2, 5, 4, 7, 6, 9]);
        Assert.Equal(level, KpiAssessmentOptions.Default.WithLevel(level).Level);
        Assert.Equal(level, KpiTrend.Of(series, level).ConfidenceLevel);
        Assert.Equal(level > 0.5 ? 1 : 0, KpiTrend.Of(series).DirectionAt(level));
        Assert.Equal(level, KpiForecast.To(series, new KpiTarget(1, January.PlusMonths(9)), level).ConfidenceLevel);
    }

    [Fact]
    public void Baseline_IsAutomaticOrNamesItsMonths()
    {
        KpiBaseline named = KpiBaseline.Months(January, January);
        Assert.False(named.IsAutomatic);
        Assert.Equal((January, January), (named.From, named.To));
        Assert.Equal(named, KpiBaseline.Months(January, January));
        Assert.NotEqual(named, KpiBaseline.Months(January, January.PlusMonths(1)));
        Assert.NotEqual(named, KpiBaseline.Months(January.PlusMonths(-1), January));
        Refused("to", "2025-12", "the first month or a later one", () => KpiBaseline.Months(January, January.PlusMonths(-1)));
        Assert.True(KpiBaseline.Automatic.IsAutomatic);
        Assert.Equal("The baseline is automatic and names no months.", Assert.Throws<InvalidOperationException>(() => KpiBaseline.Automatic.From).Message);
        Assert.Equal("The baseline is automatic and names no months.", Assert.Throws<InvalidOperationException>(() => KpiBaseline.Automatic.To).Message);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(0, 10)]
    [InlineData(1, 15)]
    [InlineData(3, 25)]
    [InlineData(4, 30)]
    [InlineData(5, 30)]
    public void Path_IsAStraightLine(int month, double value)
    {
        var target = new KpiTarget(January, 10, 30, January.PlusMonths(4));
        Assert.True(target.HasPath);
        Assert.Equal(value, target.ValueAt(January.PlusMonths(month)));
        Assert.Equal(30, new KpiTarget(30, January.PlusMonths(4)).ValueAt(January.PlusMonths(month)));
        Assert.False(new KpiTarget(30, January.PlusMonths(4)).HasPath);
    }

    [Fact]
    public void Path_EndsAtTheVeryTarget()
    {
        // 1e9 + (0.1 - 1e9) is not 0.1: the last month is not computed along the line.
        var target = new KpiTarget(January, 1e9, 0.1, January.PlusMonths(4));
        Assert.Equal(0.1, target.ValueAt(January.PlusMonths(4)));
    }

    [Fact]
    public void Path_BeginsBeforeTheMonthOfTheTarget()
    {
        Refused("pathStart", "2026-01", "before the month of the target", () => new KpiTarget(January, 1, 2, January));
        Refused("pathStart", "2026-02", "before the month of the target", () => new KpiTarget(January.PlusMonths(1), 1, 2, January));
        Refused("pathStartValue", double.NaN, "a finite number", () => new KpiTarget(January, double.NaN, 2, January.PlusMonths(1)));
        Refused("value", double.PositiveInfinity, "a finite number", () => new KpiTarget(double.PositiveInfinity, January));
        Assert.NotEqual(new KpiTarget(2, January.PlusMonths(1)), new KpiTarget(January, 1, 2, January.PlusMonths(1)));
    }

    [Theory]
    [InlineData(KpiDirection.HigherIsBetter, 4.9, false)]
    [InlineData(KpiDirection.HigherIsBetter, 5, true)]
    [InlineData(KpiDirection.HigherIsBetter, 5.1, true)]
    [InlineData(KpiDirection.LowerIsBetter, 4.9, true)]
    [InlineData(KpiDirection.LowerIsBetter, 5, true)]
    [InlineData(KpiDirection.LowerIsBetter, 5.1, false)]
    public void Target_IsMetByAnEqualOrABetterValue(KpiDirection direction, double value, bool meets)
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved.WithDirection(direction), January, [value]);
        Assert.Equal(
            meets ? KpiTargetState.OnTarget : KpiTargetState.OffTarget,
            KpiAssessment.Of(series, KpiAssessmentOptions.Default.WithTarget(new KpiTarget(5, January))).TargetState);
    }

    [Fact]
    public void Observation_HasAValueOrParts()
    {
        KpiObservation value = KpiObservation.OfValue(January, 0.25);
        Assert.Equal((January, false, 0.25), (value.Month, value.HasParts, value.Value));
        Assert.Equal("The observation has a value, no numerator.", Assert.Throws<InvalidOperationException>(() => value.Numerator).Message);
        Assert.Equal("The observation has a value, no denominator.", Assert.Throws<InvalidOperationException>(() => value.Denominator).Message);
        KpiObservation parts = KpiObservation.OfParts(January, 12, 48);
        Assert.Equal((January, true, 12.0, 48.0), (parts.Month, parts.HasParts, parts.Numerator, parts.Denominator));
        Assert.Equal("The observation has numerator and denominator, no value.", Assert.Throws<InvalidOperationException>(() => parts.Value).Message);
        Assert.Equal(0, KpiObservation.OfParts(January, 1, 0).Denominator);
        Assert.NotEqual(KpiObservation.OfValue(January, 0), KpiObservation.OfParts(January, 0, 0));
        Refused("denominator", -1e-9, "0 or more", () => KpiObservation.OfParts(January, 1, -1e-9));
        Refused("denominator", double.NaN, "a finite number", () => KpiObservation.OfParts(January, 1, double.NaN));
        Refused("numerator", double.NegativeInfinity, "a finite number", () => KpiObservation.OfParts(January, double.NegativeInfinity, 1));
        Refused("value", double.NaN, "a finite number", () => KpiObservation.OfValue(January, double.NaN));
    }

    [Fact]
    public void Definition_RefusesScaleAndRangeThatMakeNoSense()
    {
        KpiDefinition Own(double scale = 1, double minimum = 0, double maximum = 1) => new(
            "Own", KpiUnit.Number, KpiDirection.Neutral, KpiAggregation.Sum, KpiAggregation.Sum)
        {
            PartsScale = scale,
            Minimum = minimum,
            Maximum = maximum,
        };
        foreach (double scale in new[] { 0, -1, double.NaN, double.PositiveInfinity })
        {
            Refused("PartsScale", scale, "a finite number above 0", () => Own(scale: scale));
        }

        Refused("Maximum", 1.0, "above the minimum", () => Own(minimum: 1, maximum: 1));
        Refused("Maximum", double.NaN, "above the minimum", () => Own(maximum: double.NaN));
        Refused("Minimum", double.NaN, "below the maximum", () => Own(minimum: double.NaN));
        Refused("Minimum", 1.0, "below the maximum", () => Own() with { Minimum = 1 });
        Assert.Equal(double.Epsilon, Own(scale: double.Epsilon).PartsScale);
        Assert.Equal((-1.0, -0.5), (Own(minimum: -1, maximum: -0.5).Minimum, Own(minimum: -1, maximum: -0.5).Maximum));
        Assert.Throws<ArgumentNullException>("id", () => KpiCatalog.TryFind(null!, out _));
    }

    [Theory]
    [InlineData(KpiAggregation.RatioOfSumsOrEnd)]
    [InlineData(KpiAggregation.Mean)]
    [InlineData(KpiAggregation.EndOfPeriod)]
    [InlineData(KpiAggregation.EndBalanceOverSum)]
    [InlineData(KpiAggregation.SumOverMeanBase)]
    [InlineData(KpiAggregation.Product)]
    [InlineData(KpiAggregation.CompoundLoss)]
    public void RulesOverTimeAlone_AreNoRulesOverSegments(KpiAggregation rule) => Refused(
        "overSegments",
        rule,
        "one of RatioOfSums, Sum, DistinctCount, Recompute",
        () => new KpiDefinition("Own", KpiUnit.Number, KpiDirection.Neutral, KpiAggregation.Sum, rule));

    [Fact]
    public void TargetsAndBaselines_AreEqualByWhatTheyHold()
    {
        EqualityLaw.Holds(new KpiTarget(0.5, January), new KpiTarget(0.5, January), new KpiTarget(0.6, January), new KpiTarget(0.5, January.PlusMonths(1)), new KpiTarget(January.PlusMonths(-1), 0.1, 0.5, January));
        EqualityLaw.Holds(KpiBaseline.Months(January, January), KpiBaseline.Months(January, January), KpiBaseline.Automatic, KpiBaseline.Months(January, January.PlusMonths(1)));
        EqualityLaw.Holds(new RetentionModel(1, 4), new RetentionModel(1, 4), new RetentionModel(2, 4), new RetentionModel(1, 5));
    }

    [Fact]
    public void HostsKpi_IsCalledAsTheHostCallsIt_UnlessTheLanguageKnowsIt()
    {
        var plain = new KpiDefinition("Own", KpiUnit.Number, KpiDirection.Neutral, KpiAggregation.Sum, KpiAggregation.Sum);
        KpiDefinition own = plain with { Name = "代煎量", Formula = "代煎方数合计" };
        Language chinese = Language.Of("zh");
        Assert.Equal(("Own", ""), (chinese.Say(plain.NameMessage), chinese.Say(plain.FormulaMessage)));
        Assert.Equal(("代煎量", "代煎方数合计"), (chinese.Say(own.NameMessage), chinese.Say(own.FormulaMessage)));
        Assert.Equal(("kpi.Own", "kpi.Own.formula"), (own.NameMessage.Id, own.FormulaMessage.Id));
        Language hosts = Language.Of("en").With(new HostWords());
        Assert.Equal(("Decoctions", "代煎方数合计"), (hosts.Say(own.NameMessage), hosts.Say(own.FormulaMessage)));
        Assert.Equal("赢单率", chinese.Say((KpiCatalog.WinRate with { Name = "x" }).NameMessage));
        Assert.Throws<ArgumentException>("Name", () => plain with { Name = " " });
        Assert.Throws<ArgumentException>("Formula", () => plain with { Formula = "" });
    }

    private sealed class HostWords : ITextSource
    {
        public IReadOnlyCollection<string> Ids => [];

        public string Language => "en";

        public string? Find(string id) => id == "kpi.Own" ? "Decoctions" : null;
    }

    private static void Refused(string parameter, object value, string allowed, Func<object> act) => Assert.StartsWith(
        FormattableString.Invariant($"{parameter} is {value}; allowed: {allowed}."),
        Assert.Throws<ArgumentOutOfRangeException>(parameter, act).Message,
        StringComparison.Ordinal);
}
