namespace TcmCrm.Roi.Spreadsheets;

/// <summary>From the sheets of a case workbook to the document.</summary>
internal sealed partial class CaseSheetReader
{
    /// <summary>How far down a header is looked for.</summary>
    internal const int HeaderRows = 20;

    /// <summary>A sheet with so many fields of a case in one row is one of a case, whatever it is called.</summary>
    private const int TellingFields = 3;

    private readonly CaseLayout _layout = CaseLayout.Instance;
    private readonly CaseNode _root;
    private readonly List<CaseWorkbookProblem> _problems;
    private readonly int _mostProblems;

    /// <summary>Rows that others belong to, by <c>lines:name</c>; null where two have one name.</summary>
    private readonly Dictionary<string, CaseNode?> _owners = new(StringComparer.Ordinal);

    /// <summary>The same by their names, for people who write the name of a line that has an id.</summary>
    private readonly Dictionary<string, CaseNode?> _named = new(StringComparer.Ordinal);

    internal CaseSheetReader(string? firstSheet, List<CaseWorkbookProblem> problems, int mostProblems)
    {
        _root = CaseNode.Object(new CasePlace(firstSheet, 0, 0, CaseSheetNames.Case));
        _problems = problems;
        _mostProblems = mostProblems;
    }

    internal CaseNode Read(IReadOnlyList<(string Name, Grid Grid)> sheets)
    {
        foreach ((string name, Grid grid) in sheets.Where(sheet => CaseSheetNames.Is(CaseSheetNames.Case, sheet.Name)))
        {
            ReadCase(name, grid);
        }

        foreach (string list in new[] { CaseLayout.Costs, CaseLayout.Benefits })
        {
            _root.Members.Add((list, CaseNode.List(new CasePlace(sheets.FirstOrDefault(sheet => CaseSheetNames.Is(list, sheet.Name)).Name ?? _root.Place.Sheet, 0, 0))));
        }

        foreach (CaseSheet sheet in _layout.Sheets)
        {
            foreach ((string name, Grid grid) in sheets.Where(one => CaseSheetNames.Is(sheet.Id, one.Name)))
            {
                ReadTable(sheet, name, grid);
            }
        }

        return _root;
    }

    /// <summary>A sheet with a name of its own: notes of somebody, or a sheet of the case that was renamed and would be lost.</summary>
    internal void ReadOther(string name, Grid grid, int first, int end)
    {
        for (int row = first; row < end; row++)
        {
            if (CaseHeaders.SheetOf(grid, row, TellingFields) is { } like)
            {
                Message[] names = [.. _layout.Sheets.Select(sheet => sheet.Id).Prepend(CaseSheetNames.Case).Append(CaseSheetNames.Guide).Select(SheetName)];
                Problem(new CasePlace(name, 0, 0), new Message("book.unknownSheet", MessageArgument.Part("sheet", SheetName(like.Id)), MessageArgument.Parts("sheets", names)));
                return;
            }
        }
    }

    private static Message SheetName(string id) => new("book.quoted", MessageArgument.Part("name", new Message("book.sheet." + id)));

    private void ReadCase(string name, Grid grid)
    {
        CaseField?[] fields = [.. Enumerable.Range(0, grid.RowCount).Select(row => FieldOf(grid, row))];
        int header = CaseHeaders.HeaderOfCase(grid, fields);
        for (int row = 0; row < grid.RowCount; row++)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            if (cells.Length < 2 || IsBlank(cells[1]))
            {
                continue;
            }

            var place = new CasePlace(name, 1, grid.LineOf(row));
            if (fields[row] is not { } field)
            {
                if (row != header)
                {
                    Unknown(grid, cells, place);
                }
            }
            else if (_root.Find(field.Path) is not null)
            {
                Problem(place, new Message("book.twice", MessageArgument.Text("name", field.Path)));
            }
            else if (Value(CaseSheetNames.Case, field, grid, cells[1], new CasePlace(name, 1, grid.LineOf(row), CaseSheetNames.Case, field)) is { } value)
            {
                _root.Put(field.Path, value);
            }
        }
    }

    private CaseField? FieldOf(Grid grid, int row)
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        CaseField? field = null;
        for (int column = 0; column < cells.Length && field is null; column++)
        {
            // The value stands behind the label; a value that reads like a label is none.
            if (column != 1)
            {
                string text = grid.Text(cells[column]).ToString();
                field = _layout.Case.Fields.FirstOrDefault(one => CaseText.IsHeader(CaseSheetNames.Case, one, text));
            }
        }

        return field;
    }

    /// <summary>A value beside a label, or a field, that is none of the case.</summary>
    private void Unknown(Grid grid, ReadOnlySpan<CellSlot> cells, CasePlace place)
    {
        string label = grid.Text(cells[0]).ToString();
        string path = cells.Length > 2 ? grid.Text(cells[2]).ToString() : string.Empty;
        string called = label.Length > 0 ? label : path;
        if (called.Length == 0 || _problems.Count >= _mostProblems)
        {
            return;
        }

        MessageArgument name = MessageArgument.Text("name", called.Length > 100 ? called.Substring(0, 100) : called);
        string? near = CaseHeaders.Near(path) ?? CaseHeaders.Near(label);
        Problem(place, near is null ? new Message("book.unknownField", name) : new Message("book.unknownField.near", name, MessageArgument.Text("near", near)));
    }

    private void ReadTable(CaseSheet sheet, string name, Grid grid)
    {
        CaseField?[] columns = [];
        int header = 0;
        for (int row = 0; row < grid.RowCount && row < HeaderRows; row++)
        {
            CaseField?[] found = Header(sheet, grid, row, byPath: true);
            if (found.Count(field => field is not null) > columns.Count(field => field is not null))
            {
                (columns, header) = (found, row);
            }
        }

        // Somebody deleted the row of paths: the labels say the same.
        for (int row = 0; row < grid.RowCount && row < HeaderRows && columns.Length == 0; row++)
        {
            CaseField?[] found = Header(sheet, grid, row, byPath: false);
            (columns, header) = found.Count(field => field is not null) > 1 ? (found, row) : (columns, header);
        }

        if (columns.Length == 0)
        {
            if (grid.RowCount > 0)
            {
                Problem(new CasePlace(name, 0, 0), new Message("book.noHeader"));
            }

            return;
        }

        for (int column = 0; column < columns.Length; column++)
        {
            if (columns[column] is { } field && Array.FindIndex(columns, one => one?.Path == field.Path) < column)
            {
                Problem(new CasePlace(name, column, grid.LineOf(header)), new Message("book.twice", MessageArgument.Text("name", field.Path)));
            }
        }

        for (int row = header + 1; row < grid.RowCount; row++)
        {
            ReadRow(sheet, name, grid, row, columns, header);
        }
    }

    /// <summary>The columns of a row that is a header; none where it is not.</summary>
    private static CaseField?[] Header(CaseSheet sheet, Grid grid, int row, bool byPath)
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        var columns = new CaseField?[cells.Length];
        bool any = false;
        for (int column = 0; column < cells.Length; column++)
        {
            string text = grid.Text(cells[column]).ToString();
            columns[column] = sheet.Columns.FirstOrDefault(field => byPath ? field.Path == text : CaseText.IsHeader(sheet.Id, field, text));
            any |= columns[column] is not null;
        }

        return any ? columns : [];
    }

    private void ReadRow(CaseSheet sheet, string name, Grid grid, int row, CaseField?[] columns, int header)
    {
        long line = grid.LineOf(row);
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        int first = -1;
        string? list = null;
        string? owner = null;
        for (int column = 0; column < cells.Length; column++)
        {
            if (IsBlank(cells[column]))
            {
                continue;
            }

            CaseField? field = column < columns.Length ? columns[column] : null;
            if (field is null)
            {
                if (column < columns.Length && !IsBlank(HeaderCell(grid, header, column)))
                {
                    Problem(new CasePlace(name, column, line), new Message("book.unknownColumn", MessageArgument.Text("name", grid.Text(HeaderCell(grid, header, column)).ToString())));
                }

                continue;
            }

            first = first < 0 ? column : first;
            string text = grid.Text(cells[column]).ToString();
            list = field.Path == CaseSheet.ListColumn && sheet.HasLists ? CaseText.Word(sheet.Id, field, text) ?? text : list;
            owner = field.Path == CaseSheet.OwnerColumn ? CaseText.Read(text) : owner;
        }

        if (first < 0)
        {
            return;
        }

        var place = new CasePlace(name, first, line, sheet.Id);
        CaseList? rows = sheet.HasLists ? sheet.Lists.FirstOrDefault(one => one.Path == list) : sheet.Lists[0];
        if (rows is null)
        {
            Problem(place, new Message("book.noList", MessageArgument.Parts("lists", sheet.Lists.Select(one => new Message("table.quoted", MessageArgument.Text("text", one.Path))))));
            return;
        }

        CaseNode? target = Target(rows, owner, place, out bool isNewScenario);
        if (target is null)
        {
            return;
        }

        CaseNode element = CaseNode.Object(place);
        for (int column = 0; column < cells.Length && column < columns.Length; column++)
        {
            if (IsBlank(cells[column]) || columns[column] is not { } shown || shown.Path is CaseSheet.ListColumn && sheet.HasLists || shown.Path == CaseSheet.OwnerColumn)
            {
                continue;
            }

            var at = new CasePlace(name, column, line, sheet.Id, rows.Find(shown.Path));
            if (at.Field is not { } field)
            {
                Problem(at, new Message("book.notHere", MessageArgument.Text("name", shown.Path), MessageArgument.Text("list", rows.Path)));
            }
            else if (Value(sheet.Id, field, grid, cells[column], at) is { } value)
            {
                element.Put(field.Path, value);
            }
        }

        Finish(rows, element, target, isNewScenario);
    }

    private CaseNode? Value(string sheet, CaseField field, Grid grid, in CellSlot cell, CasePlace place)
    {
        switch (cell.Kind)
        {
            case CellKind.Error:
                Problem(place, new Message("book.error", MessageArgument.Text("value", grid.Text(cell).ToString())));
                return null;
            case CellKind.Formula:
                Problem(place, new Message("book.formula"));
                return null;
            case CellKind.TooLong:
                Problem(place, new Message("book.tooLong"));
                return null;
            default:
                return CaseCell.Read(sheet, field, cell.Kind, grid.Text(cell).ToString(), cell.Power, grid.DateShift, place);
        }
    }

    private static CellSlot HeaderCell(Grid grid, int header, int column) => column < grid.Row(header).Length ? grid.Row(header)[column] : default;

    private static bool IsBlank(in CellSlot cell) => cell.Length == 0 && cell.Kind != CellKind.Formula;

    private void Problem(CasePlace place, Message message)
    {
        if (_problems.Count < _mostProblems)
        {
            _problems.Add(new CaseWorkbookProblem(place, message));
        }
    }
}
