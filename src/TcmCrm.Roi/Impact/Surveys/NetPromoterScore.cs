using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>A net promoter score (净推荐值) from counts: 100 x (promoters - detractors) / answers, between -100 and 100.</summary>
public sealed class NetPromoterScore
{
    /// <summary>A score from the counts of the three kinds of answers.</summary>
    /// <param name="promoters">Answers of 9 and 10, 0 or more.</param>
    /// <param name="passives">Answers of 7 and 8, 0 or more.</param>
    /// <param name="detractors">Answers of 0 to 6, 0 or more. The three sum to 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the three sum to 0 or to more than 2,147,483,647.</exception>
    public NetPromoterScore(int promoters, int passives, int detractors)
    {
        Promoters = Check.NotNegative(promoters);
        Passives = Check.NotNegative(passives);
        Detractors = Check.NotNegative(detractors);
        long answers = (long)promoters + passives + detractors;
        Answers = (int)Check.InRange((decimal)answers, 1, int.MaxValue, nameof(answers));
    }

    /// <summary>Answers of 9 and 10.</summary>
    public int Promoters { get; }

    /// <summary>Answers of 7 and 8.</summary>
    public int Passives { get; }

    /// <summary>Answers of 0 to 6.</summary>
    public int Detractors { get; }

    /// <summary>All answers.</summary>
    public int Answers { get; }

    /// <summary>How many were asked; null when it is not known.</summary>
    public int? Invited { get; private init; }

    /// <summary>The score, -100 to 100.</summary>
    public double Score => 100.0 * (Promoters - (double)Detractors) / Answers;

    /// <summary>The variance of one answer scored 1, 0 and -1, with the divisor n - 1.</summary>
    internal double SampleVariance
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
        double half = NormalDistribution.TwoSidedCritical(SurveyChangeOptions.CheckLevel(confidenceLevel, nameof(confidenceLevel))) * Math.Sqrt((p + d - (centre * centre)) / n);
        return new EffectInterval(100 * centre, 100 * Math.Max(centre - half, -1.0), 100 * Math.Min(centre + half, 1.0));
    }

    /// <summary>A copy that knows how many were asked, from which comparisons tell the response rate.</summary>
    /// <param name="people">How many were asked; as many as answered or more.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than <see cref="Answers"/>.</exception>
    public NetPromoterScore WithInvited(int people) =>
        new(Promoters, Passives, Detractors) { Invited = Check.InRange(people, Answers, int.MaxValue) };

    /// <summary>Invariant text with the score and the counts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "NPS {0:0.#} ({1}/{2}/{3})", Math.Round(Score, 1) + 0.0, Promoters, Passives, Detractors);
}
