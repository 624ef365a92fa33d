using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Impact;

/// <summary>A monthly ratio as two pooled proportions (METHODS C6).</summary>
internal static class ProportionDesign
{
    private const int LeastDegrees = 4;

    public static void Run(StudyContext context)
    {
        KpiSeries series = context.Study.Series;
        if (!series.HasParts || context.Unit != EffectUnit.Share || series.Definition.PartsScale != 1 || context.Study.OtherUnits.Count > 0)
        {
            return;
        }

        var parts = new List<(bool IsAfter, double Numerator, double Denominator)>();
        int empty = 0;
        for (int i = 0; i < series.Count; i++)
        {
            int month = StudyPreparation.Number(series.Start) + i;
            if (!series.TryGetParts(i, out double numerator, out double denominator)
                || (month >= context.Series.GoLive && month < context.Series.FirstAfter))
            {
                continue;
            }

            if (!(numerator >= 0 && numerator <= denominator))
            {
                context.Refuse(ImpactMethod.ProportionNewcombe, ImpactWarnings.NotAProportion(month));
                return;
            }

            empty += denominator == 0 ? 1 : 0;
            parts.Add((month >= context.Series.FirstAfter, numerator, denominator));
        }

        if (empty > 0)
        {
            context.Warnings.Add(ImpactWarnings.EmptyDenominators(empty));
        }

        (double x1, double n1) = Sum(parts, isAfter: false);
        (double x2, double n2) = Sum(parts, isAfter: true);
        if (!(n1 > 0) || !(n2 > 0))
        {
            context.Refuse(ImpactMethod.ProportionNewcombe, ImpactWarnings.NoCounts());
            return;
        }

        int monthsAfter = parts.Count(p => p.IsAfter);
        double factor = Dispersion(parts, x1 / n1, x2 / n2, out int degrees);
        double carried = degrees >= LeastDegrees ? Correlation(parts, x1 / n1, x2 / n2) : 0.0;

        // Always, never after a test of whether it is needed (METHODS C11 g).
        double inflation = degrees >= LeastDegrees ? Math.Max(factor, 1.0) * (1.0 + carried) / (1.0 - carried) : 1.0;
        EstimateDraft draft = ProportionDraft.Independent(
            x1, n1, x2, n2, context.Study.Promise, context.Study.LowerIsBetter, context.Study.ConfidenceLevel, n2 / monthsAfter, inflation);
        draft.Cap = VerdictCap.Inconclusive;
        if (degrees >= LeastDegrees && factor > 1.0 + (3.0 * Math.Sqrt(2.0 / degrees)))
        {
            draft.Warnings.Add(ImpactWarnings.Overdispersed(factor));
            draft.OrderInRung = 5;
        }

        context.Drafts.Add(draft);
    }

    /// <summary>The autocorrelation of the months' standardised deviations from the proportion of their period, corrected for its bias as in C2; 0 to 0.9.</summary>
    private static double Correlation(List<(bool IsAfter, double Numerator, double Denominator)> parts, double before, double after)
    {
        double products = 0.0;
        double squares = 0.0;
        double previous = 0.0;
        int n = 0;
        foreach ((bool isAfter, double numerator, double denominator) in parts)
        {
            double p = isAfter ? after : before;
            double deviation = denominator > 0 && p > 0 && p < 1 ? (numerator - (denominator * p)) / Math.Sqrt(denominator * p * (1.0 - p)) : 0.0;
            products += deviation * previous;
            squares += deviation * deviation;
            previous = deviation;
            n++;
        }

        double r = squares > 0.0 ? products / squares : 0.0;
        return Math.Min(Math.Max(r + ((1.0 + (4.0 * r)) / n), 0.0), 0.9);
    }

    private static (double Numerator, double Denominator) Sum(List<(bool IsAfter, double Numerator, double Denominator)> parts, bool isAfter) => (
        parts.Where(p => p.IsAfter == isAfter).Sum(p => p.Numerator),
        parts.Where(p => p.IsAfter == isAfter).Sum(p => p.Denominator));

    /// <summary>Pearson's chi-square of the months about the proportion of their period, over its degrees of freedom: 1 for independent customers.</summary>
    private static double Dispersion(List<(bool IsAfter, double Numerator, double Denominator)> parts, double before, double after, out int degrees)
    {
        double sum = 0.0;
        degrees = -2;
        foreach ((bool isAfter, double numerator, double denominator) in parts)
        {
            double p = isAfter ? after : before;
            if (denominator > 0 && p > 0 && p < 1)
            {
                double deviation = numerator - (denominator * p);
                sum += deviation * deviation / (denominator * p * (1.0 - p));
                degrees++;
            }
        }

        return degrees > 0 ? sum / degrees : 1.0;
    }
}
