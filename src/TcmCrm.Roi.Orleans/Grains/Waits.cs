namespace TcmCrm.Roi.Orleans.Grains;

/// <summary>How long calls of this package wait, whatever the host has set for its own.</summary>
internal static class Waits
{
    /// <summary>Two minutes: a storage that fails over has answered after 31 seconds, and a call reads and writes. The 30 seconds of Orleans end just before that.</summary>
    public const string Storage = "00:02:00";
}
