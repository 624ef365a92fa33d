using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>What the tenants of a portfolio come to together.</summary>
public sealed class PortfolioResult
{
    internal PortfolioResult()
    {
    }

    /// <summary>The edges between the classes of <see cref="ReturnCounts"/>, as fractions: below -50 %, up to 0, 50 %, 100 %, 200 %, 500 %, and from there on. An edge belongs to the class above it.</summary>
    public static IReadOnlyList<double> ReturnEdges { get; } = Array.AsReadOnly([-0.5, 0, 0.5, 1, 2, 5]);

    /// <summary>How many tenants have figures.</summary>
    public int Evaluated { get; internal init; }

    /// <summary>How many have problems instead.</summary>
    public int Failed { get; internal init; }

    /// <summary>Those with problems, in the order in which they came, <see cref="PortfolioOptions.MostListed"/> at most.</summary>
    public IReadOnlyList<TenantResult> Failures { get; internal init; } = [];

    /// <summary>The sums, by currency and then by evaluation period, shortest first.</summary>
    public IReadOnlyList<PortfolioTotal> Totals { get; internal init; } = [];

    /// <summary>
    /// Tenants by ROI among those of one evaluation period, the shortest period first: rank, from 1, and tenant. The best <see cref="PortfolioOptions.MostListed"/> and as many of the worst;
    /// of equal ROI, by id. Tenants without an ROI have no rank.
    /// </summary>
    public IReadOnlyList<KeyValuePair<int, TenantResult>> Ranking { get; internal init; } = [];

    /// <summary>How the ROI is distributed over the tenants, each counted once: "trials" are tenants here, and the standard error is that of a sample of as many.</summary>
    public SimulatedFigure ReturnOnInvestment { get; internal init; } = null!;

    /// <summary>How many tenants lie below the first of <see cref="ReturnEdges"/>, between each two, and above the last; those without an ROI are in none.</summary>
    public IReadOnlyList<int> ReturnCounts { get; internal init; } = [];

    /// <summary>Tenants at risk, by currency, the most money at stake first; <see cref="PortfolioOptions.MostListed"/> of a currency at most.</summary>
    public IReadOnlyList<TenantResult> AtRisk { get; internal init; } = [];

    /// <summary>What a reader must know: periods of different length in one ranking, tenants without a rate, lists that are cut.</summary>
    public IReadOnlyList<Message> Warnings { get; internal init; } = [];

    /// <summary>How many tenants have figures and how many problems, invariant.</summary>
    public override string ToString() => FormattableString.Invariant($"{Evaluated} evaluated, {Failed} failed");
}
