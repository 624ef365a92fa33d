using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>All observations that a review may use. Their order says nothing; those after the review's month are not used.</summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed class Actuals
{
    private readonly Actual[] _all;

    /// <summary>A set of observations.</summary>
    /// <param name="observations">
    /// In any order. Costs and benefits of the same line and month add up; of every other kind there is one observation a line and month (and tenure).
    /// </param>
    /// <param name="allowDuplicates">
    /// Whether the same money may stand there twice: line, month, amount and document alike, however the document is spelled, as an upload that came twice has it; of a cost also where only one of them has a document.
    /// False, which refuses them, by default. Where it is true the review counts such a cost every time and such a benefit once, and says so in a finding <c>duplicateActuals</c>.
    /// </param>
    /// <exception cref="ArgumentNullException">The list or an observation is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two observations of adoption, seats, retention, a KPI or a baseline are for the same line and month, or two of money are the same.
    /// </exception>
    public Actuals(IEnumerable<Actual> observations, bool allowDuplicates = false)
    {
        _all = [.. Check.NotNull(observations)];
        AllowsDuplicates = allowDuplicates;
        var seen = new HashSet<(ActualKind, string, YearMonth, int)>();
        HashSet<(ActualKind, string, YearMonth)>? several = null;
        foreach (Actual actual in _all)
        {
            Check.NotNull(actual, nameof(observations));
            if (seen.Add((actual.Kind, actual.Line, actual.Month, actual.Age)))
            {
                continue;
            }

            if (!actual.IsMoney)
            {
                throw Check.Wrong(
                    "There are two observations for " + actual + "; this kind has one a line and month.", nameof(observations), "argument.observedTwice",
                    MessageArgument.Text("line", actual.Line), MessageArgument.Month("month", actual.Month));
            }

            several ??= [];
            several.Add((actual.Kind, actual.Line, actual.Month));
        }

        if (several is not null)
        {
            Duplicates = Array.AsReadOnly(Repeated(_all, several));
            if (!allowDuplicates && Duplicates.Count > 0)
            {
                throw Refused(Duplicates, nameof(observations));
            }
        }
    }

    /// <summary>How many observations there are, those after the review's month included.</summary>
    public int Count => _all.Length;

    /// <summary>The observations, as they were given.</summary>
    public IReadOnlyList<Actual> All => Array.AsReadOnly(_all);

    /// <summary>Whether the same money may stand there twice.</summary>
    public bool AllowsDuplicates { get; }

    /// <summary>The observations of money that repeat another: line, month and amount alike, and the document alike, whatever its spelling, or of a cost not given. Empty unless they are allowed.</summary>
    public IReadOnlyList<Actual> Duplicates { get; } = Array.AsReadOnly(Array.Empty<Actual>());

    internal Actual[] Rows => _all;

    internal static ArgumentException Refused(IReadOnlyList<Actual> duplicates, string argument) => Check.Wrong(
        $"{duplicates.Count} observations are there twice: {string.Join("; ", duplicates.Take(5))}{(duplicates.Count > 5 ? "; ..." : "")}. "
        + "Give the document of each where they are two bills, or allow duplicates.",
        argument, "argument.repeatedActual", MessageArgument.Text("line", duplicates[0].Line), MessageArgument.Month("month", duplicates[0].Month), MessageArgument.Number("count", duplicates.Count));

    private static Actual[] Repeated(Actual[] all, HashSet<(ActualKind, string, YearMonth)> several)
    {
        var repeated = new List<Actual>();
        var before = new HashSet<(ActualKind, string, YearMonth, Money, string?)>();
        var onPaper = new HashSet<(ActualKind, string, YearMonth, Money)>();
        var takenBack = new HashSet<(ActualKind, string, YearMonth, Money)>();
        foreach (Actual actual in all)
        {
            if (actual.IsMoney && actual.Cash.Amount < 0)
            {
                takenBack.Add((actual.Kind, actual.Line, actual.Month, -actual.Cash));
            }

            if (actual.IsMoney && actual.Kind != ActualKind.Benefit && actual.PaperKey is not null && !actual.ReadsAsCredit && !actual.ReadsAsVoid)
            {
                onPaper.Add((actual.Kind, actual.Line, actual.Month, actual.Cash));
            }
        }

        foreach (Actual actual in all)
        {
            // A bill without a document may be any of those that have one, unless one of them was taken back.
            if (actual.IsMoney && several.Contains((actual.Kind, actual.Line, actual.Month))
                && (!before.Add((actual.Kind, actual.Line, actual.Month, actual.Cash, actual.PaperKey)) || (actual.PaperKey is null && IsOnPaper(actual))))
            {
                repeated.Add(actual);
            }
        }

        return [.. repeated];

        bool IsOnPaper(Actual row) => onPaper.Contains((row.Kind, row.Line, row.Month, row.Cash)) && !takenBack.Contains((row.Kind, row.Line, row.Month, row.Cash));
    }
}
