namespace TcmCrm.Roi.Json;

/// <summary>The sorts of problem that a document can have.</summary>
public enum DocumentProblemKind
{
    /// <summary>The text is not JSON: a missing bracket, a comment, a trailing comma, NaN, content after the end, or it stops in the middle.</summary>
    Syntax,

    /// <summary>The bytes are not UTF-8.</summary>
    Encoding,

    /// <summary>The document is larger, deeper or longer than the limits of <see cref="DocumentReadOptions"/> allow.</summary>
    LimitExceeded,

    /// <summary>A property that must be there is not.</summary>
    Missing,

    /// <summary>A property that the document format does not have in this place.</summary>
    Unknown,

    /// <summary>A property, or a name that must be unique, that is there twice.</summary>
    Duplicate,

    /// <summary>A value of another type than the place needs: text for a number, a number for a list.</summary>
    WrongType,

    /// <summary>A value of the right type outside what is allowed: a negative amount, a month 13, an unknown choice.</summary>
    OutOfRange,

    /// <summary>Values that are each allowed but do not go together: an end before its start, amounts in two currencies without a rate.</summary>
    Inconsistent,
}
