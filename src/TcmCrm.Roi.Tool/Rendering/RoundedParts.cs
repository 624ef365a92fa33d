namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>Rounds the parts of a total such that the printed parts sum to the printed total.</summary>
internal static class RoundedParts
{
    /// <summary>
    /// The largest remainder: each part is rounded down to a whole step, and the steps that are missing to the total go to the parts with the largest
    /// remainders, the earlier first. No part is moved by a whole step or more, and one that is a whole number of steps stays.
    /// </summary>
    /// <param name="exact">The parts; negative ones are allowed.</param>
    /// <param name="total">The printed total: the sum of the parts, rounded to a step by itself or as a part of a larger total.</param>
    /// <param name="step">The smallest printed amount.</param>
    internal static decimal[] Of(IReadOnlyList<decimal> exact, decimal total, decimal step)
    {
        decimal[] parts = [.. exact.Select(part => Floor(part, step))];
        int[] order = [.. Enumerable.Range(0, parts.Length).OrderByDescending(i => exact[i] - parts[i])];
        decimal missing = total - parts.Sum();
        for (int k = 0; k < order.Length && missing >= step; k++, missing -= step)
        {
            parts[order[k]] += step;
        }

        // A total that is itself a difference of printed totals may lie a step below the floors.
        for (int k = order.Length - 1; k >= 0 && missing <= -step; k--, missing += step)
        {
            parts[order[k]] -= step;
        }

        return parts;
    }

    private static decimal Floor(decimal part, decimal step)
    {
        decimal rest = part % step;
        return part - rest - (rest < 0 ? step : 0);
    }
}
