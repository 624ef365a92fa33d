using System.Diagnostics.CodeAnalysis;
using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What reading a case workbook gave: the case and its document, or every problem that stands in its way.</summary>
public sealed class CaseWorkbookReading
{
    private readonly InvestmentCase? read;

    internal CaseWorkbookReading(InvestmentCase? read, string? document, IReadOnlyList<CaseWorkbookProblem> problems)
    {
        this.read = problems.Count == 0 ? read : null;
        Document = document;
        Problems = problems;
    }

    /// <summary>Gets whether the workbook held a case and nothing else.</summary>
    public bool IsSuccess => read is not null;

    /// <summary>Gets the case document that the cells are, as JSON, also where it has problems; null where the file could not be read as a case workbook at all.</summary>
    public string? Document { get; }

    /// <summary>Gets the problems: those of the workbook first, then those of the document in its order; empty when it was read.</summary>
    public IReadOnlyList<CaseWorkbookProblem> Problems { get; }

    /// <summary>Gets the case.</summary>
    /// <exception cref="InvalidOperationException">The workbook had problems; the message lists them, one a line.</exception>
    public InvestmentCase Case => read ?? throw new InvalidOperationException("The case workbook could not be read:\n" + string.Join("\n", Problems));

    /// <summary>Gets the case without an exception.</summary>
    /// <param name="investmentCase">The case, or null when the workbook had problems.</param>
    /// <returns>True where the workbook was read.</returns>
    public bool TryGetCase([NotNullWhen(true)] out InvestmentCase? investmentCase)
    {
        investmentCase = read;
        return investmentCase is not null;
    }

    /// <summary>The name of the case, or the number of problems.</summary>
    /// <returns>One line, the same in every culture.</returns>
    public override string ToString() => read?.ToString() ?? FormattableString.Invariant($"{Problems.Count} problems");
}
