namespace TcmCrm.Roi.Impact;

/// <summary>Estimates of the change of the mean of survey scores (METHODS C7).</summary>
internal static class ScoreDraft
{
    // Squares of a few such stay finite.
    private const double MostScore = 1e100;

    public static EstimateDraft Independent(IReadOnlyList<double> before, IReadOnlyList<double> after, SurveyChangeOptions options)
    {
        double[] first = Copy(before, nameof(before));
        double[] second = Copy(after, nameof(after));
        if (!MeanDesigns.Varies(first) && !MeanDesigns.Varies(second))
        {
            throw Check.Wrong("The scores of each survey are all alike: there is no variation to estimate an error from.", nameof(after), "argument.noVariation");
        }

        MeanComparison comparison = TwoSample.Welch(first, second);
        EstimateDraft draft = Draft(ImpactMethod.Welch, comparison, first.Length, second.Length, options);
        draft.SetDetectable(_ => (comparison.StandardError, comparison.DegreesOfFreedom));
        return draft;
    }

    public static EstimateDraft Paired(IReadOnlyList<double> before, IReadOnlyList<double> after, SurveyChangeOptions options)
    {
        double[] first = Copy(before, nameof(before));
        double[] second = Copy(after, nameof(after));
        if (first.Length != second.Length)
        {
            throw Check.Wrong($"There are {first.Length} scores before but {second.Length} after.", nameof(after), "argument.unpairedScores", MessageArgument.Number("before", first.Length), MessageArgument.Number("after", second.Length));
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
            throw Check.Wrong("All differences are alike: there is no variation to estimate an error from.", nameof(after), "argument.noVariation");
        }

        MeanComparison comparison = TwoSample.Paired(differences);
        EstimateDraft draft = Draft(ImpactMethod.PairedScores, comparison, first.Length, second.Length, options);
        draft.EffectiveObservations = first.Length;
        draft.SetDetectable(_ => (comparison.StandardError, comparison.DegreesOfFreedom));
        return draft;
    }

    private static EstimateDraft Draft(ImpactMethod method, MeanComparison comparison, int before, int after, SurveyChangeOptions options)
    {
        var draft = new EstimateDraft(
            method, EvidenceRung.BeforeAfter, EffectUnit.ScorePoints, options.LowerIsBetter, options.ConfidenceLevel, options.Promise);
        draft.SetStudent(comparison.Estimate, comparison.StandardError, comparison.DegreesOfFreedom);
        draft.Cap = VerdictCap.NotRealized;
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
            throw Check.Wrong($"There are {values.Count} scores; at least 2 are needed.", name, "argument.fewScores", MessageArgument.Number("count", values.Count));
        }

        var copy = new double[values.Count];
        for (int i = 0; i < copy.Length; i++)
        {
            double value = values[i];
            copy[i] = !(Math.Abs(value) <= MostScore)
                ? throw Check.Wrong($"The score at index {i} is not a finite number from -1e100 to 1e100.", name, "argument.scoreRange", MessageArgument.Number("place", i + 1), MessageArgument.Text("value", value.ToString("R", System.Globalization.CultureInfo.InvariantCulture)), MessageArgument.Text("least", "-1e100"), MessageArgument.Text("most", "1e100"))
                : value;
        }

        return copy;
    }
}
