using NodaTime;

namespace TcmCrm.Roi.Impact;

/// <summary>The warnings of impact studies, and the reasons why a design is not possible.</summary>
internal static class ImpactWarnings
{
    private const int MostMonthsNamed = 6;

    public static Message TooFewMonths(int before, int after, int needBefore, int needAfter) => new(
        "tooFewMonths", Count("before", before), Count("after", after), Count("neededBefore", needBefore), Count("neededAfter", needAfter));

    public static Message TooFewPairs(int pairs, int needed) => new("tooFewMonths.pairs", Count("pairs", pairs), Count("needed", needed));

    public static Message TooFewForDesign(int points, int needed) => new("tooFewMonths.observations", Count("observations", points), Count("needed", needed));

    public static Message NoVariation() => new("noVariation");

    public static Message GrowthTakenAsKnown() => new("growthTakenAsKnown");

    public static Message ConstantSide(bool before) => new(before ? "constantSide.before" : "constantSide.after");

    public static Message SingularDesign() => new("singularDesign");

    public static Message ShortInterruption(int before, int after) => new("shortSeries", Count("before", before), Count("after", after));

    public static Message LevelOnly(int after) => new("levelOnly", Count("after", after));

    public static Message FewPairs(int pairs) => new("fewPairs", Count("pairs", pairs));

    public static Message RhoAtEdge(double rho) => new("rhoAtEdge", MessageArgument.Number("rho", rho, 2));

    public static Message SeasonNotAdjusted() => new("seasonNotAdjusted");

    /// <param name="shareBefore">Of the festival, a month before.</param>
    /// <param name="shareAfter">Of the festival, a month after.</param>
    /// <param name="biasLogPoints">What it may come to on the log scale; null on another, where there is no yardstick.</param>
    public static Message FestivalUnbalanced(double shareBefore, double shareAfter, double? biasLogPoints)
    {
        MessageArgument before = MessageArgument.Number("before", shareBefore, 2);
        MessageArgument after = MessageArgument.Number("after", shareAfter, 2);
        return biasLogPoints is { } bias
            ? new("springFestivalUnbalanced", before, after, MessageArgument.Number("logPoints", bias, 1))
            : new("springFestivalUnbalanced.plain", before, after);
    }

    public static Message FestivalMonthLeftOut(int months) => new("springFestivalUnbalanced.leftOut", Count("months", months));

    public static Message TroughStart(double deviations) => new("troughStart", MessageArgument.Number("deviations", deviations, 1));

    public static Message TrendBends(double p) => new("trendBends", EffectText.PValue(p));

    public static Message VerdictCapped() => new("verdictCapped");

    public static Message TrendMayBend(int months, double p) => new("trendMayBend", Count("months", months), EffectText.PValue(p));

    public static Message BaselineBreak(int month, int since, int needed) => since >= needed
        ? new("baselineBreak", Month(month), Count("since", since))
        : new("baselineBreak.tooRecent", Month(month), Count("since", since), Count("needed", needed));

    public static Message ShortBaseline(int before) => new("shortBaseline", Count("before", before));

    public static Message PreTrend(double perMonth, EffectUnit unit, double p) =>
        new("preTrend", EffectText.Part("perMonth", perMonth, unit), EffectText.PValue(p));

    public static Message GapPreTrend(double perMonth, EffectUnit unit, double p) =>
        new("preTrend.gap", EffectText.Part("perMonth", perMonth, unit), EffectText.PValue(p));

    public static Message PlaceboMoved(double p) => new("placeboMoved", EffectText.PValue(p));

    public static Message ControlMoved(string segment, int number, double p) => OfControl("controlMoved", segment, number, p);

    public static Message GapOfControl(double alone, EffectUnit unit) => new("gapOfControl", EffectText.Part("alone", alone, unit));

    public static Message ContaminatedControl(string segment, int number, double p) => OfControl("contaminatedControl", segment, number, p);

    public static Message EffectChanges(EffectInterval average, EffectInterval last, EffectUnit unit, double p) => new(
        "effectChangesOverTime", EffectText.Part("average", average.Estimate, unit), EffectText.Part("last", last.Estimate, unit), EffectText.PValue(p));

    public static Message Gaps(IReadOnlyList<int> months)
    {
        MessageArgument named = MessageArgument.Parts("months", months.Take(MostMonthsNamed).Select(month => new Message("gapsInSeries.month", Month(month))));
        return months.Count > MostMonthsNamed
            ? new("gapsInSeries.more", Count("count", months.Count), named, Count("more", months.Count - MostMonthsNamed))
            : new("gapsInSeries", Count("count", months.Count), named);
    }

    public static Message NotOnLogScale(int month, double value) => new("notOnLogScale", Month(month), EffectText.Plain("value", value));

    public static Message Ties() => new("ties");

    public static Message SmallCounts(double smallest) => new("smallCounts", EffectText.Count("smallest", smallest));

    public static Message Overdispersed(double factor) => new("overdispersed", MessageArgument.Number("factor", factor, 1));

    public static Message NotAProportion(int month) => new("notAProportion", Month(month));

    public static Message NoCounts() => new("noCounts");

    public static Message EmptyDenominators(int months) => new("emptyDenominators", Count("months", months));

    public static Message StaggeredStack(int units, int before, int after) => new(
        "staggeredStack", Count("units", units), Count("before", before), Count("after", after));

    public static Message NonResponse(double before, double after) => new(
        "nonResponse", MessageArgument.Ratio("before", before), MessageArgument.Ratio("after", after));

    public static Message NoEstimate() => new("noEstimate");

    /// <summary>A control series is named by its segment; one without, by its place.</summary>
    private static Message OfControl(string code, string segment, int number, double p) => segment.Length > 0
        ? new(code, MessageArgument.Text("subject", segment), EffectText.PValue(p))
        : new(code + ".unnamed", Count("number", number), EffectText.PValue(p));

    private static MessageArgument Count(string name, int count) => MessageArgument.Number(name, count);

    private static MessageArgument Month(int month) => MessageArgument.Month("month", new YearMonth(month / 12, (month % 12) + 1));
}
