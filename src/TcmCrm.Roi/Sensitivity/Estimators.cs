namespace TcmCrm.Roi.Sensitivity;

/// <summary>What is estimated from outputs of trials, whatever made them.</summary>
internal static class Estimators
{
    /// <summary>Mean and standard deviation (n - 1) of outputs, by pairwise sums of two passes.</summary>
    internal static (double Mean, double StandardDeviation) Moments(double[] outputs)
    {
        double mean = Sum(outputs, 0, outputs.Length, 0, 1) / outputs.Length;
        double square = Sum(outputs, 0, outputs.Length, mean, 2);
        return (mean, outputs.Length > 1 ? Math.Sqrt(square / (outputs.Length - 1)) : 0);
    }

    /// <summary>Expected value of perfect information, E max(output, 0) - max(E output, 0), with its standard error.</summary>
    /// <param name="outputs">Net present values; "do nothing" is worth 0.</param>
    internal static (double Value, double StandardError) PerfectInformation(double[] outputs)
    {
        (double mean, _) = Moments(outputs);
        bool isWorth = mean > 0;
        var gains = new double[outputs.Length];
        for (int i = 0; i < gains.Length; i++)
        {
            gains[i] = isWorth ? Math.Max(-outputs[i], 0) : Math.Max(outputs[i], 0);
        }

        (double value, double spread) = Moments(gains);
        return (value, spread / Math.Sqrt(outputs.Length));
    }

    /// <summary>The share of the variance of outputs that a straight line in a factor explains; 0 where one of them does not vary.</summary>
    /// <param name="outputs">The outputs.</param>
    /// <param name="factor">One value a trial.</param>
    internal static double SquaredCorrelation(double[] outputs, double[] factor)
    {
        (double outputMean, double outputSpread) = Moments(outputs);
        (double factorMean, double factorSpread) = Moments(factor);
        if (outputSpread == 0 || factorSpread == 0)
        {
            return 0;
        }

        double[] products = new double[outputs.Length];
        for (int i = 0; i < products.Length; i++)
        {
            products[i] = (outputs[i] - outputMean) / outputSpread * ((factor[i] - factorMean) / factorSpread);
        }

        double correlation = Moments(products).Mean;
        return correlation * correlation;
    }

    /// <summary>First-order variance shares from two matrices of draws and their mixtures (Saltelli and others, 2010).</summary>
    /// <param name="first">The outputs of the first matrix.</param>
    /// <param name="second">The outputs of the second.</param>
    /// <param name="mixed">For each factor, the outputs of the first matrix with that factor's column from the second.</param>
    /// <returns>For each factor V(E[output | factor]) / V(output); zeros where nothing varies.</returns>
    internal static double[] FirstOrder(double[] first, double[] second, double[][] mixed)
    {
        // Shifted by the common mean: the estimator's error grows with the distance of the outputs from 0.
        double[] both = [.. first, .. second];
        (double mean, double deviation) = Moments(both);
        double variance = deviation * deviation;
        var shares = new double[mixed.Length];
        for (int factor = 0; factor < shares.Length; factor++)
        {
            double sum = 0;
            for (int trial = 0; trial < first.Length; trial++)
            {
                sum += (second[trial] - mean) * (mixed[factor][trial] - first[trial]);
            }

            shares[factor] = variance > 0 ? sum / first.Length / variance : 0;
        }

        return shares;
    }

    private static double Sum(double[] values, int from, int to, double centre, int power)
    {
        const int Leaf = 128;
        if (to - from > Leaf)
        {
            int middle = from + ((to - from) / 2);
            return Sum(values, from, middle, centre, power) + Sum(values, middle, to, centre, power);
        }

        double sum = 0;
        for (int i = from; i < to; i++)
        {
            double distance = values[i] - centre;
            sum += power == 1 ? distance : distance * distance;
        }

        return sum;
    }
}
