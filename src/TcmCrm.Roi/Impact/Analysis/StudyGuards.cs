using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Impact;

/// <summary>What has to be said about the data whatever the design, and about the designs that do not take it into account.</summary>
internal static class StudyGuards
{
    private const double Significance = 0.05;

    public static void Run(StudyContext context, SeasonTreatment season)
    {
        StudySeries series = context.Series;
        List<int> gaps = series.Gaps();
        if (gaps.Count > 0 && series.HasCalendar)
        {
            context.Warnings.Add(ImpactWarnings.Gaps(gaps));
        }

        if (series.Before < 12)
        {
            context.Warnings.Add(ImpactWarnings.ShortBaseline(series.Before));
        }

        // Three months of a season are no trough; where there is one, the months before are looked at without it (BaselineChecks).
        if (context.Study.Season == SeasonTreatment.None && Trough(series, context.Study.LowerIsBetter) is { } trough)
        {
            context.Warnings.Add(trough);
        }

        (double slope, double p) = BaselineTrend.Of(series);
        double perMonth = series.IsLog ? ElementaryFunctions.ExpMinusOne(slope) : slope;
        Message? trend = p < Significance ? ImpactWarnings.PreTrend(perMonth, context.Unit, p) : null;
        Message? festival = season == SeasonTreatment.None && context.Study.Season == SeasonTreatment.None ? null : FestivalGuard.Check(series);
        bool knowsSeason = context.Study.Season != SeasonTreatment.None && series.HasCalendar;
        foreach (EstimateDraft draft in context.Drafts)
        {
            if (knowsSeason && !draft.IsSeasonAdjusted)
            {
                draft.Warnings.Add(ImpactWarnings.SeasonNotAdjusted());
                if (festival is not null && context.Study.SpringFestival != SpringFestivalTreatment.None)
                {
                    draft.Warnings.Add(festival);
                }
            }

            if (trend is not null && draft.Rung is EvidenceRung.BeforeAfter or EvidenceRung.YearOnYear)
            {
                draft.Warnings.Add(trend!);
            }
        }

        if (context.Drafts.Count == 0)
        {
            context.Warnings.Add(ImpactWarnings.NoEstimate());
        }
    }

    /// <summary>A standard deviation or more in the bad direction over the last three months before go-live, against those before them.</summary>
    private static Message? Trough(StudySeries series, bool lowerIsBetter)
    {
        double[] before = series.ValuesBefore;
        const int last = 3;
        if (before.Length < MeanDesigns.MinimumBefore)
        {
            return null;
        }

        var earlier = new double[before.Length - last];
        var late = new double[last];
        Array.Copy(before, earlier, earlier.Length);
        Array.Copy(before, earlier.Length, late, 0, last);
        double spread = Math.Sqrt(TwoSample.Variance(MeanDesigns.Varies(earlier) ? earlier : before));
        double fall = TwoSample.Mean(earlier) - TwoSample.Mean(late);
        double deviations = spread > 0.0 ? (lowerIsBetter ? -fall : fall) / spread : 0.0;
        return deviations >= 1.0 ? ImpactWarnings.TroughStart(deviations) : null;
    }
}
