// Kernels are written once on four lanes; here they are one vector register, in Lanes.netstandard.cs four numbers. Both do the same
// operations in the same order without fused multiply-add, so results do not depend on the processor or the target.
global using Lanes = System.Runtime.Intrinsics.Vector256<double>;

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TcmCrm.Roi.Returns;

internal static class LaneMath
{
    internal const int Width = 4;

    internal static Lanes Zero => Lanes.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes All(double value) => Vector256.Create(value);

    internal static Lanes Of(double first, double second, double third, double fourth) => Vector256.Create(first, second, third, fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes Load(Reals values, int start) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values.Slice(start, Width)));

    /// <summary>Fewer than four values; the other lanes are 0.</summary>
    internal static Lanes LoadPartial(Reals values, int start)
    {
        int left = values.Length - start;
        return Vector256.Create(left > 0 ? values[start] : 0, left > 1 ? values[start + 1] : 0, left > 2 ? values[start + 2] : 0, 0);
    }

    internal static double Lane(Lanes value, int index) => value.GetElement(index);

    /// <summary>The lanes that are positive, 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes PositivePart(Lanes value) => value & Vector256.GreaterThan(value, Lanes.Zero);

    /// <summary>The size of the lanes that are negative, 0 in the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes NegativePart(Lanes value) => -(value & Vector256.LessThan(value, Lanes.Zero));

    /// <summary>2^k for integers k up to 1023; 0 below -1022.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Lanes Power2(Lanes k)
    {
        Lanes bounded = Vector256.ConditionalSelect(Vector256.GreaterThan(k, All(-1023.0)), k, All(-1023.0));
        Vector256<long> bits = (bounded + All(ElementaryFunctions.RoundingShift)).AsInt64() + Vector256.Create(1023L);
        return Vector256.ShiftLeft(bits, 52).AsDouble();
    }

    /// <summary>Adds a row times a factor, each element by itself.</summary>
    internal static void AddScaled(double[] into, double factor, double[] row)
    {
        Lanes all = All(factor);
        int i = 0;
        for (; i <= row.Length - Width; i += Width)
        {
            (Vector256.LoadUnsafe(ref into[i]) + (all * Vector256.LoadUnsafe(ref row[i]))).StoreUnsafe(ref into[i]);
        }

        for (; i < row.Length; i++)
        {
            into[i] += factor * row[i];
        }
    }
}
