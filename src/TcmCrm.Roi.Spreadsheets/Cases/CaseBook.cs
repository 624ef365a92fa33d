using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>From a case document to the sheets of a workbook.</summary>
internal sealed class CaseBook(Language language)
{
    /// <summary>How many rows are made ready for entries beyond those that there are.</summary>
    private const int FreeRows = 100;

    /// <summary>Excel cuts what is longer.</summary>
    private const int LongestText = 32_767;

    private readonly Language _language = PackageWords.In(language);
    private readonly CaseLayout _layout = CaseLayout.Instance;

    /// <summary>The rows of each sheet: the list, the row that it belongs to, and its element.</summary>
    private readonly Dictionary<string, List<(CaseList List, string? Owner, List<(string Path, JsonElement Value)> Members)>> _rows = [];

    /// <exception cref="InvalidOperationException">The document has a member that has no place, or more text than a cell holds.</exception>
    internal Book Create(JsonElement root)
    {
        foreach (CaseSheet sheet in _layout.Sheets)
        {
            _rows[sheet.Id] = [];
        }

        List<(string Path, JsonElement Value)> members = [];
        Take(_layout.Case, string.Empty, null, root, string.Empty, members);
        var book = new Book();
        book.Add(First(members));
        foreach (CaseSheet sheet in _layout.Sheets)
        {
            book.Add(Table(sheet));
        }

        book.Add(CaseGuide.Create(_language, _layout));
        return book.Sheets.All(sheet => sheet.Rows.All(row => row.TrueForAll(cell => cell.Text is not { Length: > LongestText }))) ? book
            : throw new InvalidOperationException($"A text or list has more than {LongestText} characters, which a cell does not hold.");
    }

    /// <summary>Divides an object into cells of its row and rows of other sheets.</summary>
    private void Take(CaseList list, string owner, string? ownerId, JsonElement node, string prefix, List<(string Path, JsonElement Value)> members)
    {
        foreach (JsonProperty member in node.EnumerateObject())
        {
            string path = prefix + member.Name;
            if (path == "$schema" && list == _layout.Case)
            {
                continue;
            }

            if (owner == CaseLayout.Lines && path == CaseLayout.Parameters)
            {
                foreach (JsonProperty number in member.Value.EnumerateObject())
                {
                    using var name = JsonDocument.Parse(CaseText.Quoted(number.Name));
                    Rows(path, owner).Add((_layout.Find(path, owner)!, ownerId, [("name", name.RootElement.Clone()), ("value", number.Value)]));
                }
            }
            else if (member.Value.ValueKind == JsonValueKind.Object)
            {
                Take(list, owner, ownerId, member.Value, path + ".", members);
            }
            else if (member.Value.ValueKind == JsonValueKind.Array && list.Find(path) is not { IsList: true })
            {
                foreach (JsonElement element in member.Value.EnumerateArray())
                {
                    Element(path, owner, ownerId, element);
                }
            }
            else if (list.Find(path) is not null || list.Fields.Any(field => field.ObjectMember is { } inner && path == field.Path + "." + inner))
            {
                members.Add((path, member.Value));
            }
            else
            {
                throw new InvalidOperationException($"'{path}' is no member of a case document.");
            }
        }
    }

    private void Element(string path, string owner, string? ownerId, JsonElement element)
    {
        if (path == CaseLayout.Scenarios && owner.Length == 0)
        {
            Scenario(element);
            return;
        }

        CaseList list = _layout.Find(path, owner) ?? throw new InvalidOperationException($"'{path}' is no member of a case document.");
        List<(string Path, JsonElement Value)> members = [];
        Rows(path, owner).Add((list, ownerId, members));
        if (element.ValueKind != JsonValueKind.Object)
        {
            members.Add((list.PlainPath ?? throw new InvalidOperationException($"An element of '{path}' is an object."), element));
            return;
        }

        string of = path is CaseLayout.Costs or CaseLayout.Benefits ? CaseLayout.Lines : path;
        string? id = element.TryGetProperty("id", out JsonElement own) || element.TryGetProperty("name", out own) ? own.GetString() : null;
        Take(list, of, id, element, string.Empty, members);
    }

    private void Scenario(JsonElement scenario)
    {
        string name = scenario.GetProperty("name").GetString()!;
        CaseList list = _layout.Find(CaseLayout.Changes, CaseLayout.Scenarios)!;
        bool any = false;
        foreach (JsonElement change in scenario.TryGetProperty(CaseLayout.Changes, out JsonElement changes) ? changes.EnumerateArray().ToArray() : [])
        {
            any = true;
            List<(string Path, JsonElement Value)> members = [];
            Take(list, CaseLayout.Changes, name, change, string.Empty, members);
            _rows[CaseLayout.Scenarios].Add((list, name, members));
        }

        if (!any)
        {
            _rows[CaseLayout.Scenarios].Add((list, name, []));
        }
    }

    private List<(CaseList List, string? Owner, List<(string Path, JsonElement Value)> Members)> Rows(string path, string owner) =>
        _rows[_layout.Sheets.First(sheet => sheet.Lists.Any(list => list.Path == path && list.Owner == owner)).Id];

    private BookSheet First(List<(string Path, JsonElement Value)> members)
    {
        var sheet = new BookSheet(CaseSheetNames.Of(_language, CaseSheetNames.Case)) { FrozenRows = 2 };
        sheet.Widths.AddRange([26, 44, 22, 80]);
        sheet.Add(BookCell.Of(_language.Say("book.case.title"), CellStyle.Title));
        sheet.Add(
            BookCell.Of(_language.Say("book.case.item"), CellStyle.Heading), BookCell.Of(_language.Say("book.case.value"), CellStyle.Heading),
            BookCell.Of(_language.Say("book.case.field"), CellStyle.Heading), BookCell.Of(_language.Say("book.case.meaning"), CellStyle.Heading));
        foreach (CaseField field in _layout.Case.Fields)
        {
            JsonElement value = members.Find(member => member.Path == field.Path).Value;
            int row = sheet.Add(
                BookCell.Of(CaseText.Label(_language, CaseSheetNames.Case, field) + (field.IsRequired ? " *" : string.Empty), CellStyle.Text),
                value.ValueKind == JsonValueKind.Undefined ? BookCell.Empty(Style(field)) : Cell(CaseSheetNames.Case, field, value),
                BookCell.Of(field.Path, CellStyle.Path),
                BookCell.Of(CaseText.Meaning(_language, CaseSheetNames.Case, field), CellStyle.Note));
            AddChoice(sheet, CaseSheetNames.Case, field, BookSheet.At(1, row), isOpen: false);
        }

        return sheet;
    }

    private BookSheet Table(CaseSheet layout)
    {
        var sheet = new BookSheet(CaseSheetNames.Of(_language, layout.Id)) { FrozenRows = 2, FrozenColumns = layout.Columns.ToList().FindIndex(column => column.Path is "name" or CaseSheet.OwnerColumn) + 1, IsLandscape = true };
        sheet.Add([.. layout.Columns.Select(field => BookCell.Of(CaseText.Label(_language, layout.Id, field) + (field.IsRequired ? " *" : string.Empty), CellStyle.Heading))]);
        sheet.Add([.. layout.Columns.Select(field => BookCell.Of(field.Path, CellStyle.Path))]);
        sheet.Widths.AddRange(layout.Columns.Select(field => field.Path is "name" or CaseSheet.OwnerColumn ? 30 : field.Kind == CaseFieldKind.Text ? 20.0 : 13));
        foreach ((CaseList list, string? owner, List<(string Path, JsonElement Value)> members) in _rows[layout.Id])
        {
            var cells = new BookCell[layout.Columns.Count];
            for (int i = 0; i < cells.Length; i++)
            {
                CaseField field = layout.Columns[i];
                cells[i] = i == 0 && layout.HasLists ? BookCell.Of(CaseText.Label(_language, layout.Id, field, list.Path), CellStyle.Input)
                    : field.Path == CaseSheet.OwnerColumn ? (owner is null ? BookCell.Empty(CellStyle.Input) : BookCell.Of(CaseText.Cell(owner), CellStyle.Input))
                    : list.Find(field.Path) is not { } own ? BookCell.Empty(CellStyle.Plain)
                    : members.Find(member => member.Path == own.Path || (own.ObjectMember is { } inner && member.Path == own.Path + "." + inner)) is { Path: not null } found ? Cell(layout.Id, own, found.Value)
                    : BookCell.Empty(Style(own));
            }

            sheet.Add(cells);
        }

        for (int i = 0; i < layout.Columns.Count; i++)
        {
            // A column that no row uses stays within reach: a plus sign above the sheet shows it.
            string path = layout.Columns[i].Path;
            if (_rows[layout.Id].Count > 0 && path is not ("id" or "name" or "category" or "kind" or CaseSheet.ListColumn or CaseSheet.OwnerColumn)
                && !_rows[layout.Id].Exists(row => row.Members.Exists(member => member.Path == path || member.Path.StartsWith(path + ".", StringComparison.Ordinal))))
            {
                sheet.Folded.Add(i);
            }
        }

        int last = sheet.NextRow - 1 + FreeRows;
        int kind = layout.Columns.ToList().FindIndex(column => column.Path == "kind");
        for (int i = 0; i < layout.Columns.Count; i++)
        {
            CaseField field = layout.Columns[i];
            string cells = BookSheet.At(i, 3) + ":" + BookSheet.At(i, last);
            AddChoice(sheet, layout.Id, field, cells, isOpen: i == kind && field.Kinds.Count > 0);
            if (kind >= 0 && !layout.HasLists && layout.Columns[kind].Words.Count > field.Kinds.Count)
            {
                string at = "$" + BookSheet.Column(kind) + "3";
                string kinds = "|" + string.Join("|", field.Kinds.SelectMany(word => new[] { word, CaseText.Label(_language, layout.Id, layout.Columns[kind], word) }).Distinct()) + "|";
                string known = "|" + string.Join("|", layout.Columns[kind].Words.SelectMany(word => new[] { word, CaseText.Label(_language, layout.Id, layout.Columns[kind], word) }).Distinct()) + "|";
                sheet.GreyWhere.Add((cells, $"AND(ISNUMBER(FIND(\"|\"&{at}&\"|\",\"{known}\")),ISERROR(FIND(\"|\"&{at}&\"|\",\"{kinds}\")))"));
            }
        }

        return sheet;
    }

    private void AddChoice(BookSheet sheet, string id, CaseField field, string cells, bool isOpen)
    {
        string[] words = field.Kind == CaseFieldKind.Flag
            ? [_language.Say("book.yes"), _language.Say("book.no")]
            : [.. field.Words.Select(word => CaseText.Label(_language, id, field, word))];
        string list = "\"" + string.Join(",", words) + "\"";
        bool isListed = words.Length > 0 && !field.IsList && list.Length <= 255 && Array.TrueForAll(words, word => word.IndexOf(',', 0) == -1);
        sheet.Choices.Add(new ListChoice(cells)
        {
            List = isListed ? list : null,
            IsOpen = isOpen || field.Kind == CaseFieldKind.DateOrWord,
            HintTitle = CaseText.Label(_language, id, field),
            Hint = CaseText.Meaning(_language, id, field),
        });
    }

    private static CellStyle Style(CaseField field) =>
        field.IsList ? CellStyle.Input
        : field.Kind is CaseFieldKind.Date or CaseFieldKind.DateOrWord ? CellStyle.InputDate
        : field.IsFraction ? CellStyle.InputPercent
        : field.Kind == CaseFieldKind.Number ? CellStyle.InputNumber : CellStyle.Input;

    private BookCell Cell(string sheet, CaseField field, JsonElement value)
    {
        if (field.IsList && value.ValueKind == JsonValueKind.Array)
        {
            return BookCell.Of(
                field.Kind == CaseFieldKind.Number
                    ? string.Join("; ", value.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.String ? number.GetString() : number.GetRawText()))
                    : CaseText.Join(value.EnumerateArray().Select(text => text.GetString()!)),
                CellStyle.Input);
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.True or JsonValueKind.False:
                return BookCell.Of(_language.Say(value.ValueKind == JsonValueKind.True ? "book.yes" : "book.no"), Style(field));
            case JsonValueKind.Number:
                return Number(field, value.GetRawText());
            case JsonValueKind.String when field.Kind == CaseFieldKind.Number:
                return Number(field, value.GetString()!);
            case JsonValueKind.String:
                return Text(sheet, field, value.GetString()!);
            default:
                throw new InvalidOperationException($"'{field.Path}' is no value of a case document.");
        }
    }

    private static BookCell Number(CaseField field, string text)
    {
        bool isNumber = decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number);

        // A cell keeps 15 digits; a number with more stands as text, which is read to the last digit.
        return !isNumber ? BookCell.Of(CaseText.Cell(text), Style(field))
            : number.ToString(CultureInfo.InvariantCulture).Trim('-').Replace(".", string.Empty).TrimStart('0').Length > 15
                ? BookCell.Of(number.ToString(CultureInfo.InvariantCulture), Style(field))
                : BookCell.Of(number, Style(field));
    }

    private BookCell Text(string sheet, CaseField field, string text)
    {
        CellStyle style = Style(field);
        if (field.Kind is CaseFieldKind.Date or CaseFieldKind.DateOrWord or CaseFieldKind.Any && LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
        {
            int days = Period.DaysBetween(new LocalDate(1899, 12, 30), date);
            return days >= 61 && field.Kind != CaseFieldKind.Any ? BookCell.Of((decimal)days, style) : days >= 61 ? BookCell.Of((decimal)days, CellStyle.InputDate) : BookCell.Of(text, style);
        }

        if (field.Words.Contains(text))
        {
            string label = CaseText.Label(_language, sheet, field, text);
            return BookCell.Of(CaseText.Word(sheet, field, label) == text ? label : text, style);
        }

        // A word that is none of the library's must not be taken for the label of one.
        return BookCell.Of(field.Words.Count > 0 && CaseText.Word(sheet, field, text) is not null ? CaseText.Quoted(text) : CaseText.Cell(text), style);
    }

}
