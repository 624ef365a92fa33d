namespace TcmCrm.Roi.Statistics;

internal static partial class Philox
{
    /// <summary>Nothing is drawn in lanes here.</summary>
    private static int FillLanes(ulong seed, ulong trial, ulong stream, double[] into, int count)
    {
        _ = (seed, trial, stream, into, count);
        return 0;
    }
}
