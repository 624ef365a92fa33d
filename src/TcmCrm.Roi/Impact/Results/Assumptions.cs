namespace TcmCrm.Roi.Impact;

/// <summary>The assumptions of the designs.</summary>
internal static class Assumptions
{
    /// <summary>The months are independent of each other.</summary>
    public static readonly Message IndependentMonths = new("independentMonths");

    /// <summary>What one month carries over to the next fades at a constant rate.</summary>
    public static readonly Message FirstOrderErrors = new("firstOrderErrors");

    /// <summary>Nothing else changed at go-live.</summary>
    public static readonly Message NothingElseChanged = new("nothingElseChanged");

    /// <summary>Without the CRM level and trend of before would have gone on.</summary>
    public static readonly Message TrendContinues = new("trendContinues");

    /// <summary>Without the CRM the gap to the control would have stayed.</summary>
    public static readonly Message ParallelTrends = new("parallelTrends");

    /// <summary>The year before is what this year would have been.</summary>
    public static readonly Message SameYear = new("sameYear");

    /// <summary>The year before and the growth that was stated is what this year would have been.</summary>
    public static readonly Message SameYearPlusGrowth = new("sameYearPlusGrowth");

    /// <summary>The year before and the growth that it had over the one before it is what this year would have been.</summary>
    public static readonly Message SameYearPlusGrowthBefore = new("sameYearPlusGrowthBefore");

    /// <summary>Without the CRM the gap to the control would have kept its level and trend.</summary>
    public static readonly Message GapTrendContinues = new("gapTrendContinues");

    /// <summary>The season of the months after is that of the months before.</summary>
    public static readonly Message SameSeason = new("sameSeason");

    /// <summary>The treated and the control have the same season; fewer than two years cannot show it.</summary>
    public static readonly Message SeasonOfBoth = new("seasonOfBoth");

    /// <summary>Customers or answers are independent of each other and drawn alike before and after.</summary>
    public static readonly Message IndependentAnswers = new("independentAnswers");
}
