namespace TcmCrm.Roi.Impact;

/// <summary>Changes of a proportion of customers or answers: retention at the same tenure, the share that is satisfied (METHODS C6).</summary>
public static class ProportionChange
{
    /// <summary>Wilson's score interval of one proportion.</summary>
    /// <param name="successes">The customers with the property, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The customers asked or followed, above 0.</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The proportion as a fraction with its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static EffectInterval Wilson(double successes, double trials, double confidenceLevel = 0.95)
    {
        CheckCounts(successes, trials, nameof(successes), nameof(trials));
        (double lower, double upper) = BinomialIntervals.Wilson(successes, trials, CheckLevel(confidenceLevel));
        return new EffectInterval(successes / trials, lower, upper);
    }

    /// <summary>The difference of two independent proportions, after less before, with Newcombe's hybrid score interval.</summary>
    /// <param name="successesBefore">Customers with the property before, 0 to <paramref name="trialsBefore"/>.</param>
    /// <param name="trialsBefore">Customers before, above 0.</param>
    /// <param name="successesAfter">Customers with the property after, 0 to <paramref name="trialsAfter"/>.</param>
    /// <param name="trialsAfter">Customers after, above 0.</param>
    /// <param name="promise">The promised improvement as a difference of fractions, above 0; null for none.</param>
    /// <param name="lowerIsBetter">Whether a lower proportion is better (churn).</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The estimate as a difference of fractions; the p-value is that of the pooled score test.</returns>
    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10. For cohorts: compare them at the same tenure.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImpactEstimate Independent(
        double successesBefore, double trialsBefore, double successesAfter, double trialsAfter,
        double? promise = null, bool lowerIsBetter = false, double confidenceLevel = 0.95) => new(
            Draft(successesBefore, trialsBefore, successesAfter, trialsAfter, CheckPromise(promise), lowerIsBetter, CheckLevel(confidenceLevel), 0));

    /// <summary>The difference of two proportions of the same customers, after less before, with Newcombe's paired interval and McNemar's exact test.</summary>
    /// <param name="both">Customers with the property before and after, 0 or more.</param>
    /// <param name="onlyBefore">Customers with it before only.</param>
    /// <param name="onlyAfter">Customers with it after only.</param>
    /// <param name="neither">Customers without it before and after. The four sum to more than 0.</param>
    /// <param name="promise">The promised improvement as a difference of fractions, above 0; null for none.</param>
    /// <param name="lowerIsBetter">Whether a lower proportion is better.</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The estimate as a difference of fractions.</returns>
    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998) 2635-2650, method 10.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImpactEstimate Paired(
        double both, double onlyBefore, double onlyAfter, double neither, double? promise = null, bool lowerIsBetter = false, double confidenceLevel = 0.95)
    {
        double n = NotNegative(both, nameof(both)) + NotNegative(onlyBefore, nameof(onlyBefore)) + NotNegative(onlyAfter, nameof(onlyAfter))
            + NotNegative(neither, nameof(neither));
        if (!(n > 0))
        {
            throw Check.OutOfRange(nameof(neither), n, "a sum of the four counts above 0");
        }

        CheckLevel(confidenceLevel);
        var draft = new EstimateDraft(ImpactMethod.ProportionPaired, EvidenceRung.BeforeAfter, EffectUnit.Share, lowerIsBetter, confidenceLevel, CheckPromise(promise));
        (double lower, double upper) = BinomialIntervals.PairedDifference(both, onlyAfter, onlyBefore, neither, confidenceLevel);
        double difference = (onlyAfter - onlyBefore) / n;
        draft.SetInterval(difference, lower, upper);
        draft.PValue = BinomialIntervals.McNemarExact(onlyBefore, onlyAfter);
        draft.ObservationsBefore = draft.ObservationsAfter = draft.EffectiveObservations = n;
        draft.SetDetectable(_ => (Math.Sqrt(Math.Max(onlyBefore + onlyAfter, 1.0)) / n, double.PositiveInfinity));
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        if (onlyBefore + onlyAfter < 10)
        {
            draft.Warnings.Add(ImpactWarnings.SmallCounts(Math.Min(onlyBefore, onlyAfter)));
        }

        return new ImpactEstimate(draft);
    }

    /// <param name="successesBefore">Counts.</param>
    /// <param name="trialsBefore">Counts.</param>
    /// <param name="successesAfter">Counts.</param>
    /// <param name="trialsAfter">Counts.</param>
    /// <param name="promise">Checked.</param>
    /// <param name="lowerIsBetter">Direction.</param>
    /// <param name="confidenceLevel">Checked.</param>
    /// <param name="trialsPerMonth">How many customers a further month adds; 0 when that is not known.</param>
    internal static EstimateDraft Draft(
        double successesBefore, double trialsBefore, double successesAfter, double trialsAfter, double? promise, bool lowerIsBetter, double confidenceLevel, double trialsPerMonth)
    {
        CheckCounts(successesBefore, trialsBefore, nameof(successesBefore), nameof(trialsBefore));
        CheckCounts(successesAfter, trialsAfter, nameof(successesAfter), nameof(trialsAfter));
        var draft = new EstimateDraft(ImpactMethod.ProportionNewcombe, EvidenceRung.BeforeAfter, EffectUnit.Share, lowerIsBetter, confidenceLevel, promise);
        double before = successesBefore / trialsBefore;
        double after = successesAfter / trialsAfter;
        (double lower, double upper) = BinomialIntervals.Difference(successesAfter, trialsAfter, successesBefore, trialsBefore, confidenceLevel);
        draft.SetInterval(after - before, lower, upper);
        draft.PValue = BinomialIntervals.ScoreP(successesAfter, trialsAfter, successesBefore, trialsBefore);
        draft.ObservationsBefore = trialsBefore;
        draft.ObservationsAfter = trialsAfter;
        draft.EffectiveObservations = trialsBefore + trialsAfter;
        draft.OrderInRung = 1;
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);

        // Proportions of 0 and 1 have no Wald error; half an observation is lent to each cell for what could have been detected.
        double p1 = (successesBefore + 0.5) / (trialsBefore + 1.0);
        double p2 = (successesAfter + 0.5) / (trialsAfter + 1.0);
        draft.SetDetectable(months => (
            Math.Sqrt((p1 * (1.0 - p1) / trialsBefore) + (p2 * (1.0 - p2) / (trialsAfter + (months * trialsPerMonth)))), double.PositiveInfinity));
        double smallest = Math.Min(
            Math.Min(successesBefore, trialsBefore - successesBefore), Math.Min(successesAfter, trialsAfter - successesAfter));
        if (smallest < 5)
        {
            draft.Warnings.Add(ImpactWarnings.SmallCounts(smallest));
        }

        return draft;
    }

    internal static double CheckLevel(double confidenceLevel) => confidenceLevel is >= 0.5 and <= 0.999
        ? confidenceLevel
        : throw Check.OutOfRange(nameof(confidenceLevel), confidenceLevel, "from 0.5 to 0.999");

    internal static double? CheckPromise(double? promise) => promise is { } value && !(Check.Finite(value, nameof(promise)) > 0)
        ? throw Check.OutOfRange(nameof(promise), value, "above 0")
        : promise;

    private static void CheckCounts(double successes, double trials, string successesName, string trialsName)
    {
        if (!(Check.Finite(trials, trialsName) > 0))
        {
            throw Check.OutOfRange(trialsName, trials, "above 0");
        }

        if (!(Check.Finite(successes, successesName) >= 0 && successes <= trials))
        {
            throw Check.OutOfRange(successesName, successes, string.Format(System.Globalization.CultureInfo.InvariantCulture, "from 0 to {0}", trials));
        }
    }

    private static double NotNegative(double value, string name) => Check.Finite(value, name) >= 0 ? value : throw Check.OutOfRange(name, value, "0 or more");
}
