using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the fields of a case are called, in every language: which sheet a row of them is of, and which of them a text that is none is near to.</summary>
internal static class CaseHeaders
{
    /// <summary>Longer texts are near to no field.</summary>
    private const int LongestNear = 60;

    private static readonly Language[] Languages = [PackageWords.In(Language.Of("en")), PackageWords.In(Language.Of("zh"))];

    private static readonly Lazy<Dictionary<string, List<(CaseSheet Sheet, CaseField Field)>>> Columns = new(Create);

    private static readonly Lazy<string[]> CaseNames = new(() => [.. CaseLayout.Instance.Case.Fields.SelectMany(field => NamesOf(CaseSheetNames.Case, field)).Distinct()]);

    /// <summary>The sheet of a case that has at least so many fields in a row; null where there is none.</summary>
    internal static CaseSheet? SheetOf(Grid grid, int row, int least)
    {
        var found = new Dictionary<CaseSheet, HashSet<CaseField>>();
        foreach (CellSlot cell in grid.Row(row))
        {
            if (Columns.Value.TryGetValue(grid.Text(cell).ToString(), out List<(CaseSheet Sheet, CaseField Field)>? columns))
            {
                foreach ((CaseSheet sheet, CaseField field) in columns)
                {
                    if (!found.TryGetValue(sheet, out HashSet<CaseField>? fields))
                    {
                        found.Add(sheet, fields = []);
                    }

                    fields.Add(field);
                }
            }
        }

        CaseSheet? like = CaseLayout.Instance.Sheets.OrderByDescending(sheet => found.TryGetValue(sheet, out HashSet<CaseField>? fields) ? fields.Count : 0).First();
        return found.TryGetValue(like, out HashSet<CaseField>? most) && most.Count >= least ? like : null;
    }

    /// <summary>The row of the first sheet that says what its columns are: in the words of this package, or in somebody's own above the first field; -1 where there is none.</summary>
    internal static int HeaderOfCase(Grid grid, CaseField?[] fields)
    {
        int first = Array.FindIndex(fields, field => field is not null);
        for (int row = 0; row < first; row++)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            string text = cells.Length > 1 ? grid.Text(cells[1]).ToString() : string.Empty;
            if (Array.Exists(Languages, language => language.Say("book.case.value") == text))
            {
                return row;
            }
        }

        return first > 0 && grid.Row(first - 1).Length > 1 && grid.Row(first - 1)[1].Kind == CellKind.Text ? first - 1 : -1;
    }

    /// <summary>The field of the first sheet that a text nearly is, as it is called there; null where there is none.</summary>
    internal static string? Near(string text)
    {
        if (text.Length is 0 or > LongestNear)
        {
            return null;
        }

        (string? nearest, int least) = (null, int.MaxValue);
        foreach (string name in CaseNames.Value)
        {
            int edits = Edits(text.ToUpperInvariant(), name.ToUpperInvariant());
            if (edits < least && edits * 3 <= Math.Max(text.Length, name.Length))
            {
                (nearest, least) = (name, edits);
            }
        }

        return nearest;
    }

    /// <summary>How many characters have to be put in, left out or changed.</summary>
    private static int Edits(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0]++;
            for (int k = 0; k < to.Length; k++)
            {
                int edits = Math.Min(Math.Min(row[k], row[k + 1]) + 1, diagonal + (from[i] == to[k] ? 0 : 1));
                (diagonal, row[k + 1]) = (row[k + 1], edits);
            }
        }

        return row[to.Length];
    }

    private static Dictionary<string, List<(CaseSheet Sheet, CaseField Field)>> Create()
    {
        var columns = new Dictionary<string, List<(CaseSheet Sheet, CaseField Field)>>(StringComparer.Ordinal);
        foreach (CaseSheet sheet in CaseLayout.Instance.Sheets)
        {
            foreach (CaseField field in sheet.Columns)
            {
                foreach (string name in NamesOf(sheet.Id, field).Distinct())
                {
                    if (!columns.TryGetValue(name, out List<(CaseSheet Sheet, CaseField Field)>? known))
                    {
                        columns.Add(name, known = []);
                    }

                    known.Add((sheet, field));
                }
            }
        }

        return columns;
    }

    private static IEnumerable<string> NamesOf(string sheet, CaseField field) => Languages.Select(language => CaseText.Label(language, sheet, field)).Prepend(field.Path);
}
