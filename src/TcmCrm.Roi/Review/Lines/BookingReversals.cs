namespace TcmCrm.Roi.Review;

/// <summary>
/// Negative bookings of a cost that take a booking back, as an accrual is taken back when its invoice comes: of the same amount as it, or as the latest ones together. Neither is a bill then, and the negative
/// one is no money that came back: a bill whose accrual was taken back is open until its invoice is booked.
/// </summary>
/// <remarks>
/// A credit note of a whole bill looks the same. It is a reversal where it says so, where it comes twice or more, or where the month has the bill again.
/// </remarks>
internal static class BookingReversals
{
    private const decimal Again = 0.1m;
    private const int Habit = 2;

    internal static void Resolve(LineRecord record)
    {
        if (!record.IsCost || record.Plan.IsReversed || record.Bookings is not { } all || !all.Exists(row => row.Amount < 0))
        {
            return;
        }

        List<(int Month, Actual Row, decimal Amount)> open = all.FindAll(row => row.Amount > 0 && !row.Row.ReadsAsCredit && !row.Row.ReadsAsVoid);
        (int Month, Actual Row, decimal Amount)[] notes = [.. all.Where(row => row.Amount < 0 && (record.Withheld?[row.Month] ?? 0) == 0).OrderBy(row => row.Month)];
        int exact = notes.Count(note => Partner(open, note.Month, -note.Amount) is not null);
        foreach ((int Month, Actual Row, decimal Amount) note in notes)
        {
            bool isSaid = CreditWords.AreReversalsIn(note.Row);
            if (Partner(open, note.Month, -note.Amount) is { } one && (isSaid || exact >= Habit || IsThereAgain(open, one, note.Month)))
            {
                TakeBack(record, open, [one], note);
            }
            else if (Latest(open, note.Month, -note.Amount) is { Count: > 1 } several
                && (isSaid || open.Exists(row => row.Month == note.Month && !several.Contains(row) && row.Amount >= (1 - Again) * -note.Amount)))
            {
                TakeBack(record, open, several, note);
            }
        }
    }

    /// <summary>The booking of the same amount: of the month, else the latest before it; null where there is none.</summary>
    private static (int Month, Actual Row, decimal Amount)? Partner(List<(int Month, Actual Row, decimal Amount)> open, int month, decimal amount)
    {
        (int Month, Actual Row, decimal Amount)? best = null;
        foreach ((int Month, Actual Row, decimal Amount) row in open)
        {
            best = row.Amount == amount && row.Month <= month && (best is null || row.Month > best.Value.Month) ? row : best;
        }

        return best;
    }

    /// <summary>Whether the month has a bill like the one that was taken back beside it.</summary>
    private static bool IsThereAgain(List<(int Month, Actual Row, decimal Amount)> open, (int Month, Actual Row, decimal Amount) one, int month) =>
        one.Month == month && open.Exists(row => row.Month == month && !ReferenceEquals(row.Row, one.Row) && Math.Abs(row.Amount - one.Amount) <= Again * one.Amount);

    /// <summary>The latest bookings up to a month that come to an amount together, but for those that are larger than it alone; empty where none do.</summary>
    private static List<(int Month, Actual Row, decimal Amount)> Latest(List<(int Month, Actual Row, decimal Amount)> open, int month, decimal amount)
    {
        var taken = new List<(int Month, Actual Row, decimal Amount)>();
        decimal sum = 0;
        foreach ((int Month, Actual Row, decimal Amount) row in open.Where(row => row.Month <= month && row.Amount < (1 - Again) * amount).OrderByDescending(row => row.Month))
        {
            taken.Add(row);
            sum += row.Amount;
            if (sum >= amount)
            {
                break;
            }
        }

        return sum == amount ? taken : [];
    }

    private static void TakeBack(
        LineRecord record, List<(int Month, Actual Row, decimal Amount)> open, List<(int Month, Actual Row, decimal Amount)> bookings, (int Month, Actual Row, decimal Amount) note)
    {
        record.TakeBack(bookings, note);
        open.RemoveAll(row => bookings.Exists(taken => ReferenceEquals(taken.Row, row.Row) && taken.Month == row.Month));
    }
}
