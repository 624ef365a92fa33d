namespace TcmCrm.Roi.Tool.Flows;

/// <summary>Lines of a stream as bytes, one at a time and of bounded length: a file of any size takes the memory of its longest line.</summary>
internal sealed class LineReader(Stream stream)
{
    internal const int LongestLine = 32 << 20;

    /// <summary>How much of a line that is too long is read to find its end.</summary>
    private const long LongestSkipped = 256 << 20;

    private readonly byte[] _block = new byte[1 << 16];
    private byte[] _line = new byte[1 << 12];
    private int _start;
    private int _end;

    /// <summary>The number of the line read last, from 1.</summary>
    internal long Number { get; private set; }

    /// <summary>Whether the line read last was longer than <see cref="LongestLine"/>; it is cut.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>Whether the stream is no text: a zero byte was met, or a line without an end. Nothing more is read.</summary>
    internal bool IsBinary { get; private set; }

    /// <summary>Reads the next line without its end, a byte order mark at the start left out.</summary>
    internal bool TryRead(out ReadOnlyMemory<byte> line)
    {
        int length = 0;
        long skipped = 0;
        bool any = false;
        IsTooLong = false;
        while (true)
        {
            if (_start == _end)
            {
                _start = 0;
                _end = stream.Read(_block, 0, _block.Length);
                if (_end == 0)
                {
                    break;
                }
            }

            any = true;
            skipped += IsTooLong ? _end - _start : 0;
            if (IsBinary || skipped > LongestSkipped || _block.AsSpan(_start, _end - _start).Contains((byte)0))
            {
                IsBinary = true;
                break;
            }

            ReadOnlySpan<byte> rest = _block.AsSpan(_start, _end - _start);
            int feed = rest.IndexOf((byte)'\n');
            Append(feed < 0 ? rest : rest[..feed], ref length);
            _start += feed < 0 ? rest.Length : feed + 1;
            if (feed >= 0)
            {
                break;
            }
        }

        if (length > 0 && _line[length - 1] == '\r')
        {
            length--;
        }

        ReadOnlyMemory<byte> read = _line.AsMemory(0, length);
        line = Number == 0 && read.Span.StartsWith("\uFEFF"u8) ? read[3..] : read;
        Number += any ? 1 : 0;
        return any;
    }

    private void Append(ReadOnlySpan<byte> part, ref int length)
    {
        int room = LongestLine - length;
        if (part.Length > room)
        {
            IsTooLong = true;
            part = part[..room];
        }

        if (length + part.Length > _line.Length)
        {
            Array.Resize(ref _line, Math.Max(length + part.Length, 2 * _line.Length));
        }

        part.CopyTo(_line.AsSpan(length));
        length += part.Length;
    }
}
