using System.Buffers;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Keeps what a writer writes in blocks of 16 KB, so that it can go out afterwards without holding a thread.</summary>
/// <remarks>A writer of a document cannot wait; the document is held whole, in blocks that stay out of the heap of large objects.</remarks>
internal sealed class BlockList : IBufferWriter<byte>
{
    private const int Block = 16 * 1024;

    private readonly List<(byte[] Bytes, int Count)> _full = [];
    private byte[] _block = new byte[Block];
    private int _filled;

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

    /// <summary>Passes on all blocks in order; the stream is neither flushed nor closed.</summary>
    public async Task PassOnAsync(Stream stream, CancellationToken cancellation)
    {
        foreach ((byte[] bytes, int count) in _full)
        {
            await stream.PutAsync(bytes, count, cancellation).ConfigureAwait(false);
        }

        if (_filled > 0)
        {
            await stream.PutAsync(_block, _filled, cancellation).ConfigureAwait(false);
        }
    }

    private void Make(int size)
    {
        if (_block.Length - _filled >= Math.Max(size, 1))
        {
            return;
        }

        if (_filled > 0)
        {
            _full.Add((_block, _filled));
        }

        // One text that is longer than a block has one of its own.
        _block = new byte[Math.Max(Block, size)];
        _filled = 0;
    }
}
