namespace TcmCrm.Roi.Returns;

/// <summary>Working memory of one call. netstandard2.0 has no array pool of its own.</summary>
internal static class ScratchSpace
{
    internal static double[] Rent(int length) => new double[length];

    internal static void Return(double[] scratch)
    {
        // Left to the garbage collector.
        _ = scratch;
    }
}
