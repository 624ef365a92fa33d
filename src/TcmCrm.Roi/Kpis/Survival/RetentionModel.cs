using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Kpis;

/// <summary>
/// Retention over many periods when customers differ in how easily they leave: the shifted-beta-geometric model. It explains why retention
/// rises with tenure (the disloyal leave first), and extrapolates a short series of yearly or monthly retention.
/// </summary>
/// <remarks>
/// Each customer leaves with a constant chance a period, and the chances are Beta(a, b) over customers:
/// P(T = t) = B(a + 1, b + t - 1) / B(a, b), S(t) = B(a, b + t) / B(a, b). Fader and Hardie (2007), J. Interactive Marketing 21(1), 76-90.
/// </remarks>
public sealed class RetentionModel : IEquatable<RetentionModel>
{
    /// <summary>Periods that a fit needs at least: 3.</summary>
    public const int FewestPeriods = 3;

    /// <summary>The last period that <see cref="SurvivalAt"/> answers for: 100,000, more than 270 years of days.</summary>
    public const int MostPeriods = 100_000;

    // Far above any count of customers; sums of a few such stay finite.
    private const double MostCustomers = 1e15;

    /// <summary>A model with known parameters.</summary>
    /// <param name="alpha">First parameter, above 0; alpha / (alpha + beta) is the first period's churn.</param>
    /// <param name="beta">Second parameter, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not a finite number above 0.</exception>
    public RetentionModel(double alpha, double beta)
    {
        Alpha = Positive(alpha, nameof(alpha));
        Beta = Positive(beta, nameof(beta));
    }

    /// <summary>First parameter of the beta distribution of churn over customers.</summary>
    public double Alpha { get; }

    /// <summary>Second parameter of the beta distribution of churn over customers.</summary>
    public double Beta { get; }

    /// <summary>Fits the model to the shares of one cohort that are left after each period.</summary>
    /// <param name="survivalShares">The share of the cohort left at the end of period 1, 2, ...: 0 to 1, never rising.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A share is outside 0 to 1 or above the share before it; the message names the index.</exception>
    public static RetentionFit FitShares(IReadOnlyList<double> survivalShares)
    {
        Check.NotNull(survivalShares, nameof(survivalShares));
        var exposed = new double[survivalShares.Count];
        var lost = new double[survivalShares.Count];
        AddCohort(1, survivalShares, 0, exposed, lost, nameof(survivalShares));
        return Fit(exposed, lost);
    }

    /// <summary>Fits the model to the customer counts of several cohorts, which may have been watched for different numbers of periods.</summary>
    /// <param name="cohorts">
    /// One list a cohort: the customers at the start, then those left at the end of period 1, 2, ...; never negative, never rising.
    /// </param>
    /// <exception cref="ArgumentNullException">The list or a cohort is null.</exception>
    /// <exception cref="ArgumentException">A cohort is empty or begins with more than 1e15, or a count is negative or above the one before it; the message names the
    /// index.</exception>
    public static RetentionFit FitCohorts(IReadOnlyList<IReadOnlyList<double>> cohorts)
    {
        Check.NotNull(cohorts, nameof(cohorts));
        int periods = 0;
        for (int i = 0; i < cohorts.Count; i++)
        {
            Check.NotNull(cohorts[i], nameof(cohorts));
            if (cohorts[i].Count == 0 || !(cohorts[i][0] >= 0 && cohorts[i][0] <= MostCustomers))
            {
                throw new ArgumentException(string.Format(
                    CultureInfo.InvariantCulture, "cohorts[{0}] needs the number of customers at its start, 0 to 1e15.", i), nameof(cohorts));
            }

            periods = Math.Max(periods, cohorts[i].Count - 1);
        }

        var exposed = new double[periods];
        var lost = new double[periods];
        for (int i = 0; i < cohorts.Count; i++)
        {
            AddCohort(cohorts[i][0], cohorts[i], 1, exposed, lost, string.Format(CultureInfo.InvariantCulture, "cohorts[{0}]", i));
        }

        return Fit(exposed, lost);
    }

    /// <summary>The share of customers left after a number of periods, S(t).</summary>
    /// <param name="period">Periods since the customer joined, 0 to <see cref="MostPeriods"/>; S(0) is 1. It takes time in proportion.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is outside that range.</exception>
    public double SurvivalAt(int period) => ShiftedBetaGeometric.Survival(Alpha, Beta, Check.InRange(period, 0, MostPeriods));

    /// <summary>The share of the customers of one period that stay through the next: r(t) = (b + t - 1) / (a + b + t - 1).</summary>
    /// <param name="period">The period, counted from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    public double RetentionAt(int period)
    {
        if (period < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(period), period, "Periods of retention count from 1.");
        }

        return (Beta + period - 1) / (Alpha + Beta + period - 1);
    }

    /// <summary>
    /// The discounted expected residual lifetime, in periods, of a customer who has survived some periods, counted just before the next renewal (that
    /// renewal itself counts undiscounted).
    /// </summary>
    /// <param name="ratePerPeriod">Discount rate per period as a fraction, 0 or more: 0.1 is 10 %.</param>
    /// <param name="survivedPeriods">Periods already survived, 0 to <see cref="MostPeriods"/>.</param>
    /// <param name="lifetime">The lifetime in periods; 0 when there is no answer.</param>
    /// <returns>False when the rate is 0 and alpha is 1 or less: the expected lifetime is then infinite.</returns>
    /// <remarks>
    /// sum over t > n of S(t) / S(n) (1 + d)^-(t - n - 1) = (b + n) / (a + b + n) 2F1(1, b + n + 1; a + b + n + 1; 1 / (1 + d)). Fader and Hardie (2010),
    /// Marketing Science 29(1), 85-93.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative, infinite or NaN, or the periods are outside their range.</exception>
    public bool TryGetResidualLifetime(double ratePerPeriod, int survivedPeriods, out double lifetime)
    {
        if (!(ratePerPeriod >= 0 && ratePerPeriod <= double.MaxValue))
        {
            throw new ArgumentOutOfRangeException(nameof(ratePerPeriod), ratePerPeriod, "The rate is a finite fraction, 0 or more.");
        }

        Check.InRange(survivedPeriods, 0, MostPeriods);
        bool finite = ratePerPeriod > 0 || Alpha > 1;
        lifetime = finite ? ShiftedBetaGeometric.ResidualLifetime(Alpha, Beta, ratePerPeriod, survivedPeriods) : 0;
        return finite;
    }

    /// <summary>The log-likelihood of this model per customer of one cohort, given as in <see cref="FitShares"/>.</summary>
    /// <param name="survivalShares">The share of the cohort left at the end of period 1, 2, ...: 0 to 1, never rising.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">A share is outside 0 to 1 or above the share before it; the message names the index.</exception>
    public double LogLikelihood(IReadOnlyList<double> survivalShares)
    {
        Check.NotNull(survivalShares, nameof(survivalShares));
        var exposed = new double[survivalShares.Count];
        var lost = new double[survivalShares.Count];
        AddCohort(1, survivalShares, 0, exposed, lost, nameof(survivalShares));
        return ShiftedBetaGeometric.LogLikelihood(Alpha, Beta, exposed, lost);
    }

    /// <inheritdoc/>
    public bool Equals(RetentionModel? other) => other is not null && Alpha.Equals(other.Alpha) && Beta.Equals(other.Beta);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RetentionModel);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Alpha.GetHashCode() * 31) + Beta.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "sBG(alpha {0}, beta {1})", Alpha, Beta);

    private static void AddCohort(double start, IReadOnlyList<double> left, int offset, double[] exposed, double[] lost, string name)
    {
        double before = start;
        for (int t = 0; t + offset < left.Count; t++)
        {
            double after = left[t + offset];
            if (!(after >= 0 && after <= before))
            {
                throw new ArgumentException(string.Format(
                    CultureInfo.InvariantCulture, "{0}[{1}] is {2}; it lies between 0 and what was there before, {3}.", name, t + offset, after, before), name);
            }

            exposed[t] += before;
            lost[t] += before - after;
            before = after;
        }
    }

    private static RetentionFit Fit(double[] exposed, double[] lost)
    {
        int periods = exposed.Count(n => n > 0);
        double all = exposed.Sum();
        double churn = all > 0 ? lost.Sum() / all : 0;
        if (periods < FewestPeriods)
        {
            return new RetentionFit(null, new Message("tooFewPeriods"), periods, 0, churn);
        }

        if (churn == 0)
        {
            return new RetentionFit(null, new Message("noChurn"), periods, 0, 0);
        }

        switch (ShiftedBetaGeometric.Estimate(exposed, lost, out double alpha, out double beta))
        {
            case ShiftedBetaGeometric.Edge.ConstantChurn:
                return new RetentionFit(null, new Message("constantChurn"), periods, 0, churn);
            case ShiftedBetaGeometric.Edge.FirstPeriodOnly:
                return new RetentionFit(null, new Message("firstPeriodOnly"), periods, 0, churn);
            default:
                double likelihood = ShiftedBetaGeometric.LogLikelihood(alpha, beta, exposed, lost);
                return new RetentionFit(new RetentionModel(alpha, beta), null, periods, likelihood, churn);
        }
    }

    private static double Positive(double value, string name) => value > 0 && value <= double.MaxValue
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The parameter is a finite number above 0.");
}
