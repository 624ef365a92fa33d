using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Review;

/// <summary>What the lines of one review share while they are computed: lists, and Student's t, whose quantile takes longer than the rest of a line.</summary>
internal sealed class LineScratch(double level)
{
    private readonly Dictionary<double, double> _known = [];

    internal List<Stretch> Stretches { get; } = [];

    internal List<Stretch> Told { get; } = [];

    internal List<decimal> Ratios { get; } = [];

    internal List<double> Shares { get; } = [];

    private decimal[] _booked = [];
    private decimal[] _left = [];
    private decimal[] _excess = [];

    /// <summary>What was booked by month, all 0: of one line at a time.</summary>
    internal decimal[] Booked(int months) => Zeroed(ref _booked, months);

    /// <summary>What belongs to no bill by month, all 0: of one line at a time.</summary>
    internal decimal[] Left(int months) => Zeroed(ref _left, months);

    /// <summary>What bookings have too much by month, all 0: of one line at a time.</summary>
    internal decimal[] Excess(int months) => Zeroed(ref _excess, months);

    private static decimal[] Zeroed(ref decimal[] held, int months)
    {
        if (held.Length != months)
        {
            held = new decimal[months];
        }
        else
        {
            Array.Clear(held, 0, months);
        }

        return held;
    }

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
