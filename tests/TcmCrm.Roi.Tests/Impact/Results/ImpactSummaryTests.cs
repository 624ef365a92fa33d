using NodaTime;
using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>The sentences of a result in both languages, whole, from estimates made to measure.</summary>
public class ImpactSummaryTests
{
    private static readonly Message AboutTheData = ImpactWarnings.NoEstimate();

    [Fact]
    public void DecidedVerdict_HasEffectMethodVerdictAndNotes()
    {
        EstimateDraft draft = Draft(ImpactMethod.RemlMean, EffectUnit.Relative, Math.Log(1.12), Math.Log(1.05), Math.Log(1.19), promise: 0.08);
        draft.ObservationsAfter = 11.5;
        draft.Detectable = _ => 0.01;
        draft.Warnings.Add(ImpactWarnings.Ties());
        ImpactResult result = Of(draft, 0.08, AboutTheData);
        Expect(
            result,
            """
            Sales, go-live 2022-01: up 12.0%, 95% interval of the change 5.0% to 19.0% (12 months before, 11.5 after).
            Method: change of the mean (AR(1)-REML); evidence: raw before/after: a change, not an effect.
            Verdict on the promised improvement of 8.0%: positive, promise unproven.
            Note: Equal values: the ranks are shared.
            Note: The data allow no design: nothing can be said.
            """,
            """
            销售额，2022年1月上线：提高12.0%，变化的95%置信区间为5.0%至19.0%（上线前12个月，上线后11.5个月）。
            方法：均值变化（一阶自回归）；证据等级：简单前后对比（只说明变化，不说明成效）。
            判定（承诺改善8.0%）：有改善，承诺尚未证实。
            注意：存在相同数值：按平均秩处理。
            注意：数据不足以支持任何方法：无法得出结论。
            """);
        Assert.StartsWith("PositivePromiseUnproven: reml-mean 0.12 [", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenVerdict_SaysHowManyMonthsAreStillNeeded()
    {
        // 0.2 / (1 + m) is at most 0.05 from three months on.
        EstimateDraft draft = Draft(ImpactMethod.ProportionNewcombe, EffectUnit.Share, 0.04, -0.01, 0.0912, promise: 0.05, level: 0.999);
        draft.ObservationsBefore = 1000;
        draft.ObservationsAfter = 900;
        draft.Detectable = months => 0.2 / (1 + months);
        Expect(
            Of(draft, 0.05),
            """
            Sales, go-live 2022-01: up 4.0 percentage points, 99.9% interval of the change -1.0 percentage points to 9.1 percentage points (1,000 observations before, 900 after).
            Method: difference of proportions (Newcombe); evidence: raw before/after: a change, not an effect.
            Verdict on the promised improvement of 5.0 percentage points: inconclusive.
            The smallest improvement that would be found with a power of 80% is 20.0 percentage points.
            About 3 further months are needed to find the promised improvement.
            """,
            """
            销售额，2022年1月上线：提高4.0个百分点，变化的99.9%置信区间为-1.0个百分点至9.1个百分点（样本量：上线前1,000，上线后900）。
            方法：比例差异（独立样本）；证据等级：简单前后对比（只说明变化，不说明成效）。
            判定（承诺改善5.0个百分点）：尚无定论。
            以80%的把握可检出的最小改善为20.0个百分点。
            还需约3个月的数据才能检出承诺的改善。
            """);
    }

    [Fact]
    public void OpenVerdict_SaysWhenTenYearsAreNotEnough()
    {
        EstimateDraft draft = Draft(ImpactMethod.PairedScores, EffectUnit.ScorePoints, 0.5, -1, 2, promise: 1);
        draft.Detectable = _ => 1.25;
        ImpactResult result = Of(draft, 1);
        Assert.EndsWith(
            "\nThe smallest improvement that would be found with a power of 80% is 1.25 points.\nEven 120 further months would not be enough to find the promised improvement.",
            result.InEnglish(), StringComparison.Ordinal);
        Assert.EndsWith("\n以80%的把握可检出的最小改善为1.25分。\n再观察120个月也不足以检出承诺的改善。", result.InChinese(), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenVerdictWithoutPromise_SaysWhatCouldHaveBeenFoundOnly()
    {
        EstimateDraft draft = Draft(ImpactMethod.RemlMean, EffectUnit.KpiUnit, 0.5, -1, 2, promise: null);
        draft.Detectable = _ => 1234.5;
        draft.Warnings.Add(AboutTheData);
        Expect(
            Of(draft, null),
            """
            Sales, go-live 2022-01: up 0.5000, 95% interval of the change -1.000 to 2.000 (12 months before, 6 after).
            Method: change of the mean (AR(1)-REML); evidence: raw before/after: a change, not an effect.
            Verdict: inconclusive.
            The smallest improvement that would be found with a power of 80% is 1,235.
            Note: The data allow no design: nothing can be said.
            """,
            """
            销售额，2022年1月上线：提高0.5000，变化的95%置信区间为-1.000至2.000（上线前12个月，上线后6个月）。
            方法：均值变化（一阶自回归）；证据等级：简单前后对比（只说明变化，不说明成效）。
            判定：尚无定论。
            以80%的把握可检出的最小改善为1,235。
            注意：数据不足以支持任何方法：无法得出结论。
            """);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void WithoutATrustedError_NothingIsSaidAboutWhatCouldHaveBeenFound(bool hasDetectable, bool canBeTrusted)
    {
        EstimateDraft draft = Draft(ImpactMethod.InterruptedTimeSeries, EffectUnit.KpiUnit, 0.5, -1, 2, promise: 1);
        draft.Detectable = hasDetectable ? _ => 0.9 : null;
        draft.CanBeTrusted = canBeTrusted;
        draft.Warnings.Add(AboutTheData);
        ImpactResult result = Of(draft, 1);
        Assert.EndsWith(
            "\nVerdict on the promised improvement of 1.000: inconclusive.\nNote: The data allow no design: nothing can be said.", result.InEnglish(), StringComparison.Ordinal);
        Assert.EndsWith("\n判定（承诺改善1.000）：尚无定论。\n注意：数据不足以支持任何方法：无法得出结论。", result.InChinese(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ImpactMethod.Welch, false)]
    [InlineData(ImpactMethod.WelchEffectiveSampleSize, false)]
    [InlineData(ImpactMethod.MannWhitney, false)]
    [InlineData(ImpactMethod.RemlMean, false)]
    [InlineData(ImpactMethod.YearOnYear, false)]
    [InlineData(ImpactMethod.DifferenceInDifferences, false)]
    [InlineData(ImpactMethod.InterruptedTimeSeries, false)]
    [InlineData(ImpactMethod.ProportionNewcombe, true)]
    [InlineData(ImpactMethod.ProportionPaired, true)]
    [InlineData(ImpactMethod.NetPromoterScore, true)]
    [InlineData(ImpactMethod.PairedScores, true)]
    public void WhatWasCounted_DependsOnTheMethod(ImpactMethod method, bool isPersons)
    {
        ImpactResult result = Of(Draft(method, EffectUnit.KpiUnit, 1, 0.5, 2, promise: null), null);
        Assert.Contains(isPersons ? "(12 observations before, 6 after)." : "(12 months before, 6 after).", result.InEnglish(), StringComparison.Ordinal);
        Assert.Contains(isPersons ? "（样本量：上线前12，上线后6）。" : "（上线前12个月，上线后6个月）。", result.InChinese(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, "effectMeasured.up")]
    [InlineData(-0.1, "effectMeasured.down")]
    [InlineData(0.0, "effectMeasured.none")]
    public void Effect_IsARiseOrAFall_WithItsSize(double change, string id)
    {
        Message sentence = Of(Draft(ImpactMethod.RemlMean, EffectUnit.KpiUnit, change, -0.5, 0.5, promise: null), null).Summary[0];
        Assert.Equal(id, sentence.Id);
        Assert.Equal(EffectText.Of(Math.Abs(change), EffectUnit.KpiUnit), sentence.Find("effect")!.Value);
        Assert.Equal(new YearMonth(2022, 1), sentence.Find("goLive")!.Value);
    }

    [Theory]
    [InlineData(ImpactMethod.YearOnYear, EvidenceRung.YearOnYear, "方法：同比。")]
    [InlineData(ImpactMethod.InterruptedTimeSeries, EvidenceRung.InterruptedSeries, "方法：中断时间序列。")]
    [InlineData(ImpactMethod.DifferenceInDifferences, EvidenceRung.Experiment, "方法：双重差分；证据等级：随机试验。")]
    [InlineData(ImpactMethod.DifferenceInDifferences, EvidenceRung.ControlGroup, "方法：双重差分；证据等级：对照组。")]
    public void MethodAndEvidence_AreNotSaidTwice(ImpactMethod method, EvidenceRung rung, string chinese)
    {
        EstimateDraft draft = Draft(method, EffectUnit.KpiUnit, 1, 0.5, 2, promise: null);
        draft.Rung = rung;
        Assert.Equal(chinese, Of(draft, null).Summary[1].InChinese());
    }

    [Fact]
    public void ASegment_IsNamedBehindItsKpi()
    {
        var study = new ImpactStudy(ImpactOracle.Series(Start, Noise(24, 1, 100, 1), "华北"), Start.PlusMonths(12));
        var result = new ImpactResult(study, [], new(), []);
        Assert.StartsWith("Sales (华北), go-live", result.InEnglish(), StringComparison.Ordinal);
        Assert.StartsWith("销售额（华北），", result.InChinese(), StringComparison.Ordinal);
    }

    [Fact]
    public void Collections_CannotBeChangedByACast()
    {
        ImpactResult result = ImpactAnalysis.Run(Study(Noise(24, 1, 100, 1), 12).WithControls(ImpactOracle.Series(Start, Noise(24, 2, 100, 1))));
        object[] lists =
        [
            result.Estimates, result.Unavailable, result.Warnings, result.Summary, result.Chosen.Assumptions, result.Chosen.Warnings,
            result.Study.Controls, result.Study.OtherUnits, result.Study.WithStaggeredUnit(result.Study.Series, result.Study.GoLive).OtherUnits,
            result.Summary[0].Arguments, ImpactAnalysis.AdjustForSeveral([0.5]), new ImpactStudy(result.Study.Series, result.Study.GoLive).Controls,
        ];
        Assert.All(lists, list =>
        {
            Assert.False(list.GetType().IsArray, list.GetType().Name);
            Assert.True(list is System.Collections.IList { IsReadOnly: true } or System.Collections.IDictionary { IsReadOnly: true }, list.GetType().Name);
        });
    }

    [Fact]
    public void NoAnswer_NamesEachDesignWithItsReason()
    {
        var result = new ImpactResult(
            Study(Noise(24, 1, 100, 1), 12),
            [],
            new()
            {
                [ImpactMethod.YearOnYear] = ImpactWarnings.TooFewPairs(2, 3),
                [ImpactMethod.RemlMean] = ImpactWarnings.NoVariation(),
            },
            [AboutTheData]);
        Expect(
            result,
            """
            Sales, go-live 2022-01: inconclusive.
            change of the mean (AR(1)-REML): The values do not vary about the design: there is nothing to estimate an error from.
            year on year: 2 months after have the same month of the year before go-live; at least 3 are needed.
            Note: The data allow no design: nothing can be said.
            """,
            """
            销售额，2022年1月上线：尚无定论。
            均值变化（一阶自回归）：数据没有波动，无法估计误差。
            同比：只有2个月可与上线前的上年同月配对；至少需要3个月。
            注意：数据不足以支持任何方法：无法得出结论。
            """);
    }

    private static EstimateDraft Draft(
        ImpactMethod method, EffectUnit unit, double estimate, double lower, double upper, double? promise, double level = 0.95)
    {
        var draft = new EstimateDraft(method, EvidenceRung.BeforeAfter, unit, false, level, promise) { ObservationsBefore = 12, ObservationsAfter = 6 };
        draft.SetInterval(estimate, lower, upper);
        return draft;
    }

    private static ImpactResult Of(EstimateDraft draft, double? promise, params Message[] warnings)
    {
        ImpactStudy study = Study(Noise(24, 1, 100, 1), 12);
        return new ImpactResult(promise is { } value ? study.WithPromise(value) : study, [new ImpactEstimate(draft)], new(), [.. warnings]);
    }

    private static void Expect(ImpactResult result, string english, string chinese)
    {
        Assert.Equal(english.ReplaceLineEndings("\n"), result.InEnglish());
        Assert.Equal(chinese.ReplaceLineEndings("\n"), result.InChinese());
    }
}
