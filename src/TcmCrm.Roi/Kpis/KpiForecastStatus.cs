namespace TcmCrm.Roi.Kpis;

/// <summary>Whether there is a forecast to the target, and if not why.</summary>
public enum KpiForecastStatus
{
    /// <summary>There is.</summary>
    Available,

    /// <summary>No target was set.</summary>
    NoTarget,

    /// <summary>The month of the target is not after the last month with a value.</summary>
    TargetMonthReached,

    /// <summary>Fewer than 8 months with values.</summary>
    TooFewValues,

    /// <summary>The values follow the model without any variation: there is no noise to judge a chance by.</summary>
    NoVariation,

    /// <summary>The series is not monthly.</summary>
    NotMonthly,
}
