using System.Text;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>The bytes of a document: found to be UTF-8 before anything else looks at them, and able to say on which line an offset stands.</summary>
internal sealed class SourceText
{
    private SourceText(byte[] bytes, int start, int end)
    {
        Bytes = bytes;
        Start = start;
        End = end;
    }

    public byte[] Bytes { get; private set; }

    /// <summary>Gets the offset of the first byte, after a byte order mark.</summary>
    public int Start { get; }

    /// <summary>Gets the offset after the last byte.</summary>
    public int End { get; }

    public ReadOnlySpan<byte> Content => new(Bytes, Start, End - Start);

    public static SourceText? Open(byte[] bytes, int offset, int count, ProblemList problems)
    {
        int end = offset + count;
        var raw = new SourceText(bytes, offset, end);
        if (WideEncoding(bytes, offset, count) is { } wide)
        {
            problems.Refuse(raw, DocumentProblemKind.Encoding, wide);
            return null;
        }

        bool marked = count >= 3 && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF;
        var text = new SourceText(bytes, marked ? offset + 3 : offset, end);
        int bad = Utf8Check.FirstInvalid(text.Content);
        if (bad >= 0)
        {
            int at = text.Start + bad;
            string found = FormattableString.Invariant($"0x{bytes[at]:X2}");
            problems.Add(DocumentProblemKind.Encoding, at, -1, ProblemText.Of("document.encoding.byte", ("found", found)), found);
            problems.Locate(text, null);
            return null;
        }

        return text;
    }

    /// <summary>Replaces a run of bytes that has been reported by a zero, in a copy, so that the rest of the document can be read too.</summary>
    public void Neutralise(int at, int length, byte[] original)
    {
        if (ReferenceEquals(Bytes, original))
        {
            Bytes = (byte[])original.Clone();
        }

        Bytes[at] = (byte)'0';
        for (int i = at + 1; i < at + length; i++)
        {
            Bytes[i] = (byte)' ';
        }
    }

    public string Read(int start, int length) => Encoding.UTF8.GetString(Bytes, start, length);

    private static Message? WideEncoding(byte[] b, int o, int n)
    {
        if (n >= 4 && ((b[o] == 0xFF && b[o + 1] == 0xFE && b[o + 2] == 0 && b[o + 3] == 0)
            || (b[o] == 0 && b[o + 1] == 0 && b[o + 2] == 0xFE && b[o + 3] == 0xFF)))
        {
            return ProblemText.Of("document.encoding.wide", ("encoding", "UTF-32"));
        }

        if (n >= 2 && ((b[o] == 0xFF && b[o + 1] == 0xFE) || (b[o] == 0xFE && b[o + 1] == 0xFF)))
        {
            return ProblemText.Of("document.encoding.wide", ("encoding", "UTF-16"));
        }

        // JSON starts with an ASCII character, so a zero among the first two bytes is a wide encoding without its mark.
        return n >= 2 && (b[o] == 0) != (b[o + 1] == 0) ? ProblemText.Of("document.encoding.wideUnmarked", ("encoding", "UTF-16")) : null;
    }
}
