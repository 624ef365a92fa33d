namespace TcmCrm.Roi.Review;

/// <summary>
/// Measurements of a benefit that stand beside another of their month, as a corrected figure does that was added and did not take the place of the first: alike in size, and together far more than
/// the line usually brings. Of such rows the smallest counts until somebody verifies that they are parts.
/// </summary>
internal static class CorrectedRows
{
    private const decimal FarMore = 1.4m;

    /// <summary>Beside months with one row, figures this near to each other may be one corrected; where every month has several, only this near.</summary>
    private const decimal Alike = 1.5m;

    private const decimal AlikeThroughout = 1.1m;
    private const int Fewest = 3;
    private const int LongestDelay = 3;

    /// <summary>The rows of a line that do not count.</summary>
    /// <param name="record">The line, with all rows counted that are not told twice.</param>
    /// <param name="several">Its months with several rows that still count.</param>
    internal static IEnumerable<(int Month, Actual Row)> Find(LineRecord record, List<(int Month, List<Actual> Rows)> several)
    {
        if (record.Plan.IsReversed)
        {
            yield break;
        }

        int[] months = BenefitStretches.RowsOf(record);
        int gap = BenefitStretches.UsualGap(months, record.Plan.First);
        List<decimal> single = [];
        foreach (int month in months)
        {
            if (!several.Exists(one => one.Month == month) && PlanOf(record, month, gap) is > 0 and var plan)
            {
                single.Add(record.Amounts[month] / plan);
            }
        }

        bool isSeldom = single.Count >= Fewest && single.Count >= several.Count;
        decimal usual = isSeldom ? Math.Min(1, Medians.Of(single)) : 1;
        foreach ((int month, List<Actual> rows) in several)
        {
            Actual[] ordered = [.. rows.OrderBy(row => row.Cash.Amount).ThenBy(row => row.Paper, StringComparer.Ordinal)];
            decimal least = ordered[0].Cash.Amount;
            if (Array.TrueForAll(ordered, row => row.PaperKey is not null))
            {
                continue; // Each is a report of its own.
            }

            if (month > record.VerifiedThrough && ordered.All(row => row.First is null && row.Cash.Currency == ordered[0].Cash.Currency) && least > 0
                && ordered[ordered.Length - 1].Cash.Amount <= (isSeldom ? Alike : AlikeThroughout) * least && PlanOf(record, month, gap) is > 0 and var plan && usual > 0
                && record.Amounts[month] > FarMore * usual * plan)
            {
                foreach (Actual row in ordered.Skip(1))
                {
                    yield return (month, row);
                }
            }
        }
    }

    /// <summary>The plan of a month and of those that a row of it covers at the rhythm of the line; and of those shortly before that have none, whose measurement may have come late.</summary>
    private static decimal PlanOf(LineRecord record, int month, int gap)
    {
        int first = Math.Max(0, month - gap + 1);
        decimal plan = record.Plan.Between(first, month);
        for (int before = Math.Max(0, first - LongestDelay); before < first; before++)
        {
            plan += record.HasRow[before] ? 0 : record.Plan.Exact(before);
        }

        return plan;
    }
}
