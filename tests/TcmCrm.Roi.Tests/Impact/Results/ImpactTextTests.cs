using TcmCrm.Roi.Impact;
using static TcmCrm.Roi.Tests.Impact.StudySamples;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>The sentences of a result in both languages, whole, from estimates made to measure.</summary>
public class ImpactTextTests
{
    private static readonly Message AboutTheData = new("aboutTheData", "About the data.", "关于数据。");

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
            Sales, go-live 2022-01: a change of 12.0%, 95.0% interval 5.0% to 19.0% (months before/after 12/11.5).
            Method: change of the mean (AR(1)-REML); evidence: raw before/after: a change, not an effect.
            Verdict on the promised improvement of 8.0%: positive, promise unproven.
            Note: Equal values: the ranks are shared.
            Note: About the data.
            """,
            """
            销售额,2022-01 上线:变化 12.0%,95.0% 置信区间 5.0% 至 19.0%(上线前/后月数 12/11.5)。
            方法:均值变化(AR(1)-REML);证据等级:简单前后对比(只说明变化,不说明成效)。
            结论(承诺改善 8.0%):有改善,承诺尚未证实。
            注意:存在相同数值:按平均秩处理。
            注意:关于数据。
            """);
        Assert.Equal(result.EnglishText(), result.ToString());
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
            Sales, go-live 2022-01: a change of 4.0 percentage points, 99.9% interval -1.0 percentage points to 9.1 percentage points (observations before/after 1000/900).
            Method: difference of proportions (Newcombe); evidence: raw before/after: a change, not an effect.
            Verdict on the promised improvement of 5.0 percentage points: inconclusive.
            The smallest improvement that would be found with a power of 80% is 20.0 percentage points. About 3 further months are needed to find the promised one.
            """,
            """
            销售额,2022-01 上线:变化 4.0 个百分点,99.9% 置信区间 -1.0 个百分点 至 9.1 个百分点(上线前/后样本 1000/900)。
            方法:比例差异(Newcombe);证据等级:简单前后对比(只说明变化,不说明成效)。
            结论(承诺改善 5.0 个百分点):尚无定论。
            以 80% 的把握可检出的最小改善为 20.0 个百分点。还需约 3 个月的数据才能检出承诺的改善。
            """);
    }

    [Fact]
    public void OpenVerdict_SaysWhenTenYearsAreNotEnough()
    {
        EstimateDraft draft = Draft(ImpactMethod.PairedScores, EffectUnit.ScorePoints, 0.5, -1, 2, promise: 1);
        draft.Detectable = _ => 1.25;
        ImpactResult result = Of(draft, 1);
        Assert.EndsWith(
            "\nThe smallest improvement that would be found with a power of 80% is 1.25 points. Even 120 further months would not be enough to find the promised one.",
            result.EnglishText(), StringComparison.Ordinal);
        Assert.EndsWith("\n以 80% 的把握可检出的最小改善为 1.25 分。再观察 120 个月也不足以检出承诺的改善。", result.ChineseText(), StringComparison.Ordinal);
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
            Sales, go-live 2022-01: a change of 0.5000, 95.0% interval -1.000 to 2.000 (months before/after 12/6).
            Method: change of the mean (AR(1)-REML); evidence: raw before/after: a change, not an effect.
            Verdict: inconclusive.
            The smallest improvement that would be found with a power of 80% is 1,235.
            Note: About the data.
            """,
            """
            销售额,2022-01 上线:变化 0.5000,95.0% 置信区间 -1.000 至 2.000(上线前/后月数 12/6)。
            方法:均值变化(AR(1)-REML);证据等级:简单前后对比(只说明变化,不说明成效)。
            结论:尚无定论。
            以 80% 的把握可检出的最小改善为 1,235。
            注意:关于数据。
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
            "\nVerdict on the promised improvement of 1.000: inconclusive.\nNote: About the data.", result.EnglishText(), StringComparison.Ordinal);
        Assert.EndsWith("\n结论(承诺改善 1.000):尚无定论。\n注意:关于数据。", result.ChineseText(), StringComparison.Ordinal);
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
        Assert.Contains(isPersons ? "(observations before/after 12/6)." : "(months before/after 12/6).", result.EnglishText(), StringComparison.Ordinal);
        Assert.Contains(isPersons ? "(上线前/后样本 12/6)。" : "(上线前/后月数 12/6)。", result.ChineseText(), StringComparison.Ordinal);
    }

    [Fact]
    public void NoAnswer_NamesEachDesignWithItsReason()
    {
        var result = new ImpactResult(
            Study(Noise(24, 1, 100, 1), 12),
            [],
            [
                new UnavailableDesign(ImpactMethod.YearOnYear, ImpactWarnings.TooFewPairs(2)),
                new UnavailableDesign(ImpactMethod.RemlMean, ImpactWarnings.NoVariation()),
            ],
            [AboutTheData]);
        Expect(
            result,
            """
            Sales, go-live 2022-01: inconclusive.
            year on year: 2 month(s) after have the same month of the year before go-live; at least 3 are needed.
            change of the mean (AR(1)-REML): The values do not vary about the design: there is nothing to estimate an error from.
            Note: About the data.
            """,
            """
            销售额,2022-01 上线:尚无定论。
            同比:只有 2 个月可与上线前的上年同月配对;至少需要 3 个月。
            均值变化(AR(1)-REML):数据没有波动,无法估计误差。
            注意:关于数据。
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
        return new ImpactResult(promise is { } value ? study.WithPromise(value) : study, [new ImpactEstimate(draft)], [], [.. warnings]);
    }

    private static void Expect(ImpactResult result, string english, string chinese)
    {
        Assert.Equal(english.ReplaceLineEndings("\n"), result.EnglishText());
        Assert.Equal(chinese.ReplaceLineEndings("\n"), result.ChineseText());
    }
}
