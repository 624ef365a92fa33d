namespace TcmCrm.Roi.Simulations;

/// <summary>Independent standard normal numbers: the same for the same seed and stream on every machine.</summary>
internal sealed class SimulationRandom(ulong seed, ulong stream)
{
    private ulong state = Mix(seed + (0x9E3779B97F4A7C15 * (stream + 1)));
    private double spare;
    private bool hasSpare;

    /// <summary>A number above 0 and under 1.</summary>
    public double Uniform()
    {
        state += 0x9E3779B97F4A7C15;
        return ((Mix(state) >> 11) + 0.5) / (1UL << 53);
    }

    /// <summary>A standard normal number, by the polar method.</summary>
    public double Normal()
    {
        if (hasSpare)
        {
            hasSpare = false;
            return spare;
        }

        while (true)
        {
            double u = (2 * Uniform()) - 1;
            double v = (2 * Uniform()) - 1;
            double s = (u * u) + (v * v);
            if (s is > 0 and < 1)
            {
                double scale = Math.Sqrt(-2 * Math.Log(s) / s);
                spare = v * scale;
                hasSpare = true;
                return u * scale;
            }
        }
    }

    /// <summary>A stationary AR(1) series with standard deviation 1.</summary>
    public double[] Autoregression(int n, double rho)
    {
        var values = new double[n];
        double innovation = Math.Sqrt(1 - (rho * rho));
        for (int i = 0; i < n; i++)
        {
            values[i] = i == 0 ? Normal() : (rho * values[i - 1]) + (innovation * Normal());
        }

        return values;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
