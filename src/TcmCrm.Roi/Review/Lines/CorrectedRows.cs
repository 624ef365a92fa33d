namespace TcmCrm.Roi.Review;

/// <summary>
/// Measurements of a benefit that stand beside another of their month, as a corrected figure does that was added and did not take the place of the first, or as the total of a quarter does beside the figure
/// of its last month: together more than the line usually brings. Of such rows the smaller ones count until somebody verifies that they are parts.
/// </summary>
internal static class CorrectedRows
{
    /// <summary>So much more than usual is a question in one month; so much in two months and more.</summary>
    private const decimal FarMore = 1.4m;

    private const decimal More = 1.25m;
    private const int Habit = 2;

    /// <summary>The smaller rows that come to no more than this beside the usual are parts of one figure.</summary>
    private const decimal Usual = 1.15m;

    private const decimal LikeTotal = 0.15m;
    private const int Fewest = 3;
    private const int LongestDelay = 3;

    private static readonly int[] Lengths = [3, 6, 12];

    /// <summary>The rows of a line that do not count.</summary>
    /// <param name="record">The line, with all rows counted that are not told twice.</param>
    /// <param name="several">Its months with several rows that still count.</param>
    internal static IEnumerable<(int Month, Actual Row, bool IsTotal)> Find(LineRecord record, List<(int Month, List<Actual> Rows)> several)
    {
        if (record.Plan.IsReversed || several.Count == 0)
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
        (int Month, Actual[] Rows, decimal Plan)[] open =
        [
            .. several.Where(month => month.Month > record.VerifiedThrough && AreOfOneKind(month.Rows))
                .Select(month => (month.Month, Ordered(month.Rows), usual * PlanOf(record, month.Month, gap)))
                .Where(month => month.Item3 > 0 && record.Amounts[month.Month] > More * month.Item3)
                .Select(month => (month.Month, month.Item2, month.Item3 * month.Item2.Sum(row => row.Cash.Amount) / record.Amounts[month.Month])), // In the currency of the rows.
        ];
        foreach ((int month, Actual[] rows, decimal plan) in open)
        {
            decimal largest = rows[rows.Length - 1].Cash.Amount;
            if (rows.Length == 2 && largest > FarMore * plan && IsTotal(record, several, month, rows))
            {
                yield return (month, rows[1], true);
            }
            else if (open.Length >= Habit || (rows.Sum(row => row.Cash.Amount) > FarMore * plan && !Array.TrueForAll(rows, row => row.PaperKey is not null)))
            {
                // With a number each, rows of one month alone are reports of their own.
                decimal sum = rows[0].Cash.Amount;
                foreach (Actual row in rows.Skip(1))
                {
                    sum += row.Cash.Amount;
                    if (sum > Usual * plan)
                    {
                        yield return (month, row, false);
                    }
                }
            }
        }
    }

    /// <summary>Whether rows of a month measure the same months in one currency, and each something.</summary>
    private static bool AreOfOneKind(List<Actual> rows) =>
        rows.TrueForAll(row => row.First == rows[0].First && row.Cash.Currency == rows[0].Cash.Currency && row.Cash.Amount > 0);

    private static Actual[] Ordered(List<Actual> rows) => [.. rows.OrderBy(row => row.Cash.Amount).ThenBy(row => row.Paper, StringComparer.Ordinal)];

    /// <summary>Whether a row comes to what its month and those before it have together without it: of a quarter, a half year or a year.</summary>
    private static bool IsTotal(LineRecord record, List<(int Month, List<Actual> Rows)> several, int month, Actual[] rows)
    {
        decimal rate = record.Amounts[month] / rows.Sum(row => row.Cash.Amount);
        (decimal sum, decimal total) = (rate * rows[0].Cash.Amount, rate * rows[1].Cash.Amount);
        int length = 1;
        for (int before = month - 1; before >= 0 && record.HasRow[before] && length < Lengths[Lengths.Length - 1]; before--)
        {
            int at = several.FindIndex(one => one.Month == before);
            sum += at < 0 ? record.Amounts[before] : rate * several[at].Rows.Min(row => row.Cash.Amount);
            length++;
            if (Lengths.Contains(length) && Math.Abs(total - sum) <= LikeTotal * sum)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The plan of a month and of those that a row of it covers at the rhythm of the line, or says that it covers; and of those shortly before that have none, whose measurement may have come late.</summary>
    private static decimal PlanOf(LineRecord record, int month, int gap)
    {
        int first = Math.Max(0, record.From?[month] ?? (month - gap + 1));
        decimal plan = record.Plan.Between(first, month);
        for (int before = Math.Max(0, first - LongestDelay); before < first; before++)
        {
            plan += record.HasRow[before] ? 0 : record.Plan.Exact(before);
        }

        return plan;
    }
}
