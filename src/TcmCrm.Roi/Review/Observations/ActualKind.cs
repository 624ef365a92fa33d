namespace TcmCrm.Roi.Review;

/// <summary>What an observation of a review says.</summary>
internal enum ActualKind
{
    /// <summary>Money booked on a cost line of the case.</summary>
    Cost,

    /// <summary>Money booked that no cost line of the case foresaw.</summary>
    UnplannedCost,

    /// <summary>Money measured on a benefit line of the case.</summary>
    Benefit,

    /// <summary>The share of the people who should use the system that do, for one benefit line or for all.</summary>
    Adoption,

    /// <summary>Seats in use and seats paid on a cost line.</summary>
    Seats,

    /// <summary>Customers still there out of those who joined a number of periods before, on a benefit line.</summary>
    Retention,

    /// <summary>A value of a KPI.</summary>
    Kpi,

    /// <summary>The value of a KPI before go-live, agreed as the baseline.</summary>
    Baseline,

    /// <summary>A benefit that its owner and the controller have verified, with the evidence.</summary>
    Verified,
}
