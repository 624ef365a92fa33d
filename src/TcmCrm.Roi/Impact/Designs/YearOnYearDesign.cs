using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>
/// Year on year (METHODS C3): d_t = y_t - y_(t-12) for the months after, from the thirteenth on y_t - y_(t-24) and so on, so that the month compared
/// with lies before go-live; paired t for three to five pairs, C1 on a constant from six. Growth that is stated is taken off; where the study asks for year on year and two
/// years lie before, that of the pairs before is: y_t - 2 y_(t-12) + y_(t-24), which is one difference a month, so that no month counts twice with its error.
/// </summary>
internal static class YearOnYearDesign
{
    internal const int MinimumPairs = 3;
    private const int MinimumForReml = 6;

    /// <summary>Five pairs or fewer do not show their autocorrelation; the interval of an effect is not stated as if there were none.</summary>
    private const double AssumedCorrelation = 0.3;

    /// <summary>The months after that have their month of the year before.</summary>
    public static int CountPairs(StudySeries series) => series.HasCalendar ? PairedMonths(series).Length : 0;

    public static void Run(StudyContext context)
    {
        StudySeries series = context.Series;
        int[] months = series.HasCalendar ? PairedMonths(series) : [];
        if (months.Length < MinimumPairs)
        {
            context.Refuse(ImpactMethod.YearOnYear, ImpactWarnings.TooFewPairs(months.Length, MinimumPairs));
            return;
        }

        bool knowsFestival = context.Study.SpringFestival != SpringFestivalTreatment.None;
        List<Pair> pairs = PairsOf(series, months, knowsFestival);
        int lone = pairs.Count(p => p.FestivalShift != 0.0);
        bool isLeftOut = lone > 0 && pairs.Count - lone >= MinimumPairs;
        if (isLeftOut)
        {
            pairs.RemoveAll(p => p.FestivalShift != 0.0);
        }

        double[] differences = [.. pairs.Select(p => p.Difference)];
        if (pairs.Count < MinimumPairs || !MeanDesigns.Varies(differences, pairs.Max(p => p.Size)))
        {
            context.Refuse(ImpactMethod.YearOnYear, pairs.Count < MinimumPairs ? ImpactWarnings.TooFewPairs(pairs.Count, MinimumPairs) : ImpactWarnings.NoVariation());
            return;
        }

        EstimateDraft draft = context.NewDraft(ImpactMethod.YearOnYear, EvidenceRung.YearOnYear);
        draft.Cap = VerdictCap.Inconclusive;
        if (!Estimate(draft, pairs, differences))
        {
            context.Refuse(ImpactMethod.YearOnYear, ImpactWarnings.NoVariation());
            return;
        }

        bool isDisturbed = IsDisturbed(context);
        bool knowsGrowth = context.Study.KnownGrowth is not null || LessGrowthBefore(context, draft, pairs);
        if (context.Study.KnownGrowth is { } growth)
        {
            LessGrowth(context, draft, pairs, growth);
            bool isTakenAsKnown = context.Study.KnownGrowthHalfWidth == 0;
            draft.Cap = isDisturbed ? VerdictCap.Inconclusive : isTakenAsKnown ? VerdictCap.Unproven : VerdictCap.None;
            if (isTakenAsKnown)
            {
                draft.Warnings.Add(ImpactWarnings.GrowthTakenAsKnown());
            }
        }

        draft.ObservationsBefore = draft.ObservationsAfter = pairs.Sum(p => p.Months);
        draft.IsSeasonAdjusted = true;
        draft.Assumptions.Add(!knowsGrowth ? Assumptions.SameYear : context.Study.KnownGrowth is null ? Assumptions.SameYearPlusGrowthBefore : Assumptions.SameYearPlusGrowth);
        draft.Assumptions.Add(Assumptions.NothingElseChanged);
        if (isLeftOut)
        {
            draft.Warnings.Add(ImpactWarnings.FestivalMonthLeftOut(lone));
        }
        else if (lone > 0)
        {
            double now = pairs.Sum(p => SeasonPlan.FestivalShare(p.Month)) / pairs.Count;
            double yearBefore = pairs.Sum(p => SeasonPlan.FestivalShare(p.Month - (12 * p.Years))) / pairs.Count;
            draft.Warnings.Add(ImpactWarnings.FestivalUnbalanced(yearBefore, now, series.IsLog ? 100 * FestivalGuard.Coefficient * (now - yearBefore) : null));
        }

        context.Drafts.Add(draft);
    }

    /// <summary>Takes off the stated growth, and adds its variance.</summary>
    private static void LessGrowth(StudyContext context, EstimateDraft draft, List<Pair> pairs, double growth)
    {
        ImpactStudy study = context.Study;
        double years = pairs.Average(p => p.Years);
        double unit = context.Series.IsLog ? 1.0 / (1.0 + growth) : pairs.Average(p => p.Before);
        double perYear = context.Series.IsLog ? Math.Log(1.0 + growth) : growth * unit;
        double error = study.KnownGrowthHalfWidth * unit * years / NormalDistribution.TwoSidedCritical(0.95);
        SmallSample allowance = SmallSample.Of(draft.Rho ?? AssumedCorrelation, pairs.Count, 1);
        double own = draft.StandardError!.Value * allowance.Factor;
        double sum = (own * own) + (error * error);
        Func<int, (double StandardError, double DegreesOfFreedom)> before = draft.ErrorAhead!;
        draft.SetStudent(draft.OnScale - (perYear * years), Math.Sqrt(sum), Degrees(own, allowance.DegreesOfFreedom, error));
        draft.SetDetectable(months =>
        {
            (double standardError, double degrees) = before(months);
            standardError *= allowance.Factor;
            return (Math.Sqrt((standardError * standardError) + (error * error)), Degrees(standardError, degrees, error));
        });
    }

    /// <summary>
    /// The degrees of freedom at which the half-width of the 95 % interval is the root of the sum of the squares of the two that it is made of: t s of the pairs, and z s of the statement.
    /// Satterthwaite's would make the interval narrower by a statement that is less sure.
    /// </summary>
    private static double Degrees(double own, double ownDegrees, double error)
    {
        const double level = 0.95;
        double ofPairs = StudentT.TwoSidedCritical(level, ownDegrees) * own;
        double ofGrowth = NormalDistribution.TwoSidedCritical(level) * error;
        double wanted = Math.Sqrt(((ofPairs * ofPairs) + (ofGrowth * ofGrowth)) / ((own * own) + (error * error)));
        (double low, double high) = (ownDegrees, 1e9);
        for (int i = 0; i < 60 && high / low > 1.000001; i++)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = StudentT.TwoSidedCritical(level, middle) > wanted ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Whether another thing than the CRM changed the level among the months compared: pairs cannot take it out.</summary>
    public static bool IsDisturbed(StudyContext context) => context.Study.OtherEvents.Any(month => StudyPreparation.Number(month) > context.Series.Months[0]);

    /// <summary>
    /// Takes off the growth of the year before; false where that is not asked for, the months before do not allow it, or their level broke. A guard caps the verdict as it does
    /// that of a series.
    /// </summary>
    private static bool LessGrowthBefore(StudyContext context, EstimateDraft draft, List<Pair> pairs)
    {
        StudySeries series = context.Series;
        if (context.Study.Season != SeasonTreatment.YearOnYear || !SeasonPlan.CoversSeason(series) || IsDisturbed(context) || pairs.Exists(pair => pair.Years > 1))
        {
            return false;
        }

        BaselineChecks checks = BaselineChecks.Of(context, series, SeasonPlan.Dummies(series, context.Study.SpringFestival), isGap: false);
        var differences = new List<double>();
        var clock = new List<int>();
        foreach (Pair pair in pairs)
        {
            int[] months = [.. Enumerable.Range(0, pair.Months).Select(i => pair.Month - 24 + i)];
            if (Array.TrueForAll(months, month => Array.BinarySearch(series.Months, month) >= 0))
            {
                differences.Add(pair.Difference - Difference(series, pair.Before, months.Average(month => RawAt(series, month))));
                clock.Add(pair.Clock);
            }
        }

        if (checks.IsBroken || differences.Count < MinimumForReml)
        {
            return false;
        }

        Ar1RemlFit fit = Ar1Reml.Fit(DesignMatrix.Constant(differences.Count), [.. differences], [.. clock], MinimumForReml);
        if (!fit.IsFitted)
        {
            return false;
        }

        RemlEstimate.Fill(draft, fit, [1.0]);
        SmallSample allowance = SmallSample.Of(fit.Rho, fit.Observations, 1);
        draft.SetStudent(draft.OnScale, draft.StandardError!.Value * allowance.Factor, allowance.DegreesOfFreedom);
        draft.SetDetectable(months =>
        {
            int[] extended = [.. clock, .. Enumerable.Range(1, Math.Max(Math.Min(clock.Count + months, 12) - clock.Count, 0)).Select(i => clock[clock.Count - 1] + i)];
            (double standardError, double degrees) = RemlEstimate.ErrorOf(fit, DesignMatrix.Constant(extended.Length), extended, [1.0]);
            return (standardError * SmallSample.Of(fit.Rho, extended.Length, 1).Factor, degrees);
        });
        draft.Cap = checks.Guards.Count > 0 ? VerdictCap.Unproven : VerdictCap.None;
        draft.Warnings.AddRange(checks.Guards);
        return true;
    }

    private static bool Estimate(EstimateDraft draft, List<Pair> pairs, double[] differences)
    {
        if (differences.Length < MinimumForReml)
        {
            MeanComparison paired = TwoSample.Paired(differences);
            draft.SetStudent(paired.Estimate, paired.StandardError, paired.DegreesOfFreedom);
            draft.EffectiveObservations = differences.Length;
            draft.Warnings.Add(ImpactWarnings.FewPairs(differences.Length));
            draft.Assumptions.Add(Assumptions.IndependentMonths);
            double deviation = paired.StandardError * Math.Sqrt(differences.Length);
            draft.SetDetectable(months =>
            {
                int n = Math.Max(Math.Min(differences.Length + months, 12), differences.Length);
                return (deviation / Math.Sqrt(n), n - 1.0);
            });
            return true;
        }

        int[] clock = [.. pairs.Select(p => p.Clock)];
        Ar1RemlFit fit = Ar1Reml.Fit(DesignMatrix.Constant(differences.Length), differences, clock, MinimumForReml);
        if (!fit.IsFitted)
        {
            return false;
        }

        RemlEstimate.Fill(draft, fit, [1.0]);
        draft.Assumptions.Add(Assumptions.FirstOrderErrors);
        draft.SetDetectable(months =>
        {
            // A year has twelve pairs; after that the months before go-live are used up.
            int added = Math.Max(Math.Min(differences.Length + months, 12) - differences.Length, 0);
            int[] extended = [.. clock, .. Enumerable.Range(1, added).Select(i => clock[clock.Length - 1] + i)];
            return RemlEstimate.ErrorOf(fit, DesignMatrix.Constant(extended.Length), extended, [1.0]);
        });
        return true;
    }

    private static int[] PairedMonths(StudySeries series)
    {
        var paired = new List<int>();
        for (int i = series.Before; i < series.Months.Length; i++)
        {
            if (Array.BinarySearch(series.Months, 0, series.Before, series.Months[i] - (12 * YearsBack(series, series.Months[i]))) >= 0)
            {
                paired.Add(series.Months[i]);
            }
        }

        return [.. paired];
    }

    /// <summary>How many years lie between a month and the last one like it before go-live.</summary>
    private static int YearsBack(StudySeries series, int month) => (month - series.GoLive + 12) / 12;

    /// <summary>January and February of a year are one pair where both are there; alone, a month knows how far the festival shifted.</summary>
    private static List<Pair> PairsOf(StudySeries series, int[] months, bool knowsFestival)
    {
        var pairs = new List<Pair>();
        for (int i = 0; i < months.Length; i++)
        {
            int month = months[i];
            int calendarMonth = month % 12;
            int years = YearsBack(series, month);
            double now = RawAt(series, month);
            double before = RawAt(series, month - (12 * years));
            int clock = knowsFestival ? (month / 12 * 11) + Math.Max(calendarMonth - 1, 0) : month;
            if (knowsFestival && calendarMonth == 0 && i + 1 < months.Length && months[i + 1] == month + 1 && YearsBack(series, month + 1) == years)
            {
                now = 0.5 * (now + RawAt(series, month + 1));
                before = 0.5 * (before + RawAt(series, month + 1 - (12 * years)));
                pairs.Add(new Pair(month, clock, 2, Difference(series, now, before), Size(series, now, before), 0.0, years, before));
                i++;
                continue;
            }

            double shift = knowsFestival && calendarMonth < 2 ? SeasonPlan.FestivalShare(month) - SeasonPlan.FestivalShare(month - (12 * years)) : 0.0;
            pairs.Add(new Pair(month, clock, 1, Difference(series, now, before), Size(series, now, before), shift, years, before));
        }

        return pairs;
    }

    private static double RawAt(StudySeries series, int month) => series.Raw[Array.BinarySearch(series.Months, month)];

    private static double Difference(StudySeries series, double now, double before) =>
        series.IsLog ? Math.Log(now) - Math.Log(before) : now - before;

    /// <summary>The size of the numbers that a difference is rounded with; a logarithm carries the rounding of its argument besides.</summary>
    private static double Size(StudySeries series, double now, double before) => series.IsLog
        ? 1 + Math.Max(Math.Abs(Math.Log(now)), Math.Abs(Math.Log(before)))
        : Math.Max(Math.Abs(now), Math.Abs(before));

    private readonly struct Pair(int month, int clock, int months, double difference, double size, double festivalShift, int years, double before)
    {
        public int Month { get; } = month;

        /// <summary>How many years it is compared over.</summary>
        public int Years { get; } = years;

        /// <summary>The value before.</summary>
        public double Before { get; } = before;

        public int Clock { get; } = clock;

        public int Months { get; } = months;

        public double Difference { get; } = difference;

        public double Size { get; } = size;

        public double FestivalShift { get; } = festivalShift;
    }
}
