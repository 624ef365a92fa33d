using System.Text.Json;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>From the sheets of a case workbook to the document.</summary>
internal sealed class CaseSheetReader
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
        _root = CaseNode.Object(new CasePlace(firstSheet, 0, 0));
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
            else if (Value(CaseSheetNames.Case, field, grid, cells[1], place) is { } value)
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

        var place = new CasePlace(name, first, line);
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

            var at = new CasePlace(name, column, line);
            if (rows.Find(shown.Path) is not { } field)
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

    private void Finish(CaseList rows, CaseNode element, CaseNode target, bool isNewScenario)
    {
        Gather(rows, element);
        if (rows.PlainPath is { } plain && element.Members.Count == 1 && element.Find(plain) is { } only)
        {
            target.Elements.Add(only);
            return;
        }

        if (rows is { Path: CaseLayout.Parameters, Owner: CaseLayout.Lines })
        {
            if (element.Find("name")?.Text is { } name && element.Find("value") is { } value)
            {
                target.Members.Add((name, value));
            }
            else
            {
                Problem(element.Place, new Message("book.parameter"));
            }

            return;
        }

        // A scenario that changes nothing is a row with its name.
        if (element.Members.Count > 0 || !isNewScenario)
        {
            target.Elements.Add(element);
        }

        string? kind = rows.Owner.Length > 0 ? null : rows.Path is CaseLayout.Costs or CaseLayout.Benefits ? CaseLayout.Lines : rows.Path == CaseLayout.Drivers ? CaseLayout.Drivers : null;
        if (kind is not null && (element.Find("id") ?? element.Find("name"))?.Text is { } id)
        {
            string key = kind + ":" + id;
            _owners[key] = _owners.ContainsKey(key) ? null : element;
            if (element.Find("name")?.Text is { } called)
            {
                key = kind + ":" + called;
                _named[key] = _named.ContainsKey(key) ? null : element;
            }
        }
    }

    /// <summary>Puts together what stands in two columns: a date and months from it, a word or an object.</summary>
    private static void Gather(CaseList rows, CaseNode element)
    {
        foreach (CaseField field in rows.Fields.Where(field => field.ObjectMember is not null))
        {
            // Put made an object of "on.months" beside the value of "on".
            int value = element.Members.FindIndex(member => member.Name == field.Path && member.Node.Kind != JsonValueKind.Object);
            CaseNode? inner = element.Members.Find(member => member.Name == field.Path && member.Node.Kind == JsonValueKind.Object).Node;
            if (value >= 0 && inner is not null)
            {
                inner.Members.Insert(0, (field.ObjectMember!, element.Members[value].Node));
                element.Members.RemoveAt(value);
            }
        }
    }

    private CaseNode? Target(CaseList rows, string? owner, CasePlace place, out bool isNewScenario)
    {
        isNewScenario = false;
        if (rows.Owner.Length == 0)
        {
            return ListAt(_root, rows.Path, place);
        }

        if (owner is null)
        {
            Problem(place, new Message("book.noOwner"));
            return null;
        }

        if (rows.Owner == CaseLayout.Scenarios)
        {
            CaseNode scenarios = ListAt(_root, CaseLayout.Scenarios, place);
            CaseNode? scenario = scenarios.Elements.Find(one => one.Find("name")?.Text == owner);
            isNewScenario = scenario is null;
            if (scenario is null)
            {
                scenario = CaseNode.Object(place);
                scenario.Members.Add(("name", CaseNode.Value(place, JsonValueKind.String, owner)));
                scenario.Members.Add((CaseLayout.Changes, CaseNode.List(place)));
                scenarios.Elements.Add(scenario);
            }

            return scenario.Find(CaseLayout.Changes);
        }

        string key = rows.Owner + ":" + owner;
        bool isKnown = _owners.TryGetValue(key, out CaseNode? line) || _named.TryGetValue(key, out line);
        if (line is null)
        {
            Problem(place, new Message(isKnown ? "book.ownerTwice" : "book.unknownOwner", MessageArgument.Text("name", owner.Length > 100 ? owner.Substring(0, 100) : owner)));
            return null;
        }

        return rows.Path == CaseLayout.Parameters ? ObjectAt(line, rows.Path, place) : ListAt(line, rows.Path, place);
    }

    private static CaseNode ListAt(CaseNode node, string path, CasePlace place) => At(node, path, () => CaseNode.List(place));

    private static CaseNode ObjectAt(CaseNode node, string path, CasePlace place) => At(node, path, () => CaseNode.Object(place));

    private static CaseNode At(CaseNode node, string path, Func<CaseNode> make)
    {
        int point = path.IndexOf('.');
        CaseNode? inner = node.Find(point < 0 ? path : path.Substring(0, point));
        if (point >= 0 && inner is not null)
        {
            return At(inner, path.Substring(point + 1), make);
        }

        if (inner is null)
        {
            inner = make();
            node.Put(path, inner);
        }

        return inner;
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
