using System.Collections.ObjectModel;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The actuals of a review from a table, or what is wrong with it.</summary>
public sealed class ActualsReading
{
    internal ActualsReading(Table table, IList<Actual> actuals, IList<ContractTerms> contracts)
    {
        Problems = table.Problems;
        Notes = table.Notes;
        Actuals = new ReadOnlyCollection<Actual>(Problems.Count == 0 ? actuals : []);
        Contracts = new ReadOnlyCollection<ContractTerms>(Problems.Count == 0 ? contracts : []);
    }

    /// <summary>Gets what was observed, in the order of the file; empty where there is any problem.</summary>
    public IReadOnlyList<Actual> Actuals { get; }

    /// <summary>Gets the terms of contracts (rows of the kind <c>renewal</c>), in the order of the file; empty where there is any problem.</summary>
    public IReadOnlyList<ContractTerms> Contracts { get; }

    /// <summary>Gets what has to be put right.</summary>
    public IReadOnlyList<TableRemark> Problems { get; }

    /// <summary>Gets what was passed over or assumed.</summary>
    public IReadOnlyList<TableRemark> Notes { get; }
}
