namespace TcmCrm.Roi.Impact;

/// <summary>
/// Holm's correction for looking at several KPIs at once: of twenty KPIs without any change one is "significant" at 5 % by chance.
/// </summary>
/// <remarks>S. Holm, Scandinavian Journal of Statistics 6 (1979) 65-70: the j-th smallest of m p-values is multiplied by m - j + 1, and made to rise.</remarks>
internal static class HolmCorrection
{
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues)
    {
        Check.NotNull(pValues);
        int m = pValues.Count;
        var order = new int[m];
        var sorted = new double[m];
        for (int i = 0; i < m; i++)
        {
            if (!(pValues[i] >= 0 && pValues[i] <= 1))
            {
                throw new ArgumentException($"The p-value at index {i} is not from 0 to 1.", nameof(pValues));
            }

            order[i] = i;
            sorted[i] = pValues[i];
        }

        Array.Sort(sorted, order);
        var adjusted = new double[m];
        double running = 0;
        for (int j = 0; j < m; j++)
        {
            running = Math.Max(running, Math.Min((m - j) * sorted[j], 1.0));
            adjusted[order[j]] = running;
        }

        return Array.AsReadOnly(adjusted);
    }
}
