namespace TcmCrm.Roi.Returns;

/// <summary>
/// The internal rates of return that say something of a project: of all that solve the equation, those from -99 % a year up, and told apart from what borrowed money costs.
/// </summary>
/// <remarks>
/// <para>Two flows of cents on the last days of a period bring a second root a hair above -100 %, at which a yuan of the last day weighs millions of those of the first: an answer of
/// algebra that nobody means, and beside it the return of the project would be one of several. So a root below <see cref="Lowest"/> never counts, and one above
/// <see cref="HighestOfSeveral"/> only where it is the only one left. The functions on plain flows find and give every root.</para>
/// <para>A rate is a return where the net present value is positive just below it. Where it is negative there, as with a loan that is received first and paid back later, a lower
/// discount rate makes the case worse: the rate is what the money costs (Hazen, The Engineering Economist 48 (2003), by the sign of the slope).</para>
/// </remarks>
internal static class ProjectRates
{
    /// <summary>The lowest rate that counts: -99 % a year.</summary>
    internal const double Lowest = -0.99;

    /// <summary>The highest rate that counts beside another one: 100,000,000 % a year.</summary>
    internal const double HighestOfSeveral = 1e6;

    /// <param name="amounts">Net amounts in any order.</param>
    /// <param name="years">Their times in years.</param>
    internal static InternalRateOfReturnResult Of(Reals amounts, Reals years)
    {
        InternalRateOfReturnResult all = RateFinder.Dated(amounts, years);
        if (all.Count == 0)
        {
            return all;
        }

        int first = 0;
        while (first < all.Count && all[first].Rate < Lowest)
        {
            first++;
        }

        if (first == all.Count)
        {
            return new InternalRateOfReturnResult(all.Proof == RateProof.NotCertified ? NotApplicableReason.NotCertified : NotApplicableReason.RateBelowLowest, all.Proof);
        }

        int end = all.Count;
        while (end - first > 1 && all[end - 1].Rate > HighestOfSeveral && all[first].Rate <= HighestOfSeveral)
        {
            end--;
        }

        if (end - first > 1)
        {
            return first == 0 && end == all.Count ? all : new InternalRateOfReturnResult(all.Roots.Skip(first).Take(end - first).ToArray(), all.Proof);
        }

        return all.Proof != RateProof.NotCertified && IsBorrowing(all, first, amounts, years)
            ? InternalRateOfReturnResult.Borrowing(all[first], all.Proof)
            : all.Count == 1 ? all : new InternalRateOfReturnResult(all[first], all.Proof);
    }

    /// <summary>Whether a rate that was picked is what the money costs: the net present value just below it is negative.</summary>
    internal static bool IsBorrowing(in InternalRateOfReturnResult all, double rate, Reals amounts, Reals years)
    {
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].Rate == rate)
            {
                return IsBorrowing(all, i, amounts, years);
            }
        }

        return false;
    }

    private static bool IsBorrowing(in InternalRateOfReturnResult all, int root, Reals amounts, Reals years)
    {
        double earliest = double.MaxValue;
        double latest = double.MinValue;
        for (int i = 0; i < years.Length; i++)
        {
            earliest = Math.Min(earliest, years[i]);
            latest = Math.Max(latest, years[i]);
        }

        // Half way to the next root below, and not farther than a part of the life: there the sign is clear, and no other root lies between.
        double u = all[root].LogGrowth;
        double step = 0.25 / Math.Max(latest - earliest, 1e-9);
        step = root == 0 ? step : Math.Min(step, 0.5 * (u - all[root - 1].LogGrowth));
        u -= step;
        double value = 0;
        for (int i = 0; i < years.Length; i++)
        {
            // Relative to the heaviest date, so that nothing overflows.
            value += amounts[i] * ElementaryFunctions.Exp(-u * (years[i] - (u >= 0 ? earliest : latest)));
        }

        return value < 0;
    }
}
