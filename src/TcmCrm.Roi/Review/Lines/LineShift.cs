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

        return firstActual < 0 ? Math.Max(0, asOf - firstPlan + 1) : CostLateness(record, firstActual, asOf);
    }

    /// <summary>The variance of a cost: what is due and not booked, and what was booked before it is due, is timing.</summary>
    internal static LineVariance OfCost(LineRecord record, CostSettlement settlement, int asOf, Currency currency)
    {
        int digits = currency.MinorUnitDigits;
        decimal timing = record.IsUnplanned ? 0 : decimal.Round(settlement.PrepaidPlan - settlement.OpenPlan, digits, MidpointRounding.AwayFromZero);
        decimal actual = record.Amounts.Sum();
        decimal volume = record.IsUnplanned ? actual : actual == 0 ? 0 : Volume(record, record.Plan.Through(asOf) + timing);
        return Split(record, asOf, actual, timing, volume, currency);
    }

    /// <summary>The variance of a benefit: a late start, and months whose measurement is not expected yet, are timing.</summary>
    internal static LineVariance OfBenefit(LineRecord record, BenefitMeasurement measured, int asOf, Currency currency, ReviewPolicy policy)
    {
        int late = measured.MonthsLate;
        decimal moved = record.Plan.Through(measured.PendingFrom - 1 - late);
        decimal timing = moved - record.Plan.Through(asOf);
        decimal volume = !measured.IsMeasured ? 0 : HasUnits(record) ? Volume(record, moved) : OfAdoption(record, measured, asOf, policy);
        return Split(record, asOf, record.Amounts.Sum(), timing, volume, currency);
    }

    private static LineVariance Split(LineRecord record, int asOf, decimal actual, decimal timing, decimal volume, Currency currency) => new(
        new Money(record.Plan.Through(asOf), currency),
        new Money(actual, currency),
        new Money(timing, currency),
        new Money(decimal.Round(volume, currency.MinorUnitDigits, MidpointRounding.AwayFromZero), currency));

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

    private static bool HasUnits(LineRecord record) => record.HasUnits && record.PlannedUnits > 0 && record.PlanOfPlannedUnits != 0;

    /// <summary>(Actual units - planned units) x planned money a unit, where units were counted; else nothing.</summary>
    private static decimal Volume(LineRecord record, decimal moved) =>
        HasUnits(record) ? (record.Units * (record.PlanOfPlannedUnits / record.PlannedUnits)) - moved : 0;

    private static decimal OfAdoption(LineRecord record, BenefitMeasurement measured, int asOf, ReviewPolicy policy)
    {
        decimal volume = 0;
        for (int month = 0; record.Adoption is not null && month <= asOf; month++)
        {
            if (measured.Covers(month) && record.Adoption.TryGetRatio(month, policy.TargetAdoption, out decimal ratio))
            {
                volume += record.Plan.In(month - measured.MonthsLate) * (ratio - 1);
            }
        }

        return volume;
    }
}
