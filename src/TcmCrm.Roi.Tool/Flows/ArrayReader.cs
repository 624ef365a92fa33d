namespace TcmCrm.Roi.Tool.Flows;

/// <summary>The items of one JSON list as bytes, one at a time and of bounded length: what is wrong within an item stays there, as long as its brackets and quotation marks close.</summary>
internal sealed class ArrayReader(Stream stream)
{
    private readonly byte[] _block = new byte[1 << 16];
    private byte[] _item = new byte[1 << 12];
    private int _start;
    private int _end;
    private long _line = 1;
    private bool _isOpen;

    /// <summary>The line on which the item read last begins, from 1.</summary>
    internal long Number { get; private set; } = 1;

    /// <summary>Whether the item read last was longer than <see cref="LineReader.LongestLine"/>; it is cut.</summary>
    internal bool IsTooLong { get; private set; }

    /// <summary>Whether the list was closed.</summary>
    internal bool IsClosed { get; private set; }

    /// <summary>Whether anything but blanks stands behind the list.</summary>
    internal bool HasMore { get; private set; }

    /// <summary>Reads the next item; the reader begins before the bracket of the list.</summary>
    internal bool TryRead(out ReadOnlyMemory<byte> item)
    {
        int length = 0;
        int depth = 0;
        bool inText = false;
        bool isEscaped = false;
        bool hasBegun = false;
        IsTooLong = false;
        while (!IsClosed && Next() is >= 0 and int next)
        {
            byte b = (byte)next;
            _line += b == '\n' ? 1 : 0;
            if (!hasBegun && (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF || (b == '[' && !_isOpen)))
            {
                _isOpen |= b == '[';
                continue;
            }

            if (!inText && depth == 0 && b is (byte)',' or (byte)']')
            {
                IsClosed = b == ']';
                if (hasBegun || b == ',')
                {
                    break;
                }

                continue;
            }

            if (!hasBegun)
            {
                hasBegun = true;
                Number = _line;
            }

            Append(b, ref length);
            if (inText)
            {
                inText = isEscaped || b != '"';
                isEscaped = !isEscaped && b == '\\';
            }
            else
            {
                inText = b == '"';
                depth += b is (byte)'{' or (byte)'[' ? 1 : b is (byte)'}' or (byte)']' ? -1 : 0;
            }
        }

        while (IsClosed && !HasMore && Next() is >= 0 and int behind)
        {
            HasMore = behind is not (' ' or '\t' or '\r' or '\n');
        }

        item = _item.AsMemory(0, length);
        return hasBegun;
    }

    private int Next()
    {
        if (_start == _end)
        {
            _start = 0;
            _end = stream.Read(_block, 0, _block.Length);
        }

        return _end == 0 ? -1 : _block[_start++];
    }

    private void Append(byte b, ref int length)
    {
        if (length == LineReader.LongestLine)
        {
            IsTooLong = true;
            return;
        }

        if (length == _item.Length)
        {
            Array.Resize(ref _item, 2 * _item.Length);
        }

        _item[length++] = b;
    }
}
