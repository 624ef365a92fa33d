using NodaTime;

namespace TcmCrm.Roi.Spreadsheets;

/// <content>Dates and months.</content>
internal sealed partial class CellReader
{
    internal LocalDate? Date(int row, ColumnState column)
    {
        if (!TryTime(row, column, null, true, out int year, out int month, out int day))
        {
            return null;
        }

        if (day > 0)
        {
            return new LocalDate(year, month, day);
        }

        Wrong(Said.As("noDay", ("value", Shown(row, column))), row, column);
        return null;
    }

    internal YearMonth? Month(int row, ColumnState column, ColumnState? yearColumn) =>
        TryTime(row, column, yearColumn, false, out int year, out int month, out _) ? new YearMonth(year, month) : null;

    /// <summary>The parts of a cell that is a date or a month.</summary>
    internal DateParts PartsOf(int row, int index)
    {
        CellSlot cell = CellAt(row, index);
        DateParts parts = cell.Kind is CellKind.Text or CellKind.Number or CellKind.Date ? DateText.Parse(grid.Text(cell)) : default;
        if (parts.Form is DateForm.Serial or DateForm.None && cell.Kind == CellKind.Date && NumberText.Parse(grid.Text(cell), out CellNumber number) == NumberFault.None)
        {
            double serial = number.ToDouble();
            parts = serial is >= 1 and < 2_958_466 ? new DateParts { Form = DateForm.Serial, A = (int)serial } : default;
        }

        if (parts.Form == DateForm.Serial && DateOfSerial(parts.A + grid.DateShift) is { } date)
        {
            return new DateParts { Form = DateForm.Day, A = date.Year, B = date.Month, C = date.Day };
        }

        return parts;
    }

    private static LocalDate? DateOfSerial(int serial) =>
        // Excel counts a 29 February 1900 that never was: serial 60.
        serial is >= 1 and < 2_958_466 and not 60 ? new LocalDate(1899, 12, 30).PlusDays(serial < 60 ? serial + 1 : serial) : null;

    private bool TryTime(int row, ColumnState column, ColumnState? yearColumn, bool wantsDay, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        if (IsNoValue(Cell(row, column), row, column))
        {
            return false;
        }

        DateParts parts = PartsOf(row, column.Index);
        if (parts.Form == DateForm.Empty)
        {
            return false;
        }

        if (parts.Form == DateForm.Day && Cell(row, column).Kind != CellKind.Date && IsBareSerial(grid.Text(Cell(row, column))))
        {
            notes.Add(new Message("table.serials"), column.Header, grid.LineOf(row));
        }

        TellMark(parts.HasMark, row, column);
        if (parts.Form == DateForm.Month && LostZero.IsLike(grid.Text(Cell(row, column))) && (column.LostZeros ??= LostZero.In(grid, rows, column.Index)).Contains(row))
        {
            Wrong(Said.As("lostZero", ("value", Shown(row, column)), ("october", Shown(row, column) + "0")), row, column);
            return false;
        }

        if (parts.Form == DateForm.MonthOnly && yearColumn is not null)
        {
            return TryYear(row, yearColumn, parts.B, out year, out month);
        }

        if (parts.Form == DateForm.MonthOnly && Builder is not null)
        {
            parts = Builder.WithYear(parts, Shown(row, column), column.Header, grid.LineOf(row));
        }

        // Whether Excel has turned the dates is looked at where an order is given; otherwise the texts that it left are asked about.
        bool mayBeTurned = parts.Form == DateForm.Day && options.DateOrder is (DateOrder.DayMonthYear or DateOrder.MonthDayYear);
        if (parts.Form is DateForm.Day or DateForm.Month && !mayBeTurned)
        {
            (year, month, day) = (parts.A, parts.B, parts.Form == DateForm.Month ? 0 : parts.C);
            return true;
        }

        column.Dates ??= new DateFacts(rows.Select(one => PartsOf(one, column.Index)), options.DateOrder);
        if (column.Dates.Resolve(parts, Shown(row, column), out year, out month, out day) is not { } reason)
        {
            if (mayBeTurned && column.Dates.IsTurnedBack)
            {
                notes.Add(new Message("table.datesTurned.back"), column.Header, grid.LineOf(row));
            }

            return true;
        }

        Wrong(wantsDay || reason.Id != "table.notDate" ? reason : Said.As("notMonth", ("value", Shown(row, column))), row, column);
        return false;
    }

    private bool TryYear(int row, ColumnState yearColumn, int monthOfYear, out int year, out int month)
    {
        (year, month) = (0, monthOfYear);
        DateParts parts = PartsOf(row, yearColumn.Index);
        if (parts.Form == DateForm.YearOnly)
        {
            year = parts.A;
            return true;
        }

        if (parts.Form == DateForm.Empty)
        {
            Wrong(Said.As("noYearCell"), row, yearColumn);
            return false;
        }

        Wrong(Said.As("notYear", ("value", Shown(row, yearColumn))), row, yearColumn);
        return false;
    }

    private static bool IsBareSerial(ReadOnlySpan<char> text)
    {
        int points = 0;
        foreach (char c in text)
        {
            char plain = CellChars.Plain(c);
            points += plain == '.' ? 1 : 0;
            if (plain is not ((>= '0' and <= '9') or '.'))
            {
                return false;
            }
        }

        return points < 2 && text.Length is 5 or > 8;
    }
}
