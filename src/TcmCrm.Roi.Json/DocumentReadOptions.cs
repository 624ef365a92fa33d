using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Impact;

namespace TcmCrm.Roi.Json;

/// <summary>How a document is read: limits, so that a hostile one cannot exhaust memory or time, and what a host brings.</summary>
/// <remarks>
/// The defaults leave ample room: a full case of 36 months with forty items is about 20 kB, 6 levels and 1,000 values. A limit outside its range
/// is refused with an <see cref="ArgumentOutOfRangeException"/> when it is set.
/// </remarks>
public sealed class DocumentReadOptions
{
    /// <summary>The limits that apply when none are given: 4 MiB, 16 levels, 200,000 values, 100 problems; 2,000,000 cells and 50,000 rows of the result.</summary>
    public static DocumentReadOptions Default { get; } = new();

    /// <summary>Gets the largest document that is read, in bytes: 2 to 268435456 (256 MiB), 4 MiB by default. A longer stream is refused without being
    /// read to its end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumBytes { get; init => field = InRange(value, 2, 256 * 1024 * 1024); } = 4 * 1024 * 1024;

    /// <summary>Gets how deep objects and lists may be nested: 4 to 64, 16 by default. The case document needs 6.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumDepth { get; init => field = InRange(value, 4, 64); } = 16;

    /// <summary>Gets how many values (properties, list elements, objects, lists) a document may hold in all: 1 to 10000000, 200,000 by default. Each takes
    /// 32 bytes while the document is read.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumItems { get; init => field = InRange(value, 1, 10_000_000); } = 200_000;

    /// <summary>Gets how many problems are listed before the rest is only counted: 1 to 10000, 100 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumProblems { get; init => field = InRange(value, 1, 10_000); } = 100;

    /// <summary>Gets the most work that a case may ask of an evaluation: lines x months of the longest evaluation period x evaluation periods, 1 to 1000000000, 2,000,000 by default.
    /// The sample case asks for 2,700.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumCells { get; init => field = InRange(value, 1, 1_000_000_000); } = 2_000_000;

    /// <summary>Gets how many rows the result of a case may have: the months of every evaluation period and the lines once a period, 1 to 10000000, 50,000 by default. A row of the
    /// full result document takes about 350 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumRows { get; init => field = InRange(value, 1, 10_000_000); } = 50_000;

    /// <summary>Gets what reads and studies the series that a benefit of the kind <c>impact</c> names: the library itself opens no file. What it throws as
    /// <see cref="ArgumentException"/> or <see cref="IOException"/> becomes a problem of the document. Null, the default: such benefits are refused.</summary>
    public Func<ImpactReference, ImpactResult>? Impacts { get; init; }

    /// <summary>Gets what makes costs of kinds of the host's own, by the word that stands as <c>kind</c> in a document; none by default.</summary>
    /// <remarks>
    /// <para>It is given the currency of the line and the numbers of its <c>parameters</c>, none where there are none, and gives
    /// <see cref="CostBasis.Custom"/> of the same word; a basis of another kind is written as that kind. What it throws becomes a problem of the document.</para>
    /// <para>To be read again as an equal case, it must pass on the same function each time: a static one.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException">The dictionary or a function in it is null.</exception>
    /// <exception cref="ArgumentException">A word is one of the library's own, or is no word in camelCase of 1 to 50 ASCII letters and digits.</exception>
    public IReadOnlyDictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>> CostKinds
    {
        get;
        init => field = Kinds(value, Cases.CostKinds.Words);
    } = Kinds(new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>>(), []);

    /// <summary>Gets what makes benefits of kinds of the host's own, as <see cref="CostKinds"/> does costs; none by default.</summary>
    /// <exception cref="ArgumentNullException">The dictionary or a function in it is null.</exception>
    /// <exception cref="ArgumentException">A word is one of the library's own, or is no word in camelCase of 1 to 50 ASCII letters and digits.</exception>
    public IReadOnlyDictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis>> BenefitKinds
    {
        get;
        init => field = Kinds(value, Cases.BenefitKinds.Words);
    } = Kinds(new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis>>(), []);

    private static ReadOnlyDictionary<string, T> Kinds<T>(IReadOnlyDictionary<string, T> kinds, IReadOnlyList<string> taken, [CallerMemberName] string name = "")
        where T : class
    {
        var copy = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (KeyValuePair<string, T> kind in kinds ?? throw new ArgumentNullException(name))
        {
            if (!IsWord(kind.Key) || taken.Contains(kind.Key))
            {
                throw new ArgumentException(
                    $"'{kind.Key}' is not allowed as a kind; allowed: 1 to 50 ASCII letters and digits, the first a small letter, and not {string.Join(", ", taken)}.", name);
            }

            copy.Add(kind.Key, kind.Value ?? throw new ArgumentNullException(name));
        }

        return new ReadOnlyDictionary<string, T>(copy);
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= 50 && text[0] is >= 'a' and <= 'z' && text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'));

    private static int InRange(int value, int least, int most, [CallerMemberName] string name = "") =>
        value >= least && value <= most
            ? value
            : throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be from {least} to {most}."));
}
