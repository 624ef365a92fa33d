namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The rows of cells of a file, before anybody asks what they mean. Filled once by a reader of a format.</summary>
internal sealed class Grid
{
    private readonly int _maximumCells;
    private CellSlot[] _cells;
    private int _cellCount;
    private readonly List<int> _firsts = [];
    private readonly List<long> _lines = [];
    private readonly Dictionary<int, Message> _faults = [];

    internal Grid(char[] characters, int maximumCells)
    {
        Characters = characters;
        _maximumCells = maximumCells;

        // Ten characters a cell are usual.
        _cells = new CellSlot[Math.Max(1, Math.Min(maximumCells, Math.Max(256, characters.Length / 10)))];
    }

    /// <summary>The characters that the cells point into.</summary>
    internal char[] Characters { get; private set; }

    internal int CharacterCount { get; private set; }

    internal int RowCount => _firsts.Count;

    /// <summary>Whether cells hold a comma that may be a decimal one: the file parts its cells by semicolons.</summary>
    internal bool HasSemicolons { get; set; }

    /// <summary>The name of the sheet of a workbook; empty for CSV.</summary>
    internal string SheetName { get; set; } = string.Empty;

    /// <summary>How many days the dates of the workbook begin after those of 1900: 1462 or 0.</summary>
    internal int DateShift { get; set; }

    /// <summary>Whether a further cell can be taken.</summary>
    internal bool IsFull => _cellCount >= _maximumCells;

    internal long LineOf(int row) => _lines[row];

    /// <summary>What is wrong with the form of a row, or null.</summary>
    internal Message? FaultOf(int row) => _faults.TryGetValue(row, out Message? fault) ? fault : null;

    internal ReadOnlySpan<CellSlot> Row(int row)
    {
        int first = _firsts[row];
        int end = row + 1 < _firsts.Count ? _firsts[row + 1] : _cellCount;
        return new ReadOnlySpan<CellSlot>(_cells, first, end - first);
    }

    internal ReadOnlySpan<char> Text(in CellSlot cell) => new(Characters, cell.Start, cell.Length);

    internal void BeginRow(long line)
    {
        _firsts.Add(_cellCount);
        _lines.Add(line);
    }

    /// <summary>Takes back a row that has just begun and holds nothing.</summary>
    internal void DropRow()
    {
        _cellCount = _firsts[_firsts.Count - 1];
        _firsts.RemoveAt(_firsts.Count - 1);
        _lines.RemoveAt(_lines.Count - 1);
        _faults.Remove(_firsts.Count);
    }

    /// <summary>The row that is being filled cannot be used, for the first reason that is given.</summary>
    internal void Fault(Message reason)
    {
        int row = _firsts.Count - 1;
        if (FaultOf(row) is null)
        {
            _faults[row] = reason;
        }
    }

    internal void Add(in CellSlot cell)
    {
        if (_cellCount == _cells.Length)
        {
            Array.Resize(ref _cells, Math.Min(Math.Max(_maximumCells, 1), _cells.Length * 2));
        }

        _cells[_cellCount++] = cell;
    }

    /// <summary>Copies characters behind those that are there; the place of the first.</summary>
    internal int Append(ReadOnlySpan<char> text)
    {
        int start = CharacterCount;
        if (start + text.Length > Characters.Length)
        {
            char[] larger = new char[Math.Max(start + text.Length, Characters.Length * 2)];
            Array.Copy(Characters, larger, start);
            Characters = larger;
        }

        text.CopyTo(Characters.AsSpan(start));
        CharacterCount += text.Length;
        return start;
    }

    /// <summary>Keeps the characters that the cells point into: what is appended afterwards stands behind them.</summary>
    /// <param name="count">How many characters at the start are kept at least.</param>
    internal void Keep(int count = 0)
    {
        CharacterCount = Math.Max(CharacterCount, count);
        for (int i = 0; i < _cellCount; i++)
        {
            CharacterCount = Math.Max(CharacterCount, _cells[i].Start + _cells[i].Length);
        }
    }

    internal void Replace(int row, int column, in CellSlot cell) => _cells[_firsts[row] + column] = cell;

    /// <summary>How many cells of a row hold something.</summary>
    internal int FilledIn(int row)
    {
        int filled = 0;
        foreach (CellSlot cell in Row(row))
        {
            filled += cell.Length > 0 ? 1 : 0;
        }

        return filled;
    }

    /// <summary>The texts of the cells of a row that hold something.</summary>
    internal List<string> TextsOf(int row)
    {
        var texts = new List<string>();
        foreach (CellSlot cell in Row(row))
        {
            if (cell.Length > 0)
            {
                texts.Add(Text(cell).ToString());
            }
        }

        return texts;
    }

    /// <summary>The same as an argument of a message, the first thirty of them.</summary>
    internal MessageArgument TextsIn(int row) => Said.Names("columns", TextsOf(row).Take(30));
}
