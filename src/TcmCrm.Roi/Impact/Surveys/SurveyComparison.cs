using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// Raw answers to a survey before and after, put to a score with its interval on each side and the difference: by the same customers where most of those who answered
/// answered twice, else as two surveys of different people. A difference of two surveys shows no trend, so its verdict goes no further than "positive, promise unproven".
/// </summary>
public sealed class SurveyComparison
{
    /// <summary>Fewer pairs show no error of their own.</summary>
    private const int FewestPairs = 10;

    private SurveyComparison(Side before, Side after, int pairs, bool isPaired)
    {
        Before = before.Score;
        After = after.Score;
        AnswersBefore = before.Count;
        AnswersAfter = after.Count;
        Pairs = pairs;
        IsPaired = isPaired;
        var warnings = new List<Message>();
        if (before.Repeated + after.Repeated > 0)
        {
            warnings.Add(new Message("surveyRepeated", MessageArgument.Number("answers", before.Repeated + after.Repeated)));
        }

        if (pairs > 0 && !isPaired)
        {
            warnings.Add(new Message("surveyOverlap", MessageArgument.Number("pairs", pairs)));
        }

        Warnings = warnings.AsReadOnly();
    }

    /// <summary>The score before with its interval: of recommendation in points, -100 to 100, of satisfaction the share that is satisfied.</summary>
    public EffectInterval Before { get; }

    /// <summary>The same after.</summary>
    public EffectInterval After { get; }

    /// <summary>Answers before that count, one a customer where customers are known.</summary>
    public int AnswersBefore { get; }

    /// <summary>Answers after that count.</summary>
    public int AnswersAfter { get; }

    /// <summary>Customers who answered before and after.</summary>
    public int Pairs { get; }

    /// <summary>Whether the difference is that of the same customers: ten at least, and half at least of those of the smaller survey.</summary>
    public bool IsPaired { get; }

    /// <summary>The difference, after less before; null where there is none, see <see cref="Reason"/>.</summary>
    public ImpactEstimate? Change { get; private set; }

    /// <summary>Why there is no difference; null where there is one.</summary>
    public Message? Reason { get; private set; }

    /// <summary>Answers of a customer who answered again, of which the last counts; customers of both surveys who are too few for pairs.</summary>
    public IReadOnlyList<Message> Warnings { get; }

    /// <summary>The net promoter scores (净推荐值) of answers from 0 to 10: the share of 9 and 10 less that of 0 to 6, by the adjusted Wald interval.</summary>
    /// <param name="before">The answers before, one at least: who gave it, null where that is not known, and the score.</param>
    /// <param name="after">The answers after, one at least.</param>
    /// <param name="options">Promise and confidence level; null for the defaults. More is better.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A list is empty, or a score is not a whole number from 0 to 10; the message names its index.</exception>
    public static SurveyComparison Recommendation(
        IReadOnlyList<(string? Customer, double Score)> before, IReadOnlyList<(string? Customer, double Score)> after, SurveyChangeOptions? options = null)
    {
        options ??= SurveyChangeOptions.Default;
        Side first = Side.Of(before, 0, 10, nameof(before), answers => Score(answers, options.ConfidenceLevel));
        Side second = Side.Of(after, 0, 10, nameof(after), answers => Score(answers, options.ConfidenceLevel));
        return Compare(first, second, pairs =>
        {
            double[] one = [.. pairs.Select(pair => Promoter(pair.Before))];
            double[] two = [.. pairs.Select(pair => Promoter(pair.After))];
            return one.Zip(two, (b, a) => a - b).Distinct().Count() < 2 ? null : SurveyChange.PairedScores(one, two, options);
        }, () => first.Count < 2 || second.Count < 2 || (!IsMixed(first) && !IsMixed(second)) ? null : SurveyChange.NetPromoterScores(Counts(first.Scores), Counts(second.Scores), options));
    }

    /// <summary>The shares of satisfied customers (客户满意度) of answers from 1 to 5, by Wilson's interval.</summary>
    /// <param name="before">The answers before, one at least: who gave it, null where that is not known, and the score.</param>
    /// <param name="after">The answers after, one at least.</param>
    /// <param name="satisfiedFrom">From which score on an answer counts as satisfied, 2 to 5; 4 by default.</param>
    /// <param name="options">Promise and confidence level; null for the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">A list is empty, or a score is not a whole number from 1 to 5; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="satisfiedFrom"/> is outside 2 to 5.</exception>
    public static SurveyComparison Satisfaction(
        IReadOnlyList<(string? Customer, double Score)> before, IReadOnlyList<(string? Customer, double Score)> after, int satisfiedFrom = 4, SurveyChangeOptions? options = null)
    {
        options ??= SurveyChangeOptions.Default;
        Check.InRange(satisfiedFrom, 2, 5);
        Side first = Side.Of(before, 1, 5, nameof(before), Share);
        Side second = Side.Of(after, 1, 5, nameof(after), Share);
        return Compare(
            first, second,
            pairs => SurveyChange.PairedProportions(
                pairs.Count(p => p.Before >= satisfiedFrom && p.After >= satisfiedFrom), pairs.Count(p => p.Before >= satisfiedFrom && p.After < satisfiedFrom),
                pairs.Count(p => p.Before < satisfiedFrom && p.After >= satisfiedFrom), pairs.Count(p => p.Before < satisfiedFrom && p.After < satisfiedFrom), options),
            () => SurveyChange.Proportions(first.Scores.Count(s => s >= satisfiedFrom), first.Count, second.Scores.Count(s => s >= satisfiedFrom), second.Count, options));

        EffectInterval Share(IReadOnlyList<double> scores) => SurveyChange.Wilson(scores.Count(score => score >= satisfiedFrom), scores.Count, options.ConfidenceLevel);
    }

    /// <summary>An invariant text with both scores.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1}) -> {2} ({3})", Before, AnswersBefore, After, AnswersAfter);

    private static SurveyComparison Compare(Side before, Side after, Func<List<(double Before, double After)>, ImpactEstimate?> paired, Func<ImpactEstimate?> independent)
    {
        List<(double Before, double After)> pairs = [.. before.ByCustomer.Where(one => after.ByCustomer.ContainsKey(one.Key)).Select(one => (one.Value, after.ByCustomer[one.Key]))];
        bool isPaired = pairs.Count >= FewestPairs && 2 * pairs.Count >= Math.Min(before.Count, after.Count);
        ImpactEstimate? change = isPaired ? paired(pairs) : independent();
        return new SurveyComparison(before, after, pairs.Count, isPaired)
        {
            Change = change,
            Reason = change is null ? before.Count < 2 || after.Count < 2 ? new Message("surveyTooFew", MessageArgument.Number("before", before.Count), MessageArgument.Number("after", after.Count)) : ImpactWarnings.NoVariation() : null,
        };
    }

    private static double Promoter(double score) => score >= 9 ? 100 : score >= 7 ? 0 : -100;

    private static NetPromoterScore Counts(IReadOnlyList<double> scores) => new(scores.Count(s => s >= 9), scores.Count(s => s is >= 7 and < 9), scores.Count(s => s < 7));

    private static bool IsMixed(Side side) => side.Scores.Select(Promoter).Distinct().Count() > 1;

    private static EffectInterval Score(IReadOnlyList<double> scores, double level)
    {
        NetPromoterScore counts = Counts(scores);
        EffectInterval interval = counts.AdjustedWald(level);
        return new EffectInterval(counts.Score, Math.Min(interval.Lower, counts.Score), Math.Max(interval.Upper, counts.Score));
    }

    /// <summary>The answers of one survey, the last of each customer who is known.</summary>
    private sealed class Side(IReadOnlyList<double> scores, Dictionary<string, double> byCustomer, int repeated, EffectInterval score)
    {
        public IReadOnlyList<double> Scores { get; } = scores;

        public Dictionary<string, double> ByCustomer { get; } = byCustomer;

        public int Count => Scores.Count;

        public int Repeated { get; } = repeated;

        public EffectInterval Score { get; } = score;

        public static Side Of(IReadOnlyList<(string? Customer, double Score)> answers, int lowest, int highest, string name, Func<IReadOnlyList<double>, EffectInterval> score)
        {
            Check.NotNull(answers, name);
            if (answers.Count == 0)
            {
                throw Check.Wrong("There is no answer; a survey needs 1 at least.", name, "argument.noAnswer");
            }

            var scores = new List<double>();
            var byCustomer = new Dictionary<string, double>(StringComparer.Ordinal);
            for (int i = 0; i < answers.Count; i++)
            {
                (string? customer, double given) = answers[i];
                if (!(given >= lowest && given <= highest && given == Math.Floor(given)))
                {
                    throw Check.Wrong(
                        string.Format(CultureInfo.InvariantCulture, "The score at index {0} is {1:R}; allowed: a whole number from {2} to {3}.", i, given, lowest, highest), name, "argument.answerRange", MessageArgument.Number("place", i + 1), MessageArgument.Text("value", given.ToString("R", CultureInfo.InvariantCulture)), MessageArgument.Number("least", lowest), MessageArgument.Number("most", highest));
                }

                if (string.IsNullOrWhiteSpace(customer))
                {
                    scores.Add(given);
                }
                else
                {
                    byCustomer[customer!] = given;
                }
            }

            int repeated = answers.Count - scores.Count - byCustomer.Count;
            scores.AddRange(byCustomer.Values);
            return new Side(scores, byCustomer, repeated, score(scores));
        }
    }
}
