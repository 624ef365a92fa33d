using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Numbers of KPIs in days or hours, whatever unit of time stands in the header, the name of the KPI, the column of units or the cell.</summary>
internal sealed class SeriesTimes(Table table)
{
    private readonly Dictionary<(string Name, TableColumn Column), TimeUnit?> _stated = [];

    /// <summary>The number of a cell in the unit of its KPI; null for a gap, and where it is none, which is a problem of the table.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    /// <param name="kpi">The KPI.</param>
    /// <param name="name">What the file calls the series.</param>
    /// <param name="unitOfName">The unit of money, count or per cent that holds for the series; null for none.</param>
    internal double? Number(TableRow row, TableColumn column, KpiDefinition kpi, string name, CellNumber? unitOfName)
    {
        TimeUnit? stated = StatedFor(name, column, kpi);
        UnitState units = table.UnitsOf(column);
        if (stated is not null && stated.Mark != (units.Measure ??= stated.Mark))
        {
            row.Report(column, Said.As("measureMixed", ("value", name), ("other", units.Measure)));
            return null;
        }

        if (row.Number(column, unitOfName) is not { } value)
        {
            return null;
        }

        string? measure = table.LastMeasure;
        TimeUnit? unit = measure is null ? stated : TimeUnit.Of(measure);
        if (kpi.Unit is not (KpiUnit.Day or KpiUnit.Hour) || kpi.OverTime == KpiAggregation.EndBalanceOverSum && column == KnownColumns.Numerator)
        {
            // A duration is no share, amount or score.
            if (measure is not null && unit is { Mark: not "分" } && kpi.Unit is not KpiUnit.Number)
            {
                row.Report(column, Said.As("notNumber", ("value", row.Text(column) ?? string.Empty)));
                return null;
            }

            return value;
        }

        return unit is null ? Bare(row, column, units, measure, value) : Converted(row, column, kpi, unit, units, value, isOwn: measure is not null);
    }

    private static double? Bare(TableRow row, TableColumn column, UnitState units, string? measure, double value)
    {
        if (measure is null && value != 0)
        {
            units.HasBareTime = true;
            if (units.HasOtherTime)
            {
                TellMixed(row, column);
                return null;
            }
        }

        return value;
    }

    private double? Converted(TableRow row, TableColumn column, KpiDefinition kpi, TimeUnit unit, UnitState units, double value, bool isOwn)
    {
        var kpiUnit = new Message(kpi.Unit == KpiUnit.Day ? "table.time.day" : "table.time.hour");
        if (unit.Factor(kpi.Unit) is not { } divisor)
        {
            row.Report(column, new Message(
                "table.timeNotExact", MessageArgument.Text("value", row.Text(column) ?? string.Empty), MessageArgument.Part("unit", unit.Name), MessageArgument.Part("kpi", kpi.NameMessage),
                MessageArgument.Part("wanted", kpiUnit), MessageArgument.Parts("allowed", TimeUnit.Allowed(kpi.Unit))));
            return null;
        }

        if (divisor == 1)
        {
            return value;
        }

        units.HasOtherTime |= isOwn;
        if (isOwn && units.HasBareTime)
        {
            TellMixed(row, column);
            return null;
        }

        table.AddNote(new Message("table.timeConverted", MessageArgument.Part("unit", unit.Name), MessageArgument.Part("wanted", kpiUnit)), column, row.Line, unit.Mark + "\n" + kpi.Unit);
        return value / divisor;
    }

    private static void TellMixed(TableRow row, TableColumn column) => row.Report(column, Said.As("timeBare", ("value", row.Text(column) ?? string.Empty)));

    private TimeUnit? StatedFor(string name, TableColumn column, KpiDefinition kpi)
    {
        if (!_stated.TryGetValue((name, column), out TimeUnit? stated))
        {
            stated = (name.Length == 0 ? null : TimeUnit.InName(name)) ?? TimeUnit.InName(table.HeaderOf(column));
            stated ??= kpi.Unit is KpiUnit.Day or KpiUnit.Hour ? table.TimeUnitOf(column) : null;
            bool isPeriodOfSum = stated is { IsPeriod: true } && kpi.OverTime == KpiAggregation.Sum;
            stated = isPeriodOfSum || stated is { Mark: "分" or "个月" or "年" or "周" } && kpi.Unit is not (KpiUnit.Day or KpiUnit.Hour) ? null : stated;
            _stated.Add((name, column), stated);
        }

        return stated;
    }
}
