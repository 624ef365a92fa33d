using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Cases;

/// <summary>Orders and checks a list of evaluation periods.</summary>
internal static class EvaluationPeriods
{
    internal const int Most = 64;

    /// <param name="horizons">The periods.</param>
    /// <param name="start">The date that all begin on, which decides which is longer.</param>
    /// <param name="name">The argument that is at fault when two of them end together.</param>
    internal static EvaluationPeriod[] Ordered(IReadOnlyList<EvaluationPeriod> horizons, LocalDate start, string name = "horizons")
    {
        if (horizons.Count is 0 or > Most)
        {
            throw new ArgumentException($"There are {horizons.Count} evaluation periods; allowed: 1 to {Most}.", nameof(horizons));
        }

        var ordered = new EvaluationPeriod[horizons.Count];
        for (int i = 0; i < ordered.Length; i++)
        {
            ordered[i] = Check.NotNull(horizons[i], nameof(horizons));
        }

        Array.Sort(ordered, (left, right) => left.EndFrom(start).CompareTo(right.EndFrom(start)));
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].EndFrom(start) == ordered[i - 1].EndFrom(start))
            {
                throw new ArgumentException($"The evaluation periods {ordered[i - 1]} and {ordered[i]} end on the same date; each is allowed once.", name);
            }
        }

        return ordered;
    }
}
