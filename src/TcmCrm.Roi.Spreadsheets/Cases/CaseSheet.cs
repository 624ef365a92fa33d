namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A sheet of a case workbook: the elements of one list, or of several under one header.</summary>
internal sealed class CaseSheet
{
    /// <summary>The column that says which list a row belongs to, where a sheet holds several.</summary>
    internal const string ListColumn = "list";

    /// <summary>The column that says which line, driver or scenario a row belongs to.</summary>
    internal const string OwnerColumn = "of";

    internal CaseSheet(string id, IReadOnlyList<CaseList> lists)
    {
        Id = id;
        Lists = lists;
        var columns = new List<CaseField>();
        if (HasLists)
        {
            var list = new CaseField(ListColumn, CaseFieldKind.Word) { IsRequired = true, Meaning = "What the row is." };
            list.AddWords(lists.Select(one => one.Path));
            columns.Add(list);
        }

        if (lists.Any(one => one.Owner.Length > 0))
        {
            columns.Add(new CaseField(OwnerColumn, CaseFieldKind.Text) { IsRequired = !HasLists, Meaning = "Whose row it is: the id of the line or driver, its name where it has none; the name of the scenario." });
        }

        foreach (CaseField field in lists.SelectMany(one => one.Fields).Where(field => !columns.Exists(known => known.Path == field.Path)))
        {
            columns.Add(field);
        }

        Columns = columns;
    }

    internal string Id { get; }

    internal IReadOnlyList<CaseList> Lists { get; }

    internal bool HasLists => Lists.Count > 1;

    internal IReadOnlyList<CaseField> Columns { get; }
}
