namespace TcmCrm.Roi.Impact;

/// <summary>Estimates of the change of a net promoter score: Welch's t on answers scored 1, 0 and -1.</summary>
internal static class NetPromoterDraft
{
    private const double LowResponse = 0.3;
    private const double ChangeOfResponse = 0.1;

    // 0.6 - 0.5 is a little less than 0.1, and 0.4 - 0.3 a little more.
    private const double Rounding = 1e-9;

    /// <param name="before">The survey before.</param>
    /// <param name="after">The survey after.</param>
    /// <param name="options">Promise and confidence level.</param>
    /// <param name="answersPerMonth">How many answers a further month adds; 0 when that is not known.</param>
    public static EstimateDraft Of(NetPromoterScore before, NetPromoterScore after, SurveyChangeOptions options, double answersPerMonth = 0)
    {
        if (options.LowerIsBetter)
        {
            throw Check.Wrong("The options say that lower is better; allowed for a net promoter score: higher.", nameof(options), "argument.scoreDirection");
        }

        if (before.Answers < 2 || after.Answers < 2)
        {
            throw Check.Wrong("Each survey needs two answers or more.", nameof(after), "argument.fewAnswers", MessageArgument.Number("before", before.Answers), MessageArgument.Number("after", after.Answers));
        }

        double v1 = before.SampleVariance * 1e4;
        double v2 = after.SampleVariance * 1e4;
        if (!(v1 + v2 > 0.0))
        {
            throw Check.Wrong("All answers of both surveys are of one kind: there is no variation to estimate an error from.", nameof(after), "argument.noVariation");
        }

        MeanComparison comparison = TwoSample.Combine(
            after.Score - before.Score, v1, before.Answers, before.Answers - 1.0, v2, after.Answers, after.Answers - 1.0, 0.0);
        var draft = new EstimateDraft(
            ImpactMethod.NetPromoterScore, EvidenceRung.BeforeAfter, EffectUnit.ScorePoints, false, options.ConfidenceLevel, options.Promise);
        draft.SetStudent(comparison.Estimate, comparison.StandardError, comparison.DegreesOfFreedom);
        draft.Cap = VerdictCap.NotRealized;
        draft.ObservationsBefore = before.Answers;
        draft.ObservationsAfter = after.Answers;
        draft.EffectiveObservations = before.Answers + (double)after.Answers;
        draft.OrderInRung = 1;
        draft.Assumptions.Add(Assumptions.IndependentAnswers);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        draft.SetDetectable(months =>
        {
            double size = after.Answers + (months * answersPerMonth);
            MeanComparison future = TwoSample.Combine(0.0, v1, before.Answers, before.Answers - 1.0, v2, size, size - 1.0, 0.0);
            return (future.StandardError, future.DegreesOfFreedom);
        });
        if (before.Invited is { } invitedBefore && after.Invited is { } invitedAfter)
        {
            double rateBefore = before.Answers / (double)invitedBefore;
            double rateAfter = after.Answers / (double)invitedAfter;
            if (Math.Min(rateBefore, rateAfter) < LowResponse || Math.Abs(rateAfter - rateBefore) > ChangeOfResponse + Rounding)
            {
                draft.Warnings.Add(ImpactWarnings.NonResponse(rateBefore, rateAfter));
            }
        }

        return draft;
    }
}
