namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Typed values of cells; what they are not is a problem.</summary>
internal sealed partial class CellReader(Grid grid, int[] rows, TableReadOptions options, RemarkList problems, RemarkList notes)
{
    /// <summary>The column that states the unit of each row, or null.</summary>
    internal ColumnState? UnitColumn { get; init; }

    /// <summary>Whether a number may stand with a unit of time that no other table takes.</summary>
    internal bool ReadsTimes { get; init; }

    /// <summary>What knows the year of months that have none; null where nothing does.</summary>
    internal TableBuilder? Builder { get; init; }

    /// <summary>The measure of the number read last, or null.</summary>
    internal string? LastMeasure { get; private set; }

    internal bool IsEmpty(int row, ColumnState column) => Cell(row, column) is { Length: 0, Kind: not CellKind.Formula };

    internal string? Text(int row, ColumnState column)
    {
        CellSlot cell = Cell(row, column);
        ReadOnlySpan<char> text = grid.Text(cell);
        if (cell.Kind == CellKind.Date && DateText.Parse(text) is { Form: DateForm.Serial } parts)
        {
            return DateOfSerial(parts.A + grid.DateShift) is { } date ? date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : text.ToString();
        }

        if (text.SequenceEqual(column.LastText.AsSpan()))
        {
            return column.LastText;
        }

        if (text.IndexOf(CellChars.Damaged) >= 0)
        {
            Wrong(Said.As("damagedText", ("value", text.ToString())), row, column);
            return null;
        }

        if (IsNoValue(cell, row, column))
        {
            return null;
        }

        return column.LastText = text.ToString();
    }

    /// <summary>The number of a cell.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="unit">The unit that the header, the title or the name of the series states and that holds for it; null for none.</param>
    internal double? Double(int row, ColumnState column, CellNumber? unit)
    {
        if (!TryNumber(row, column, unit, out CellNumber number))
        {
            return null;
        }

        double value = number.ToDouble();
        if (!double.IsInfinity(value))
        {
            return value;
        }

        Wrong(Said.As("numberTooLarge", ("value", Shown(row, column))), row, column);
        return null;
    }

    /// <summary>As <see cref="Double"/>, exact.</summary>
    internal decimal? Decimal(int row, ColumnState column, CellNumber? unit)
    {
        if (!TryNumber(row, column, unit, out CellNumber number))
        {
            return null;
        }

        if (number.TryToDecimal(out decimal value))
        {
            return value;
        }

        Wrong(Said.As("numberTooLarge", ("value", Shown(row, column))), row, column);
        return null;
    }

    internal bool IsNumeric(ColumnState column)
    {
        int filled = 0;
        int numbers = 0;
        foreach (int row in rows)
        {
            CellSlot cell = Cell(row, column);
            if (cell.Length == 0)
            {
                continue;
            }

            filled++;
            numbers += cell.Kind is CellKind.Number or CellKind.Percent or CellKind.Duration
                || (cell.Kind == CellKind.Text && Parse(grid.Text(cell), out _) is NumberFault.None or NumberFault.DecimalComma or NumberFault.Dash or NumberFault.Error or NumberFault.Triangle) ? 1 : 0;
            if (filled == 200)
            {
                break;
            }
        }

        return filled > 0 && numbers * 2 > filled;
    }

    internal string Shown(int row, ColumnState column) => grid.Text(Cell(row, column)).ToString();

    private CellSlot Cell(int row, ColumnState column) => CellAt(row, column.Index);

    private CellSlot CellAt(int row, int index)
    {
        ReadOnlySpan<CellSlot> cells = grid.Row(row);
        return index < cells.Length ? cells[index] : default;
    }

    private bool IsNoValue(in CellSlot cell, int row, ColumnState column)
    {
        Message? reason = cell.Kind switch
        {
            CellKind.Error => Said.As("cellError", ("value", grid.Text(cell).ToString())),
            CellKind.Formula => new Message("table.formula"),
            CellKind.TooLong => new Message("table.cellTooLong.cut", Said.Count("most", options.MaximumCellLength)),
            _ => null,
        };
        if (reason is not null)
        {
            Wrong(reason, row, column);
        }

        return reason is not null;
    }

    private bool TryNumber(int row, ColumnState column, CellNumber? unit, out CellNumber number)
    {
        number = default;
        LastMeasure = null;
        CellSlot cell = Cell(row, column);
        if (IsNoValue(cell, row, column))
        {
            return false;
        }

        ReadOnlySpan<char> text = grid.Text(cell);
        NumberFault fault = cell.Kind is CellKind.Date or CellKind.Duration or CellKind.Boolean && cell.Length > 0 ? NumberFault.NotANumber : Parse(text, out number);
        if (fault == NumberFault.Empty)
        {
            return false;
        }

        if (fault == NumberFault.None && number.HasLoneComma && grid.HasSemicolons && !HasThousands(column))
        {
            fault = NumberFault.DecimalComma;
        }

        if (fault != NumberFault.None)
        {
            Wrong(Reason(fault, cell, text), row, column);
            return false;
        }

        TellMark(number.HasMark, row, column);
        number.Power += cell.Power;
        number.HasScale |= cell.Power > 0;
        number.IsPercent |= cell.Power < 0;
        number.Currency ??= ShownAs.Currencies[cell.Currency];
        bool isWrong = false;
        if (UnitColumn is not null && column.TakesUnitOfRow && cell.Kind != CellKind.Percent && TakeUnitOfRow(cell, ref number, row, column, out isWrong))
        {
            unit = null; // What the row states goes before the table.
        }

        LastMeasure = number.Measure;
        return !isWrong && Fits(cell, ref number, row, column, unit);
    }

    private NumberFault Parse(ReadOnlySpan<char> text, out CellNumber number)
    {
        NumberFault fault = NumberText.Parse(text, out number);
        if (fault == NumberFault.NotANumber && ReadsTimes && TimeUnit.AtEnd(text, out ReadOnlySpan<char> rest) is { } unit && NumberText.Parse(rest, out CellNumber time) == NumberFault.None
            && time is { Measure: null, Currency: null, IsPercent: false })
        {
            number = time;
            number.Measure = unit.Mark;
            return NumberFault.None;
        }

        return fault;
    }

    /// <summary>Puts the unit that stands in a column of its own to a number without one; what is no unit that converts, such as 瓶, is a measure. False where the row states none.</summary>
    private bool TakeUnitOfRow(in CellSlot cell, ref CellNumber number, int row, ColumnState column, out bool isWrong)
    {
        isWrong = false;
        ReadOnlySpan<char> text = grid.Text(Cell(row, UnitColumn!));
        if (ReadsTimes && TimeUnit.Of(text.ToString()) is { } time)
        {
            number.Measure ??= time.Mark;
            return true;
        }

        if (text.Length == 0 || number.HasScale || number.IsPercent)
        {
            return text.Length > 0;
        }

        if (!NumberText.TryUnit(text, out CellNumber unit))
        {
            number.Measure ??= text.ToString();
            return true;
        }

        isWrong = !TryPower(cell, unit, number, row, column, out int power);
        number.Power += power;
        number.IsPercent = unit.IsPercent;
        number.HasScale = unit.HasScale;
        number.Currency ??= unit.Currency;
        number.Measure ??= unit.Measure;
        if (unit.Power != 0)
        {
            notes.Add(new Message("table.unitColumn"), UnitColumn!.Header, null);
        }

        return true;
    }

    /// <summary>Whether the signs that stand with the number are those of its column; puts in the unit of the column where it has none of its own.</summary>
    private bool Fits(in CellSlot cell, ref CellNumber number, int row, ColumnState column, CellNumber? stated)
    {
        bool isPercent = number.IsPercent || cell.Kind == CellKind.Percent;
        if (stated is { } unit && !isPercent && !number.HasScale)
        {
            if (unit.Power > 0 && EndsAsYuan(grid.Text(cell)))
            {
                Wrong(Said.As("unitOfCell", ("value", grid.Text(cell).ToString())), row, column); // 130元 below 万元
                return false;
            }

            if (!TryPower(cell, unit, number, row, column, out int power))
            {
                return false;
            }

            number.Power += power;
        }
        else if (stated is not { IsPercent: true } && !number.IsZero)
        {
            bool isFraction = cell.Kind == CellKind.Number && Math.Abs(number.ToDouble()) <= 1;

            // The first number says what the column is; one that differs is the one that is wrong.
            UnitState units = column.Units;
            bool differs = isPercent ? units.HasPlain : units.HasPercent && !isFraction;
            units.HasPercent |= isPercent && !differs;
            units.HasPlain |= !isPercent && !isFraction && !differs;
            if (differs && !column.Column.HasSeveralKinds)
            {
                Wrong(Said.As("percentMixed", ("value", grid.Text(cell).ToString())), row, column);
                return false;
            }
        }

        if (stated is null && IsScaleMixed(cell, number, isPercent, row, column))
        {
            return false;
        }

        if (number.Currency is not null && number.Currency != (column.Units.Currency ??= number.Currency))
        {
            Wrong(Said.As("currencyMixed", ("value", grid.Text(cell).ToString()), ("currency", number.Currency), ("other", column.Units.Currency)), row, column);
            return false;
        }

        if (number.Measure is not null && !column.Column.HasSeveralKinds && number.Measure != (column.Units.Measure ??= number.Measure))
        {
            Wrong(Said.As("measureMixed", ("value", grid.Text(cell).ToString()), ("other", column.Units.Measure)), row, column);
            return false;
        }

        return true;
    }

    /// <summary>The power of ten of a stated unit for the number as it is stored: a format that shows it divided by the unit has done that already; one that shows it divided by another is asked about.</summary>
    private bool TryPower(in CellSlot cell, in CellNumber unit, in CellNumber number, int row, ColumnState column, out int power)
    {
        power = unit.Power;
        if (cell.Scale == 0 || unit.IsPercent || number.IsZero)
        {
            return true;
        }

        if (cell.Scale == unit.Power)
        {
            power = 0;
            notes.Add(TableBuilder.Scaled("table.scaled.shown", cell.Scale), Builder is { IsAcross: true } ? null : column.Header, grid.LineOf(row));
            return true;
        }

        Wrong(TableBuilder.Scaled("table.scaleOfFormat", cell.Scale), row, column);
        return false;
    }

    private static bool EndsAsYuan(ReadOnlySpan<char> text)
    {
        text = CellChars.Trim(text);
        return text.Length > 1 && text[text.Length - 1] is '元' or '圆';
    }

    /// <summary>Whether a number without any unit stands in one column with one in 万 or 亿: whether 130 beside 12.5万 is 130 or 130万 cannot be told.</summary>
    private bool IsScaleMixed(in CellSlot cell, in CellNumber number, bool isPercent, int row, ColumnState column)
    {
        bool isBare = number is { HasScale: false, Currency: null, Measure: null } && !isPercent;
        if (column.Column.HasSeveralKinds || number.IsZero || !(isBare || number.HasScale))
        {
            return false;
        }

        UnitState units = column.Units;
        if ((isBare ? units.Scaled : units.Bare) is not { } other)
        {
            (string Text, long Line)? seen = isBare ? units.Bare : units.Scaled;
            seen ??= (grid.Text(cell).ToString(), grid.LineOf(row));
            (units.Bare, units.Scaled) = isBare ? (seen, units.Scaled) : (units.Bare, seen);
            return false;
        }

        Wrong(new Message("table.scaleMixed", Said.Text("value", grid.Text(cell).ToString()), Said.Text("other", other.Text), Said.Line(other.Line)), row, column);
        return true;
    }

    private static Message Reason(NumberFault fault, in CellSlot cell, ReadOnlySpan<char> text)
    {
        string id = fault switch
        {
            NumberFault.DecimalComma => "decimalComma",
            NumberFault.Error => "cellError",
            NumberFault.Dash => "dash",
            NumberFault.Triangle => "triangle",
            _ when cell.Kind == CellKind.Date => "dateInNumbers",
            _ when cell.Kind == CellKind.Duration => "durationCell",
            _ => "notNumber",
        };
        return Said.As(id, ("value", cell.Kind == CellKind.Boolean ? text.Length > 0 && text[0] == '1' ? "TRUE" : "FALSE" : text.ToString()));
    }

    /// <summary>Whether another cell of the column shows what its commas are: several of them, or one before a point.</summary>
    private bool HasThousands(ColumnState column)
    {
        if (column.HasThousands is { } known)
        {
            return known;
        }

        bool has = false;
        foreach (int row in rows)
        {
            ReadOnlySpan<char> text = grid.Text(Cell(row, column));
            int comma = text.IndexOf(',');
            if (comma > 0 && NumberText.Parse(text, out CellNumber number) == NumberFault.None && !number.HasLoneComma)
            {
                has = true;
                break;
            }
        }

        column.HasThousands = has;
        return has;
    }

    private void TellMark(bool hasMark, int row, ColumnState column)
    {
        if (hasMark)
        {
            notes.Add(Said.As("footnote", ("value", Shown(row, column))), column.Header, grid.LineOf(row));
        }
    }

    private void Wrong(Message message, int row, ColumnState column) => problems.Add(message, column.Header, grid.LineOf(row));
}
