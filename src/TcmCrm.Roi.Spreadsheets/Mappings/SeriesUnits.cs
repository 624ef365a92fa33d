using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The unit of series whose names stand in rows, below months across or in a column of KPIs: that of the name, or else that of the table where it holds for the name.</summary>
internal sealed class SeriesUnits(Table table)
{
    private const string Marks = "(（[【/_:：-－ ";

    private readonly Dictionary<(string Name, TableColumn Column), CellNumber?> _known = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The unit to read the numbers of a series in; null for none.</summary>
    /// <param name="column">The column of the numbers.</param>
    /// <param name="name">What the file calls the series.</param>
    /// <param name="kpi">The KPI that the name is; null where no catalogue has it.</param>
    /// <param name="line">The line of its first row.</param>
    internal CellNumber? Of(TableColumn column, string name, KpiDefinition? kpi, long line)
    {
        if (table.UnitOf(column) is null && !MayHaveUnit(name))
        {
            return null;
        }

        if (!_known.TryGetValue((name, column), out CellNumber? unit))
        {
            unit = Find(column, name, kpi, line);
            _known.Add((name, column), unit);
        }

        if (unit is { IsPercent: true })
        {
            table.UnitsOf(column).HasPercent = true;
        }

        return unit;
    }

    private CellNumber? Find(TableColumn column, string name, KpiDefinition? kpi, long line)
    {
        if (HeaderText.Split(name).Unit is { } own)
        {
            Tell(own.Power == 0 || table.ShowsScaled(column, own.Power) ? null : TableBuilder.Scaled(own), name, line);
            return own;
        }

        if (HeaderText.StrangeUnit(name) is { } strange)
        {
            Tell(Said.As("unitStrange.note", ("value", strange)), name, line);
            return null;
        }

        if (table.UnitOf(column) is not { } common || TimeUnit.InName(name) is not null)
        {
            return null;
        }

        foreach (CellNumber one in table.FurtherUnits.Prepend(common))
        {
            if (Holds(one, name, kpi))
            {
                // Of a column below its header it is said already.
                Tell(one.Power == 0 || !table.Across.Contains(column) || table.ShowsScaled(column, one.Power) ? null : TableBuilder.Scaled(one), name, line);
                return one;
            }
        }

        Tell(common.Power == 0 ? null : new Message("table.unitNotFor"), name, line);
        return null;
    }

    /// <summary>Whether a name has brackets, a stroke or 元 behind it; most have none.</summary>
    private static bool MayHaveUnit(string name) => name.AsSpan().IndexOfAny(Marks.AsSpan()) >= 0 || name.EndsWith("元", StringComparison.Ordinal);

    /// <summary>What a KPI is in is known; of other names the words tell.</summary>
    private static bool Holds(in CellNumber unit, string name, KpiDefinition? kpi) => kpi?.Unit switch
    {
        null or KpiUnit.Number => TableUnits.HoldFor(unit, name) && (kpi is null || unit.Measure is not null || !KpiCatalog.TryFind(kpi.Id, out _)),
        KpiUnit.Money or KpiUnit.MoneyPerDay => unit is { IsPercent: false, Measure: null },
        KpiUnit.Ratio => unit.IsPercent,
        _ => false,
    };

    private void Tell(Message? message, string name, long line)
    {
        if (message is not null && !table.Has(KnownColumns.Unit) && _told.Add(name))
        {
            table.AddNoteOf(name, message, line);
        }
    }
}
