namespace TcmCrm.Roi.Json.Reading;

/// <summary>Passes on what a writer writes, so that a document goes out while it grows and is never held whole.</summary>
/// <remarks>A JSON writer on a stream would hold everything until it is flushed.</remarks>
internal sealed class StreamBuffer : BlockBuffer, IDisposable
{
    private readonly Stream _stream;
    private bool _hasFailed;

    internal StreamBuffer(Stream stream) =>
        _stream = stream.CanWrite ? stream : throw new NotSupportedException("The stream cannot be written to.");

    /// <summary>Passes on the rest; the stream is not closed.</summary>
    public void Dispose() => End();

    protected override bool Take(byte[] block, int count)
    {
        // What ended a write is on its way to the caller: the rest must not hide it.
        if (!_hasFailed)
        {
            _hasFailed = true;
            _stream.Write(block, 0, count);
            _hasFailed = false;
        }

        return true;
    }
}
