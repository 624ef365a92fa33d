using System.Globalization;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>One place where a text is not JSON, or passes a limit, said such that its author understands.</summary>
internal sealed class SyntaxFault
{
    private const string Escapes = "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX";

    private readonly DocumentProblemKind kind;
    private readonly Message message;
    private readonly string? value;

    private SyntaxFault(int offset, int length, bool isRepairable, Message message, string? value, DocumentProblemKind kind = DocumentProblemKind.Syntax)
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

    public static SyntaxFault Comment(int at) => new(at, 0, false, new Message("document.syntax.comment"), null);

    public static SyntaxFault TooMany(int at, int most) => new(
        at, 0, false, Limit("values", most), null,
        DocumentProblemKind.LimitExceeded);

    public static SyntaxFault TooDeep(int at, int most) => new(
        at, 0, false, Limit("levels", most), null,
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
            ? new SyntaxFault(at, 1, false, ProblemText.Of("document.syntax.trailingComma", ("bracket", ((char)text.Bytes[close]).ToString())), ",")
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
                ? new SyntaxFault(text.Start, 0, false, new Message("document.syntax.empty"), null)
                : new SyntaxFault(text.End, 0, false, new Message(Unclosed(holder)), null);
        }

        byte b = text.Bytes[at];
        if (holder == JsonTokenType.None && last != JsonTokenType.None)
        {
            return Fault(text, at, "document.syntax.behindTheEnd");
        }

        bool valueExpected = last == JsonTokenType.PropertyName || holder != JsonTokenType.StartObject;
        bool separated = afterComma || last is JsonTokenType.None or JsonTokenType.PropertyName or JsonTokenType.StartObject or JsonTokenType.StartArray;
        if (b == (byte)'"')
        {
            return InString(text, at, nameExpected: separated && !valueExpected);
        }

        if (!separated && (IsWord(b) || b is (byte)'{' or (byte)'['))
        {
            return Fault(text, at, "document.syntax.missingCommaHere");
        }

        if (b == (byte)'\'')
        {
            return Fault(text, at, "document.syntax.singleQuotes");
        }

        if (b == (byte)'/')
        {
            return new SyntaxFault(at, 0, false, new Message("document.syntax.comment"), null);
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
            return new SyntaxFault(at, 1, false, new Message("document.syntax.commaWithoutValue"), ",");
        }

        return Fault(text, at, valueExpected ? "document.syntax.valueExpected" : "document.syntax.nameExpected");
    }

    private static SyntaxFault Word(SourceText text, int at, int end, bool valueExpected)
    {
        string word = DocumentTree.Snippet(text.Read(at, Math.Min(end - at, 80)));
        int behind = SkipSpace(text, end);
        if (behind >= text.End)
        {
            return new SyntaxFault(text.End, 0, false, Found("endsAfter", word), word);
        }

        bool closes = text.Bytes[behind] is (byte)',' or (byte)'}' or (byte)']';
        if (!valueExpected)
        {
            return text.Bytes[behind] == (byte)':'
                ? new SyntaxFault(at, end - at, false, Found("bareName", word), word)
                : new SyntaxFault(at, end - at, false, Found("nameExpectedInstead", word), word);
        }

        if (!closes)
        {
            return new SyntaxFault(at, end - at, false, Found("notAValue", word), word);
        }

        string meant = word.TrimStart('+', '-').ToUpperInvariant();
        if (meant is "NAN" or "INF" or "INFINITY")
        {
            return new SyntaxFault(at, end - at, true, Found("notFinite", word), word);
        }

        return meant is "TRUE" or "FALSE" or "NULL"
            ? new SyntaxFault(at, end - at, true, Found("notLowerCase", word), word)
            : meant.Length == 0 || meant[0] is (>= '0' and <= '9') or '.'
                ? new SyntaxFault(at, end - at, true, Found("notANumber", word), word)
                : new SyntaxFault(at, end - at, true, Found("bareText", word), word);
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
            return new SyntaxFault(at, 0, false, new Message("document.syntax.unclosedText"), null);
        }

        if (text.Bytes[end] < 0x20)
        {
            return new SyntaxFault(end, 1, false, new Message("document.syntax.controlCharacter"), null);
        }

        // Closed, so either an escape inside it is bad, or it is a sound text where none may stand.
        int bad = BadEscape(text, at + 1, end);
        string shown = DocumentTree.Snippet(text.Read(at, Math.Min(end + 1 - at, 80)));
        return bad >= 0
            ? new SyntaxFault(bad, 2, false, ProblemText.Of("document.syntax.escape", ("escapes", Escapes)), shown)
            : nameExpected
                ? new SyntaxFault(end + 1, 0, false, new Message("document.syntax.missingColon", MessageArgument.Part("found", ProblemText.Found(shown))), shown)
                : new SyntaxFault(at, 0, false, new Message("document.syntax.missingComma", MessageArgument.Part("found", ProblemText.Found(shown))), shown);
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

    private static SyntaxFault Fault(SourceText text, int at, string id)
    {
        string shown = DocumentTree.Snippet(text.Read(at, Sequence(text, at)));
        return new SyntaxFault(at, 1, false, ProblemText.Of(id, ("found", shown)), shown);
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

    private static Message Found(string id, string word) => ProblemText.Of("document.syntax." + id, ("found", word));

    private static Message Limit(string id, int most) => ProblemText.Of("document.limitExceeded." + id, ("most", most.ToString(CultureInfo.InvariantCulture)));

    private static string Unclosed(JsonTokenType holder) => holder switch
    {
        JsonTokenType.StartArray => "document.syntax.unclosedList",
        JsonTokenType.StartObject => "document.syntax.unclosedObject",
        _ => "document.syntax.missingValue",
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
