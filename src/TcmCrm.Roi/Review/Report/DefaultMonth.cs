using NodaTime;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>The month that the observations speak of: a lone row of a later one is a question, and not the month.</summary>
internal static class DefaultMonth
{
    internal static bool TryFind(Projection plan, Actuals actuals, out YearMonth month)
    {
        month = new YearMonth(1, 1);
        YearMonth start = plan.Case.Start.ToYearMonth();
        var lines = new Dictionary<(bool IsCost, string Line), int>();
        var known = new HashSet<(bool IsCost, string Line)>();
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < plan.Lines.Count; i++)
            {
                ProjectionLine line = plan.Lines[i];
                var key = (line.Side == FlowSide.Cost, pass == 0 ? line.Id.Text : line.Name);
                if (known.Add(key))
                {
                    lines[key] = i;
                }
            }
        }

        var observed = new HashSet<(int Line, YearMonth Month)>();
        var months = new SortedSet<YearMonth>();
        foreach (Actual row in actuals.Rows)
        {
            if (row.IsMoney && row.Month >= start)
            {
                months.Add(row.Month);
                if (row.Kind != ActualKind.UnplannedCost && lines.TryGetValue((row.Kind == ActualKind.Cost, row.Line), out int line))
                {
                    observed.Add((line, row.Month));
                }
            }
        }

        if (months.Count == 0)
        {
            return false;
        }

        Dictionary<YearMonth, HashSet<int>> planned = Planned(plan);
        month = months.Max;
        foreach (YearMonth candidate in months.Reverse())
        {
            if (planned.TryGetValue(candidate, out HashSet<int>? due) && 2 * due.Count(line => observed.Contains((line, candidate))) >= due.Count)
            {
                month = candidate;
                break;
            }
        }

        return true;
    }

    private static Dictionary<YearMonth, HashSet<int>> Planned(Projection plan)
    {
        var planned = new Dictionary<YearMonth, HashSet<int>>();
        LineFlow[][] flows = plan.AllFlows();
        for (int line = 0; line < flows.Length; line++)
        {
            foreach (LineFlow flow in flows[line])
            {
                if (flow.Amount != 0)
                {
                    YearMonth month = flow.Date.ToYearMonth();
                    if (!planned.TryGetValue(month, out HashSet<int>? due))
                    {
                        planned.Add(month, due = []);
                    }

                    due.Add(line);
                }
            }
        }

        return planned;
    }
}
