using System.Buffers;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Gives a writer room in one block and passes on what is written, so that a document goes out while it grows and is never held whole.</summary>
/// <remarks>A JSON writer on a stream would hold everything until it is flushed.</remarks>
internal sealed class StreamBuffer : IBufferWriter<byte>, IDisposable
{
    private const int Block = 16 * 1024;

    private readonly Stream _stream;
    private byte[] _block = new byte[Block];
    private int _filled;
    private bool _hasFailed;

    internal StreamBuffer(Stream stream) =>
        _stream = stream.CanWrite ? stream : throw new NotSupportedException("The stream cannot be written to.");

    public void Advance(int count) => _filled += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Make(sizeHint);
        return _block.AsMemory(_filled);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Make(sizeHint);
        return _block.AsSpan(_filled);
    }

    /// <summary>Passes on the rest; the stream is not closed.</summary>
    public void Dispose() => PassOn();

    private void Make(int size)
    {
        if (_block.Length - _filled >= Math.Max(size, 1))
        {
            return;
        }

        PassOn();
        if (_block.Length < size)
        {
            // One text that is longer than a block.
            _block = new byte[size];
        }
    }

    private void PassOn()
    {
        // What ended a write is on its way to the caller: the rest must not hide it.
        if (_hasFailed || _filled == 0)
        {
            return;
        }

        int count = _filled;
        _filled = 0;
        _hasFailed = true;
        _stream.Write(_block, 0, count);
        _hasFailed = false;
    }
}
