using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>How the cases of a portfolio are computed.</summary>
public sealed class PortfolioOptions
{
    /// <summary>The most entries that <see cref="MostListed"/> may ask for.</summary>
    public const int MostListedAtMost = 1_000_000;

    /// <summary>One thread, every case by its own terms, no simulation.</summary>
    public static PortfolioOptions Usual { get; } = new();

    /// <summary>How many tenants are computed at once, 1 to 1,024; 1, which touches no other thread, by default. Results are the same bits, in the same order, for every degree.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int DegreeOfParallelism { get; init => field = Check.InRange(value, 1, SimulationOptions.MostDegree, nameof(DegreeOfParallelism)); } = 1;

    /// <summary>Terms for every case; what is overridden holds for evaluation and review. <see cref="EvaluationSettings.Default"/> by default.</summary>
    /// <exception cref="ArgumentNullException">Null is given.</exception>
    public EvaluationSettings Evaluation { get; init => field = Check.NotNull(value, nameof(Evaluation)); } = EvaluationSettings.Default;

    /// <summary>Policy and rules of the reviews; contracts of a tenant are added to those in it. <see cref="ReviewSettings.Default"/> by default.</summary>
    /// <exception cref="ArgumentNullException">Null is given.</exception>
    public ReviewSettings Review { get; init => field = Check.NotNull(value, nameof(Review)); } = ReviewSettings.Default;

    /// <summary>The last month that counts as past in every review whose tenant does not say; null, the default, for the month that the tenant's actuals speak of.</summary>
    public YearMonth? AsOf { get; init; }

    /// <summary>Trials and seed of a simulation of every case, on the basis that it names; its degree is not used. Null, the default: none.</summary>
    public SimulationOptions? Simulation { get; init; }

    /// <summary>
    /// Factors that all tenants share, such as a shock to adoption: each is drawn once a trial for all of them. A case that states a driver of the id keeps its own lines and
    /// distribution and takes the shared draw at its probability; every other case gets the driver as it stands here. Everything else is drawn for each tenant by itself.
    /// None by default.
    /// </summary>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public IReadOnlyList<UncertaintyDriver> SharedDrivers
    {
        get;
        init
        {
            UncertaintyDriver[] copy = [.. Check.NotNull(value, nameof(SharedDrivers))];
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (UncertaintyDriver driver in copy)
            {
                if (!ids.Add(Check.NotNull(driver, nameof(SharedDrivers)).Id))
                {
                    throw new ArgumentException($"Two shared drivers have the id '{driver.Id}'; each is allowed once.", nameof(SharedDrivers));
                }
            }

            field = Array.AsReadOnly(copy);
        }
    } = Array.AsReadOnly<UncertaintyDriver>([]);

    /// <summary>
    /// How many entries a list of the result has at most, 1 to 1,000,000; 1,000 by default: failures, tenants at risk of one currency, and the best and as many of the worst of
    /// the ranking. What is counted is counted whole.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int MostListed { get; init => field = Check.InRange(value, 1, MostListedAtMost, nameof(MostListed)); } = 1_000;

    /// <summary>Degree and simulation, invariant.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "degree {0}{1}", DegreeOfParallelism, Simulation is null ? string.Empty : ", " + Simulation);
}
