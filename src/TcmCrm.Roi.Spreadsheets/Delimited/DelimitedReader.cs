namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Cells of a text: parted by one delimiter, in quotation marks where they hold it or a line end (RFC 4180).</summary>
internal sealed class DelimitedReader
{
    private readonly char[] _text;
    private readonly char _delimiter;
    private readonly TableReadOptions _options;
    private readonly Grid _grid;
    private int _at;
    private long _line = 1;
    private char _now;

    private DelimitedReader(char[] text, char delimiter, int start, TableReadOptions options)
    {
        _text = text;
        _delimiter = delimiter;
        _options = options;
        _at = start;
        _line += start > 0 ? 1 : 0;
        _grid = new Grid(text, options.MaximumCells) { HasSemicolons = delimiter == ';' };
    }

    /// <exception cref="TableFault">A quotation mark is not closed, or the table is too large.</exception>
    internal static Grid Read(char[] text, TableReadOptions options)
    {
        (char delimiter, int start) = Delimiters.Of(text);
        return new DelimitedReader(text, delimiter, start, options).Rows();
    }

    private Grid Rows()
    {
        while (_at < _text.Length)
        {
            Row();
        }

        return _grid;
    }

    private void Row()
    {
        _grid.BeginRow(_line);
        _now = DelimiterOfLine();
        int columns = 0;
        bool isEmpty = true;
        while (true)
        {
            bool isLast = Cell(out CellSlot cell);
            isEmpty &= cell.Length == 0;
            if (cell.Length > _options.MaximumCellLength)
            {
                _grid.Fault(new Message("table.cellTooLong", Said.Count("length", cell.Length), Said.Count("most", _options.MaximumCellLength)));
                cell.Length = _options.MaximumCellLength;
                cell.Kind = CellKind.TooLong;
            }

            // Cells behind the last column that may be are only of interest where they are not empty.
            if (columns < _options.MaximumColumns)
            {
                if (_grid.IsFull)
                {
                    throw new TableFault(new Message("table.cells", Said.Count("most", _options.MaximumCells)), _line);
                }

                _grid.Add(cell);
            }
            else if (cell.Length > 0)
            {
                _grid.Fault(new Message("table.columns", Said.Count("most", _options.MaximumColumns)));
            }

            columns++;
            if (isLast)
            {
                break;
            }
        }

        if (isEmpty)
        {
            _grid.DropRow();
        }
    }

    /// <summary>A line that was typed with full-width commas among others is parted by them.</summary>
    private char DelimiterOfLine()
    {
        if (_delimiter != ',')
        {
            return _delimiter;
        }

        ReadOnlySpan<char> rest = _text.AsSpan(_at);
        int stop = rest.IndexOfAny(',', '\n', '，');
        return stop < 0 || rest[stop] != '，' || LineHas(rest, ',') ? ',' : '，';
    }

    private static bool LineHas(ReadOnlySpan<char> rest, char delimiter)
    {
        int end = rest.IndexOfAny('\n', '"');
        return end >= 0 && rest[end] == '"' ? true : (end < 0 ? rest : rest.Slice(0, end)).IndexOf(delimiter) >= 0;
    }

    /// <summary>Reads a cell with what ends it; true when the row ends with it.</summary>
    private bool Cell(out CellSlot cell)
    {
        int start = _at;
        while (start < _text.Length && _text[start] is ' ' or '\u3000' && _now != ' ')
        {
            start++;
        }

        if (start < _text.Length && _text[start] == '"')
        {
            return Quoted(start, out cell);
        }

        if (start + 1 < _text.Length && _text[start] == '=' && _text[start + 1] == '"')
        {
            return Formula(start, out cell);
        }

        ReadOnlySpan<char> rest = _text.AsSpan(_at);
        int length = rest.IndexOfAny(_now, '\n', '\r');
        length = length < 0 ? rest.Length : length;
        ReadOnlySpan<char> written = rest.Slice(0, length);
        if (written.IndexOf('"') >= 0)
        {
            _grid.Fault(Said.As("quoteInside", ("value", written.ToString())));
        }

        cell = Slot(_at, written);
        _at += length;
        return End();
    }

    /// <summary>A text that Excel is kept from reading as a number: <c>="00123"</c>.</summary>
    private bool Formula(int start, out CellSlot cell)
    {
        int end = _text.AsSpan(start + 2).IndexOfAny('"', '\n');
        if (end < 0 || _text[start + 2 + end] != '"')
        {
            throw new TableFault(Said.As("quoteOpen"), _line);
        }

        cell = Slot(start + 2, _text.AsSpan(start + 2, end));
        _at = start + end + 3;
        return AfterQuote();
    }

    private bool Quoted(int start, out CellSlot cell)
    {
        long opened = _line;
        int read = start + 1;
        int write = read;
        while (true)
        {
            ReadOnlySpan<char> rest = _text.AsSpan(read);
            int next = rest.IndexOfAny('"', '\n', '\r');
            if (next < 0)
            {
                throw new TableFault(Said.As("quoteOpen"), opened);
            }

            if (write != read)
            {
                rest.Slice(0, next).CopyTo(_text.AsSpan(write));
            }

            write += next;
            read += next + 1;
            char found = _text[read - 1];
            if (found != '"')
            {
                _line += found == '\n' || (read < _text.Length && _text[read] != '\n') ? 1 : 0;
                _text[write++] = found;
            }
            else if (read < _text.Length && _text[read] == '"')
            {
                _text[write++] = '"';
                read++;
            }
            else
            {
                break;
            }
        }

        cell = Slot(start + 1, _text.AsSpan(start + 1, write - start - 1));
        _at = read;
        return AfterQuote();
    }

    private bool AfterQuote()
    {
        while (_at < _text.Length && _text[_at] != _now && _text[_at] is not ('\n' or '\r'))
        {
            if (!CellChars.IsBlank(_text[_at]))
            {
                ReadOnlySpan<char> rest = _text.AsSpan(_at);
                int length = rest.IndexOfAny(_now, '\n', '\r');
                _grid.Fault(Said.As("quoteInside", ("value", (length < 0 ? rest : rest.Slice(0, length)).ToString())));
                _at += length < 0 ? rest.Length : length;
                break;
            }

            _at++;
        }

        return End();
    }

    private bool End()
    {
        if (_at >= _text.Length)
        {
            return true;
        }

        char end = _text[_at++];
        if (end == _now)
        {
            // A delimiter at the very end stands before one more cell, which is empty.
            return _at >= _text.Length;
        }

        if (end == '\r' && _at < _text.Length && _text[_at] == '\n')
        {
            _at++;
        }

        _line++;
        return true;
    }

    private static CellSlot Slot(int start, ReadOnlySpan<char> text)
    {
        int first = 0;
        while (first < text.Length && CellChars.IsBlank(text[first]))
        {
            first++;
        }

        ReadOnlySpan<char> trimmed = CellChars.Trim(text.Slice(first));
        return new CellSlot { Start = start + first, Length = trimmed.Length };
    }
}
