namespace TcmCrm.Roi.Impact;

/// <summary>How the calendar effects of the year are taken out.</summary>
public enum SeasonTreatment
{
    /// <summary>
    /// Month dummies when every calendar month was observed before and after; otherwise year-on-year pairs when there are three; otherwise nothing, with
    /// a warning.
    /// </summary>
    Auto,

    /// <summary>Nothing: the caller knows that the KPI has no season.</summary>
    None,

    /// <summary>Year-on-year pairs; other designs are printed beside, not adjusted and not chosen above them.</summary>
    YearOnYear,

    /// <summary>Month dummies in the regressions.</summary>
    MonthDummies,
}
