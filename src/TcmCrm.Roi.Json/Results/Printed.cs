namespace TcmCrm.Roi.Json.Results;

/// <summary>Rounds amounts to the minor unit of their currency such that printed parts sum to the printed total.</summary>
internal static class Printed
{
    /// <summary>An amount by itself, 四舍五入.</summary>
    public static decimal Total(decimal exact, int digits) => decimal.Round(exact, digits, MidpointRounding.AwayFromZero);

    /// <summary>Parts in whole minor units that sum to the printed total; see <see cref="PrintedParts"/>.</summary>
    /// <param name="exact">The parts, of either sign.</param>
    /// <param name="total">The printed total.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public static decimal[] Parts(IReadOnlyList<decimal> exact, decimal total, int digits) =>
        [.. PrintedParts.Of(exact, total, new decimal(1, 0, 0, false, (byte)digits))];

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
}
