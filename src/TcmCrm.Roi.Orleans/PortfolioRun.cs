using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans;

/// <summary>What a run over many tenants came to.</summary>
public sealed class PortfolioRun
{
    internal PortfolioRun(PortfolioResult result, string contentHash)
    {
        Result = result;
        ContentHash = contentHash;
    }

    /// <summary>Sums, ranking, distribution, tenants at risk, in the order of the tenants as they were given: the same bits for every number of silos and every split.</summary>
    public PortfolioResult Result { get; }

    /// <summary>The hash of all results in order, each with its documents, the options and the version, as 64 hexadecimal digits: that of <see cref="Json.PortfolioJournal.ContentHash"/> for
    /// the same tenants on one thread.</summary>
    public string ContentHash { get; }

    /// <summary>How many batches there were.</summary>
    public int Batches { get; internal init; }

    /// <summary>How often a batch was sent again: after a failure, or because no answer came in time.</summary>
    public int SentAgain { get; internal init; }

    /// <summary>How many results were found ready, because an earlier run or an earlier attempt had computed them from the same documents by the same options.</summary>
    public int Found { get; internal init; }

    /// <summary>The numbers of tenants and batches, invariant.</summary>
    public override string ToString() => FormattableString.Invariant($"{Result}; {Batches} batches, {SentAgain} sent again, {Found} found");
}
