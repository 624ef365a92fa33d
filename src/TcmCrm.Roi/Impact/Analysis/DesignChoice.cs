namespace TcmCrm.Roi.Impact;

/// <summary>Why the design on top is there, and what would settle what it cannot (METHODS C11).</summary>
internal static class DesignChoice
{
    /// <summary>Season and trend can both be told from two years.</summary>
    private const int TwoYears = 24;

    public static List<Message> Reasons(StudyContext context, StudySeries? gap, BaselineChecks checks, List<ImpactEstimate> ranked)
    {
        if (ranked.Count == 0 || !ranked[0].MayBeChosen)
        {
            return [];
        }

        ImpactEstimate chosen = ranked[0];
        return chosen.IsEffect ? [Met(context, chosen)] : NotMet(context, gap, checks, chosen);
    }

    private static Message Met(StudyContext context, ImpactEstimate chosen) => chosen.Method switch
    {
        ImpactMethod.ControlledSeries => new("designChosen.control"),
        ImpactMethod.DifferenceInDifferences => new("designChosen.experiment"),
        ImpactMethod.YearOnYear when context.Study.KnownGrowth is null => new("designChosen.growthBefore", Count("before", (int)chosen.ObservationsBefore)),
        ImpactMethod.YearOnYear => new(
            "designChosen.growth",
            MessageArgument.Ratio("growth", context.Study.KnownGrowth!.Value), MessageArgument.Ratio("halfWidth", context.Study.KnownGrowthHalfWidth)),
        _ => chosen.IsSeasonAdjusted
            ? new("designChosen.season", Count("before", (int)chosen.ObservationsBefore))
            : new("designChosen.noSeason", Count("before", (int)chosen.ObservationsBefore)),
    };

    private static List<Message> NotMet(StudyContext context, StudySeries? gap, BaselineChecks checks, ImpactEstimate chosen)
    {
        StudySeries series = context.Series;
        var reasons = new List<Message>();
        if (chosen.Rung is EvidenceRung.ControlGroup)
        {
            reasons.Add(new Message(
                "noEffect.control", Count("before", gap!.Before), Count("after", gap.After),
                Count("neededBefore", InterruptedDesign.MinimumBefore), Count("neededAfter", InterruptedDesign.MinimumAfter)));
            return reasons;
        }

        if (series.HasCalendar && chosen.Method == ImpactMethod.YearOnYear && YearOnYearDesign.IsDisturbed(context))
        {
            reasons.Add(new Message("noEffect.event"));
        }
        else if (!series.HasCalendar)
        {
            reasons.Add(new Message("noEffect.staggered"));
        }
        else if (checks.IsBroken && (context.Study.Season == SeasonTreatment.None || SeasonPlan.CoversSeason(series)))
        {
            reasons.Add(new Message("noEffect.break"));
        }
        else if (series.After < InterruptedDesign.MinimumAfter)
        {
            reasons.Add(new Message("noEffect.short", Count("after", series.After), Count("neededAfter", InterruptedDesign.MinimumAfter)));
        }
        else if (context.Study.Season == SeasonTreatment.None)
        {
            reasons.Add(new Message(
                "noEffect.trend", Count("before", series.Before), Count("more", Math.Max(InterruptedDesign.MinimumBefore - series.Before, 1))));
        }
        else if (SeasonPlan.SpanBefore(series) < TwoYears)
        {
            reasons.Add(new Message(
                "noEffect.growth", Count("before", SeasonPlan.SpanBefore(series)), Count("more", TwoYears - SeasonPlan.SpanBefore(series))));
        }
        else if (SeasonPlan.MonthsNotSeenBefore(series) == 0)
        {
            reasons.Add(new Message("noEffect.noNoise"));
        }
        else
        {
            reasons.Add(new Message("noEffect.season", Count("months", SeasonPlan.MonthsNotSeenBefore(series))));
        }

        return reasons;
    }

    private static MessageArgument Count(string name, int count) => MessageArgument.Number(name, count);
}
