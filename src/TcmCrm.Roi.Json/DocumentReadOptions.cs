using System.Runtime.CompilerServices;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Json;

/// <summary>Limits for reading a document, so that a hostile one cannot exhaust memory or time.</summary>
/// <remarks>
/// The defaults leave ample room: a full case of 36 months with forty items is about 20 kB, 6 levels and 1,000 values. A limit outside its range
/// is refused with an <see cref="ArgumentOutOfRangeException"/> when it is set.
/// </remarks>
public sealed class DocumentReadOptions
{
    /// <summary>The limits that apply when none are given: 4 MiB, 16 levels, 200,000 values, 100 problems.</summary>
    public static DocumentReadOptions Default { get; } = new();

    /// <summary>Gets the largest document that is read, in bytes: 2 to 268435456 (256 MiB), 4 MiB by default. A longer stream is refused without being
    /// read to its end.</summary>
    public int MaximumBytes { get; init => field = InRange(value, 2, 256 * 1024 * 1024); } = 4 * 1024 * 1024;

    /// <summary>Gets how deep objects and lists may be nested: 4 to 64, 16 by default. The case document needs 6.</summary>
    public int MaximumDepth { get; init => field = InRange(value, 4, 64); } = 16;

    /// <summary>Gets how many values (properties, list elements, objects, lists) a document may hold in all: 1 to 10000000, 200,000 by default. Each takes
    /// 32 bytes while the document is read.</summary>
    public int MaximumItems { get; init => field = InRange(value, 1, 10_000_000); } = 200_000;

    /// <summary>Gets how many problems are listed before the rest is only counted: 1 to 10000, 100 by default.</summary>
    public int MaximumProblems { get; init => field = InRange(value, 1, 10_000); } = 100;

    /// <summary>Gets what reads and studies the series that a benefit of the kind <c>impact</c> names: the library itself opens no file. What it throws as
    /// <see cref="ArgumentException"/> or <see cref="IOException"/> becomes a problem of the document. Null, the default: such benefits are refused.</summary>
    public Func<ImpactReference, ImpactResult>? Impacts { get; init; }

    private static int InRange(int value, int least, int most, [CallerMemberName] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {least} to {most}."));
}
