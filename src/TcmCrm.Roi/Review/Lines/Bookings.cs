namespace TcmCrm.Roi.Review;

/// <summary>What was booked on a cost line, as its bills are looked for in it.</summary>
internal static class Bookings
{
    /// <summary>What was booked by month, without credits; the parts of one document in the month of its first.</summary>
    internal static decimal[] ByMonth(LineRecord record, decimal[]? notes, int asOf, LineScratch scratch)
    {
        decimal[] booked = scratch.Booked(asOf + 1);
        for (int month = 0; month <= asOf; month++)
        {
            booked[month] = record.Amounts[month] - (record.Credits?[month] ?? 0) - (record.UnsignedCredits?[month] ?? 0) - (record.Withheld?[month] ?? 0)
                - (record.Reversed?[month] ?? 0);
        }

        if (record.Documents is { } documents)
        {
            foreach (IGrouping<string, (int Month, string Document, decimal Amount)> parts in documents.GroupBy(part => part.Document, StringComparer.Ordinal))
            {
                if (record.IsOfSeveralBills(parts))
                {
                    foreach ((int month, string _, decimal amount) in parts)
                    {
                        booked[month] -= Math.Min(0, amount);
                    }

                    continue;
                }

                int first = parts.Min(part => part.Month);
                decimal sum = 0;
                foreach ((int month, string _, decimal amount) in parts)
                {
                    booked[month] -= amount;
                    sum += amount;
                }

                booked[first] += Math.Max(0, sum);
            }
        }

        // A booking that was taken back and put right in the same month was never two bills.
        for (int month = 0; notes is { } credits && month <= asOf; month++)
        {
            decimal bill = record.Plan.Exact(month);
            if (credits[month] < 0 && bill > 0 && !BillMatching.IsSame(booked[month], bill) && BillMatching.IsSame(booked[month] + credits[month], bill))
            {
                booked[month] += credits[month];
            }
        }

        return booked;
    }
}
