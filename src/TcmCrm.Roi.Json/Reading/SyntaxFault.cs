using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>One place where a text is not JSON, or passes a limit, in words that its author understands.</summary>
internal sealed class SyntaxFault
{
    private readonly DocumentProblemKind kind;
    private readonly string message;
    private readonly string? value;

    private SyntaxFault(int offset, int length, bool isRepairable, string message, string? value, DocumentProblemKind kind = DocumentProblemKind.Syntax)
    {
        Offset = offset;
        Length = length;
        IsRepairable = isRepairable;
        this.message = message;
        this.value = value;
        this.kind = kind;
    }

    public int Offset { get; }

    public int Length { get; }

    /// <summary>Gets whether the run of bytes can be taken for a value, so that reading goes on behind it.</summary>
    public bool IsRepairable { get; }

    public void Report(ProblemList problems) => problems.Add(kind, Offset, -1, message, value);

    public static SyntaxFault Comment(int at) => new(at, 0, false, "comments are not allowed in JSON", null);

    public static SyntaxFault TooMany(int at, int most) => new(
        at, 0, false, FormattableString.Invariant($"the document holds more values than are read; allowed: at most {most}"), null,
        DocumentProblemKind.LimitExceeded);

    public static SyntaxFault TooDeep(int at, int most) => new(
        at, 0, false, FormattableString.Invariant($"objects and lists are nested too deeply; allowed: at most {most} levels"), null,
        DocumentProblemKind.LimitExceeded);

    /// <summary>Finds the comma before a closing bracket, looking back over white space only.</summary>
    public static SyntaxFault? TrailingComma(SourceText text, int close)
    {
        int at = close - 1;
        while (at >= text.Start && IsSpace(text.Bytes[at]))
        {
            at--;
        }

        return at >= text.Start && text.Bytes[at] == (byte)','
            ? new SyntaxFault(at, 1, false, $"a comma before '{(char)text.Bytes[close]}' is not allowed in JSON", ",")
            : null;
    }

    /// <summary>Says what is wrong where the tokenizer stopped.</summary>
    /// <param name="text">The document.</param>
    /// <param name="from">The end of the last sound token.</param>
    /// <param name="holder">What the fault stands in: an object, a list, or nothing.</param>
    /// <param name="last">The last sound token.</param>
    public static SyntaxFault Explain(SourceText text, int from, JsonTokenType holder, JsonTokenType last)
    {
        int at = SkipSpace(text, from);
        bool afterComma = false;
        if (at < text.End && (text.Bytes[at] == (byte)',' || text.Bytes[at] == (byte)':'))
        {
            afterComma = true;
            at = SkipSpace(text, at + 1);
        }

        if (at >= text.End)
        {
            return text.Content.Length == 0 || last == JsonTokenType.None
                ? new SyntaxFault(text.Start, 0, false, "the document is empty", null)
                : new SyntaxFault(text.End, 0, false, "the document ends in the middle: " + Unclosed(holder), null);
        }

        byte b = text.Bytes[at];
        if (holder == JsonTokenType.None && last != JsonTokenType.None)
        {
            return Fault(text, at, "content after the end of the document is not allowed");
        }

        bool valueExpected = last == JsonTokenType.PropertyName || holder != JsonTokenType.StartObject;
        bool separated = afterComma || last is JsonTokenType.None or JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray;
        if (b == (byte)'"')
        {
            return InString(text, at, nameExpected: separated && !valueExpected);
        }

        if (!separated && (IsWord(b) || b is (byte)'{' or (byte)'['))
        {
            return Fault(text, at, "a comma is missing before this");
        }

        if (b == (byte)'\'')
        {
            return Fault(text, at, "text and names stand in double quotes in JSON, not in single quotes");
        }

        if (b == (byte)'/')
        {
            return new SyntaxFault(at, 0, false, "comments are not allowed in JSON", null);
        }

        int end = at;
        while (end < text.End && IsWord(text.Bytes[end]))
        {
            end++;
        }

        if (end > at)
        {
            return Word(text, at, end, valueExpected);
        }

        if (b == (byte)',')
        {
            return new SyntaxFault(at, 1, false, "a comma without a value before it is not allowed in JSON", ",");
        }

        return Fault(text, at, valueExpected ? "a value is expected here" : "a comma or a property name in double quotes is expected here");
    }

    private static SyntaxFault Word(SourceText text, int at, int end, bool valueExpected)
    {
        string word = DocumentTree.Snippet(text.Read(at, Math.Min(end - at, 80)));
        int behind = SkipSpace(text, end);
        if (behind >= text.End)
        {
            return new SyntaxFault(text.End, 0, false, $"the document ends in the middle, after '{word}'", word);
        }

        bool closes = text.Bytes[behind] is (byte)',' or (byte)'}' or (byte)']';
        if (!valueExpected)
        {
            return text.Bytes[behind] == (byte)':'
                ? new SyntaxFault(at, end - at, false, $"the property name '{word}' must stand in double quotes", word)
                : new SyntaxFault(at, end - at, false, $"a property name in double quotes is expected instead of '{word}'", word);
        }

        if (!closes)
        {
            return new SyntaxFault(at, end - at, false, $"'{word}' is not a value in JSON", word);
        }

        string meant = word.TrimStart('+', '-').ToUpperInvariant();
        if (meant is "NAN" or "INF" or "INFINITY")
        {
            return new SyntaxFault(at, end - at, true, $"{word} is not allowed; allowed: a finite number", word);
        }

        return meant is "TRUE" or "FALSE" or "NULL"
            ? new SyntaxFault(at, end - at, true, $"'{word}' is not a value in JSON; write it in lower case", word)
            : meant.Length == 0 || meant[0] is (>= '0' and <= '9') or '.'
                ? new SyntaxFault(at, end - at, true, $"'{word}' is not a number in JSON; allowed: digits with an optional '-', fraction and exponent, such as -1234.5", word)
                : new SyntaxFault(at, end - at, true, $"'{word}' is not a value in JSON; text must stand in double quotes", word);
    }

    private static SyntaxFault InString(SourceText text, int at, bool nameExpected)
    {
        int end = at + 1;
        while (end < text.End && text.Bytes[end] != (byte)'"' && text.Bytes[end] >= 0x20)
        {
            end += text.Bytes[end] == (byte)'\\' ? 2 : 1;
        }

        if (end >= text.End)
        {
            return new SyntaxFault(at, 0, false, "the document ends in the middle: a text is not closed by '\"'", null);
        }

        if (text.Bytes[end] < 0x20)
        {
            return new SyntaxFault(end, 1, false, "a line break or control character is not allowed inside text; write \\n or \\t", null);
        }

        // Closed, so either an escape inside it is bad, or it is a sound text where none may stand.
        int bad = BadEscape(text, at + 1, end);
        string shown = DocumentTree.Snippet(text.Read(at, Math.Min(end + 1 - at, 80)));
        return bad >= 0
            ? new SyntaxFault(bad, 2, false, "this escape is not allowed in JSON; allowed: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX", shown)
            : nameExpected
                ? new SyntaxFault(end + 1, 0, false, $"a ':' and a value are missing after the property name {shown}", shown)
                : new SyntaxFault(at, 0, false, $"a comma is missing before {shown}", shown);
    }

    private static int BadEscape(SourceText text, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (text.Bytes[i] != (byte)'\\')
            {
                continue;
            }

            byte c = text.Bytes[i + 1];
            bool sound = c is (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t';
            if (c == (byte)'u')
            {
                sound = i + 6 <= end;
                for (int k = i + 2; sound && k < i + 6; k++)
                {
                    sound = text.Bytes[k] is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'f') or (>= (byte)'A' and <= (byte)'F');
                }
            }

            if (!sound)
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    private static SyntaxFault Fault(SourceText text, int at, string message)
    {
        string shown = DocumentTree.Snippet(text.Read(at, Sequence(text, at)));
        return new SyntaxFault(at, 1, false, $"{message}, found '{shown}'", shown);
    }

    private static int Sequence(SourceText text, int at)
    {
        int length = 1;
        while (at + length < text.End && (text.Bytes[at + length] & 0xC0) == 0x80)
        {
            length++;
        }

        return length;
    }

    private static string Unclosed(JsonTokenType holder) => holder switch
    {
        JsonTokenType.StartArray => "a list is not closed by ']'",
        JsonTokenType.StartObject => "an object is not closed by '}'",
        _ => "a value is missing",
    };

    private static int SkipSpace(SourceText text, int at)
    {
        while (at < text.End && IsSpace(text.Bytes[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    private static bool IsWord(byte b) =>
        b is (>= (byte)'0' and <= (byte)'9') or (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z')
            or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'_' || b >= 0x80;
}
