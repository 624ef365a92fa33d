namespace TcmCrm.Roi.Review;

/// <summary>How late a line is, and what of its variance that explains.</summary>
internal static class LineShift
{
    internal static int MonthsLate(LineRecord record, int firstActual, int asOf)
    {
        int firstPlan = record.Plan.First;

        // Rounding moves the first month of a line that begins with less than a minor unit; nothing is late for that.
        if (firstPlan < 0 || record.IsAsPlannedThrough(firstActual < 0 ? asOf : Math.Min(asOf, Math.Max(firstActual, firstPlan))))
        {
            return 0;
        }

        if (firstActual < 0)
        {
            return Math.Max(0, asOf - firstPlan + 1);
        }

        return record.IsCost ? CostLateness(record, firstActual, asOf) : firstActual - firstPlan;
    }

    internal static LineVariance Variance(LineRecord record, bool hasStarted, int late, int asOf, Currency currency, ReviewPolicy policy)
    {
        decimal plan = record.Plan.Through(asOf);
        decimal actual = record.Amounts.Sum();
        decimal moved = record.Plan.Through(asOf - late);
        decimal volume = record.IsUnplanned ? actual : hasStarted ? Volume(record, moved, late, asOf, policy) : 0;
        return new LineVariance(
            new Money(plan, currency),
            new Money(actual, currency),
            new Money(moved - plan, currency),
            new Money(decimal.Round(volume, currency.MinorUnitDigits, MidpointRounding.AwayFromZero), currency));
    }

    /// <summary>
    /// Bookings are matched in order, the first with the first: one that is paid a month late while the next is on time is no lasting delay.
    /// Where the numbers differ by more the bookings follow another rhythm, and only the start is compared.
    /// </summary>
    private static int CostLateness(LineRecord record, int firstActual, int asOf)
    {
        var planned = new List<int>();
        var booked = new List<int>();
        for (int month = 0; month <= asOf; month++)
        {
            bool isAsPlanned = record.IsAsPlannedIn(month) && record.Plan.Exact(month) != 0;
            if (isAsPlanned || record.Plan.In(month) != 0)
            {
                planned.Add(month);
            }

            if (isAsPlanned || record.Amounts[month] != 0)
            {
                booked.Add(month);
            }
        }

        if (planned.Count == 0 || Math.Abs(planned.Count - booked.Count) > 1)
        {
            return firstActual - record.Plan.First;
        }

        int count = Math.Min(planned.Count, booked.Count);
        var distances = new int[count];
        for (int i = 0; i < count; i++)
        {
            distances[i] = booked[i] - planned[i];
        }

        Array.Sort(distances);
        int low = distances[(count - 1) / 2];
        int high = distances[count / 2];
        return Math.Abs(low) <= Math.Abs(high) ? low : high;
    }

    private static decimal Volume(LineRecord record, decimal moved, int late, int asOf, ReviewPolicy policy)
    {
        if (record.HasUnits && record.PlannedUnits > 0 && record.PlanOfPlannedUnits != 0)
        {
            return record.Units * (record.PlanOfPlannedUnits / record.PlannedUnits) - moved;
        }

        decimal volume = 0;
        for (int month = 0; record.Adoption is not null && month <= asOf; month++)
        {
            if (record.HasRow[month] && record.Adoption.TryGetRatio(month, policy.TargetAdoption, out decimal ratio))
            {
                volume += record.Plan.In(month - late) * (ratio - 1);
            }
        }

        return volume;
    }
}
