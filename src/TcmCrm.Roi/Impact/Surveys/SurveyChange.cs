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
    /// <exception cref="ArgumentException">A list has fewer than two scores, a score is not finite, or all scores are alike.</exception>
    public static ImpactEstimate Scores(IReadOnlyList<double> before, IReadOnlyList<double> after, SurveyChangeOptions? options = null) =>
        new(ScoreDraft.Independent(before, after, options ?? SurveyChangeOptions.Default));

    /// <summary>The change of the mean score of the same people: paired t.</summary>
    /// <param name="before">One score a person, two at least.</param>
    /// <param name="after">The score of the same person at the same index.</param>
    /// <param name="options">Promise, direction and confidence level; null for the defaults.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists differ in length, have fewer than two scores, a score is not finite, or all differences are alike.</exception>
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
