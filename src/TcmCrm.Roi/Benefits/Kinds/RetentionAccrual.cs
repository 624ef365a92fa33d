namespace TcmCrm.Roi.Benefits;

/// <summary>When the margin of customers who stay is counted.</summary>
public enum RetentionAccrual
{
    /// <summary>As customers are saved month by month, each counted for twelve months: half of the yearly amount in the first year, all of it in each later one. The default.</summary>
    Gradual,

    /// <summary>The yearly amount spread evenly from go-live on, as most spreadsheets do; ahead of what happens in the first year.</summary>
    FullYearAtOnce,

    /// <summary>Margin of today's customers only, as the difference between their survival with the new churn and with the old; later customers are not counted.</summary>
    SurvivalDifference,
}
