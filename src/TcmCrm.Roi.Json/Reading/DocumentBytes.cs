using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Takes a document's bytes from where the caller has them, and never more than the limit allows.</summary>
internal static class DocumentBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a block of memory without copying it where it is an array.</summary>
    public static SourceText? From(ReadOnlyMemory<byte> utf8, DocumentReadOptions options, ProblemList problems)
    {
        if (utf8.Length > options.MaximumBytes)
        {
            Refuse(utf8.Length, options, problems);
            return null;
        }

        return MemoryMarshal.TryGetArray(utf8, out ArraySegment<byte> segment) && segment.Array is not null
            ? SourceText.Open(segment.Array, segment.Offset, segment.Count, problems)
            : SourceText.Open(utf8.ToArray(), 0, utf8.Length, problems);
    }

    public static SourceText? From(string json, DocumentReadOptions options, ProblemList problems)
    {
        if (json.Length > options.MaximumBytes)
        {
            Refuse(json.Length, options, problems);
            return null;
        }

        byte[] bytes;
        try
        {
            bytes = Strict.GetBytes(json);
        }
        catch (EncoderFallbackException e)
        {
            problems.Refuse(
                null, DocumentProblemKind.Encoding, ProblemText.Of("document.encoding.surrogate", ("position", (e.Index + 1).ToString(CultureInfo.InvariantCulture))));
            return null;
        }

        return From(bytes, options, problems);
    }

    /// <summary>Reads a stream up to one byte more than the limit; a stream that tells its length is refused without being read.</summary>
    public static SourceText? From(Stream stream, DocumentReadOptions options, ProblemList problems)
    {
        long known = stream.CanSeek ? stream.Length - stream.Position : -1;
        if (known > options.MaximumBytes)
        {
            Refuse(known, options, problems);
            return null;
        }

        var buffer = new byte[known >= 0 ? (int)known + 1 : 16 * 1024];
        int count = 0;
        while (true)
        {
            int read = stream.Read(buffer, count, buffer.Length - count);
            if (read == 0)
            {
                return SourceText.Open(buffer, 0, count, problems);
            }

            count += read;
            if (count > options.MaximumBytes)
            {
                Refuse(-1, options, problems);
                return null;
            }

            if (count == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min(options.MaximumBytes + 1L, buffer.Length * 2L));
            }
        }
    }

    private static void Refuse(long size, DocumentReadOptions options, ProblemList problems)
    {
        MessageArgument allowed = MessageArgument.Part(
            "allowed", ProblemText.Of("document.allowed.bytes", ("most", options.MaximumBytes.ToString(CultureInfo.InvariantCulture))));
        problems.Refuse(null, DocumentProblemKind.LimitExceeded, size < 0
            ? new Message("document.limitExceeded.endless", allowed)
            : new Message("document.limitExceeded.bytes", MessageArgument.Text("size", size.ToString(CultureInfo.InvariantCulture)), allowed));
    }
}
