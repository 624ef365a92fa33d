namespace TcmCrm.Roi.Kpis;

/// <summary>Sums a month of the whole and of each segment.</summary>
internal sealed class MonthlySums
{
    private readonly SortedDictionary<string, SortedDictionary<int, decimal>> sums = new(StringComparer.Ordinal);

    internal IEnumerable<string> Segments => sums.Keys;

    internal void Add(string segment, int month, decimal value)
    {
        One(string.Empty, month, value);
        if (segment.Length > 0)
        {
            One(segment, month, value);
        }
    }

    /// <summary>The sums of a segment from its first month to the last that is complete, null where a month has no record.</summary>
    internal (int First, double?[] Values) Of(string segment, int through)
    {
        SortedDictionary<int, decimal> months = sums[segment];
        int first = months.Keys.First();
        var values = new double?[Math.Max(0, Math.Min(through, months.Keys.Last()) - first + 1)];
        foreach (KeyValuePair<int, decimal> month in months.Where(pair => pair.Key <= through))
        {
            values[month.Key - first] = (double)month.Value;
        }

        return (first, values);
    }

    private void One(string segment, int month, decimal value)
    {
        if (!sums.TryGetValue(segment, out SortedDictionary<int, decimal>? months))
        {
            sums.Add(segment, months = []);
        }

        months.TryGetValue(month, out decimal sum);
        months[month] = sum + value;
    }
}
