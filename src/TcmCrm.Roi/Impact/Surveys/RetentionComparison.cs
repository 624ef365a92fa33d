using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// Customers who were kept before and after go-live, at equal tenure: of those who joined so early that their tenure was over at go-live, and of those who joined from go-live on
/// and had the time. Who joined before and reached the tenure after lived under both and counts on neither side. The verdict goes no further than "positive, promise unproven".
/// </summary>
public sealed class RetentionComparison
{
    private RetentionComparison(int tenure, int[] kept, int[] all, int spanning, int young, SurveyChangeOptions options)
    {
        TenureMonths = tenure;
        CustomersBefore = all[0];
        CustomersAfter = all[1];
        Spanning = spanning;
        TooYoung = young;
        Before = all[0] == 0 ? null : SurveyChange.Wilson(kept[0], all[0], options.ConfidenceLevel);
        After = all[1] == 0 ? null : SurveyChange.Wilson(kept[1], all[1], options.ConfidenceLevel);
        Change = all[0] == 0 || all[1] == 0 ? null : SurveyChange.Proportions(kept[0], all[0], kept[1], all[1], options);
        Reason = Change is not null ? null : new Message(
            "retentionOneSide", MessageArgument.Number("before", all[0]), MessageArgument.Number("after", all[1]), MessageArgument.Number("months", tenure));
    }

    /// <summary>The tenure in months at which customers are looked at.</summary>
    public int TenureMonths { get; }

    /// <summary>Customers who joined so early that the tenure was over at go-live.</summary>
    public int CustomersBefore { get; }

    /// <summary>Customers who joined from go-live on, long enough ago.</summary>
    public int CustomersAfter { get; }

    /// <summary>Customers left out because their tenure lies on both sides of go-live.</summary>
    public int Spanning { get; }

    /// <summary>Customers left out because they joined too late to have reached the tenure.</summary>
    public int TooYoung { get; }

    /// <summary>The share kept before, as a fraction, with Wilson's interval; null without customers.</summary>
    public EffectInterval? Before { get; }

    /// <summary>The share kept after; null without customers.</summary>
    public EffectInterval? After { get; }

    /// <summary>The difference, after less before, by Newcombe's hybrid score interval; null where a side has no customer.</summary>
    public ImpactEstimate? Change { get; }

    /// <summary>Why there is no difference; null where there is one.</summary>
    public Message? Reason { get; }

    /// <summary>Compares the customers of a list.</summary>
    /// <param name="customers">When each joined, and left: null for one who is there still. A customer who left on the day on which the tenure is reached was kept.</param>
    /// <param name="goLive">The first day of the months after.</param>
    /// <param name="tenureMonths">The tenure, 1 to 120 months.</param>
    /// <param name="asOf">The last day that the list knows of.</param>
    /// <param name="options">Promise (a difference of fractions) and confidence level; null for the defaults.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A customer left before joining; the message names its index.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="tenureMonths"/> is outside its range.</exception>
    public static RetentionComparison Of(
        IReadOnlyList<(LocalDate Joined, LocalDate? Left)> customers, LocalDate goLive, int tenureMonths, LocalDate asOf, SurveyChangeOptions? options = null)
    {
        Check.NotNull(customers);
        Check.InRange(tenureMonths, 1, 120);
        int[] kept = new int[2];
        int[] all = new int[2];
        int spanning = 0;
        int young = 0;
        for (int i = 0; i < customers.Count; i++)
        {
            (LocalDate joined, LocalDate? left) = customers[i];
            if (left < joined)
            {
                throw Check.Wrong(string.Format(CultureInfo.InvariantCulture, "The customer at index {0} left on {1:R}, before joining on {2:R}.", i, left, joined), nameof(customers), "argument.leftBeforeJoining", MessageArgument.Number("place", i + 1), MessageArgument.Date("left", left.GetValueOrDefault()), MessageArgument.Date("joined", joined));
            }

            // Who left early is known early, but counts only when those who joined the same day and stayed do: else the last months would hold leavers alone.
            LocalDate reached = joined.PlusMonths(tenureMonths);
            if (reached > asOf)
            {
                young++;
            }
            else if (joined < goLive && reached > goLive)
            {
                spanning++;
            }
            else
            {
                int side = joined < goLive ? 0 : 1;
                all[side]++;
                kept[side] += left is null || left >= reached ? 1 : 0;
            }
        }

        return new RetentionComparison(tenureMonths, kept, all, spanning, young, options ?? SurveyChangeOptions.Default);
    }

    /// <summary>An invariant text with both shares.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} months: {1} ({2}) -> {3} ({4})", TenureMonths, Before, CustomersBefore, After, CustomersAfter);
}
