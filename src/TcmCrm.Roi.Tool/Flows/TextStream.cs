using System.Text;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>A text in UTF-16 or GB18030 as one in UTF-8, told by its first bytes; workbooks and texts in UTF-8 stay as they are.</summary>
internal static class TextStream
{
    private const int Looked = 1 << 16;

    internal static Stream AsUtf8(Stream stream)
    {
        var start = new byte[Looked];
        int length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        return EncodingOf(start.AsSpan(0, length), length < Looked) is { } encoding ? Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(false)) : whole;
    }

    private static Encoding? EncodingOf(ReadOnlySpan<byte> start, bool isAll)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
        {
            return Encoding.UTF32;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || IsWide(start, 0))
        {
            return Encoding.Unicode;
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || IsWide(start, 1))
        {
            return Encoding.BigEndianUnicode;
        }

        if (start.Contains((byte)0) || IsValid(start, isAll, new UTF8Encoding(false, throwOnInvalidBytes: true)))
        {
            return null;
        }

        Encoding chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        return IsValid(start, isAll, chinese) ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030") : null;
    }

    /// <summary>Whether a text begins with a bracket or brace of two bytes, as JSON in UTF-16 without a byte order mark does.</summary>
    private static bool IsWide(ReadOnlySpan<byte> start, int at) => start.Length >= 2 && start[1 - at] == 0 && start[at] is (byte)'[' or (byte)'{';

    private static bool IsValid(ReadOnlySpan<byte> start, bool isAll, Encoding encoding)
    {
        try
        {
            encoding.GetDecoder().GetCharCount(start, flush: isAll);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
