using System.Diagnostics.CodeAnalysis;

namespace TcmCrm.Roi.Json;

/// <summary>What reading the document of an answer gave: its values, or every problem that stands in its way.</summary>
public sealed class AnswerReading
{
    private readonly AnswerValue? _answer;
    private readonly AnswerKind _kind;

    internal AnswerReading(AnswerKind kind, AnswerValue? answer, IReadOnlyList<DocumentProblem> problems)
    {
        _kind = kind;
        _answer = problems.Count == 0 ? answer : null;
        Problems = problems;
    }

    /// <summary>Gets whether the document held an answer of the library.</summary>
    public bool IsSuccess => _answer is not null;

    /// <summary>Gets the problems by their place in the document; empty when it was read.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }

    /// <summary>Gets which answer it is.</summary>
    /// <exception cref="InvalidOperationException">The document had problems; the message lists them, one a line.</exception>
    public AnswerKind Kind => _answer is null ? throw Unread() : _kind;

    /// <summary>Gets the document: an object with the members that its page and schema describe.</summary>
    /// <exception cref="InvalidOperationException">The document had problems; the message lists them, one a line.</exception>
    public AnswerValue Answer => _answer ?? throw Unread();

    /// <summary>Gets the document without an exception.</summary>
    /// <param name="answer">The document, or null when it had problems.</param>
    /// <returns>True where the document was read.</returns>
    public bool TryGetAnswer([NotNullWhen(true)] out AnswerValue? answer)
    {
        answer = _answer;
        return answer is not null;
    }

    /// <summary>The kind of answer, or the number of problems.</summary>
    /// <returns>One line, the same in every culture.</returns>
    public override string ToString() => IsSuccess ? _kind.ToString() : FormattableString.Invariant($"{Problems.Count} problems");

    private InvalidOperationException Unread() => new("The document of an answer could not be read:\n" + string.Join("\n", Problems));
}
