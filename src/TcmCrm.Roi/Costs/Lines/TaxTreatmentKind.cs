namespace TcmCrm.Roi.Costs;

/// <summary>When a cost is deducted from the taxable income of a company (税前扣除).</summary>
public enum TaxTreatmentKind
{
    /// <summary>Expensed (费用化): deducted on the day it is due, as subscriptions and services are.</summary>
    Expensed,

    /// <summary>Amortized (摊销) in equal months from the month of use on, as bought software is.</summary>
    Amortized,

    /// <summary>Depreciated (折旧) in equal months from the month after the month of use on, as servers are.</summary>
    Depreciated,

    /// <summary>Deducted at once (一次性税前扣除) in the month after the month of use, as the rule for equipment allows.</summary>
    DeductedAtOnce,
}
