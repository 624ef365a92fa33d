using System.Diagnostics.CodeAnalysis;
using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Json;

/// <summary>What reading a case document gave: the case, or every problem that stands in its way.</summary>
public sealed class CaseReading
{
    private readonly InvestmentCase? read;

    internal CaseReading(InvestmentCase? read, IReadOnlyList<DocumentProblem> problems)
    {
        this.read = problems.Count == 0 ? read : null;
        Problems = problems;
    }

    /// <summary>Gets whether the document held a case and nothing else.</summary>
    public bool IsSuccess => read is not null;

    /// <summary>Gets the problems by their place in the document; empty when it was read.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }

    /// <summary>Gets the case.</summary>
    /// <exception cref="InvalidOperationException">The document had problems; the message lists them, one a line.</exception>
    public InvestmentCase Case =>
        read ?? throw new InvalidOperationException("The case document could not be read:\n" + string.Join("\n", Problems));

    /// <summary>Gets the case without an exception.</summary>
    /// <param name="investmentCase">The case, or null when the document had problems.</param>
    /// <returns>True where the document was read.</returns>
    public bool TryGetCase([NotNullWhen(true)] out InvestmentCase? investmentCase)
    {
        investmentCase = read;
        return investmentCase is not null;
    }

    /// <summary>The name of the case, or the number of problems.</summary>
    /// <returns>One line, the same in every culture.</returns>
    public override string ToString() => read?.ToString() ?? FormattableString.Invariant($"{Problems.Count} problems");
}
