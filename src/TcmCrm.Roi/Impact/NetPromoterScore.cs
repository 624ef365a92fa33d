using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>A net promoter score (净推荐值) from counts: 100 x (promoters - detractors) / answers, between -100 and 100.</summary>
public sealed class NetPromoterScore
{
    // 0.6 - 0.5 is a little less than 0.1, and 0.4 - 0.3 a little more.
    private const double Rounding = 1e-9;

    /// <summary>A score from the counts of the three kinds of answers.</summary>
    /// <param name="promoters">Answers of 9 and 10, 0 or more.</param>
    /// <param name="passives">Answers of 7 and 8, 0 or more.</param>
    /// <param name="detractors">Answers of 0 to 6, 0 or more. The three sum to 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or all are 0.</exception>
    public NetPromoterScore(int promoters, int passives, int detractors)
    {
        Promoters = Check.NotNegative(promoters);
        Passives = Check.NotNegative(passives);
        Detractors = Check.NotNegative(detractors);
        Answers = checked(promoters + passives + detractors);
        Check.Positive(Answers, "answers");
    }

    /// <summary>Answers of 9 and 10.</summary>
    public int Promoters { get; }

    /// <summary>Answers of 7 and 8.</summary>
    public int Passives { get; }

    /// <summary>Answers of 0 to 6.</summary>
    public int Detractors { get; }

    /// <summary>All answers.</summary>
    public int Answers { get; }

    /// <summary>The score, -100 to 100.</summary>
    public double Score => 100.0 * (Promoters - (double)Detractors) / Answers;

    /// <summary>The variance of one answer scored 1, 0 and -1, with the divisor n - 1.</summary>
    private double SampleVariance
    {
        get
        {
            double mean = Score / 100.0;
            double spread = ((Promoters + (double)Detractors) / Answers) - (mean * mean);
            return spread * Answers / (Answers - 1.0);
        }
    }

    /// <summary>The interval of one score by the adjusted Wald method: three answers more, three quarters of one a promoter and three quarters a detractor.</summary>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <returns>The adjusted score, which is nearer to 0 than <see cref="Score"/>, with its interval, within -100 and 100.</returns>
    /// <remarks>B. Rocks, Quality and Quantity 50 (2016) 2621-2636; variance p + d - (p - d)^2.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="confidenceLevel"/> is outside its range.</exception>
    public EffectInterval AdjustedWald(double confidenceLevel = 0.95)
    {
        double n = Answers + 3.0;
        double p = (Promoters + 0.75) / n;
        double d = (Detractors + 0.75) / n;
        double centre = p - d;
        double half = NormalDistribution.TwoSidedCritical(ProportionChange.CheckLevel(confidenceLevel)) * Math.Sqrt((p + d - (centre * centre)) / n);
        return new EffectInterval(100 * centre, 100 * Math.Max(centre - half, -1.0), 100 * Math.Min(centre + half, 1.0));
    }

    /// <summary>The change from one survey to another of different people, by Welch's t on the answers scored 1, 0 and -1.</summary>
    /// <param name="before">The survey before; two answers at least.</param>
    /// <param name="after">The survey after; two answers at least.</param>
    /// <param name="promise">The promised rise in points, above 0; null for none.</param>
    /// <param name="confidenceLevel">From 0.5 to 0.999.</param>
    /// <param name="invitedBefore">How many were asked before; null when it is not known. With both a low or changed response rate is reported.</param>
    /// <param name="invitedAfter">How many were asked after.</param>
    /// <returns>The estimate in points, after less before.</returns>
    /// <exception cref="ArgumentNullException">A survey is null.</exception>
    /// <exception cref="ArgumentException">A survey has one answer only, or all answers of both surveys are of one kind.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or fewer were asked than answered.</exception>
    public static ImpactEstimate Change(
        NetPromoterScore before, NetPromoterScore after, double? promise = null, double confidenceLevel = 0.95, int? invitedBefore = null, int? invitedAfter = null)
    {
        Check.NotNull(before);
        Check.NotNull(after);
        if (before.Answers < 2 || after.Answers < 2)
        {
            throw new ArgumentException("Each survey needs two answers or more.", nameof(after));
        }

        EstimateDraft draft = Draft(before, after, ProportionChange.CheckPromise(promise), ProportionChange.CheckLevel(confidenceLevel), 0)
            ?? throw new ArgumentException("All answers of both surveys are of one kind: there is no variation to estimate an error from.", nameof(after));
        if (invitedBefore is { } askedBefore && invitedAfter is { } askedAfter)
        {
            double rateBefore = before.Answers / (double)Check.InRange(askedBefore, before.Answers, int.MaxValue, nameof(invitedBefore));
            double rateAfter = after.Answers / (double)Check.InRange(askedAfter, after.Answers, int.MaxValue, nameof(invitedAfter));
            if (Math.Min(rateBefore, rateAfter) < 0.3 || Math.Abs(rateAfter - rateBefore) > 0.1 + Rounding)
            {
                draft.Warnings.Add(ImpactWarnings.NonResponse(rateBefore, rateAfter));
            }
        }

        return new ImpactEstimate(draft);
    }

    /// <summary>Invariant text with the score and the counts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "NPS {0:0.#} ({1}/{2}/{3})", Math.Round(Score, 1) + 0.0, Promoters, Passives, Detractors);

    internal static EstimateDraft? Draft(NetPromoterScore before, NetPromoterScore after, double? promise, double confidenceLevel, double answersPerMonth)
    {
        double v1 = before.SampleVariance * 1e4;
        double v2 = after.SampleVariance * 1e4;
        if (!(v1 + v2 > 0.0))
        {
            return null;
        }

        MeanComparison comparison = TwoSample.Combine(
            after.Score - before.Score, v1, before.Answers, before.Answers - 1.0, v2, after.Answers, after.Answers - 1.0, 0.0);
        var draft = new EstimateDraft(ImpactMethod.NetPromoterScore, EvidenceRung.BeforeAfter, EffectUnit.ScorePoints, false, confidenceLevel, promise);
        draft.SetStudent(comparison.Estimate, comparison.StandardError, comparison.DegreesOfFreedom);
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
        return draft;
    }
}
