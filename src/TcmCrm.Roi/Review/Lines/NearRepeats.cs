namespace TcmCrm.Roi.Review;

/// <summary>
/// Measurements of a benefit that equal another of their month almost: as an upload that came again with other document numbers, or with amounts off by rounding, has
/// them. One month may be chance; two and more, and at least half of the months in which the line has several rows, are a question before they are a benefit. The same amount with a document and
/// without one is a question in one month too.
/// </summary>
internal sealed class NearRepeats
{
    /// <summary>Amounts this near to each other are the same measurement.</summary>
    private const decimal Near = 0.005m;

    private const int FewestMonths = 2;

    // Hardly a line has two rows in one month: only those are kept beside the first row of each.
    private readonly Dictionary<(LineRecord Record, int Month), List<Actual>> _rows = [];

    /// <summary>Takes in a measurement that counts.</summary>
    internal void Add(LineRecord record, int month, Actual row)
    {
        if (record.TakeFirst(month, row) is not { } first)
        {
            return;
        }

        if (!_rows.TryGetValue((record, month), out List<Actual>? rows))
        {
            _rows.Add((record, month), rows = [first]);
        }

        rows.Add(row);
    }

    /// <summary>The measurements that another of their month has almost: of such rows the smallest counts, whatever their order.</summary>
    internal IEnumerable<(LineRecord Record, int Month, Actual Row)> Find()
    {
        foreach (IGrouping<LineRecord, KeyValuePair<(LineRecord Record, int Month), List<Actual>>> line in _rows.Where(IsOpen).GroupBy(pair => pair.Key.Record))
        {
            (int Month, Actual[] Rows)[] found = [.. line.OrderBy(pair => pair.Key.Month).Select(pair => (pair.Key.Month, Repeated(pair.Value)))];
            int months = found.Count(month => month.Rows.Length > 0);
            bool isHabit = months >= FewestMonths && 2 * months >= found.Length;
            foreach ((int month, Actual[] rows) in found)
            {
                List<Actual> all = _rows[(line.Key, month)];
                foreach (Actual row in rows)
                {
                    if (isHabit || all.Exists(other => other.Cash == row.Cash && (other.PaperKey is null) != (row.PaperKey is null)))
                    {
                        yield return (line.Key, month, row);
                    }
                }
            }
        }
    }

    /// <summary>The measurements that stand beside another of their month as a corrected figure does, after those that are told twice were withdrawn.</summary>
    internal IEnumerable<(LineRecord Record, int Month, Actual Row, bool IsTotal)> FindCorrected(HashSet<Actual> withdrawn)
    {
        foreach (IGrouping<LineRecord, KeyValuePair<(LineRecord Record, int Month), List<Actual>>> line in _rows.GroupBy(pair => pair.Key.Record))
        {
            List<(int Month, List<Actual> Rows)> several =
                [.. line.Select(pair => (pair.Key.Month, pair.Value.FindAll(row => !withdrawn.Contains(row)))).Where(month => month.Item2.Count > 1).OrderBy(month => month.Month)];
            foreach ((int month, Actual row, bool isTotal) in CorrectedRows.Find(line.Key, several))
            {
                yield return (line.Key, month, row, isTotal);
            }
        }
    }

    /// <summary>Parts that sum to the plan are parts; a loss that is told twice flatters no one; and what was verified is true.</summary>
    private static bool IsOpen(KeyValuePair<(LineRecord Record, int Month), List<Actual>> pair) => pair.Value.Count > 1
        && pair.Key.Month > pair.Key.Record.VerifiedThrough && !pair.Key.Record.Plan.IsReversed && !pair.Key.Record.IsAsPlannedIn(pair.Key.Month);

    private static Actual[] Repeated(List<Actual> rows)
    {
        var repeated = new List<Actual>();
        var kept = new List<Actual>();
        foreach (Actual row in rows.Where(row => row.Cash.Amount > 0).OrderBy(row => row.Cash.Amount).ThenBy(row => row.Paper, StringComparer.Ordinal))
        {
            (kept.Exists(other => IsNear(other, row)) ? repeated : kept).Add(row);
        }

        return [.. repeated];
    }

    private static bool IsNear(Actual one, Actual other) => one.Cash.Currency == other.Cash.Currency
        && (one.First is null || other.First is null || one.First == other.First)
        && Math.Abs(one.Cash.Amount - other.Cash.Amount) <= Near * Math.Max(one.Cash.Amount, other.Cash.Amount);
}
