using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>The amounts of an evaluation as rows of dates and columns of lines.</summary>
internal sealed class BookFlows
{
    private const double MonthsPerYear = 12;

    private readonly RoiEvaluation _evaluation;

    internal BookFlows(RoiEvaluation evaluation)
    {
        _evaluation = evaluation;
        Projection projection = evaluation.Projection;
        PeriodResult longest = evaluation.Periods[evaluation.Periods.Count - 1];
        LocalDate until = evaluation.Case.GoLive > longest.Start ? evaluation.Case.GoLive : longest.Start;
        MonthsPerStep = projection.Terms.FlowTiming == FlowTiming.EndOfYear ? 12 : 1;
        var rows = new SortedDictionary<(double Years, int Step, int Bucket, bool IsLater), Row>();
        var cells = new List<List<(Row Row, double Amount)>>();
        foreach (ProjectionLine line in projection.Lines)
        {
            var own = new List<(Row, double)>();
            cells.Add(own);
            foreach (CashFlow flow in line.Flows)
            {
                if (flow.Date >= longest.End)
                {
                    continue;
                }

                (double years, int step) = PlaceOf(flow.Date);
                (double, int, int, bool) key = (years, step, Bucket(flow.Date), flow.Date > until);
                if (!rows.TryGetValue(key, out Row? row))
                {
                    rows[key] = row = new Row { Years = key.Item1, Step = key.Item2 };
                }

                row.Date = LocalDate.Max(row.Date, flow.Date);
                own.Add((row, (double)(line.Side == FlowSide.Cost ? -flow.Amount.Amount : flow.Amount.Amount)));
            }
        }

        Rows = [.. rows.Values];
        for (int i = 0; i < Rows.Count; i++)
        {
            Rows[i].Index = i;
        }

        HasEqualTimes = Rows.Select(row => row.Years).Distinct().Count() < Rows.Count;
        InitialUntil = until;
        using var document = JsonDocument.Parse(CaseDocument.Write(evaluation.Case));
        JsonElement[] costs = [.. document.RootElement.GetProperty(CaseLayout.Costs).EnumerateArray().Select(line => line.Clone())];
        JsonElement[] benefits = [.. document.RootElement.GetProperty(CaseLayout.Benefits).EnumerateArray().Select(line => line.Clone())];
        Lines = [.. projection.Lines.Select((line, i) => new BookLine(
            line, i < costs.Length ? LineFormula.OfCost(costs[i]) : LineFormula.OfBenefit(benefits[i - costs.Length]), Summed(cells[i])))];
    }

    internal IReadOnlyList<Row> Rows { get; }

    internal IReadOnlyList<BookLine> Lines { get; }

    internal int MonthsPerStep { get; }

    /// <summary>The last day whose costs count as initial investment.</summary>
    internal LocalDate InitialUntil { get; }

    /// <summary>Whether two rows are discounted from one time: what is netted by time is then not what stands in a row.</summary>
    internal bool HasEqualTimes { get; }

    /// <summary>How many steps of payback a period has: its months, a begun last one included, or its years.</summary>
    internal int StepsOf(PeriodResult period) =>
        (_evaluation.Projection.Timeline.Grid.IndexOf(period.End.PlusDays(-1)) + MonthsPerStep) / MonthsPerStep;

    /// <summary>From when a flow on a date is discounted, in years, and in which step of payback it counts.</summary>
    internal (double Years, int Step) PlaceOf(LocalDate date)
    {
        int month = _evaluation.Projection.Timeline.Grid.IndexOf(date);
        return date == _evaluation.Case.Start ? (0, 0) : (Years(month, date), (month / MonthsPerStep) + 1);
    }

    private double[] Summed(List<(Row Row, double Amount)> cells)
    {
        double[] amounts = new double[Rows.Count];
        foreach ((Row row, double amount) in cells)
        {
            amounts[row.Index] += amount;
        }

        return amounts;
    }

    private int Bucket(LocalDate date)
    {
        int bucket = 0;
        while (date >= _evaluation.Periods[bucket].End)
        {
            bucket++;
        }

        return bucket;
    }

    private double Years(int month, LocalDate date) => _evaluation.Terms.FlowTiming switch
    {
        FlowTiming.Dated => _evaluation.Terms.DayCount!.Value.YearFraction(_evaluation.Case.Start, date),
        FlowTiming.StartOfMonth => month / MonthsPerYear,
        FlowTiming.MidMonth => (month + 0.5) / MonthsPerYear,
        FlowTiming.EndOfMonth => (month + 1) / MonthsPerYear,
        _ => (month / 12) + 1,
    };

    /// <summary>What is discounted from one time, counts in one step of payback and belongs to the same periods.</summary>
    internal sealed class Row
    {
        internal LocalDate Date { get; set; } = LocalDate.MinIsoValue;

        internal double Years { get; init; }

        internal int Step { get; init; }

        internal int Index { get; set; }

        internal int Serial => Period.DaysBetween(new LocalDate(1899, 12, 30), Date);
    }
}
