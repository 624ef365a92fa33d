using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>How the texts of a document stand in cells, and back. What a cell would change is written as JSON writes it, in straight quotes.</summary>
internal static class CaseText
{
    private const string Chinese = "zh";

    /// <summary>A limit with more digits than this is there for the computation, not for people.</summary>
    private const int LongLimit = 9;

    internal static string Cell(string text) => IsPlain(text) ? text : Quoted(text);

    /// <summary>The text of a cell: what stands in straight quotes is read as JSON writes it.</summary>
    internal static string Read(string cell)
    {
        if (cell.Length < 2 || cell[0] != '"' || cell[cell.Length - 1] != '"')
        {
            return cell;
        }

        try
        {
            using var literal = JsonDocument.Parse(cell);
            return literal.RootElement.ValueKind == JsonValueKind.String ? literal.RootElement.GetString()! : cell;
        }
        catch (JsonException)
        {
            return cell;
        }
    }

    internal static string Join(IEnumerable<string> texts) =>
        string.Join("; ", texts.Select(text => IsPlain(text) && text.IndexOfAny([';', '；', '"']) < 0 ? text : Quoted(text)));

    internal static List<string> Split(string cell)
    {
        var parts = new List<string>();
        int start = 0;
        bool isQuoted = false;
        for (int i = 0; i <= cell.Length; i++)
        {
            if (i < cell.Length && cell[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (i < cell.Length && cell[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (i == cell.Length || (!isQuoted && cell[i] is ';' or '；'))
            {
                string part = CellChars.Trim(cell.AsSpan(start, Math.Min(i, cell.Length) - start)).ToString();
                if (part.Length > 0)
                {
                    parts.Add(Read(part));
                }

                start = i + 1;
            }
        }

        return parts;
    }

    /// <summary>A word of the document as a reader of the language calls it.</summary>
    internal static string Label(Language language, string sheet, CaseField field, string word) =>
        (language.Tag == Chinese ? ChineseCaseWords.Find(sheet, field.Path, word) : null) ?? word;

    /// <summary>The word of the document that a cell holds, by itself or by its label in any language; null for another text.</summary>
    internal static string? Word(string sheet, CaseField field, string cell) =>
        field.Words.FirstOrDefault(word => word == cell) ?? field.Words.FirstOrDefault(word => ChineseCaseWords.Find(sheet, field.Path, word) == cell);

    internal static string Label(Language language, string sheet, CaseField field) =>
        (language.Tag == Chinese ? ChineseCaseFields.Find(sheet, field.Path)?.Label : null) ?? EnglishLabel(field.Path);

    internal static string Meaning(Language language, string sheet, CaseField field)
    {
        if (language.Tag != Chinese || ChineseCaseFields.Find(sheet, field.Path) is not { } known)
        {
            return field.Meaning;
        }

        return field.Kind == CaseFieldKind.Number && field.Minimum is { } least && field.Maximum is { } most
            ? known.Meaning + (most.Length > LongLimit ? "应不小于" + Limit(field, least) : field.MinimumIsExcluded ? "应大于" + Limit(field, least) + "且不超过" + Limit(field, most) : "应为" + Limit(field, least) + "至" + Limit(field, most)) + "。"
            : known.Meaning;
    }

    /// <summary>Whether a header of a table is the column: its path, or its label in any language.</summary>
    internal static bool IsHeader(string sheet, CaseField field, string cell) =>
        cell == field.Path || cell == EnglishLabel(field.Path) || cell == ChineseCaseFields.Find(sheet, field.Path)?.Label;

    private static string Limit(CaseField field, string limit) =>
        field.IsFraction && decimal.TryParse(limit, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal share)
            ? (share * 100).ToString("0.######", CultureInfo.InvariantCulture) + "%" : limit;

    /// <summary><c>profile.rampMonths</c> as Profile: ramp months.</summary>
    private static string EnglishLabel(string path)
    {
        string spaced = string.Concat(path.Select((c, i) => char.IsUpper(c) && i > 0 && !char.IsUpper(path[i - 1]) ? " " + char.ToLowerInvariant(c) : c == '.' ? ": " : c.ToString()));
        return char.ToUpperInvariant(spaced[0]) + spaced.Substring(1);
    }

    internal static string Quoted(string text) => "\"" + JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString().Replace("_", "\\u005F") + "\"";

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[0] == '"' || CellChars.IsBlank(text[0]) || CellChars.IsBlank(text[text.Length - 1]))
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if ((c < ' ' && c != '\n') || c is '\uFFFE' or '\uFFFF' || (char.IsSurrogate(c) && !isPair) || (c == '_' && IsEscape(text, i)))
            {
                return false;
            }

            i += isPair ? 1 : 0;
        }

        return true;
    }

    /// <summary>Whether Excel would read _x0041_ as a character.</summary>
    private static bool IsEscape(string text, int at)
    {
        if (at + 6 >= text.Length || text[at + 1] is not ('x' or 'X') || text[at + 6] != '_')
        {
            return false;
        }

        for (int i = at + 2; i < at + 6; i++)
        {
            if (!Uri.IsHexDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
