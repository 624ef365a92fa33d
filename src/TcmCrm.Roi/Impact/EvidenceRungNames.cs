namespace TcmCrm.Roi.Impact;

/// <summary>Display names of the evidence ladder.</summary>
public static class EvidenceRungNames
{
    /// <summary>The English name in lower case.</summary>
    /// <param name="rung">The rung.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rung"/> is not a defined value.</exception>
    public static string English(EvidenceRung rung) => Check.Defined(rung) switch
    {
        EvidenceRung.Experiment => "experiment",
        EvidenceRung.ControlGroup => "control group",
        EvidenceRung.InterruptedSeries => "interrupted series",
        EvidenceRung.YearOnYear => "year on year",
        _ => "raw before/after: a change, not an effect",
    };

    /// <summary>The Chinese name.</summary>
    /// <param name="rung">The rung.</param>
    /// <returns>The name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rung"/> is not a defined value.</exception>
    public static string Chinese(EvidenceRung rung) => Check.Defined(rung) switch
    {
        EvidenceRung.Experiment => "随机试验",
        EvidenceRung.ControlGroup => "对照组",
        EvidenceRung.InterruptedSeries => "中断时间序列",
        EvidenceRung.YearOnYear => "同比",
        _ => "简单前后对比(只说明变化,不说明成效)",
    };
}
