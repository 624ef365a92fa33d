namespace TcmCrm.Roi.Review;

/// <summary>
/// Bills of a quarter or a year that are booked by the month, as accruals and write-offs are: the bookings from one bill to the next, two or more and each well below it, are parts of the one.
/// </summary>
internal static class BillParts
{
    /// <summary>Puts the parts of each bill together in its month.</summary>
    /// <param name="bills">The bills, in order.</param>
    /// <param name="booked">What was booked, by month; the parts are moved.</param>
    internal static void Gather(Bill[] bills, decimal[] booked)
    {
        for (int i = 0; i < bills.Length && bills[i].Month < booked.Length; i++)
        {
            int end = i < bills.Length - 1 ? bills[i + 1].Month : i > 0 ? bills[i].Month + bills[i].Month - bills[i - 1].Month : bills[i].Month;
            if (bills[i].Month < 0 || end - bills[i].Month < 2)
            {
                continue;
            }

            (int parts, decimal sum) = (0, 0);
            bool areParts = true;
            for (int month = bills[i].Month; month < Math.Min(end, booked.Length); month++)
            {
                areParts &= booked[month] * BillMatching.FurthestPrice < bills[i].Plan;
                parts += booked[month] > 0 ? 1 : 0;
                sum += booked[month];
            }

            if (!areParts || parts < 2)
            {
                continue;
            }

            for (int month = bills[i].Month; month < Math.Min(end, booked.Length); month++)
            {
                booked[month] = 0;
            }

            booked[bills[i].Month] = sum;
            bills[i].IsInParts = parts < end - bills[i].Month;
        }
    }
}
