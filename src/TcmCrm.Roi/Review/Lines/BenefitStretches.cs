namespace TcmCrm.Roi.Review;

/// <summary>Which months each row of a benefit covers: those that it names, or those of the line's rhythm (docs/review.md, "What a measurement covers").</summary>
internal static class BenefitStretches
{
    private const int Fewest = 3;

    /// <summary>
    /// Whether rows that begin late are clearly nearer to the plan of their own months than to a moved one: then the first months were not measured, and nothing
    /// is late. So it is with a few dated amounts of which the first is missing; or, by running amount, came later and the next on time.
    /// </summary>
    internal static bool IsInPlace(LinePlan plan, List<Stretch> stretches, int late)
    {
        if (HaveOwn(plan, stretches, 0) && !HaveOwn(plan, stretches, late))
        {
            return true;
        }

        (decimal inPlace, decimal moved) = (0, 0);
        (decimal inPlaceSoFar, decimal movedSoFar, decimal sum) = (0, 0, 0);
        foreach (Stretch stretch in stretches)
        {
            inPlace += Math.Abs(stretch.Amount - plan.Between(stretch.First, stretch.Last));
            moved += Math.Abs(stretch.Amount - plan.Between(stretch.First - late, stretch.Last - late));
            sum += stretch.Amount;
            inPlaceSoFar += Math.Abs(sum - plan.Between(plan.Start, stretch.Last));
            movedSoFar += Math.Abs(sum - plan.Between(plan.Start, stretch.Last - late));
        }

        return 2 * inPlace < moved || 2 * inPlaceSoFar < movedSoFar;
    }

    /// <summary>Whether every row has what the plan has for its own month alone, so many months before it.</summary>
    private static bool HaveOwn(LinePlan plan, List<Stretch> stretches, int late)
    {
        foreach (Stretch stretch in stretches)
        {
            decimal own = plan.Exact(stretch.Last - late);
            if (own <= 0 || !BillMatching.IsSame(stretch.Amount, own))
            {
                return false;
            }
        }

        return true;
    }

    internal static int[] RowsOf(LineRecord record)
    {
        var rows = new int[record.MeasuredMonths];
        int count = 0;
        for (int month = 0; month < record.HasRow.Length; month++)
        {
            if (record.HasRow[month])
            {
                rows[count++] = month;
            }
        }

        return rows;
    }

    /// <summary>The most frequent gap between rows, of several the shortest; a single row covers from the planned start.</summary>
    internal static int UsualGap(int[] rows, int planned)
    {
        if (rows.Length == 1)
        {
            return planned < 0 || rows[0] < planned ? 1 : rows[0] - planned + 1;
        }

        (int best, int most) = (1, 0);
        for (int i = 1; i < rows.Length; i++)
        {
            int gap = rows[i] - rows[i - 1];
            int count = 0;
            for (int j = 1; j < rows.Length; j++)
            {
                count += rows[j] - rows[j - 1] == gap ? 1 : 0;
            }

            (best, most) = count > most || (count == most && gap < best) ? (gap, count) : (best, most);
        }

        return best;
    }

    internal static void Fill(List<Stretch> stretches, LineRecord record, int[] rows, int gap)
    {
        stretches.Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            int month = rows[i];
            int before = i == 0 ? -1 : rows[i - 1];
            int first = record.From?[month] is { } from ? Math.Max(from, before + 1)
                : i == 0 ? Math.Min(month, Math.Max(month - gap + 1, Math.Max(0, record.Plan.First)))
                : Math.Max(before + 1, month - gap + 1);
            decimal amount = record.Amounts[month];
            first = record.Plan.IsReversed && record.From?[month] is null ? FirstOfLoss(record.Plan, amount, first, month) : first;
            decimal overlap = 0;
            if (amount > 0 && record.From?[month] is { } stated && stated <= before && month > record.VerifiedThrough)
            {
                // A running total, or months that were told before: only its part of the new months counts.
                overlap = amount * (before - stated + 1) / (month - stated + 1);
            }

            stretches.Add(new Stretch
            {
                First = first,
                Last = month,
                Amount = amount - overlap,
                IsStated = record.From?[month] is not null,
                IsDoubted = overlap != 0,
                Overlap = overlap,
            });
        }
    }

    /// <summary>
    /// The rhythm of the rows alone does not make a loss of one month the loss of several: a row covers as many months back as bring their plan nearest to its amount.
    /// </summary>
    private static int FirstOfLoss(LinePlan plan, decimal amount, int earliest, int month)
    {
        decimal sum = plan.Exact(month);
        int best = month;
        decimal apart = Math.Abs(amount - sum);
        for (int first = month - 1; first >= earliest; first--)
        {
            sum += plan.Exact(first);
            (best, apart) = Math.Abs(amount - sum) < apart ? (first, Math.Abs(amount - sum)) : (best, apart);
        }

        return best;
    }

    /// <summary>Whether the same months of another year brought about as much of their plan: a season is no error.</summary>
    internal static bool IsOfEachYear(List<Stretch> stretches, int place)
    {
        const int Year = 12;
        Stretch one = stretches[place];
        return stretches.Exists(other => other.Last != one.Last && (other.Last - one.Last) % Year == 0 && other.Length == one.Length && other.Plan > 0
            && other.Share * BillMatching.FurthestPrice >= one.Share && other.Share <= one.Share * BillMatching.FurthestPrice);
    }

    /// <summary>The stretches with a plan whose rows are believed; money of months without one counts with the next that has it.</summary>
    internal static void Tell(List<Stretch> told, List<Stretch> stretches)
    {
        told.Clear();
        decimal carried = 0;
        foreach (Stretch stretch in stretches)
        {
            if (stretch.IsUnknown)
            {
                continue;
            }

            if (stretch.Plan == 0)
            {
                carried += stretch.Amount;
                continue;
            }

            told.Add(new Stretch { First = stretch.First, Last = stretch.Last, Amount = stretch.Amount + carried, Plan = stretch.Plan });
            carried = 0;
        }
    }

    /// <summary>While months are missing, a stretch far above the others may hold them wherever they are: for the share it is like the others.</summary>
    internal static void Moderate(List<Stretch> told, decimal evident, LineScratch t)
    {
        decimal usual = UsualShare(told, t, out int count);
        for (int i = 0; i < told.Count && count >= Fewest && usual > 0; i++)
        {
            Stretch stretch = told[i];
            if (stretch.Plan > 0 && stretch.Amount > evident * usual * stretch.Plan)
            {
                stretch.Amount = usual * stretch.Plan;
                told[i] = stretch;
            }
        }
    }

    internal static decimal UsualShare(List<Stretch> stretches, LineScratch t, out int count)
    {
        List<decimal> shares = t.Ratios;
        shares.Clear();
        foreach (Stretch stretch in stretches)
        {
            if (stretch.Plan > 0)
            {
                shares.Add(stretch.Amount / stretch.Plan);
            }
        }

        count = shares.Count;
        return Medians.Of(shares);
    }
}
