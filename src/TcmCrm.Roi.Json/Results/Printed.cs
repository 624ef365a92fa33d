namespace TcmCrm.Roi.Json.Results;

/// <summary>Rounds amounts to the minor unit of their currency such that printed parts sum to the printed total.</summary>
internal static class Printed
{
    /// <summary>An amount by itself, 四舍五入.</summary>
    public static decimal Total(decimal exact, int digits) => decimal.Round(exact, digits, MidpointRounding.AwayFromZero);

    /// <summary>
    /// Parts by the largest remainder: each is rounded down, and the units that are missing to the printed total go to the parts with the
    /// largest remainders, the earlier first. No part is moved by a whole minor unit or more.
    /// </summary>
    /// <param name="exact">The parts, 0 or more each.</param>
    /// <param name="total">The printed total: their sum, itself rounded, or allocated from a larger total.</param>
    /// <param name="digits">Digits of the minor unit.</param>
    public static decimal[] Parts(IReadOnlyList<decimal> exact, decimal total, int digits)
    {
        decimal unit = new(1, 0, 0, false, (byte)digits);
        var parts = new decimal[exact.Count];
        decimal missing = total;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = decimal.Floor(exact[i] / unit) * unit;
            missing -= parts[i];
        }

        int[] order = [.. Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i])];
        for (int k = 0; missing > 0 && parts.Length > 0; k = (k + 1) % parts.Length)
        {
            parts[order[k]] += unit;
            missing -= unit;
        }

        // A total that was itself rounded down as a part of another may lie below the floors by single units.
        for (int k = parts.Length - 1; missing < 0 && k >= 0; k--)
        {
            decimal taken = Math.Min(unit, parts[order[k]]);
            parts[order[k]] -= taken;
            missing += taken;
        }

        return parts;
    }
}
