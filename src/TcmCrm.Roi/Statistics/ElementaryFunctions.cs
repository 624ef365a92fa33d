namespace TcmCrm.Roi.Statistics;

/// <summary>Elementary functions that netstandard2.0 lacks and that lose digits when written naively.</summary>
internal static class ElementaryFunctions
{
    /// <summary>ln(1 + x) without the loss of digits for small x (Kahan's correction of the rounded argument).</summary>
    public static double LogOnePlus(double x)
    {
        double u = 1.0 + x;
        if (u == 1.0)
        {
            return x;
        }

        return double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1.0));
    }

    /// <summary>exp(x) - 1 without the loss of digits for small x (Kahan's correction).</summary>
    public static double ExpMinusOne(double x)
    {
        double u = Math.Exp(x);
        if (u == 1.0)
        {
            return x;
        }

        double difference = u - 1.0;
        if (difference == -1.0 || double.IsInfinity(u))
        {
            return difference;
        }

        return difference * (x / Math.Log(u));
    }
}
