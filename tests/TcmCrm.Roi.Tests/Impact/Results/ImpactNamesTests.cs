using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Tests.Impact;

public class ImpactNamesTests
{
    public static TheoryData<ImpactMethod, string, string, string> Methods => new()
    {
        { ImpactMethod.Welch, "welch", "raw before/after (Welch)", "简单前后对比(Welch)" },
        { ImpactMethod.WelchEffectiveSampleSize, "welch-ess", "before/after with effective sample sizes", "前后对比(有效样本量修正)" },
        { ImpactMethod.MannWhitney, "mann-whitney", "rank comparison (Mann-Whitney)", "秩和对比(Mann-Whitney)" },
        { ImpactMethod.RemlMean, "reml-mean", "change of the mean (AR(1)-REML)", "均值变化(AR(1)-REML)" },
        { ImpactMethod.YearOnYear, "yoy", "year on year", "同比" },
        { ImpactMethod.DifferenceInDifferences, "did", "difference in differences", "双重差分(对照组)" },
        { ImpactMethod.InterruptedTimeSeries, "its", "interrupted time series", "中断时间序列" },
        { ImpactMethod.ProportionNewcombe, "proportion-newcombe", "difference of proportions (Newcombe)", "比例差异(Newcombe)" },
        { ImpactMethod.ProportionPaired, "proportion-paired", "difference of paired proportions", "配对比例差异" },
        { ImpactMethod.NetPromoterScore, "nps", "change of the net promoter score", "净推荐值变化" },
        { ImpactMethod.PairedScores, "paired-t", "paired scores", "配对评分" },
    };

    public static TheoryData<ImpactVerdictKind, string, string> Verdicts => new()
    {
        { ImpactVerdictKind.Realised, "realised", "承诺已兑现" },
        { ImpactVerdictKind.PositivePromiseUnproven, "positive, promise unproven", "有改善,承诺尚未证实" },
        { ImpactVerdictKind.PartlyRealised, "partly realised", "部分兑现" },
        { ImpactVerdictKind.Inconclusive, "inconclusive", "尚无定论" },
        { ImpactVerdictKind.NotRealised, "not realised", "未兑现" },
        { ImpactVerdictKind.Harm, "harm", "恶化" },
        { ImpactVerdictKind.Positive, "positive", "有改善" },
    };

    public static TheoryData<EvidenceRung, string, string> Rungs => new()
    {
        { EvidenceRung.Experiment, "experiment", "随机试验" },
        { EvidenceRung.ControlGroup, "control group", "对照组" },
        { EvidenceRung.InterruptedSeries, "interrupted series", "中断时间序列" },
        { EvidenceRung.YearOnYear, "year on year", "同比" },
        { EvidenceRung.BeforeAfter, "raw before/after: a change, not an effect", "简单前后对比(只说明变化,不说明成效)" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_HasItsNames(ImpactMethod method, string id, string english, string chinese)
    {
        Assert.Equal(id, ImpactMethodNames.Id(method));
        Assert.Equal(english, ImpactMethodNames.English(method));
        Assert.Equal(chinese, ImpactMethodNames.Chinese(method));
    }

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void Verdict_HasItsNames(ImpactVerdictKind verdict, string english, string chinese)
    {
        Assert.Equal(english, ImpactVerdictNames.English(verdict));
        Assert.Equal(chinese, ImpactVerdictNames.Chinese(verdict));
    }

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Rung_HasItsNames(EvidenceRung rung, string english, string chinese)
    {
        Assert.Equal(english, EvidenceRungNames.English(rung));
        Assert.Equal(chinese, EvidenceRungNames.Chinese(rung));
    }

    [Fact]
    public void Tables_NameEveryValue()
    {
        Assert.Equal(Enum.GetValues<ImpactMethod>().Length, Methods.Count);
        Assert.Equal(Enum.GetValues<ImpactVerdictKind>().Length, Verdicts.Count);
        Assert.Equal(Enum.GetValues<EvidenceRung>().Length, Rungs.Count);
    }

    [Fact]
    public void UndefinedValues_AreRefused()
    {
        Refused.OutOfRange("method", "method is 11; allowed: one of Welch, ", () => ImpactMethodNames.Id((ImpactMethod)11));
        Refused.OutOfRange("method", "method is 99; allowed: one of Welch, ", () => ImpactMethodNames.English((ImpactMethod)99));
        Refused.OutOfRange("method", "method is 11; allowed: one of Welch, ", () => ImpactMethodNames.Chinese((ImpactMethod)11));
        Refused.OutOfRange("verdict", "verdict is 7; allowed: one of Realised, ", () => ImpactVerdictNames.English((ImpactVerdictKind)7));
        Refused.OutOfRange("verdict", "verdict is 7; allowed: one of Realised, ", () => ImpactVerdictNames.Chinese((ImpactVerdictKind)7));
        Refused.OutOfRange("rung", "rung is 5; allowed: one of Experiment, ", () => EvidenceRungNames.English((EvidenceRung)5));
        Refused.OutOfRange("rung", "rung is 5; allowed: one of Experiment, ", () => EvidenceRungNames.Chinese((EvidenceRung)5));
    }
}
