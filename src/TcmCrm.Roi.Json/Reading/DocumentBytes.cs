using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Takes a document's bytes from where the caller has them, and never more than the limit allows.</summary>
internal static class DocumentBytes
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Opens a block of memory without copying it where it is an array.</summary>
    public static SourceText? From(ReadOnlyMemory<byte> utf8, int mostBytes, ProblemList problems)
    {
        if (utf8.Length > mostBytes)
        {
            Refuse(utf8.Length, mostBytes, problems);
            return null;
        }

        return MemoryMarshal.TryGetArray(utf8, out ArraySegment<byte> segment) && segment.Array is not null
            ? SourceText.Open(segment.Array, segment.Offset, segment.Count, problems)
            : SourceText.Open(utf8.ToArray(), 0, utf8.Length, problems);
    }

    public static SourceText? From(string json, int mostBytes, ProblemList problems)
    {
        if (json.Length > mostBytes)
        {
            Refuse(json.Length, mostBytes, problems);
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

        return From(bytes, mostBytes, problems);
    }

    /// <summary>Reads a stream up to one byte more than the limit; a stream that tells its length is refused without being read.</summary>
    public static SourceText? From(Stream stream, int mostBytes, ProblemList problems)
    {
        var growing = new GrowingBytes(stream, mostBytes, problems);
        while (growing.HasRoom)
        {
            growing.Took(stream.Read(growing.Bytes, growing.Count, growing.Bytes.Length - growing.Count));
        }

        return growing.Text;
    }

    /// <summary>Does what <see cref="From(Stream, int, ProblemList)"/> does without holding a thread while it waits, and then what is done with the text. A wrong stream is refused before anything is awaited.</summary>
    public static Task<T> ReadAsync<T>(Stream stream, int mostBytes, ProblemList problems, Func<SourceText?, T> read, CancellationToken cancellation)
    {
        _ = stream ?? throw new ArgumentNullException(nameof(stream));
        _ = stream.CanRead ? stream : throw new NotSupportedException("The stream cannot be read from.");
        return Take();

        async Task<T> Take() => read(await FromAsync(stream, mostBytes, problems, cancellation).ConfigureAwait(false));
    }

    private static async Task<SourceText?> FromAsync(Stream stream, int mostBytes, ProblemList problems, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var growing = new GrowingBytes(stream, mostBytes, problems);
        while (growing.HasRoom)
        {
            growing.Took(await stream.TakeAsync(growing.Bytes, growing.Count, growing.Bytes.Length - growing.Count, cancellation).ConfigureAwait(false));
        }

        return growing.Text;
    }

    private static void Refuse(long size, int mostBytes, ProblemList problems)
    {
        MessageArgument allowed = MessageArgument.Part(
            "allowed", ProblemText.Of("document.allowed.bytes", ("most", mostBytes.ToString(CultureInfo.InvariantCulture))));
        problems.Refuse(null, DocumentProblemKind.LimitExceeded, size < 0
            ? new Message("document.limitExceeded.endless", allowed)
            : new Message("document.limitExceeded.bytes", MessageArgument.Text("size", size.ToString(CultureInfo.InvariantCulture)), allowed));
    }

    /// <summary>The bytes of a stream so far, and whether more may come: one place of the limit for both ways of reading.</summary>
    private sealed class GrowingBytes
    {
        private readonly int _most;
        private readonly ProblemList _problems;

        public GrowingBytes(Stream stream, int mostBytes, ProblemList problems)
        {
            _most = mostBytes;
            _problems = problems;
            long known = stream.CanSeek ? stream.Length - stream.Position : -1;
            HasRoom = known <= mostBytes;
            if (!HasRoom)
            {
                Refuse(known, mostBytes, problems);
            }

            Bytes = HasRoom ? new byte[known >= 0 ? (int)known + 1 : 16 * 1024] : [];
        }

        public byte[] Bytes { get; private set; }

        public int Count { get; private set; }

        public bool HasRoom { get; private set; }

        /// <summary>Gets the text of a stream that came to its end; null where it was refused.</summary>
        public SourceText? Text { get; private set; }

        /// <summary>Counts what was read into <see cref="Bytes"/>; nothing is the end of the stream.</summary>
        public void Took(int read)
        {
            Count += read;
            if (read == 0)
            {
                HasRoom = false;
                Text = SourceText.Open(Bytes, 0, Count, _problems);
            }
            else if (Count > _most)
            {
                HasRoom = false;
                Refuse(-1, _most, _problems);
            }
            else if (Count == Bytes.Length)
            {
                byte[] larger = new byte[(int)Math.Min(_most + 1L, Bytes.Length * 2L)];
                Bytes.CopyTo(larger, 0);
                Bytes = larger;
            }
        }
    }
}
