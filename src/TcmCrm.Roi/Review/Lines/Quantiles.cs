using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Review;

/// <summary>Student's t at the level of one review: most lines of a case have the same degrees of freedom, and the quantile takes longer than the rest of a line.</summary>
internal sealed class Quantiles(double level)
{
    private readonly Dictionary<double, double> _known = [];

    internal double Of(double freedom)
    {
        if (!_known.TryGetValue(freedom, out double t))
        {
            t = StudentT.Quantile(0.5 + (level / 2), freedom);
            _known.Add(freedom, t);
        }

        return t;
    }
}
