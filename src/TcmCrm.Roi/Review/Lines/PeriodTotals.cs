namespace TcmCrm.Roi.Review;

/// <summary>
/// Rows of a benefit among monthly ones that are totals of their quarter, half year or year: in two places and more, always as many months apart, a row comes to what the rows before it and
/// one like them have together.
/// </summary>
internal static class PeriodTotals
{
    private const int FewestRows = 2;
    private const decimal Tolerance = 0.15m;

    private static readonly int[] Lengths = [3, 6, 12];

    /// <summary>Takes out of such rows what the rows before them told; gives how many there are, what that comes to, and the first month.</summary>
    internal static (int Rows, decimal Amount, int Month) Find(LineRecord record, List<Stretch> stretches, decimal usual)
    {
        if (!stretches.Exists(stretch => stretch.Plan > 0 && stretch.Amount >= 2 * usual * stretch.Plan))
        {
            return (0, 0, -1);
        }

        foreach (int length in Lengths)
        {
            (int rows, int first, int last) = (0, -1, -1);
            for (int i = length - 1; i < stretches.Count; i++)
            {
                if (!IsTotal(record, stretches, i, length, usual))
                {
                    continue;
                }

                if (last >= 0 && (i - last) % length != 0)
                {
                    (rows, first) = (0, -1);
                    break;
                }

                rows++;
                first = first < 0 ? i : first;
                last = i;
            }

            if (rows >= FewestRows)
            {
                return Take(record, stretches, first, length, usual);
            }
        }

        return (0, 0, -1);
    }

    private static (int Rows, decimal Amount, int Month) Take(LineRecord record, List<Stretch> stretches, int first, int length, decimal usual)
    {
        (int rows, decimal amount, int month) = (0, 0, stretches[first].Last);
        for (int i = first; i < stretches.Count; i += length)
        {
            if (!IsTotal(record, stretches, i, length, usual))
            {
                continue;
            }

            Stretch total = stretches[i];
            decimal before = Before(stretches, i, length);
            total.Amount -= before;
            total.IsDoubted = true;
            stretches[i] = total;
            rows++;
            amount += before;
        }

        return (rows, amount, month);
    }

    private static bool IsTotal(LineRecord record, List<Stretch> stretches, int row, int length, decimal usual)
    {
        Stretch total = stretches[row];
        decimal own = usual * total.Plan;
        if (own <= 0 || total.First != total.Last || total.IsDoubted || total.IsStated || total.Last <= record.VerifiedThrough || total.Amount < (length - 1) * own)
        {
            return false;
        }

        for (int i = row - length + 1; i < row; i++)
        {
            if (i < 0 || stretches[i].First != stretches[i].Last || stretches[i].Last != total.Last - (row - i) || stretches[i].Amount <= 0)
            {
                return false;
            }
        }

        decimal expected = Before(stretches, row, length) + own;
        return Math.Abs(total.Amount - expected) <= Tolerance * expected;
    }

    private static decimal Before(List<Stretch> stretches, int row, int length)
    {
        decimal sum = 0;
        for (int i = row - length + 1; i < row; i++)
        {
            sum += stretches[i].Amount;
        }

        return sum;
    }
}
