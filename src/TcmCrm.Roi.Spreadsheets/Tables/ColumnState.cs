namespace TcmCrm.Roi.Spreadsheets;

/// <summary>A column that the table has: where it stands, its unit, and what its cells have shown so far.</summary>
internal sealed class ColumnState(TableColumn column, int index, string header)
{
    internal TableColumn Column { get; } = column;

    internal int Index { get; } = index;

    /// <summary>The header as the file writes it.</summary>
    internal string Header { get; } = header;

    /// <summary>The unit that the header or the unit row of the table states, or null.</summary>
    internal CellNumber? Unit { get; set; }

    /// <summary>The unit of time that a row below the header states, or null.</summary>
    internal TimeUnit? StatedTime { get; set; }

    internal UnitState Units { get; set; } = new();

    internal DateFacts? Dates { get; set; }

    /// <summary>Whether the column shows that its commas stand between thousands; null before it was looked at.</summary>
    internal bool? HasThousands { get; set; }

    /// <summary>The rows whose month may be January or October; null before it was looked at.</summary>
    internal HashSet<int>? LostZeros { get; set; }

    /// <summary>Whether the unit that stands in a column of its own holds for its numbers.</summary>
    internal bool TakesUnitOfRow { get; init; }

    /// <summary>The number of the period of a column that stands across without a date; null for others.</summary>
    internal int? Period { get; init; }

    /// <summary>The text read last: names repeat from row to row.</summary>
    internal string LastText { get; set; } = string.Empty;

    /// <summary>The month of a column that stands across, year and month, day 0 without one; null for others.</summary>
    internal (int Year, int Month, int Day)? Time { get; set; }
}
