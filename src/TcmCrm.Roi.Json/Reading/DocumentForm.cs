using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>How documents are laid out: the same bytes on every platform, and Chinese as Chinese.</summary>
internal static class DocumentForm
{
    /// <summary>Gets the layout for people. The encoder leaves Chinese, '+' and '&amp;' as they are: a document is not a piece of HTML.</summary>
    public static JsonWriterOptions Indented => new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the layout for one document a line.</summary>
    public static JsonWriterOptions Compact => new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What is written, as text in the layout for people.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        To(buffer, write);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>What is written, as UTF-8 without a byte order mark, block by block while it is written; the stream stays open.</summary>
    public static void To(Stream stream, Action<Utf8JsonWriter> write)
    {
        using var growing = new StreamBuffer(stream ?? throw new ArgumentNullException(nameof(stream)));
        using var writer = new Utf8JsonWriter(growing, Indented);
        write(writer);
    }

    /// <summary>What is written, as UTF-8 without a byte order mark, once it is written whole; the stream stays open. A wrong stream is refused before anything is awaited.</summary>
    public static Task ToAsync(Stream stream, Action<Utf8JsonWriter> write, CancellationToken cancellation)
    {
        _ = stream ?? throw new ArgumentNullException(nameof(stream));
        _ = stream.CanWrite ? stream : throw new NotSupportedException("The stream cannot be written to.");
        return Send();

        async Task Send()
        {
            cancellation.ThrowIfCancellationRequested();
            var blocks = new BlockList();
            To(blocks, write);
            await blocks.PassOnAsync(stream, cancellation).ConfigureAwait(false);
        }
    }

    public static void To(IBufferWriter<byte> buffer, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(buffer ?? throw new ArgumentNullException(nameof(buffer)), Indented);
        write(writer);
    }
}
