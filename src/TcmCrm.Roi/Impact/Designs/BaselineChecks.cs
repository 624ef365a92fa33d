using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// What the months before go-live say about the assumption of a design: a break in their level, a trend that bends, a trough just before go-live, a step at a
/// pretended go-live. All look at the months with season, trend and autocorrelation taken out.
/// </summary>
internal sealed class BaselineChecks
{
    /// <summary>Of each of the three guards: 5 % for all of them together.</summary>
    private const double Significance = 0.05 / 3;

    /// <summary>From this probability on a bend is likely enough to be allowed for: the price is a wider interval, the price of leaving it out a wrong one.</summary>
    private const double BendSignificance = 0.2;

    /// <summary>A trend may bend where 36 months lie before, 18 months before go-live.</summary>
    private const int BendFrom = 36;
    private const int BendAt = 18;
    private const int Trimmed = 6;
    /// <summary>With fewer months since, growth and season cannot be told apart from the months since alone.</summary>
    private const int LeastSinceBreak = 24;
    private const int LeastWithoutSeason = 12;
    private const int TroughMonths = 3;

    /// <summary>The months numbers of steps of other dates, that of a break among them.</summary>
    public IReadOnlyList<int> Steps { get; private set; } = [];

    /// <summary>Where the trend is allowed to bend; null for a straight one.</summary>
    public int? Knot { get; private set; }

    /// <summary>Whether the level broke so shortly before go-live that nothing can be concluded.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What fired; the verdict is then capped.</summary>
    public List<Message> Guards { get; } = [];

    /// <summary>What has to be said besides.</summary>
    public List<Message> Notes { get; } = [];

    /// <param name="context">The study.</param>
    /// <param name="series">Its series, or the gap to its control.</param>
    /// <param name="plan">What is done about the season.</param>
    /// <param name="isGap">Whether it is a gap: what moved both is out of it, so no break is looked for and no bend allowed; the guards look at it all the same.</param>
    public static BaselineChecks Of(StudyContext context, StudySeries series, SeasonPlan plan, bool isGap)
    {
        int[] events = [.. context.Study.OtherEvents.Select(StudyPreparation.Number).Where(month => series.HasCalendar && series.Months.Length > 0 && month > series.Months[0])];
        var checks = new BaselineChecks { Steps = events };
        BaselineFit? fit = BaselineFit.Of(series, plan, events);
        if (fit is null)
        {
            return checks;
        }

        if (!isGap && fit.LargestStep(Trimmed, out int month) > BreakTable.Critical(fit.Rows, fit.Rho))
        {
            int since = series.GoLive - month;
            int needed = plan.HasDummies ? LeastSinceBreak : LeastWithoutSeason;
            checks.Notes.Add(ImpactWarnings.BaselineBreak(month, since, needed));
            if (since < needed)
            {
                checks.IsBroken = true;
                return checks;
            }

            checks.Steps = [.. events, month];
            fit = BaselineFit.Of(series, plan, checks.Steps) ?? fit;
        }

        if (!isGap && SeasonPlan.SpanBefore(series) >= BendFrom)
        {
            int knot = series.GoLive - BendAt;
            double t = fit.StudentOf(point => Math.Max(point.Time - knot, 0.0), out _);
            double p = StudentT.TwoSidedP(t, fit.DegreesOfFreedom);
            if (p < BendSignificance)
            {
                checks.Knot = knot;
                checks.Notes.Add(ImpactWarnings.TrendMayBend(BendAt, p));
            }
        }

        checks.Guard(context, series, fit);
        return checks;
    }

    private void Guard(StudyContext context, StudySeries series, BaselineFit fit)
    {
        double origin = series.Months[0];
        double bend = P(fit.StudentOf(point => (point.Time - origin) * (point.Time - origin), out _));
        if (bend < Significance)
        {
            Guards.Add(ImpactWarnings.TrendBends(bend));
        }

        double trough = fit.StudentOf(point => point.Time >= series.GoLive - TroughMonths ? 1.0 : 0.0, out double depth);
        bool isWorse = context.Study.LowerIsBetter ? depth > 0.0 : depth < 0.0;
        if (isWorse && P(trough) < Significance)
        {
            Guards.Add(ImpactWarnings.TroughStart(Math.Abs(depth) / fit.Deviation));
        }

        double middle = origin + (0.5 * (series.GoLive - origin));
        double placebo = P(fit.StudentOf(point => point.Time >= middle ? 1.0 : 0.0, out _));
        if (placebo < Significance)
        {
            Guards.Add(ImpactWarnings.PlaceboMoved(placebo));
        }

        if (Guards.Count > 0)
        {
            Guards.Add(ImpactWarnings.VerdictCapped());
        }

        double P(double t) => StudentT.TwoSidedP(t, fit.DegreesOfFreedom);
    }
}
