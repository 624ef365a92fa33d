namespace TcmCrm.Roi.Statistics;

/// <summary>The counter-based generator Philox 4x32-10: the same four words for the same key and counter, on every machine and in every order.</summary>
/// <remarks>J. K. Salmon and others, "Parallel random numbers: as easy as 1, 2, 3", 2011. Key: the seed. Counter: the trial, then the stream.</remarks>
internal static partial class Philox
{
    private const uint MultiplierA = 0xD2511F53;
    private const uint MultiplierB = 0xCD9E8D57;
    private const uint WeylA = 0x9E3779B9;
    private const uint WeylB = 0xBB67AE85;
    private const int Rounds = 10;

    // 2^-53: a draw is the middle of one of 2^53 equal cells, so that it is never 0 and never 1.
    private const double Cell = 1.0 / 9007199254740992.0;

    /// <summary>The four words of a counter.</summary>
    public static (uint First, uint Second, uint Third, uint Fourth) Words(ulong seed, ulong trial, ulong stream)
    {
        uint keyA = (uint)seed;
        uint keyB = (uint)(seed >> 32);
        uint a = (uint)trial;
        uint b = (uint)(trial >> 32);
        uint c = (uint)stream;
        uint d = (uint)(stream >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong productA = (ulong)MultiplierA * a;
            ulong productB = (ulong)MultiplierB * c;
            a = (uint)(productB >> 32) ^ b ^ keyA;
            b = (uint)productB;
            c = (uint)(productA >> 32) ^ d ^ keyB;
            d = (uint)productA;
            keyA += WeylA;
            keyB += WeylB;
        }

        return (a, b, c, d);
    }

    /// <summary>A number strictly between 0 and 1, uniform, from the first two words of a counter.</summary>
    public static double Uniform(ulong seed, ulong trial, ulong stream)
    {
        (uint high, uint low, _, _) = Words(seed, trial, stream);
        return (((high >> 5) * 67108864.0) + (low >> 6) + 0.5) * Cell;
    }

    /// <summary>The numbers of <see cref="Uniform"/> for trials in a row.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="trial">The first trial.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="into">Takes the numbers from its start.</param>
    /// <param name="count">How many.</param>
    public static void Fill(ulong seed, ulong trial, ulong stream, double[] into, int count)
    {
        for (int i = FillLanes(seed, trial, stream, into, count); i < count; i++)
        {
            into[i] = Uniform(seed, trial + (ulong)i, stream);
        }
    }

    /// <summary>The stream of an id: 64-bit FNV-1a of its UTF-8 bytes.</summary>
    public static ulong Stream(string id)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte part in System.Text.Encoding.UTF8.GetBytes(id))
        {
            hash = (hash ^ part) * 0x100000001B3;
        }

        return hash;
    }
}
