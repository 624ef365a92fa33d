using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Benefits;

/// <summary>Margin of customers who stay, month by month, by <see cref="RetentionAccrual.Gradual"/> and <see cref="RetentionAccrual.SurvivalDifference"/>.</summary>
internal static class RetentionFlow
{
    private const int Decimals = 10;

    /// <summary>
    /// Customers saved in a month stay in the count for twelve months from the day they are saved. Saved evenly through a month, they count for half of it in
    /// their first month and for the other half in their thirteenth; a first month used for the part f counts f/2 and 1 - f/2.
    /// </summary>
    /// <param name="timeline">The months of the case.</param>
    /// <param name="profile">The share of the churn reduction that is realised in a month.</param>
    /// <param name="recorder">Where the amounts go.</param>
    /// <param name="marginPerYear">Customers saved in a year x margin of one in a year.</param>
    internal static void RecordGradual(CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder, decimal marginPerYear)
    {
        var goLive = new GoLiveMonth(timeline);
        int count = timeline.Grid.Count;
        int first = Math.Max(goLive.Index, 0);

        // Saved in a month x margin of a month; two decimals more than the amounts keep.
        decimal marginOfMonth = Math.Round(marginPerYear / 144, Decimals + 2, MidpointRounding.AwayFromZero);
        decimal amount = 0;

        // Saved in the eleven months before: in force for the whole month.
        decimal inner = 0;
        for (int back = 1; back <= 11; back++)
        {
            inner += Saved(first - goLive.Index - back);
        }

        for (int month = first; month < count; month++)
        {
            int age = month - goLive.Index;
            if (month == first || age <= profile.SettledMonth + 13)
            {
                decimal saved = Saved(age);
                decimal leaving = Saved(age - 12);
                decimal halves = age switch
                {
                    0 => saved * goLive.UsedShare / 2,
                    12 => (saved / 2) + (leaving * (1 - (goLive.UsedShare / 2))),
                    _ => (saved + leaving) / 2,
                };
                amount = Math.Round(marginOfMonth * (halves + inner), Decimals, MidpointRounding.AwayFromZero);
                inner += saved - Saved(age - 11);
            }

            recorder.ThroughMonth(month, amount);
        }

        decimal Saved(int age) => age == 0 ? profile.At(0) * goLive.UsedShare : profile.At(age);
    }

    /// <summary>
    /// Today's customers only: customers x margin / 12 x (alive with the new churn - alive with the old), each the mean of the month's begin and end.
    /// A yearly churn c is 1 - (1 - c)^(1/12) a month; the realised share of the reduction moves the monthly churn from the old to the new.
    /// </summary>
    internal static void RecordSurvivalDifference(
        CaseTimeline timeline, RealizationProfile profile, FlowRecorder recorder, decimal marginOfAllPerYear, Share churnBefore, Share churnAfter)
    {
        var goLive = new GoLiveMonth(timeline);
        int count = timeline.Grid.Count;
        double before = MonthlyChurn(churnBefore);
        double reduction = before - MonthlyChurn(churnAfter);
        double aliveBefore = 1;
        double aliveAfter = 1;
        for (int month = goLive.Index; month < count; month++)
        {
            int age = month - goLive.Index;
            double used = age == 0 ? (double)goLive.UsedShare : 1;
            double difference = aliveAfter - aliveBefore;
            aliveBefore *= 1 - (used * before);
            aliveAfter *= 1 - (used * (before - ((double)profile.At(age) * reduction)));
            if (month >= 0)
            {
                // Decimal from double here: the survival is a number, its value is money.
                decimal mean = (decimal)((difference + aliveAfter - aliveBefore) / 2 * used);
                recorder.ThroughMonth(month, Math.Round(marginOfAllPerYear / 12 * mean, Decimals, MidpointRounding.AwayFromZero));
            }
        }
    }

    // Rounded so that the last bit of the platform's power function does not reach the figures.
    private static double MonthlyChurn(Share yearly) => Math.Round(1 - Math.Pow((double)yearly.Complement.Value, 1 / 12.0), 14);
}
