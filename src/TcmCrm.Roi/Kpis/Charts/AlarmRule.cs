namespace TcmCrm.Roi.Kpis;

/// <summary>The rule that a point of a control chart broke.</summary>
public enum AlarmRule
{
    /// <summary>None: common-cause variation.</summary>
    None,

    /// <summary>The point is outside the limits.</summary>
    OutsideLimits,

    /// <summary>The cumulative sum is beyond h = 5 sigma (default rule set).</summary>
    Cusum,

    /// <summary>Part of seven or more points that only rise or only fall (NHS).</summary>
    TrendOfSeven,

    /// <summary>Two of three points beyond two thirds of the way to the limit (two sigma), on one side.</summary>
    TwoOfThree,

    /// <summary>Four of five points beyond one third of the way to the limit (one sigma), on one side (Western Electric).</summary>
    FourOfFive,

    /// <summary>Part of seven or more points on one side of the centre (NHS).</summary>
    SevenOnOneSide,

    /// <summary>The eighth or a later point of a run on one side of the centre (Western Electric).</summary>
    EightOnOneSide,
}
