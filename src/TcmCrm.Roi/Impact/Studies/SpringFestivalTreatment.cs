namespace TcmCrm.Roi.Impact;

/// <summary>How the moving Spring Festival is dealt with where months are adjusted for season.</summary>
public enum SpringFestivalTreatment
{
    /// <summary>The regressor with 36 months and three festivals that do not all lie alike; otherwise January and February as one.</summary>
    Auto,

    /// <summary>January and February of a year are one observation, their mean.</summary>
    MergeMonths,

    /// <summary>The share of festival days of the month, less its calendar-month mean, as a regressor.</summary>
    Regressor,

    /// <summary>Nothing, for a KPI that does not know the festival.</summary>
    None,
}
