namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Which columns of a table are the value, the parts, the counts and the controls of a study. What cannot be known is asked once.</summary>
internal sealed class StudyRoles
{
    private readonly Table _table;
    private readonly List<StudyColumn> _columns;

    internal StudyRoles(Table table, List<StudyColumn> columns, StudyTableOptions options)
    {
        _table = table;
        _columns = columns;
        int before = table.Problems.Count;
        StudyColumn?[] given = [Named(options.Value, "--value"), Named(options.Numerator, "--numerator"), Named(options.Denominator, "--denominator")];
        Controls = [.. options.Controls.Select(name => Named(name, "--control")).OfType<StudyColumn>()];
        if (table.Problems.Count > before)
        {
            return;
        }

        (Value, Numerator, Denominator) = (given[0], given[1], given[2]);
        if (Numerator is null != (Denominator is null))
        {
            (Numerator, Denominator) = (Numerator ?? WithRole(KnownColumns.Numerator), Denominator ?? WithRole(KnownColumns.Denominator));
            if (Numerator is null || Denominator is null)
            {
                Report(Said.As(Numerator is null ? "noNumeratorColumn" : "noDenominatorColumn"));
                return;
            }
        }

        if (Value is null && Numerator is null)
        {
            Find(options.Kind);
        }

        string[] unused = [.. _columns.Where(column => !IsUsed(column)).Select(column => column.Name)];
        if (unused.Length > 0)
        {
            table.AddNote(new Message("table.columnUnused", Said.Names("columns", unused)));
        }
    }

    internal StudyColumn? Value { get; private set; }

    internal StudyColumn? Numerator { get; private set; }

    internal StudyColumn? Denominator { get; private set; }

    internal StudyColumn[]? Counts { get; private set; }

    internal IReadOnlyList<StudyColumn> Controls { get; }

    internal bool Any => Value is not null || (Numerator is not null && Denominator is not null) || Counts is not null;

    private void Find(SeriesKind? kind)
    {
        StudyColumn? above = WithRole(KnownColumns.Numerator);
        StudyColumn? below = WithRole(KnownColumns.Denominator);
        StudyColumn?[] counts = [WithRole(StudyTable.Promoters), WithRole(StudyTable.Passives), WithRole(StudyTable.Detractors)];
        if (kind is null or SeriesKind.Ratio && above is not null && below is not null)
        {
            (Numerator, Denominator) = (above, below);
        }
        else if (kind is null or SeriesKind.Score && Array.TrueForAll(counts, count => count is not null))
        {
            Counts = counts!;
        }
        else
        {
            FindValue(kind, above is not null || below is not null || Array.Exists(counts, count => count is not null));
        }
    }

    private void FindValue(SeriesKind? kind, bool hasParts)
    {
        StudyColumn[] free = [.. _columns.Where(column => !IsUsed(column) && (column.Role is null || column.Role == KnownColumns.Value))];
        StudyColumn? plain = Array.Find(free, column => column.Role == KnownColumns.Value && KnownColumns.IsPlainValue(column.Name));
        if (plain is not null)
        {
            Value = plain;
        }
        else if (free.Length == 1 && !hasParts)
        {
            Value = free[0];
            if (KnownColumns.IsRunningTotal(Value.Name))
            {
                Report(Said.As("runningTotal", ("column", Value.Name)));
            }
        }
        else if (free.Length == 0)
        {
            string id = kind switch { SeriesKind.Ratio => "noValueColumn.ratio", SeriesKind.Score => "noValueColumn.score", _ => "noValueColumn" };
            Report(new Message("table." + id, Said.Names("columns", _table.Columns.Concat(_table.Others).Select(_table.HeaderOf))));
        }
        else
        {
            Report(new Message("table.rolesAmbiguous", Said.Names("columns", _columns.Where(column => !Controls.Contains(column)).Select(column => column.Name))));
        }
    }

    private bool IsUsed(StudyColumn column) => column == Value || column == Numerator || column == Denominator || Controls.Contains(column) || (Counts?.Contains(column) ?? false);

    private StudyColumn? WithRole(TableColumn role) => _columns.Find(column => column.Role == role);

    private StudyColumn? Named(string? name, string option)
    {
        if (name is null)
        {
            return null;
        }

        StudyColumn? found = _columns.Find(column => HeaderText.Key(column.Name) == HeaderText.Key(name)) ?? _columns.Find(column => column.Is(name));
        if (found is null)
        {
            Report(new Message("table.noSuchColumn", MessageArgument.Text("column", name), MessageArgument.Text("option", option), Said.Names("columns", _columns.Select(column => column.Name))));
        }

        return found;
    }

    private void Report(Message message) => _table.Report(message, null, _table.HeaderLine);
}
