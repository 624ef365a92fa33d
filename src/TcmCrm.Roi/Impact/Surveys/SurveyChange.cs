namespace TcmCrm.Roi.Impact;

/// <summary>
/// Changes between two surveys or two cohorts of customers: of a proportion (retention at the same tenure, the share that is satisfied), of the mean of
/// scores, of the net promoter score.
/// </summary>
public static class SurveyChange
{
    /// <summary>Wilson's score interval of one proportion.</summary>
    /// <param name="successes">The customers with the property, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">The customers asked or followed, above 0.</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The proportion as a fraction with its interval.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static EffectInterval Wilson(double successes, double trials, double confidenceLevel = 0.95)
    {
        ProportionDraft.CheckCounts(successes, trials, nameof(successes), nameof(trials));
        (double lower, double upper) = BinomialIntervals.Wilson(
            successes, trials, SurveyChangeOptions.CheckLevel(confidenceLevel, nameof(confidenceLevel)));
        return new EffectInterval(successes / trials, lower, upper);
    }

    /// <summary>The difference of two independent proportions, after less before, with Newcombe's hybrid score interval.</summary>
    /// <param name="successesBefore">Customers with the property before, 0 to <paramref name="trialsBefore"/>.</param>
    /// <param name="trialsBefore">Customers before, above 0.</param>
    /// <param name="successesAfter">Customers with the property after, 0 to <paramref name="trialsAfter"/>.</param>
    /// <param name="trialsAfter">Customers after, above 0.</param>
    /// <param name="options">Promise, direction and confidence level; null for the defaults.</param>
    /// <returns>The estimate as a difference of fractions; the p-value is that of the pooled score test.</returns>
    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, method 10. For cohorts: compare them at the same tenure.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImpactEstimate Proportions(
        double successesBefore, double trialsBefore, double successesAfter, double trialsAfter, SurveyChangeOptions? options = null)
    {
        options ??= SurveyChangeOptions.Default;
        return new ImpactEstimate(ProportionDraft.Independent(
            successesBefore, trialsBefore, successesAfter, trialsAfter, options.Promise, options.LowerIsBetter, options.ConfidenceLevel, 0));
    }

    /// <summary>The relative change of a share, after over before less 1, with the interval of the logarithm of the ratio.</summary>
    /// <param name="successesBefore">Customers with the property before, above 0 and up to <paramref name="trialsBefore"/>.</param>
    /// <param name="trialsBefore">Customers before, above 0.</param>
    /// <param name="successesAfter">Customers with the property after, above 0 and up to <paramref name="trialsAfter"/>.</param>
    /// <param name="trialsAfter">Customers after, above 0.</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The lift as a fraction: 0.1 is 10 % more of the share, not ten points.</returns>
    /// <remarks>D. Katz and others, Biometrics 34 (1978) 469-474: variance (1 - p1)/x1 + (1 - p2)/x2 of the logarithm.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static EffectInterval RelativeLift(
        double successesBefore, double trialsBefore, double successesAfter, double trialsAfter, double confidenceLevel = 0.95)
    {
        ProportionDraft.CheckCounts(successesBefore, trialsBefore, nameof(successesBefore), nameof(trialsBefore));
        ProportionDraft.CheckCounts(successesAfter, trialsAfter, nameof(successesAfter), nameof(trialsAfter));
        if (!(successesBefore > 0) || !(successesAfter > 0))
        {
            throw Check.OutOfRange(
                successesBefore > 0 ? nameof(successesAfter) : nameof(successesBefore), Math.Min(successesBefore, successesAfter), "above 0: a share of nothing has no logarithm", AllowedRange.Positive);
        }

        double log = Math.Log(successesAfter / trialsAfter / (successesBefore / trialsBefore));
        double half = Statistics.NormalDistribution.TwoSidedCritical(SurveyChangeOptions.CheckLevel(confidenceLevel, nameof(confidenceLevel)))
            * Math.Sqrt((1.0 / successesBefore) - (1.0 / trialsBefore) + (1.0 / successesAfter) - (1.0 / trialsAfter));
        return new EffectInterval(
            Statistics.ElementaryFunctions.ExpMinusOne(log), Statistics.ElementaryFunctions.ExpMinusOne(log - half), Statistics.ElementaryFunctions.ExpMinusOne(log + half));
    }

    /// <summary>The difference in differences of two periods from four means and their standard errors, taken as independent of each other.</summary>
    /// <param name="treatedBefore">Mean and standard error of the units with the CRM before.</param>
    /// <param name="treatedAfter">The same after.</param>
    /// <param name="controlBefore">Mean and standard error of the units without it before.</param>
    /// <param name="controlAfter">The same after.</param>
    /// <param name="options">Promise, direction and confidence level; null for the defaults.</param>
    /// <returns>
    /// (treated after - before) - (control after - before) in the unit of the means, by the normal distribution. One period before shows no trend, so the verdict goes no
    /// further than "positive, promise unproven". Units that were measured twice have a smaller error than independent ones.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A mean is not finite, or an error is not finite and 0 or more, or all errors are 0.</exception>
    public static ImpactEstimate DifferenceInDifferences(
        (double Mean, double StandardError) treatedBefore,
        (double Mean, double StandardError) treatedAfter,
        (double Mean, double StandardError) controlBefore,
        (double Mean, double StandardError) controlAfter,
        SurveyChangeOptions? options = null)
    {
        options ??= SurveyChangeOptions.Default;
        double variance = Square(treatedBefore, nameof(treatedBefore)) + Square(treatedAfter, nameof(treatedAfter))
            + Square(controlBefore, nameof(controlBefore)) + Square(controlAfter, nameof(controlAfter));
        if (!(variance > 0))
        {
            throw Check.OutOfRange(nameof(treatedBefore), 0.0, "a standard error above 0 in one of the four at least", new Message("range.someError"));
        }

        var draft = new EstimateDraft(
            ImpactMethod.DifferenceInDifferences, EvidenceRung.ControlGroup, EffectUnit.KpiUnit, options.LowerIsBetter, options.ConfidenceLevel, options.Promise);
        draft.SetStudent(treatedAfter.Mean - treatedBefore.Mean - (controlAfter.Mean - controlBefore.Mean), Math.Sqrt(variance), double.PositiveInfinity);
        draft.Cap = VerdictCap.NotRealized;
        draft.ObservationsBefore = draft.ObservationsAfter = 1;
        draft.EffectiveObservations = 4;
        draft.Assumptions.Add(Assumptions.ParallelTrends);
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        return new ImpactEstimate(draft);

        static double Square((double Mean, double StandardError) cell, string name)
        {
            Check.Finite(cell.Mean, name);
            return Check.Finite(cell.StandardError, name) >= 0
                ? cell.StandardError * cell.StandardError
                : throw Check.OutOfRange(name, cell.StandardError, "a standard error of 0 or more", AllowedRange.NotNegative);
        }
    }

    /// <summary>The difference of two proportions of the same customers, after less before, with Newcombe's paired interval and McNemar's exact test.</summary>
    /// <param name="both">Customers with the property before and after, 0 or more.</param>
    /// <param name="onlyBefore">Customers with it before only.</param>
    /// <param name="onlyAfter">Customers with it after only.</param>
    /// <param name="neither">Customers without it before and after. The four sum to more than 0.</param>
    /// <param name="options">Promise, direction and confidence level; null for the defaults.</param>
    /// <returns>The estimate as a difference of fractions.</returns>
    /// <remarks>R. G. Newcombe, Statistics in Medicine 17 (1998) 2635-2650, method 10.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ImpactEstimate PairedProportions(
        double both, double onlyBefore, double onlyAfter, double neither, SurveyChangeOptions? options = null) =>
        new(ProportionDraft.Paired(both, onlyBefore, onlyAfter, neither, options ?? SurveyChangeOptions.Default));

    /// <summary>The change of the mean score between two surveys of different people: Welch's t.</summary>
    /// <param name="before">One score a person, two at least.</param>
    /// <param name="after">One score a person, two at least.</param>
    /// <param name="options">Promise, direction and confidence level; null for the defaults.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A list has fewer than two scores, a score is not a number from -1e100 to 1e100, or all scores are alike.</exception>
    public static ImpactEstimate Scores(IReadOnlyList<double> before, IReadOnlyList<double> after, SurveyChangeOptions? options = null) =>
        new(ScoreDraft.Independent(before, after, options ?? SurveyChangeOptions.Default));

    /// <summary>The change of the mean score of the same people: paired t.</summary>
    /// <param name="before">One score a person, two at least.</param>
    /// <param name="after">The score of the same person at the same index.</param>
    /// <param name="options">Promise, direction and confidence level; null for the defaults.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists differ in length, have fewer than two scores, a score is not a number from -1e100 to 1e100, or all differences are alike.</exception>
    public static ImpactEstimate PairedScores(IReadOnlyList<double> before, IReadOnlyList<double> after, SurveyChangeOptions? options = null) =>
        new(ScoreDraft.Paired(before, after, options ?? SurveyChangeOptions.Default));

    /// <summary>The change of the net promoter score between two surveys of different people, by Welch's t on the answers scored 1, 0 and -1.</summary>
    /// <param name="before">The survey before; two answers at least.</param>
    /// <param name="after">
    /// The survey after; two answers at least. Where both surveys know how many were invited, a low or changed response rate is a warning.
    /// </param>
    /// <param name="options">Promise and confidence level; null for the defaults. More is better.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A survey is null.</exception>
    /// <exception cref="ArgumentException">
    /// A survey has one answer only, all answers of both surveys are of one kind, or the options say that lower is better.
    /// </exception>
    public static ImpactEstimate NetPromoterScores(NetPromoterScore before, NetPromoterScore after, SurveyChangeOptions? options = null) =>
        new(NetPromoterDraft.Of(Check.NotNull(before), Check.NotNull(after), options ?? SurveyChangeOptions.Default));
}
