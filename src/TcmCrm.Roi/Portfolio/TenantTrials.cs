using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>Net present values trial by trial in whole minor units, so that those of many tenants have an exact sum.</summary>
internal sealed class TenantTrials
{
    /// <summary>A net present value of a trial is at most this many minor units.</summary>
    private const double Most = 1e18;

    private TenantTrials(long[] minorUnits, double[] values)
    {
        MinorUnits = minorUnits;
        Figure = SimulatedFigure.Of(values, NotApplicableReason.OutOfRange);
        ProbabilityPositive = Positive(values);
    }

    internal IReadOnlyList<long> MinorUnits { get; }

    internal SimulatedFigure Figure { get; }

    internal Figure<Estimate> ProbabilityPositive { get; }

    internal static TenantTrials Of(double[] values, int digits)
    {
        double scale = Math.Pow(10, digits);
        var minorUnits = new long[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double units = Math.Round(values[i] * scale, MidpointRounding.AwayFromZero);
            minorUnits[i] = Math.Abs(units) <= Most ? (long)units : throw new OverflowException();
        }

        return Of(minorUnits, digits);
    }

    internal static TenantTrials Of(long[] minorUnits, int digits)
    {
        double scale = Math.Pow(10, digits);
        return new TenantTrials(minorUnits, Array.ConvertAll(minorUnits, units => units / scale));
    }

    internal static Figure<Estimate> Positive(double[] values)
    {
        double share = (double)values.Count(value => value > 0) / values.Length;
        return Roi.Figure.Of(new Estimate(share, Math.Sqrt(share * (1 - share) / values.Length)));
    }
}
