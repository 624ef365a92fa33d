namespace TcmCrm.Roi.Review;

/// <summary>The middle of a few ratios.</summary>
internal static class Medians
{
    /// <summary>The median of a list, which is sorted by it; of an even number the mean of the two in the middle; 1 for none.</summary>
    internal static decimal Of(List<decimal> values)
    {
        if (values.Count == 0)
        {
            return 1;
        }

        values.Sort();
        decimal low = values[(values.Count - 1) / 2];
        decimal high = values[values.Count / 2];
        return low == high ? low : (low + high) / 2;
    }
}
