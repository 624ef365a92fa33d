namespace TcmCrm.Roi.Benefits;

/// <summary>Why a <see cref="RetentionFit"/> has no shifted-beta-geometric model.</summary>
public enum RetentionFitReason
{
    /// <summary>There is a model.</summary>
    None,

    /// <summary>Fewer than three periods hold customers: two parameters cannot be told apart.</summary>
    TooFewPeriods,

    /// <summary>Nobody was lost in the data.</summary>
    NoChurn,

    /// <summary>
    /// The data show the same (or a rising) churn in every period: the likelihood grows as customers become alike, and no finite pair of parameters is
    /// best. <see cref="RetentionFit.ConstantChurn"/> is the best rate.
    /// </summary>
    ConstantChurn,

    /// <summary>All losses fall in the first period and none after: no finite pair of parameters is best.</summary>
    FirstPeriodOnly,
}
