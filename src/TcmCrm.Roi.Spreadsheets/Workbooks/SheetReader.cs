using System.Globalization;
using System.Xml;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The cells of one sheet, element by element.</summary>
internal sealed class SheetReader(WorkbookPackage package, TableReadOptions options, List<ShownAs> styles, bool is1904)
{
    private readonly Grid _grid = new(new char[4096], options.MaximumCells) { DateShift = is1904 ? 1462 : 0 };
    private readonly char[] _buffer = new char[1024];
    private readonly Dictionary<long, int> _rowsByLine = [];
    private List<CellSlot>? _shared;
    private CellSlot[] _row = new CellSlot[64];
    private int _width;
    private int _widest;
    private int _characters;

    /// <summary>How many rows that hold anything are hidden, and the first.</summary>
    internal (int Count, long First) HiddenRows { get; private set; }

    /// <summary>How many columns up to the widest row are hidden.</summary>
    internal int HiddenColumns { get; private set; }

    /// <summary>How many cells merges were spread over: merges that lie over each other must not take for ever.</summary>
    private int _spread;

    internal Grid Read(string part)
    {
        using XmlReader xml = package.Open(part);
        long line = 0;
        var merges = new List<string>();
        var hidden = new List<(int First, int Last)>();
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                line = WorkbookReader.TryWhole(xml.GetAttribute("r"), out int stated) && stated > line ? stated : line + 1;
                bool isHidden = IsHidden(xml);
                int before = _grid.RowCount;
                Row(xml, line);
                if (isHidden && _grid.RowCount > before)
                {
                    HiddenRows = (HiddenRows.Count + 1, HiddenRows.Count == 0 ? line : HiddenRows.First);
                }
            }
            else if (xml.LocalName == "col" && IsHidden(xml) && hidden.Count < 1_000
                && WorkbookReader.TryWhole(xml.GetAttribute("min"), out int first) && WorkbookReader.TryWhole(xml.GetAttribute("max"), out int last))
            {
                hidden.Add((first, last));
            }
            else if (xml.LocalName == "mergeCell" && xml.GetAttribute("ref") is { } merge && merges.Count < 100_000)
            {
                merges.Add(merge);
            }
        }

        foreach (string merge in merges)
        {
            Spread(merge);
        }

        HiddenColumns = hidden.Sum(columns => Math.Max(0, Math.Min(columns.Last, _widest) - columns.First + 1));

        return _grid;
    }

    /// <summary>Appends the first rows of a sheet that hold anything, as they stand, to the rows of other sheets; the rows are those from First to before End.</summary>
    internal (Grid Grid, int First, int End) ReadHead(string part, int rows)
    {
        int first = _grid.RowCount;
        using XmlReader xml = package.Open(part);
        long line = 0;
        while (_grid.RowCount - first < rows && xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                Row(xml, ++line);
            }
        }

        return (_grid, first, _grid.RowCount);
    }

    private static bool IsHidden(XmlReader xml) => xml.GetAttribute("hidden") is "1" or "true";

    private void Row(XmlReader xml, long line)
    {
        Array.Clear(_row, 0, _width);
        _width = 0;
        bool isEmpty = true;
        Message? fault = null;
        if (!xml.IsEmptyElement)
        {
            int depth = xml.Depth;
            int next = 0;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c" || xml.Depth != depth + 1)
                {
                    continue;
                }

                int column = xml.GetAttribute("r") is { } reference && TryColumn(reference, out int at) ? at : next;
                next = column + 1;
                CellSlot cell = Cell(xml);
                if (cell.Length == 0 && cell.Kind != CellKind.Formula)
                {
                    continue;
                }

                if (column >= options.MaximumColumns)
                {
                    fault ??= new Message("table.columns", Said.Count("most", options.MaximumColumns));
                    continue;
                }

                isEmpty = false;
                Put(column, cell);
            }
        }

        if (isEmpty && fault is null)
        {
            return;
        }

        _widest = Math.Max(_widest, _width);
        _grid.BeginRow(line);
        _rowsByLine[line] = _grid.RowCount - 1;
        for (int i = 0; i < _width; i++)
        {
            if (_grid.IsFull)
            {
                throw new TableFault(new Message("table.cells", Said.Count("most", options.MaximumCells)), line);
            }

            _grid.Add(_row[i]);
        }

        if (fault is not null)
        {
            _grid.Fault(fault);
        }
    }

    private void Put(int column, in CellSlot cell)
    {
        if (column >= _row.Length)
        {
            Array.Resize(ref _row, Math.Max(column + 1, _row.Length * 2));
        }

        _row[column] = cell;
        _width = Math.Max(_width, column + 1);
    }

    private CellSlot Cell(XmlReader xml)
    {
        string? type = xml.GetAttribute("t");
        ShownAs shown = WorkbookReader.TryWhole(xml.GetAttribute("s"), out int style) && style < styles.Count ? styles[style] : new ShownAs(CellKind.Number);
        if (xml.IsEmptyElement)
        {
            return default;
        }

        bool hasFormula = false;
        CellSlot cell = default;
        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    hasFormula = true;
                    break;
                case "v":
                    cell = Text(xml);
                    break;
                case "is":
                    cell = Runs(xml);
                    break;
            }
        }

        if (cell.Length == 0)
        {
            return hasFormula && type != "str" ? new CellSlot { Kind = CellKind.Formula } : default;
        }

        switch (type)
        {
            case "s":
                return int.TryParse(_grid.Text(cell).ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < Shared().Count
                    ? Shared()[index]
                    : throw new TableFault(new Message("table.damagedWorkbook", MessageArgument.Part("reason", new Message("table.damaged.texts"))));
            case "b":
                cell.Kind = CellKind.Boolean;
                return cell;
            case "e":
                cell.Kind = CellKind.Error;
                return cell;
            case null or "n":
                cell.Kind = shown.Kind;
                cell.Power = shown.Power;
                cell.Currency = shown.Currency;
                cell.Scale = shown.Scale;
                return cell;
            default: // str, inlineStr, d
                return cell;
        }
    }

    /// <summary>The text of an element that holds only text; the reader stands on its end.</summary>
    private CellSlot Text(XmlReader xml)
    {
        var cell = new CellSlot { Start = _grid.CharacterCount };
        if (xml.IsEmptyElement)
        {
            return cell;
        }

        int depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                Take(xml, ref cell);
            }
        }

        return Trimmed(cell);
    }

    /// <summary>The runs of a rich text as one, without what is written above it to be read aloud.</summary>
    private CellSlot Runs(XmlReader xml)
    {
        var cell = new CellSlot { Start = _grid.CharacterCount };
        if (xml.IsEmptyElement)
        {
            return cell;
        }

        int depth = xml.Depth;
        int aloud = -1;
        bool inText = false;
        while (xml.Read() && xml.Depth > depth)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement:
                    aloud = xml.Depth;
                    break;
                case XmlNodeType.EndElement when xml.Depth == aloud:
                    aloud = -1;
                    break;
                case XmlNodeType.Element:
                    inText = xml.LocalName == "t" && !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement:
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when inText && aloud < 0:
                    Take(xml, ref cell);
                    break;
            }
        }

        return Trimmed(cell);
    }

    private void Take(XmlReader xml, ref CellSlot cell)
    {
        // In pieces: a text of any length takes the memory of what is kept of it.
        int read;
        while ((read = xml.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
        {
            int kept = Math.Min(read, options.MaximumCellLength - cell.Length);
            if (kept < read)
            {
                cell.Kind = CellKind.TooLong;
            }

            _characters += kept;
            if (_characters > options.MaximumPartBytes / 2)
            {
                throw new TableFault(new Message("table.partTooLarge", Said.Count("most", options.MaximumPartBytes >> 20)));
            }

            if (kept > 0)
            {
                _grid.Append(_buffer.AsSpan(0, kept));
                cell.Length += kept;
            }
        }
    }

    private CellSlot Trimmed(CellSlot cell)
    {
        ReadOnlySpan<char> text = _grid.Text(cell);
        int start = 0;
        while (start < text.Length && CellChars.IsBlank(text[start]))
        {
            start++;
        }

        cell.Start += start;
        cell.Length = CellChars.Trim(text.Slice(start)).Length;
        return cell;
    }

    private List<CellSlot> Shared()
    {
        if (_shared is not null)
        {
            return _shared;
        }

        _shared = [];
        using XmlReader xml = package.Open("xl/sharedStrings.xml");
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                if (_shared.Count >= options.MaximumCells)
                {
                    throw new TableFault(new Message("table.cells", Said.Count("most", options.MaximumCells)));
                }

                _shared.Add(Runs(xml));
            }
        }

        return _shared;
    }

    /// <summary>Cells that are merged downwards have the value of the first: a name that stands once beside its rows.</summary>
    private void Spread(string merge)
    {
        int colon = merge.IndexOf(':');
        if (colon < 0 || !TryPlace(merge.Substring(0, colon), out int column, out long first) || !TryPlace(merge.Substring(colon + 1), out int lastColumn, out long last)
            || column != lastColumn || !_rowsByLine.TryGetValue(first, out int top) || column >= _grid.Row(top).Length)
        {
            return;
        }

        CellSlot value = _grid.Row(top)[column];
        if (value.Length == 0)
        {
            return;
        }

        for (int row = top + 1; row < _grid.RowCount && _grid.LineOf(row) <= last && _spread++ < options.MaximumCells; row++)
        {
            if (column < _grid.Row(row).Length && _grid.Row(row)[column].Length == 0)
            {
                _grid.Replace(row, column, value);
            }
        }
    }

    private static bool TryPlace(string reference, out int column, out long line)
    {
        int letters = 0;
        while (letters < reference.Length && char.IsLetter(reference[letters]))
        {
            letters++;
        }

        line = 0;
        return TryColumn(reference, out column) && long.TryParse(reference.Substring(letters), NumberStyles.None, CultureInfo.InvariantCulture, out line);
    }

    /// <summary>The column of B3, from 0.</summary>
    private static bool TryColumn(string reference, out int column)
    {
        column = 0;
        int i = 0;
        for (; i < reference.Length && i < 4 && reference[i] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'); i++)
        {
            column = (column * 26) + (reference[i] | 0x20) - 'a' + 1;
        }

        column--;
        return i is > 0 and < 4;
    }
}
