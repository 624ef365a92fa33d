using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Json;

/// <summary>Limits for reading a document, so that a hostile one cannot exhaust memory or time.</summary>
/// <remarks>The defaults leave ample room: a full case of 36 months with forty items is about 20 kB, 6 levels and 1,000 values.</remarks>
public sealed class DocumentReadOptions
{
    /// <summary>The limits that apply when none are given: 4 MiB, 16 levels, 200,000 values, 100 problems.</summary>
    public static DocumentReadOptions Default { get; } = new();

    /// <summary>Creates a set of limits.</summary>
    /// <param name="maximumBytes">The largest document in bytes, 2 to 268435456 (256 MiB); 4 MiB by default. A longer stream is
    /// refused without being read to its end.</param>
    /// <param name="maximumDepth">How deep objects and lists may be nested, 4 to 64; 16 by default. The case document needs 6.</param>
    /// <param name="maximumItems">How many values (properties, list elements, objects, lists) a document may hold in all,
    /// 1 to 10000000; 200,000 by default. Each takes 32 bytes while the document is read.</param>
    /// <param name="maximumProblems">How many problems are listed before the rest is only counted, 1 to 10000; 100 by default.</param>
    /// <param name="impacts">
    /// Reads and studies the series that a benefit of the kind <c>impact</c> names: the library itself opens no file. What it throws as
    /// <see cref="ArgumentException"/> or <see cref="IOException"/> becomes a problem of the document. Null: such benefits are refused.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is outside its range.</exception>
    public DocumentReadOptions(
        int maximumBytes = 4 * 1024 * 1024,
        int maximumDepth = 16,
        int maximumItems = 200_000,
        int maximumProblems = 100,
        Func<ImpactReference, ImpactResult>? impacts = null)
    {
        Impacts = impacts;
        MaximumBytes = InRange(maximumBytes, 2, 256 * 1024 * 1024, nameof(maximumBytes));
        MaximumDepth = InRange(maximumDepth, 4, 64, nameof(maximumDepth));
        MaximumItems = InRange(maximumItems, 1, 10_000_000, nameof(maximumItems));
        MaximumProblems = InRange(maximumProblems, 1, 10_000, nameof(maximumProblems));
    }

    /// <summary>Gets the largest document that is read, in bytes.</summary>
    public int MaximumBytes { get; }

    /// <summary>Gets how deep objects and lists may be nested.</summary>
    public int MaximumDepth { get; }

    /// <summary>Gets how many values a document may hold in all.</summary>
    public int MaximumItems { get; }

    /// <summary>Gets how many problems are listed at most.</summary>
    public int MaximumProblems { get; }

    /// <summary>Gets what reads and studies the series of benefits of the kind <c>impact</c>; null where there is nothing.</summary>
    public Func<ImpactReference, ImpactResult>? Impacts { get; }

    private static int InRange(int value, int least, int most, string name) =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {least} to {most}."));
}
