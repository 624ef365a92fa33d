using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>Estimates of the change of a proportion (METHODS C6).</summary>
internal static class ProportionDraft
{
    /// <summary>The difference of two independent proportions.</summary>
    /// <param name="successesBefore">Counts.</param>
    /// <param name="trialsBefore">Counts.</param>
    /// <param name="successesAfter">Counts.</param>
    /// <param name="trialsAfter">Counts.</param>
    /// <param name="promise">Checked.</param>
    /// <param name="lowerIsBetter">Direction.</param>
    /// <param name="confidenceLevel">Checked.</param>
    /// <param name="trialsPerMonth">How many customers a further month adds; 0 when that is not known.</param>
    /// <param name="inflation">By how much the variance exceeds that of independent customers, 1 or more: the counts are worth that much less.</param>
    public static EstimateDraft Independent(
        double successesBefore, double trialsBefore, double successesAfter, double trialsAfter, double? promise, bool lowerIsBetter, double confidenceLevel, double trialsPerMonth, double inflation = 1.0)
    {
        CheckCounts(successesBefore, trialsBefore, nameof(successesBefore), nameof(trialsBefore));
        CheckCounts(successesAfter, trialsAfter, nameof(successesAfter), nameof(trialsAfter));
        var draft = new EstimateDraft(ImpactMethod.ProportionNewcombe, EvidenceRung.BeforeAfter, EffectUnit.Share, lowerIsBetter, confidenceLevel, promise);
        double before = successesBefore / trialsBefore;
        double after = successesAfter / trialsAfter;
        (double lower, double upper) = BinomialIntervals.Difference(
            successesAfter / inflation, trialsAfter / inflation, successesBefore / inflation, trialsBefore / inflation, confidenceLevel);
        draft.SetInterval(after - before, lower, upper);
        draft.PValue = BinomialIntervals.ScoreP(successesAfter / inflation, trialsAfter / inflation, successesBefore / inflation, trialsBefore / inflation);
        draft.ObservationsBefore = trialsBefore;
        draft.ObservationsAfter = trialsAfter;
        draft.EffectiveObservations = (trialsBefore + trialsAfter) / inflation;
        draft.Cap = VerdictCap.NotRealized;
        draft.OrderInRung = 1;
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);

        // Proportions of 0 and 1 have no Wald error; half an observation is lent to each cell for what could have been detected.
        double p1 = (successesBefore + 0.5) / (trialsBefore + 1.0);
        double p2 = (successesAfter + 0.5) / (trialsAfter + 1.0);
        draft.SetDetectable(months => (
            Math.Sqrt(inflation * ((p1 * (1.0 - p1) / trialsBefore) + (p2 * (1.0 - p2) / (trialsAfter + (months * trialsPerMonth))))), double.PositiveInfinity));
        double smallest = Math.Min(
            Math.Min(successesBefore, trialsBefore - successesBefore), Math.Min(successesAfter, trialsAfter - successesAfter));
        if (smallest < 5)
        {
            draft.Warnings.Add(ImpactWarnings.SmallCounts(smallest));
        }

        return draft;
    }

    /// <summary>The difference of two proportions of the same customers.</summary>
    public static EstimateDraft Paired(double both, double onlyBefore, double onlyAfter, double neither, SurveyChangeOptions options)
    {
        double n = NotNegative(both, nameof(both)) + NotNegative(onlyBefore, nameof(onlyBefore)) + NotNegative(onlyAfter, nameof(onlyAfter))
            + NotNegative(neither, nameof(neither));
        if (!(n > 0))
        {
            throw Check.OutOfRange(nameof(neither), n, "a sum of the four counts above 0", new Message("range.countsTogether"));
        }

        var draft = new EstimateDraft(
            ImpactMethod.ProportionPaired, EvidenceRung.BeforeAfter, EffectUnit.Share, options.LowerIsBetter, options.ConfidenceLevel, options.Promise);
        (double lower, double upper) = BinomialIntervals.PairedDifference(both, onlyAfter, onlyBefore, neither, options.ConfidenceLevel);
        double difference = (onlyAfter - onlyBefore) / n;
        draft.SetInterval(difference, lower, upper);
        draft.PValue = BinomialIntervals.McNemarExact(onlyBefore, onlyAfter);
        draft.ObservationsBefore = draft.ObservationsAfter = draft.EffectiveObservations = n;
        draft.Cap = VerdictCap.NotRealized;
        draft.SetDetectable(_ => (Math.Sqrt(Math.Max(onlyBefore + onlyAfter, 1.0)) / n, double.PositiveInfinity));
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        if (onlyBefore + onlyAfter < 10)
        {
            draft.Warnings.Add(ImpactWarnings.SmallCounts(Math.Min(onlyBefore, onlyAfter)));
        }
        return draft;
    }

    public static void CheckCounts(double successes, double trials, string successesName, string trialsName)
    {
        if (!(Check.Finite(trials, trialsName) > 0))
        {
            throw Check.OutOfRange(trialsName, trials, "above 0", AllowedRange.Positive);
        }

        if (!(Check.Finite(successes, successesName) >= 0 && successes <= trials))
        {
            throw Check.OutOfRange(successesName, successes, string.Format(CultureInfo.InvariantCulture, "from 0 to {0}", trials), AllowedRange.Between(0, trials));
        }
    }

    private static double NotNegative(double value, string name) => Check.Finite(value, name) >= 0 ? value : throw Check.OutOfRange(name, value, "0 or more", AllowedRange.NotNegative);
}
