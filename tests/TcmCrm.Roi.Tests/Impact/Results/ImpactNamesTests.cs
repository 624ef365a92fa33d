using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class ImpactNamesTests
{
    // Chinese names hold no English and none of the words of the rung that stands beside them (WORDING of a report: say it once).
    public static TheoryData<ImpactMethod, string, string, string> Methods => new()
    {
        { ImpactMethod.Welch, "welch", "raw before/after (Welch)", "均值对比（韦尔奇t检验）" },
        { ImpactMethod.WelchEffectiveSampleSize, "welch-ess", "before/after with effective sample sizes", "均值对比（有效样本量修正）" },
        { ImpactMethod.MannWhitney, "mann-whitney", "rank comparison (Mann-Whitney)", "秩和检验" },
        { ImpactMethod.RemlMean, "reml-mean", "change of the mean (AR(1)-REML)", "均值变化（一阶自回归）" },
        { ImpactMethod.YearOnYear, "yoy", "year on year", "同比" },
        { ImpactMethod.DifferenceInDifferences, "did", "difference in differences", "双重差分" },
        { ImpactMethod.InterruptedTimeSeries, "its", "interrupted time series", "中断时间序列" },
        { ImpactMethod.ControlledSeries, "controlled-its", "controlled interrupted series", "带对照的中断时间序列" },
        { ImpactMethod.ProportionNewcombe, "proportion-newcombe", "difference of proportions (Newcombe)", "比例差异（独立样本）" },
        { ImpactMethod.ProportionPaired, "proportion-paired", "difference of paired proportions", "比例差异（配对样本）" },
        { ImpactMethod.NetPromoterScore, "nps", "change of the net promoter score", "净推荐值变化" },
        { ImpactMethod.PairedScores, "paired-t", "paired scores", "评分变化（配对样本）" },
    };

    public static TheoryData<ImpactVerdictKind, string, string> Verdicts => new()
    {
        { ImpactVerdictKind.Realized, "realised", "承诺已兑现" },
        { ImpactVerdictKind.PositivePromiseUnproven, "positive, promise unproven", "有改善，承诺尚未证实" },
        { ImpactVerdictKind.PartlyRealized, "partly realised", "部分兑现" },
        { ImpactVerdictKind.Inconclusive, "inconclusive", "尚无定论" },
        { ImpactVerdictKind.NotRealized, "not realised", "未兑现" },
        { ImpactVerdictKind.Harm, "harm", "恶化" },
        { ImpactVerdictKind.Positive, "positive", "有改善" },
    };

    public static TheoryData<EvidenceRung, string, string> Rungs => new()
    {
        { EvidenceRung.Experiment, "experiment", "随机试验" },
        { EvidenceRung.ControlGroup, "control group", "对照组" },
        { EvidenceRung.InterruptedSeries, "interrupted series", "中断时间序列" },
        { EvidenceRung.YearOnYear, "year on year", "同比" },
        { EvidenceRung.BeforeAfter, "raw before/after: a change, not an effect", "简单前后对比（只说明变化，不说明成效）" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_HasItsNames(ImpactMethod method, string id, string english, string chinese)
    {
        Assert.Equal(id, ImpactEstimate.IdOf(method));
        Expect(method, english, chinese);
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Verdict_HasItsNames(ImpactVerdictKind verdict, string english, string chinese) => Expect(verdict, english, chinese);

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Rung_HasItsNames(EvidenceRung rung, string english, string chinese) => Expect(rung, english, chinese);

    [Fact]
    public void Tables_NameEveryValue()
    {
        Assert.Equal(Enum.GetValues<ImpactMethod>().Length, Methods.Count);
        Assert.Equal(Enum.GetValues<ImpactVerdictKind>().Length, Verdicts.Count);
        Assert.Equal(Enum.GetValues<EvidenceRung>().Length, Rungs.Count);
    }

    [Fact]
    public void UndefinedMethod_IsRefused() =>
        Refused.OutOfRange("method", "method is 12; allowed: one of Welch, ", () => ImpactEstimate.IdOf((ImpactMethod)12));

    private static void Expect<T>(T value, string english, string chinese)
        where T : struct, Enum
    {
        Assert.Equal(english, Message.NameOf(value).InEnglish());
        Assert.Equal(chinese, Message.NameOf(value).InChinese());
    }
}
