namespace TcmCrm.Roi.Measures;

/// <summary>Rounds the parts of a total such that the printed parts sum to the printed total: what every document and report of this library does.</summary>
public static class PrintedParts
{
    /// <summary>
    /// The largest remainder: each part is rounded down to a whole step, and the steps that are missing to the printed total go to the parts with the largest
    /// remainders, the earlier first. No part is moved by a whole step or more, and a part of nothing stays nothing, as long as the total is the sum of the
    /// parts rounded up or down.
    /// </summary>
    /// <param name="exact">The parts, of either sign, in one unit.</param>
    /// <param name="total">The printed total, a whole number of steps: their sum, itself rounded, or allocated from a larger total.</param>
    /// <param name="step">The smallest printed amount, more than 0: 0.01 for yuan with two decimals, 100 for 万元 with two decimals.</param>
    /// <returns>The printed parts, in order.</returns>
    /// <exception cref="ArgumentNullException">The parts are null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The step is not more than 0.</exception>
    /// <exception cref="OverflowException">The total, a part or the sum of the parts is beyond the range of decimal.</exception>
    public static IReadOnlyList<decimal> Of(IReadOnlyList<decimal> exact, decimal total, decimal step)
    {
        Check.NotNull(exact);
        Check.Positive(step);
        return Array.AsReadOnly(Round(exact, total, step));
    }

    /// <summary>A difference as documents print it: that of the two printed amounts, so that a reader who subtracts gets it.</summary>
    /// <param name="first">The amount that is subtracted from.</param>
    /// <param name="second">The amount that is subtracted, in the same currency.</param>
    /// <returns>Whole minor units.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money Difference(Money first, Money second) => first.RoundToMinorUnit() - second.RoundToMinorUnit();

    internal static decimal[] Round(IReadOnlyList<decimal> exact, decimal total, decimal step)
    {
        decimal[] parts = [.. exact.Select(part => Floor(part, step))];
        Allot(exact, parts, total - parts.Sum(), step);
        return parts;
    }

    /// <summary>An amount by itself in whole steps, 四舍五入.</summary>
    internal static decimal Total(decimal exact, decimal step)
    {
        decimal down = Floor(exact, step), rest = exact - down;
        return rest * 2 > step || (rest * 2 == step && exact > 0) ? down + step : down;
    }

    /// <summary>
    /// What has accumulated by each row of a table, each rounded, such that the last is the printed total. Where the printed total is not the rounded last
    /// (a difference of two printed amounts), the last row in which anything happened makes it up, so that a row of nothing stays one.
    /// </summary>
    /// <param name="soFar">What has accumulated by each row.</param>
    /// <param name="total">The printed total.</param>
    /// <param name="step">The smallest printed amount.</param>
    internal static decimal[] Accumulated(IReadOnlyList<decimal> soFar, decimal total, decimal step)
    {
        decimal[] printed = [.. soFar.Select(amount => Total(amount, step))];
        int last = printed.Length - 1;
        if (last < 0)
        {
            return printed;
        }

        decimal missing = total - printed[last];
        int from = last;
        while (from > 0 && soFar[from] == soFar[from - 1])
        {
            from--;
        }

        for (int i = from; i <= last; i++)
        {
            printed[i] += missing;
        }

        return printed;
    }

    /// <summary>The minor unit of a currency as a step: 0.01 for yuan.</summary>
    internal static decimal MinorUnit(int digits) => new(1, 0, 0, false, (byte)digits);

    private static void Allot(IReadOnlyList<decimal> exact, decimal[] parts, decimal missing, decimal step)
    {
        if (parts.Length == 0 || missing == 0)
        {
            return;
        }

        // A total that comes from sums in double may be many steps from the sum of the parts; the largest hides them best.
        if (Math.Abs(missing) > parts.Length * step)
        {
            parts[Enumerable.Range(0, parts.Length).OrderByDescending(i => Math.Abs(exact[i])).First()] += missing;
            return;
        }

        int[] order = [.. Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i])];
        for (int k = 0; missing > 0; k++)
        {
            parts[order[k]] += step;
            missing -= step;
        }

        // A total that was itself rounded as a part of another may lie below the floors by single steps: then what is not zero gives way, from the smallest
        // remainder up.
        for (int k = parts.Length - 1; missing < 0; k = k == 0 ? parts.Length - 1 : k - 1)
        {
            decimal taken = parts[order[k]] > 0 ? Math.Min(step, parts[order[k]]) : exact[order[k]] < 0 || parts.All(part => part <= 0) ? step : 0;
            parts[order[k]] -= taken;
            missing += taken;
        }
    }

    private static decimal Floor(decimal part, decimal step)
    {
        decimal rest = part % step;
        return part - rest - (rest < 0 ? step : 0);
    }
}
