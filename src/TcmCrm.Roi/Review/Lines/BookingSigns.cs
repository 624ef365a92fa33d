namespace TcmCrm.Roi.Review;

/// <summary>
/// Negative bookings of a cost that are no credits by what else is booked: more comes back than was ever booked, bills that are there with a minus alone, or all that was booked outside the plan with
/// a minus. As a file has them in which costs stand with a minus. They count nowhere, and are asked about.
/// </summary>
internal static class BookingSigns
{
    private const int FewestBills = 2;
    private const int FewestUnplanned = 3;

    internal static void Resolve(LineRecord record, int start)
    {
        if (!record.IsCost || record.Plan.IsReversed || record.CreditNotes() is not { } notes)
        {
            return;
        }

        var booked = new decimal[notes.Length];
        (int months, int alone, decimal all) = (0, 0, 0);
        for (int month = 0; month < notes.Length; month++)
        {
            booked[month] = record.Amounts[month] - notes[month];
            all += booked[month];
            months += notes[month] < 0 ? 1 : 0;
            alone += IsBillAlone(record, month, booked[month], notes[month]) ? 1 : 0;
        }

        if (record.IsUnplanned ? all > 0 || months < FewestUnplanned : all > 0 && months == 0)
        {
            return;
        }

        decimal[]? withheld = null;
        decimal left = 0;
        for (int month = 0; month < notes.Length; month++)
        {
            left += booked[month];
            decimal credit = record.Plan.Exact(month) < 0 ? 0 : -notes[month]; // What the plan has of it is no surprise.
            decimal taken = month >= start && alone >= FewestBills && IsBillAlone(record, month, booked[month], notes[month]) ? 0 : Math.Min(credit, Math.Max(0, left));
            left -= taken;
            if (credit > taken)
            {
                (withheld ??= new decimal[notes.Length])[month] = credit - taken;
            }
        }

        if (withheld is not null)
        {
            record.Withhold(withheld);
        }
    }

    /// <summary>Whether a month has nothing but its bill, with a minus.</summary>
    private static bool IsBillAlone(LineRecord record, int month, decimal booked, decimal note) =>
        note < 0 && booked == 0 && record.Plan.Exact(month) is > 0 and var bill && BillMatching.IsSame(-note, bill);
}
