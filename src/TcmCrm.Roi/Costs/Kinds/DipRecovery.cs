namespace TcmCrm.Roi.Costs;

/// <summary>How the output of people comes back after go-live.</summary>
internal enum DipRecovery
{
    /// <summary>Linearly: the dip is full on the first day and gone at the end, so that half of it is lost on average.</summary>
    Linear,

    /// <summary>All at once: the dip is full until the end.</summary>
    Constant,
}
