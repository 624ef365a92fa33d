using System.Buffers;

namespace TcmCrm.Roi.Returns;

/// <summary>Working memory of one call, from the shared pool: nothing is allocated once the pool is warm.</summary>
internal static class ScratchSpace
{
    internal static double[] Rent(int length) => ArrayPool<double>.Shared.Rent(length);

    internal static void Return(double[] scratch) => ArrayPool<double>.Shared.Return(scratch);
}
