using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Evaluation;

/// <summary>Orders and checks a list of evaluation periods.</summary>
internal static class EvaluationHorizons
{
    internal const int Most = 64;

    internal static EvaluationPeriod[] Ordered(IReadOnlyList<EvaluationPeriod> horizons, LocalDate start)
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
                throw new ArgumentException($"The evaluation periods {ordered[i - 1]} and {ordered[i]} end on the same date; each is allowed once.", nameof(horizons));
            }
        }

        return ordered;
    }
}
