using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// How long customers stay: the Kaplan-Meier (product-limit) curve of a group of customers, some of whom are still customers when the
/// data end (right-censored).
/// </summary>
/// <remarks>
/// S(t) = product over tenures s up to t of (1 - d_s / n_s), with d_s lost and n_s at risk. Standard errors by Greenwood's formula, intervals on the
/// log(-log S) scale: exp(-exp(log(-log S) +- z sqrt(G) / log S)). The same answers as R's survfit with conf.type = "log-log".
/// Nothing is said beyond the last observed tenure; <see cref="RetentionModel"/> extrapolates, with a model.
/// </remarks>
public sealed class SurvivalCurve
{
    /// <summary>Fewer customers than this make a curve that should not carry a decision: 20.</summary>
    public const int FewestCustomers = 20;

    /// <summary>Fewer losses than this make a curve that should not carry a decision: 5.</summary>
    public const int FewestEvents = 5;

    private SurvivalCurve(KaplanMeier table, int customers, double confidenceLevel)
    {
        Table = table;
        Customers = customers;
        ConfidenceLevel = confidenceLevel;
        double z = NormalDistribution.Quantile(0.5 + confidenceLevel / 2);
        var points = new SurvivalPoint[table.Times.Length];
        int events = 0;
        for (int k = 0; k < points.Length; k++)
        {
            double survival = table.Survival[k];
            bool has = table.TryGetInterval(k, z, out double lower, out double upper);
            double error = survival > 0 ? survival * Math.Sqrt(table.Greenwood[k]) : 0;
            points[k] = new SurvivalPoint(
                table.Times[k], table.AtRisk[k], table.Events[k], survival, error, lower, upper, has);
            events += table.Events[k];
        }

        Events = events;
        Points = Array.AsReadOnly(points);
    }

    /// <summary>The steps of the curve, by ascending tenure, tenures at which customers only went out of observation included.</summary>
    public IReadOnlyList<SurvivalPoint> Points { get; }

    /// <summary>Customers in the data.</summary>
    public int Customers { get; }

    /// <summary>Customers lost; the others were still customers when observation ended.</summary>
    public int Events { get; }

    /// <summary>The level of the intervals, as a fraction: 0.95 is 95 %.</summary>
    public double ConfidenceLevel { get; }

    /// <summary>The longest observed tenure, the end of what the curve knows.</summary>
    public double LastTenure => Table.Times[Table.Times.Length - 1];

    /// <summary>At least <see cref="FewestCustomers"/> customers and <see cref="FewestEvents"/> losses.</summary>
    public bool IsSufficient => Customers >= FewestCustomers && Events >= FewestEvents;

    internal KaplanMeier Table { get; }

    /// <summary>Estimates the curve.</summary>
    /// <param name="tenures">Each customer's tenure so far, or until lost, in periods (months, as a rule); finite and not negative.</param>
    /// <param name="lost">True where the customer was lost at that tenure, false where still a customer when observation ended.</param>
    /// <param name="confidenceLevel">Level of the intervals as a fraction, inside 0.5 to 1, both ends excluded.</param>
    /// <exception cref="ArgumentNullException">A list is null.</exception>
    /// <exception cref="ArgumentException">The lists are empty or differ in length, or a tenure is negative, infinite or NaN; the
    /// message names the index.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence level is outside its range.</exception>
    public static SurvivalCurve Estimate(IReadOnlyList<double> tenures, IReadOnlyList<bool> lost, double confidenceLevel = 0.95)
    {
        Check.NotNull(tenures, nameof(tenures));
        Check.NotNull(lost, nameof(lost));
        if (tenures.Count == 0 || tenures.Count != lost.Count)
        {
            throw new ArgumentException(string.Format(
                CultureInfo.InvariantCulture, "tenures has {0} values and lost has {1}; both need the same number, at least 1.", tenures.Count, lost.Count),
                nameof(tenures));
        }

        if (!(confidenceLevel > 0.5 && confidenceLevel < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidenceLevel), confidenceLevel, "The confidence level lies inside 0.5 to 1, ends excluded.");
        }

        var times = new double[tenures.Count];
        var ended = new bool[tenures.Count];
        for (int i = 0; i < times.Length; i++)
        {
            if (!(tenures[i] >= 0 && tenures[i] <= double.MaxValue))
            {
                throw new ArgumentException(string.Format(
                    CultureInfo.InvariantCulture, "tenures[{0}] is {1}; a tenure is a finite number, 0 or more.", i, tenures[i]), nameof(tenures));
            }

            times[i] = tenures[i];
            ended[i] = lost[i];
        }

        return new SurvivalCurve(KaplanMeier.Estimate(times, ended), times.Length, confidenceLevel);
    }

    /// <summary>The share of customers that stays longer than a tenure, a step function.</summary>
    /// <param name="tenure">The tenure, 0 or more, in the unit of the data.</param>
    /// <param name="survival">The share, 0 to 1; 0 when there is no answer.</param>
    /// <returns>False beyond <see cref="LastTenure"/> while customers are left: the data say nothing there.</returns>
    public bool TryGetSurvival(double tenure, out double survival)
    {
        bool known = tenure >= 0 && (tenure <= LastTenure || (tenure <= double.MaxValue && Table.Survival[Table.Survival.Length - 1] == 0));
        survival = known ? Table.At(tenure) : 0;
        return known;
    }

    /// <summary>The tenure by which half of the customers are lost; the middle of the step where survival is one half exactly.</summary>
    /// <param name="tenure">The median tenure; 0 when there is no answer.</param>
    /// <returns>False when more than half are still customers at the end of the data.</returns>
    public bool TryGetMedian(out double tenure) => Table.TryGetMedian(out tenure);

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "Kaplan-Meier: {0} customers, {1} lost, up to tenure {2}", Customers, Events, LastTenure);
}
