using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Review;

/// <summary>How much of its plan a line realises, learned from the recent months, and how far the coming months may lie from that.</summary>
/// <remarks>
/// Ratio r = sum of actuals / sum of plan (at the actual timing) over the months of the window; of a benefit only months that were measured count, of a cost
/// every month since its first booking. Monthly deviations e = actual / plan - r have variance s2 and, by the lag-1 rule of the mean-change method, an
/// effective number of months n* = n (1 - rho) / (1 + rho). A sum of future months with plan p has the variance
/// s2 [ sum(w^2) / sum(w)^2 (n / n*) sum(p)^2 + sum(p^2) (1 + rho) / (1 - rho) ], with w the plan of the window, and Student's t with n* - 1 degrees of freedom.
/// </remarks>
internal sealed class LineRealization
{
    private const int FewestMonths = 3;
    private const double StrongestDependence = 0.9;

    private readonly double _spread;
    private readonly double _shared;
    private readonly double _own;

    private static readonly LineRealization Nothing = new(0, 1, 1, 0, 0, 0);

    private LineRealization(int months, decimal ratio, decimal adoptionTrend, double spread, double shared, double own)
    {
        Months = months;
        Ratio = ratio;
        AdoptionTrend = adoptionTrend;
        _spread = spread;
        _shared = shared;
        _own = own;
    }

    /// <summary>Months with a plan that the ratio rests on.</summary>
    internal int Months { get; }

    internal decimal Ratio { get; }

    /// <summary>Adoption of late over adoption in the window: what the coming months have more than the past ones.</summary>
    internal decimal AdoptionTrend { get; }

    /// <summary>What the plan of the coming months is multiplied with.</summary>
    internal decimal Factor => Ratio * AdoptionTrend;

    /// <summary>Whether there are enough months for an interval from the data.</summary>
    internal bool HasSpread => Months >= FewestMonths;

    /// <summary>Half the width of the interval of a sum of coming months.</summary>
    internal double Reach(double sum, double sumOfSquares) => _spread * Math.Sqrt((_shared * sum * sum) + (_own * sumOfSquares));

    internal static LineRealization Of(LineRecord record, int firstActual, int late, int asOf, ReviewPolicy policy)
    {
        if (firstActual < 0 || record.IsUnplanned)
        {
            return Nothing;
        }

        int first = Math.Max(firstActual, asOf - policy.WindowMonths + 1);
        (decimal actual, decimal plan, int months) = Sums(record, first, late, asOf);
        if (plan == 0)
        {
            first = firstActual;
            (actual, plan, months) = Sums(record, first, late, asOf);
        }

        if (plan == 0)
        {
            return Nothing;
        }

        decimal ratio = actual / plan;
        decimal trend = AdoptionTrendOf(record, first, asOf, ratio, policy);
        return months < FewestMonths
            ? new LineRealization(months, ratio, trend, 0, 0, 0)
            : WithSpread(record, first, late, asOf, policy, ratio, trend, months);
    }

    private static bool Counts(LineRecord record, int month, int late, out decimal plan)
    {
        plan = record.Plan.Exact(month - late);
        return record.IsCost || record.HasRow[month];
    }

    private static (decimal Actual, decimal Plan, int Months) Sums(LineRecord record, int first, int late, int asOf)
    {
        decimal actual = 0;
        decimal sum = 0;
        int months = 0;
        for (int month = first; month <= asOf; month++)
        {
            if (Counts(record, month, late, out decimal plan))
            {
                actual += record.RealizedIn(month, plan);
                sum += plan;
                months += plan > 0 ? 1 : 0;
            }
        }

        return (actual, sum, months);
    }

    private static decimal AdoptionTrendOf(LineRecord record, int first, int asOf, decimal ratio, ReviewPolicy policy)
    {
        if (record.IsCost || record.Adoption is null || ratio <= 0
            || !record.Adoption.TryGetMeanRatio(asOf, asOf - first + 1, policy.TargetAdoption, out decimal mean)
            || !record.Adoption.TryGetMeanRatio(asOf, policy.RecentMonths, policy.TargetAdoption, out decimal recent)
            || mean == 0)
        {
            return 1;
        }

        // Rising adoption leads up to the plan and not beyond it: what is above the plan already stays where it is.
        return Math.Min(recent / mean, Math.Max(1, 1 / ratio));
    }

    private static LineRealization WithSpread(
        LineRecord record, int first, int late, int asOf, ReviewPolicy policy, decimal ratio, decimal trend, int months)
    {
        double squares = 0;
        double products = 0;
        double weights = 0;
        double weightSquares = 0;
        double previous = 0;
        for (int month = first; month <= asOf; month++)
        {
            if (!Counts(record, month, late, out decimal plan) || plan <= 0)
            {
                continue;
            }

            // The same zero for every line that follows its plan exactly, whatever its size.
            decimal deviation = record.RealizedIn(month, plan) - (ratio * plan);
            double e = (double)(deviation / plan);
            products += e * previous;
            squares += e * e;
            previous = e;
            weights += (double)plan;
            weightSquares += (double)plan * (double)plan;
        }

        double lag = squares > 0 ? products / squares : 0;
        double rho = squares > 0 ? Math.Min(Math.Max(lag + ((1 + (4 * lag)) / months) + (1.0 / months), 0), StrongestDependence) : 0;
        double effective = Math.Max(months * (1 - rho) / (1 + rho), 2);
        double t = StudentT.Quantile(0.5 + (policy.ConfidenceLevel / 2), Math.Max(effective - 1, 1));
        double spread = t * Math.Sqrt(squares / (months - 1)) * (double)trend;
        return new LineRealization(months, ratio, trend, spread, weightSquares / (weights * weights) * months / effective, (1 + rho) / (1 - rho));
    }
}
