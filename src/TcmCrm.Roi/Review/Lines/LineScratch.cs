using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Review;

/// <summary>What the lines of one review share while they are computed: lists, and Student's t, whose quantile takes longer than the rest of a line.</summary>
internal sealed class LineScratch(double level)
{
    private readonly Dictionary<double, double> _known = [];

    internal List<Stretch> Stretches { get; } = [];

    internal List<Stretch> Told { get; } = [];

    internal List<decimal> Ratios { get; } = [];

    /// <summary>Student's t at the level of the review.</summary>
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
