using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Benefits;

/// <summary>Why a <see cref="LifetimeValueGain"/> has no answer.</summary>
public enum LifetimeValueReason
{
    /// <summary>There is an answer.</summary>
    None,

    /// <summary>A curve holds fewer than <see cref="SurvivalCurve.FewestCustomers"/> customers.</summary>
    TooFewCustomers,

    /// <summary>A curve holds fewer than <see cref="SurvivalCurve.FewestEvents"/> losses.</summary>
    TooFewEvents,

    /// <summary>One of the curves ends before the tenure that was asked for; nothing is extrapolated from a curve.</summary>
    TenureNotObserved,
}
