namespace TcmCrm.Roi.Returns;

/// <summary>Which crossing of zero counts as payback when the cumulative flow crosses more than once.</summary>
public enum PaybackKind
{
    /// <summary>The first time that the cumulative flow is no longer negative.</summary>
    First = 0,

    /// <summary>The time from which on the cumulative flow stays at zero or above until the end.</summary>
    Durable,
}
