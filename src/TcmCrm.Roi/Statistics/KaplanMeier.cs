namespace TcmCrm.Roi.Statistics;

/// <summary>
/// The product-limit estimate of a survival function from right-censored tenures, with Greenwood's variance.
/// Kaplan and Meier (1958); the interval is Kalbfleisch and Prentice's on log(-log S), as in R's survfit(conf.type = "log-log").
/// </summary>
internal sealed class KaplanMeier
{
    private KaplanMeier(double[] times, int[] atRisk, int[] events, double[] survival, double[] greenwood)
    {
        Times = times;
        AtRisk = atRisk;
        Events = events;
        Survival = survival;
        Greenwood = greenwood;
    }

    /// <summary>The distinct observed tenures, ascending, those with censoring only included.</summary>
    internal double[] Times { get; }

    internal int[] AtRisk { get; }

    internal int[] Events { get; }

    internal double[] Survival { get; }

    /// <summary>Greenwood's sum of d / (n (n - d)) up to each tenure: the variance of log S. Infinite once S is 0.</summary>
    internal double[] Greenwood { get; }

    internal static KaplanMeier Estimate(double[] times, bool[] ended)
    {
        var order = new double[times.Length];
        Array.Copy(times, order, times.Length);
        var flags = new bool[ended.Length];
        Array.Copy(ended, flags, ended.Length);
        Array.Sort(order, flags);

        int distinct = 0;
        for (int i = 0; i < order.Length; i++)
        {
            if (i == 0 || order[i] != order[i - 1])
            {
                distinct++;
            }
        }

        var table = new KaplanMeier(
            new double[distinct], new int[distinct], new int[distinct], new double[distinct], new double[distinct]);
        double survival = 1;
        double greenwood = 0;
        int at = 0;
        for (int k = 0; k < distinct; k++)
        {
            int first = at;
            int events = 0;
            while (at < order.Length && order[at] == order[first])
            {
                events += flags[at] ? 1 : 0;
                at++;
            }

            int atRisk = order.Length - first;
            survival = survival * (atRisk - events) / atRisk;
            greenwood += events / ((double)atRisk * (atRisk - events));
            table.Times[k] = order[first];
            table.AtRisk[k] = atRisk;
            table.Events[k] = events;
            table.Survival[k] = survival;
            table.Greenwood[k] = greenwood;
        }

        return table;
    }

    /// <summary>The interval at point <paramref name="k"/>; false where S is 0 or 1 and log(-log S) does not exist.</summary>
    internal bool TryGetInterval(int k, double normalQuantile, out double lower, out double upper)
    {
        double survival = Survival[k];
        if (survival is <= 0 or >= 1)
        {
            lower = 0;
            upper = 1;
            return false;
        }

        double reach = normalQuantile * Math.Sqrt(Greenwood[k]) / Math.Log(survival);
        lower = Math.Pow(survival, Math.Exp(-reach));
        upper = Math.Pow(survival, Math.Exp(reach));
        return true;
    }

    /// <summary>
    /// The tenure at which half have ended: the first with S below one half, or the middle of the step when S equals one half on it
    /// (R's print.survfit, with its tolerance of the square root of the machine epsilon). False when S stays above one half.
    /// </summary>
    internal bool TryGetMedian(out double median)
    {
        const double Tolerance = 1.4901161193847656e-8;
        for (int k = 0; k < Times.Length; k++)
        {
            if (Survival[k] >= 0.5 + Tolerance)
            {
                continue;
            }

            median = Times[k];
            for (int j = k + 1; j < Times.Length && Math.Abs(Survival[k] - 0.5) < Tolerance; j++)
            {
                if (Survival[j] < Survival[k])
                {
                    median = (Times[k] + Times[j]) / 2;
                    break;
                }
            }

            return true;
        }

        median = 0;
        return false;
    }

    /// <summary>S at a tenure, a step function continuous from the right. The caller keeps to the observed range.</summary>
    internal double At(double tenure)
    {
        int k = IndexAt(tenure);
        return k < 0 ? 1 : Survival[k];
    }

    /// <summary>The number still under observation just before a tenure.</summary>
    internal int AtRiskAt(double tenure)
    {
        int k = Array.BinarySearch(Times, tenure);
        k = k < 0 ? ~k : k;
        return k < Times.Length ? AtRisk[k] : 0;
    }

    internal int EventsAt(double tenure)
    {
        int k = Array.BinarySearch(Times, tenure);
        return k < 0 ? 0 : Events[k];
    }

    /// <summary>
    /// The weighted sum of S over whole periods and its variance: sum w_t S(t), with Greenwood's variance
    /// sum over event times s of (sum over t at or after s of w_t S(t))^2 d / (n (n - d)).
    /// <paramref name="weights"/> holds the weight of period t at index t, from t = 0.
    /// </summary>
    internal double WeightedSum(double[] weights, out double variance)
    {
        var tail = new double[weights.Length + 1];
        for (int t = weights.Length - 1; t >= 0; t--)
        {
            tail[t] = tail[t + 1] + weights[t] * At(t);
        }

        variance = 0;
        for (int k = 0; k < Times.Length; k++)
        {
            double first = Math.Ceiling(Times[k]);
            if (Events[k] > 0 && Survival[k] > 0 && first < weights.Length)
            {
                variance += tail[(int)first] * tail[(int)first] * Events[k] / ((double)AtRisk[k] * (AtRisk[k] - Events[k]));
            }
        }

        return tail[0];
    }

    private int IndexAt(double tenure)
    {
        int k = Array.BinarySearch(Times, tenure);
        return k < 0 ? ~k - 1 : k;
    }
}
