namespace TcmCrm.Roi.Texts;

/// <summary>The words of one language, or some of them: a host adds a language or replaces words with it.</summary>
/// <remarks>
/// A template is a text with arguments in braces: <c>{line}</c> puts in the argument of that name as its kind is written in the language; <c>{share:0}</c> and
/// <c>{months:1}</c> say the decimals; <c>{months|month|months}</c> puts in the first word where the number is 1 and the second otherwise. <c>{{</c> and
/// <c>}}</c> are braces. An argument that the message does not have is an error of the template and shows as its name.
/// </remarks>
public interface ITextSource
{
    /// <summary>The language as a BCP 47 tag, for example <c>zh</c>.</summary>
    string Language { get; }

    /// <summary>The identifiers that it has words for.</summary>
    IReadOnlyCollection<string> Ids { get; }

    /// <summary>The template of an identifier.</summary>
    /// <param name="id">The identifier of a message, of a named value (<c>CostCategory.software</c>), of a KPI (<c>kpi.WinRate</c>) or of a format.</param>
    /// <returns>The template, or null where this source has none.</returns>
    string? Find(string id);
}
