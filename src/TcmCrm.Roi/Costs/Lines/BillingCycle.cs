namespace TcmCrm.Roi.Costs;

/// <summary>How often a recurring cost is paid, in advance; the number of the value is the months of a cycle.</summary>
#pragma warning disable CA1008 // A cycle of 0 months does not exist, so no value may be named None.
public enum BillingCycle
{
    /// <summary>Every month.</summary>
    Monthly = 1,

    /// <summary>Every three months.</summary>
    Quarterly = 3,

    /// <summary>Every six months.</summary>
    HalfYearly = 6,

    /// <summary>Every twelve months.</summary>
    Yearly = 12,
}
#pragma warning restore CA1008
