using NodaTime;

namespace TcmCrm.Roi.Review;

/// <summary>All observations that a review may use. Their order says nothing; those after the review's month are not used.</summary>
public sealed class Actuals
{
    private readonly Actual[] _all;

    /// <summary>A set of observations.</summary>
    /// <param name="observations">
    /// In any order. Costs and benefits of the same line and month add up; of every other kind there is one observation a line and month (and tenure).
    /// </param>
    /// <exception cref="ArgumentNullException">The list or an observation is null.</exception>
    /// <exception cref="ArgumentException">Two observations of adoption, seats, retention, a KPI or a baseline are for the same line and month.</exception>
    public Actuals(IEnumerable<Actual> observations)
    {
        _all = [.. Check.NotNull(observations)];
        var seen = new HashSet<(ActualKind, string, YearMonth, int)>();
        foreach (Actual actual in _all)
        {
            Check.NotNull(actual, nameof(observations));
            if (!AddsUp(actual.Kind) && !seen.Add((actual.Kind, actual.Line, actual.Month, actual.Tenure)))
            {
                throw Check.Wrong(
                    "There are two observations for " + actual + "; this kind has one a line and month.", nameof(observations), "argument.observedTwice",
                    MessageArgument.Text("line", actual.Line), MessageArgument.Month("month", actual.Month));
            }
        }
    }

    /// <summary>How many observations there are, those after the review's month included.</summary>
    public int Count => _all.Length;

    /// <summary>The observations, as they were given.</summary>
    public IReadOnlyList<Actual> All => Array.AsReadOnly(_all);

    internal Actual[] Rows => _all;

    /// <summary>Whether several observations of a kind for the same line and month add up (money does) or contradict each other.</summary>
    /// <param name="kind">The kind.</param>
    public static bool AddsUp(ActualKind kind) => kind is ActualKind.Cost or ActualKind.UnplannedCost or ActualKind.Benefit;

    /// <summary>The latest month that money was booked or measured for: the natural month of a review.</summary>
    /// <param name="month">The month; 0001-01 when there is none.</param>
    /// <returns>False when there is no cost and no benefit.</returns>
    public bool TryGetLastMonth(out YearMonth month)
    {
        bool any = false;
        month = new YearMonth(1, 1);
        foreach (Actual actual in _all)
        {
            if (AddsUp(actual.Kind) && (!any || actual.Month.CompareTo(month) > 0))
            {
                month = actual.Month;
                any = true;
            }
        }

        return any;
    }
}
