using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TcmCrm.Roi.Statistics;

internal static partial class Philox
{
    private const int Lanes = 4;

    /// <summary>Four trials at once where the processor multiplies four pairs of 32 bits: whole numbers, so the same words. Returns how many were drawn.</summary>
    private static int FillLanes(ulong seed, ulong trial, ulong stream, double[] into, int count)
    {
        if (!Avx2.IsSupported)
        {
            return 0;
        }

        // The low 32 bits of each lane are the word; what stands above them is never read.
        Vector256<uint> multiplierA = Vector256.Create((ulong)MultiplierA).AsUInt32();
        Vector256<uint> multiplierB = Vector256.Create((ulong)MultiplierB).AsUInt32();
        Vector256<ulong> magic = Vector256.Create(0x4330000000000000UL);
        Vector256<double> shift = Vector256.Create(4503599627370496.0);
        int i = 0;
        for (; i <= count - Lanes; i += Lanes)
        {
            ulong first = trial + (ulong)i;
            Vector256<ulong> a = Vector256.Create(first, first + 1, first + 2, first + 3);
            Vector256<ulong> b = Vector256.ShiftRightLogical(a, 32);
            Vector256<ulong> c = Vector256.Create(stream);
            Vector256<ulong> d = Vector256.Create(stream >> 32);
            uint keyA = (uint)seed;
            uint keyB = (uint)(seed >> 32);
            for (int round = 0; round < Rounds; round++)
            {
                Vector256<ulong> productA = Avx2.Multiply(a.AsUInt32(), multiplierA);
                Vector256<ulong> productB = Avx2.Multiply(c.AsUInt32(), multiplierB);
                a = Vector256.ShiftRightLogical(productB, 32) ^ b ^ Vector256.Create((ulong)keyA);
                b = productB;
                c = Vector256.ShiftRightLogical(productA, 32) ^ d ^ Vector256.Create((ulong)keyB);
                d = productA;
                keyA += WeylA;
                keyB += WeylB;
            }

            // A number below 2^52 in the low bits of 2^52 is that number more; both parts are exact.
            Vector256<ulong> word = Vector256.Create(0xFFFFFFFFUL);
            Vector256<double> high = (Vector256.ShiftRightLogical(a & word, 5) | magic).AsDouble() - shift;
            Vector256<double> low = (Vector256.ShiftRightLogical(b & word, 6) | magic).AsDouble() - shift;
            Vector256<double> uniform = ((high * Vector256.Create(67108864.0)) + low + Vector256.Create(0.5)) * Vector256.Create(Cell);
            uniform.StoreUnsafe(ref into[i]);
        }

        return i;
    }
}
