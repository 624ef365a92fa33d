namespace TcmCrm.Roi.Impact;

/// <summary>How an effect was estimated.</summary>
public enum ImpactMethod
{
    /// <summary>Welch's t on the raw months: assumes that months are independent, and is too sure of itself when they are not. Printed beside, never chosen.</summary>
    Welch,

    /// <summary>Welch's t with effective sample sizes: allows for autocorrelation.</summary>
    WelchEffectiveSampleSize,

    /// <summary>Mann-Whitney test with the Hodges-Lehmann shift: robust against outliers; assumes independent months. Printed beside, never chosen.</summary>
    MannWhitney,

    /// <summary>Change of the mean by AR(1)-REML regression, with months as dummies where the data allow.</summary>
    RemlMean,

    /// <summary>Year-on-year differences.</summary>
    YearOnYear,

    /// <summary>Difference in differences: the change of the gap between the treated series and its control.</summary>
    DifferenceInDifferences,

    /// <summary>Interrupted time series by AR(1)-REML: level and slope before and after.</summary>
    InterruptedTimeSeries,

    /// <summary>Controlled interrupted time series by AR(1)-REML: level and slope of the gap between the treated series and its control.</summary>
    ControlledSeries,

    /// <summary>Difference of two independent proportions, Newcombe's hybrid score interval.</summary>
    ProportionNewcombe,

    /// <summary>Difference of two proportions of the same customers, Newcombe's paired interval with McNemar's exact test.</summary>
    ProportionPaired,

    /// <summary>Change of the net promoter score from counts of promoters, passives and detractors.</summary>
    NetPromoterScore,

    /// <summary>Paired t on scores of the same customers.</summary>
    PairedScores,
}
