using System.Buffers;

namespace TcmCrm.Roi.Json.Reading;

/// <summary>Gives a writer room in blocks of 16 KB, which stay out of the heap of large objects.</summary>
internal abstract class BlockBuffer : IBufferWriter<byte>
{
    private const int Block = 16 * 1024;

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

    /// <summary>Takes what was written so far; whether the block may be written again.</summary>
    protected abstract bool Take(byte[] block, int count);

    /// <summary>Takes the rest.</summary>
    protected void End()
    {
        int count = _filled;
        _filled = 0;
        if (count > 0 && !Take(_block, count))
        {
            _block = [];
        }
    }

    private void Make(int size)
    {
        if (_block.Length - _filled >= Math.Max(size, 1))
        {
            return;
        }

        End();
        if (_block.Length < Math.Max(size, 1))
        {
            // One text that is longer than a block has one of its own.
            _block = new byte[Math.Max(Block, size)];
        }
    }
}
