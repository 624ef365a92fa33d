namespace TcmCrm.Roi.Sensitivity;

/// <summary>The value of knowing one factor where others move with it: the mean output given the factor, regressed on the same draws.</summary>
/// <remarks>
/// The trials are sorted by the factor and put into equal bins; the mean output of a bin is the estimate of the mean given the factor there. The standard error is
/// that of the means of the bins in which knowing the factor changes the decision.
/// </remarks>
internal static class ConditionalMean
{
    private const int MostBins = 64;
    private const int LeastInBin = 50;

    internal static Estimate ValueOfInformation(double[] outputs, double[] factor)
    {
        int n = outputs.Length;
        double[] keys = (double[])factor.Clone();
        int[] order = [.. Enumerable.Range(0, n)];
        Array.Sort(keys, order);
        int bins = Math.Max(1, Math.Min(MostBins, n / LeastInBin));
        (double mean, _) = Estimators.Moments(outputs);
        var gains = new double[bins];
        double within = 0;
        for (int bin = 0; bin < bins; bin++)
        {
            int from = (int)((long)n * bin / bins);
            int to = (int)((long)n * (bin + 1) / bins);
            var part = new double[to - from];
            for (int i = from; i < to; i++)
            {
                part[i - from] = outputs[order[i]];
            }

            (double given, double spread) = Estimators.Moments(part);
            double share = (double)part.Length / n;

            // Knowing the factor changes the decision only where the mean given it has the other sign.
            gains[bin] = share * (mean > 0 ? Math.Max(-given, 0) : Math.Max(given, 0));
            within += gains[bin] > 0 ? share * share * spread * spread / part.Length : 0;
        }

        return new Estimate(gains.Sum(), Math.Sqrt(within));
    }
}
