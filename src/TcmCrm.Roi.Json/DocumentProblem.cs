using System.Globalization;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json;

/// <summary>One thing that is wrong in a document: where it stands, what stands there, and what may stand there.</summary>
/// <remarks>A reader collects all problems of a document and sorts them by place, so that the author can mend them in one go.</remarks>
public sealed class DocumentProblem
{
    internal DocumentProblem(DocumentProblemKind kind, int line, int column, string path, Message message, string? value)
    {
        Kind = kind;
        Line = line;
        Column = column;
        Path = path;
        Message = message;
        Value = value;
    }

    /// <summary>Gets the sort of problem, for programs that treat some of them differently.</summary>
    public DocumentProblemKind Kind { get; }

    /// <summary>Gets the line, counted from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the column of the first character, counted from 1 in Unicode characters (not bytes).</summary>
    public int Column { get; }

    /// <summary>Gets the place as a JSON path, such as <c>$.costs[2].seats</c>; <c>$</c> for the document itself.</summary>
    public string Path { get; }

    /// <summary>Gets what was found and what is allowed, without line and path; <see cref="JsonTexts.In"/> gives the words for it.</summary>
    public Message Message { get; }

    /// <summary>Gets the text that was found, as it stands in the document and shortened if long; null when the problem is that
    /// something is missing or that the document as a whole is refused.</summary>
    public string? Value { get; }

    /// <summary>Gets what may stand in this place, such as a whole number from 1 to 1000000; null when no range applies.</summary>
    public Message? Allowed => Message.Find("allowed")?.Value as Message;

    /// <summary>Returns <c>line L, column C: PATH: MESSAGE</c> in English, the same in every culture.</summary>
    /// <returns>The problem on one line.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}: {2}: {3}", Line, Column, Path, PackageWords.English.Say(Message));
}
