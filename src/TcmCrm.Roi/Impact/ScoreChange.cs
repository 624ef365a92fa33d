namespace TcmCrm.Roi.Impact;

/// <summary>Changes of the mean of survey scores (METHODS C7).</summary>
public static class ScoreChange
{
    /// <summary>The change between two surveys of different people: Welch's t.</summary>
    /// <param name="before">One score a person, two at least.</param>
    /// <param name="after">One score a person, two at least.</param>
    /// <param name="promise">The promised improvement in points, above 0; null for none.</param>
    /// <param name="lowerIsBetter">Whether lower scores are better (effort).</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A list has fewer than two scores, a score is not finite, or all scores are alike.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImpactEstimate Independent(
        IReadOnlyList<double> before, IReadOnlyList<double> after, double? promise = null, bool lowerIsBetter = false, double confidenceLevel = 0.95)
    {
        double[] first = Copy(before, nameof(before));
        double[] second = Copy(after, nameof(after));
        if (!MeanDesigns.Varies(first) && !MeanDesigns.Varies(second))
        {
            throw new ArgumentException("The scores of each survey are all alike: there is no variation to estimate an error from.", nameof(after));
        }

        MeanComparison comparison = TwoSample.Welch(first, second);
        EstimateDraft draft = Draft(ImpactMethod.Welch, comparison, first.Length, second.Length, promise, lowerIsBetter, confidenceLevel);
        draft.SetDetectable(_ => (comparison.StandardError, comparison.DegreesOfFreedom));
        return new ImpactEstimate(draft);
    }

    /// <summary>The change of the same people: paired t.</summary>
    /// <param name="before">One score a person, two at least.</param>
    /// <param name="after">The score of the same person at the same index.</param>
    /// <param name="promise">The promised improvement in points, above 0; null for none.</param>
    /// <param name="lowerIsBetter">Whether lower scores are better (effort).</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists differ in length, have fewer than two scores, a score is not finite, or all differences are alike.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImpactEstimate Paired(
        IReadOnlyList<double> before, IReadOnlyList<double> after, double? promise = null, bool lowerIsBetter = false, double confidenceLevel = 0.95)
    {
        double[] first = Copy(before, nameof(before));
        double[] second = Copy(after, nameof(after));
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"There are {first.Length} scores before but {second.Length} after.", nameof(after));
        }

        double largest = 0;
        var differences = new double[first.Length];
        for (int i = 0; i < first.Length; i++)
        {
            differences[i] = second[i] - first[i];
            largest = Math.Max(largest, Math.Max(Math.Abs(first[i]), Math.Abs(second[i])));
        }

        // 0.4 - 0.1 and 0.5 - 0.2 differ by rounding alone.
        if (!MeanDesigns.Varies(differences, largest))
        {
            throw new ArgumentException("All differences are alike: there is no variation to estimate an error from.", nameof(after));
        }

        MeanComparison comparison = TwoSample.Paired(differences);
        EstimateDraft draft = Draft(ImpactMethod.PairedScores, comparison, first.Length, second.Length, promise, lowerIsBetter, confidenceLevel);
        draft.EffectiveObservations = first.Length;
        draft.SetDetectable(_ => (comparison.StandardError, comparison.DegreesOfFreedom));
        return new ImpactEstimate(draft);
    }

    private static EstimateDraft Draft(
        ImpactMethod method, MeanComparison comparison, int before, int after, double? promise, bool lowerIsBetter, double confidenceLevel)
    {
        var draft = new EstimateDraft(
            method, EvidenceRung.BeforeAfter, EffectUnit.ScorePoints, lowerIsBetter,
            ProportionChange.CheckLevel(confidenceLevel), ProportionChange.CheckPromise(promise));
        draft.SetStudent(comparison.Estimate, comparison.StandardError, comparison.DegreesOfFreedom);
        draft.ObservationsBefore = before;
        draft.ObservationsAfter = after;
        draft.EffectiveObservations = before + after;
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        return draft;
    }

    private static double[] Copy(IReadOnlyList<double> values, string name)
    {
        Check.NotNull(values, name);
        if (values.Count < 2)
        {
            throw new ArgumentException($"There are {values.Count} scores; at least 2 are needed.", name);
        }

        var copy = new double[values.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            double value = values[i];
            copy[i] = double.IsNaN(value) || double.IsInfinity(value)
                ? throw new ArgumentException($"The score at index {i} is not a finite number.", name)
                : value;
        }

        return copy;
    }
}
