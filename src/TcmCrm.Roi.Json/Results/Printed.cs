namespace TcmCrm.Roi.Json.Results;

/// <summary>Rounds amounts to the minor unit of their currency such that printed parts sum to the printed total.</summary>
internal static class Printed
{
    /// <summary>An amount by itself, 四舍五入.</summary>
    public static decimal Total(decimal exact, int digits) => decimal.Round(exact, digits, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Parts by the largest remainder: each is rounded down, and the units that are missing to the printed total go to the parts with the
    /// largest remainders, the earlier first. No part is moved by a whole minor unit or more, and a part of nothing stays nothing, as long as the total
    /// is the sum of the parts rounded up or down.
    /// </summary>
    /// <param name="exact">The parts, of either sign.</param>
    /// <param name="total">The printed total: their sum, itself rounded, or allocated from a larger total.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public static decimal[] Parts(IReadOnlyList<decimal> exact, decimal total, int digits)
    {
        decimal unit = new(1, 0, 0, false, (byte)digits);
        decimal[] parts = [.. exact.Select(amount => Floor(amount, digits, unit))];
        decimal missing = total - parts.Sum();
        if (parts.Length == 0 || missing == 0)
        {
            return parts;
        }

        // A total that comes from sums in double may be many units from the sum of the parts; the largest hides them best.
        if (Math.Abs(missing) > parts.Length * unit)
        {
            int largest = Enumerable.Range(0, parts.Length).OrderByDescending(i => Math.Abs(exact[i])).First();
            parts[largest] += missing;
            return parts;
        }

        int[] order = [.. Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i])];
        for (int k = 0; missing > 0; k++)
        {
            parts[order[k]] += unit;
            missing -= unit;
        }

        // A total that was itself rounded as a part of another may lie below the floors by single units: then what is not zero gives way, from the
        // smallest remainder up.
        for (int k = parts.Length - 1; missing < 0; k = k == 0 ? parts.Length - 1 : k - 1)
        {
            decimal taken = parts[order[k]] > 0 ? Math.Min(unit, parts[order[k]]) : exact[order[k]] < 0 || parts.All(part => part <= 0) ? unit : 0;
            parts[order[k]] -= taken;
            missing += taken;
        }

        return parts;
    }

    /// <summary>
    /// What has accumulated by each row of a table, each rounded, such that the last is the printed total. Where the printed total is not the rounded last
    /// (a difference of two printed amounts), the last row in which anything happened makes it up, so that a row of nothing stays one.
    /// </summary>
    /// <param name="soFar">What has accumulated by each row.</param>
    /// <param name="total">The printed total.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public static decimal[] Accumulated(IReadOnlyList<decimal> soFar, decimal total, int digits)
    {
        decimal[] printed = [.. soFar.Select(amount => Total(amount, digits))];
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

    private static decimal Floor(decimal exact, int digits, decimal unit)
    {
        decimal rounded = decimal.Round(exact, digits);
        return rounded > exact ? rounded - unit : rounded;
    }
}
