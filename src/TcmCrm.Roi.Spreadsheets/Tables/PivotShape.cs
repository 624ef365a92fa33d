using System.Globalization;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// Pivots of Excel and WPS as plain tables: 行标签 above months is a column of months, a year above its months is theirs and a subtotal, labels that stand once are those of the rows below,
/// and totals are left out. A pivot whose labels are of several kinds in one column is asked about.
/// </summary>
internal static class PivotShape
{
    private const int HeaderWithin = 40;

    private static readonly string[] ValueFields = ["求和项:", "计数项:", "平均值项:", "最大值项:", "最小值项:", "sumof", "countof", "averageof", "maxof", "minof"];

    /// <summary>Puts a grid that is a pivot into plain form; leaves another as it is.</summary>
    /// <exception cref="TableFault">The labels of the pivot are of several kinds in one column.</exception>
    internal static void Plain(Grid grid, TableLayout layout, TableReadOptions options, RemarkList notes)
    {
        for (int row = 0; row < Math.Min(grid.RowCount, HeaderWithin); row++)
        {
            int label = Find(grid, row, key => key is "行标签" or "rowlabels");
            int value = Find(grid, row, IsValueField);
            if (label < 0 && value < 0)
            {
                continue;
            }

            bool isCorner = label < 0 && value == 0; // The name of the values, above the header.
            int header = isCorner ? row + 1 : row;
            if (header >= grid.RowCount || grid.Row(header).Length == 0)
            {
                return;
            }

            label = isCorner ? Find(grid, header, key => key is "行标签" or "rowlabels") : label;
            var cells = new CellReader(grid, [], options, notes, notes);
            grid.Keep();
            NameValues(grid, header, isCorner ? row : row - 1);
            if (label >= 0)
            {
                Labels(cells, grid, header, label, layout, notes);
            }
            else
            {
                int labels = isCorner ? Enumerable.Range(1, Math.Max(0, grid.Row(row).Length - 1)).FirstOrDefault(i => grid.Row(row)[i].Length > 0) : value;
                FillDown(grid, header, Math.Min(Math.Max(labels, 1), grid.Row(header).Length), notes);
            }

            return;
        }
    }

    private static bool IsValueField(string key) => Array.Exists(ValueFields, field => key.Length > field.Length && key.StartsWith(field, StringComparison.Ordinal));

    /// <summary>求和项:销售额 is 销售额; 汇总 below 求和项:销售额 is it too. Counts and averages keep their names.</summary>
    private static void NameValues(Grid grid, int header, int above)
    {
        string? field = above >= 0 && grid.Row(above).Length > 0 ? Name(grid.Text(grid.Row(above)[0]).ToString()) : null;
        for (int i = 0; i < grid.Row(header).Length; i++)
        {
            string text = grid.Text(grid.Row(header)[i]).ToString();
            string? name = Name(text) ?? (HeaderText.Key(text) is "汇总" or "total" ? field : null);
            if (name is not null)
            {
                grid.Replace(header, i, Written(grid, name));
            }
        }
    }

    private static string? Name(string text)
    {
        string plain = new([.. text.Select(CellChars.Plain)]);
        string? field = plain.StartsWith("求和项:", StringComparison.Ordinal) ? "求和项:" : plain.StartsWith("Sum of ", StringComparison.OrdinalIgnoreCase) ? "Sum of " : null;
        return field is null || plain.Length == field.Length ? null : text.Substring(field.Length).Trim();
    }

    /// <summary>Labels of all fields in one column: read where they are months, with their years above them or without.</summary>
    private static void Labels(CellReader cells, Grid grid, int header, int label, TableLayout layout, RemarkList notes)
    {
        (int months, int years, int others) = (0, 0, 0);
        for (int row = header + 1; row < grid.RowCount; row++)
        {
            if (TextAt(grid, row, label) is { Length: > 0 } text && !IsTotal(text) && grid.FilledIn(row) > 1)
            {
                DateForm form = cells.PartsOf(row, label).Form;
                months += form is DateForm.Month or DateForm.MonthOnly or DateForm.Day ? 1 : 0;
                years += form is DateForm.YearOnly or DateForm.OtherPeriod ? 1 : 0;
                others += form is DateForm.Month or DateForm.MonthOnly or DateForm.Day or DateForm.YearOnly or DateForm.OtherPeriod ? 0 : 1;
            }
        }

        if (months + years > 0 && others > 0)
        {
            throw new TableFault(new Message("table.pivotLabels"), grid.LineOf(header));
        }

        string name = KnownColumns.Month.Names[0];
        if (months == 0 || !layout.Headers.ContainsKey(HeaderText.Key(name)))
        {
            return;
        }

        grid.Replace(header, label, Written(grid, name));
        DropTotalColumn(grid, header, label, notes);
        int? year = null;
        for (int row = header + 1; row < grid.RowCount; row++)
        {
            DateParts parts = label < grid.Row(row).Length ? cells.PartsOf(row, label) : default;
            if (parts.Form is DateForm.YearOnly or DateForm.OtherPeriod)
            {
                year = parts.Form == DateForm.YearOnly ? parts.A : year;
                Drop(grid, row, TextAt(grid, row, label), notes);
            }
            else if (parts.Form == DateForm.MonthOnly && year is { } known)
            {
                grid.Replace(row, label, Written(grid, string.Format(CultureInfo.InvariantCulture, "{0:0000}-{1:00}", known, parts.B)));
            }
        }
    }

    /// <summary>总计 behind columns of which it is the sum.</summary>
    private static void DropTotalColumn(Grid grid, int header, int label, RemarkList notes)
    {
        int last = grid.Row(header).Length - 1;
        string text = TextAt(grid, header, last);
        if (last > label + 1 && HeaderText.Key(text) is "总计" or "grandtotal")
        {
            for (int row = header; row < grid.RowCount; row++)
            {
                if (last < grid.Row(row).Length)
                {
                    grid.Replace(row, last, default);
                }
            }

            notes.Add(Said.As("columnPassed"), text, grid.LineOf(header));
        }
    }

    /// <summary>A column for each field: a label stands once, and rows of its total stand above or below those that it names.</summary>
    private static void FillDown(Grid grid, int header, int labels, RemarkList notes)
    {
        var last = new CellSlot[labels];
        bool isFilled = false;
        for (int row = header + 1; row < grid.RowCount; row++)
        {
            ReadOnlySpan<CellSlot> cells = grid.Row(row);
            int own = Math.Min(labels, cells.Length);
            if (grid.FilledIn(row) == 0 || (grid.FilledIn(row) == 1 && own > 0 && cells[0].Length > 0))
            {
                continue; // A note below, or a line between.
            }

            int first = -1;
            string? total = null;
            for (int i = 0; i < own; i++)
            {
                string text = TextAt(grid, row, i);
                first = first < 0 && text.Length > 0 ? i : first;
                total ??= text.Length > 0 && IsTotal(text) ? text : null;
            }

            bool isAboveItsRows = first >= 0 && labels > 1 && Enumerable.Range(first, own - first).Any(i => grid.Row(row)[i].Length == 0);
            for (int i = Math.Max(first, 0); i < own && total is null && first >= 0; i++)
            {
                last[i] = grid.Row(row)[i];
            }

            if (total is not null || isAboveItsRows)
            {
                Drop(grid, row, total ?? TextAt(grid, row, first), notes);
                continue;
            }

            for (int i = 0; i < own; i++)
            {
                if (grid.Row(row)[i].Length == 0 && last[i].Length > 0)
                {
                    grid.Replace(row, i, last[i]);
                    isFilled = true;
                }
            }
        }

        if (isFilled)
        {
            notes.Add(new Message("table.pivotFilled"), null, grid.LineOf(header));
        }
    }

    private static bool IsTotal(string text) => HeaderText.Key(text) is var key && (KnownWords.IsTotal(key) || KnownWords.EndsAsTotal(key));

    private static void Drop(Grid grid, int row, string text, RemarkList notes)
    {
        notes.Add(Said.As("totalRow", ("text", text)), null, grid.LineOf(row));
        for (int i = 0; i < grid.Row(row).Length; i++)
        {
            grid.Replace(row, i, default);
        }
    }

    private static int Find(Grid grid, int row, Func<string, bool> isIt)
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i].Kind == CellKind.Text && cells[i].Length is > 2 and < 60 && isIt(HeaderText.Key(grid.Text(cells[i]).ToString())))
            {
                return i;
            }
        }

        return -1;
    }

    private static string TextAt(Grid grid, int row, int index) => index >= 0 && index < grid.Row(row).Length ? grid.Text(grid.Row(row)[index]).ToString() : string.Empty;

    private static CellSlot Written(Grid grid, string text) => new() { Start = grid.Append(text.AsSpan()), Length = text.Length, Kind = CellKind.Text };
}
