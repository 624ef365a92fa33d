using System.Collections.ObjectModel;
using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>How much of a benefit is realised month by month after go-live: a lag, a dip while people adapt, and a ramp up to the full benefit (实现率).</summary>
/// <remarks>
/// <para>Share in month m (0 is the month of go-live): ramp(m - lag) x (1 - dip depth while m is below the months of the dip); nothing before the lag is over.</para>
/// <para>A ramp of n months is a curve s(x), x = time / n, and a month takes the mean of the curve over that month, because benefits accrue in its course.
/// Linear: s(x) = x, so month i of the ramp has (i + 1/2) / n. S-curve: s(x) = 3x^2 - 2x^3 (smoothstep), mean from the integral x^3 - x^4/2. From month n on
/// the share is 1. Custom points: their shares in their months, linear between them, nothing before the first, the last share for ever after.</para>
/// <para>The dip only lowers what is gained. Output that falls below the old level is a cost: <c>TimeCost.ProductivityDip</c>.</para>
/// </remarks>
public sealed class RealizationProfile : IEquatable<RealizationProfile>
{
    private const int LongestMonths = 600;

    // Enough for any amount, and short enough that products with amounts stay within 28 digits.
    private const int Decimals = 18;

    private readonly decimal[] _shares;
    private readonly RealizationPoint[] _points;

    private RealizationProfile(RampKind ramp, int rampMonths, RealizationPoint[] points, int lagMonths, int dipMonths, Share dipDepth)
    {
        Ramp = ramp;
        RampMonths = rampMonths;
        LagMonths = lagMonths;
        DipMonths = dipMonths;
        DipDepth = dipDepth;
        _points = points;
        Points = new ReadOnlyCollection<RealizationPoint>(points);
        int lastPoint = points.Length == 0 ? 0 : points[points.Length - 1].Month;
        _shares = new decimal[Math.Max(lagMonths + Math.Max(rampMonths, lastPoint), dipMonths) + 1];
        for (int month = 0; month < _shares.Length; month++)
        {
            decimal share = month < lagMonths ? 0 : RampShare(month - lagMonths);
            _shares[month] = Math.Round(month < dipMonths ? share * dipDepth.Complement.Value : share, Decimals, MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>The full benefit from go-live on.</summary>
    public static RealizationProfile Immediate { get; } = new(RampKind.Immediate, 0, [], 0, 0, Share.None);

    /// <summary>The shape of the ramp.</summary>
    public RampKind Ramp { get; }

    /// <summary>Months of a linear ramp or S-curve; 0 for the others.</summary>
    public int RampMonths { get; }

    /// <summary>The points of a custom ramp by ascending month; empty for the others.</summary>
    public IReadOnlyList<RealizationPoint> Points { get; }

    /// <summary>Months after go-live in which nothing is realised yet.</summary>
    public int LagMonths { get; }

    /// <summary>Months after go-live in which less is realised; 0 for no dip.</summary>
    public int DipMonths { get; }

    /// <summary>The part of what would be realised that the dip takes away.</summary>
    public Share DipDepth { get; }

    /// <summary>Whether the full benefit is realised from go-live on, with no lag, dip or ramp.</summary>
    public bool IsImmediate => _shares.Length == 1 && _shares[0] == 1;

    /// <summary>The first month from which on the share no longer changes.</summary>
    internal int SettledMonth => _shares.Length - 1;

    /// <summary>A linear ramp from nothing at go-live to the full benefit.</summary>
    /// <param name="months">Its length, 1 to 600 months.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static RealizationProfile Linear(int months) => new(RampKind.Linear, Check.InRange(months, 1, LongestMonths), [], 0, 0, Share.None);

    /// <summary>An S-curve from nothing at go-live to the full benefit.</summary>
    /// <param name="months">Its length, 1 to 600 months.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public static RealizationProfile SCurve(int months) => new(RampKind.SCurve, Check.InRange(months, 1, LongestMonths), [], 0, 0, Share.None);

    /// <summary>A ramp by points of one's own.</summary>
    /// <param name="points">One or more points by ascending month, no month twice.</param>
    /// <exception cref="ArgumentNullException">The list is null.</exception>
    /// <exception cref="ArgumentException">The list is empty or not in ascending order of month.</exception>
    public static RealizationProfile Custom(IEnumerable<RealizationPoint> points)
    {
        RealizationPoint[] copy = [.. Check.NotNull(points)];
        if (copy.Length == 0)
        {
            throw new ArgumentException("At least one point is needed.", nameof(points));
        }

        for (int i = 1; i < copy.Length; i++)
        {
            if (copy[i].Month <= copy[i - 1].Month)
            {
                throw new ArgumentException($"Point {i} ({copy[i]}) is not after the one before ({copy[i - 1]}).", nameof(points));
            }
        }

        return new RealizationProfile(RampKind.Custom, 0, copy, 0, 0, Share.None);
    }

    /// <summary>The same profile that begins later.</summary>
    /// <param name="months">Months after go-live in which nothing is realised yet, 0 to 600; replaces an earlier lag.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public RealizationProfile WithLag(int months) => new(Ramp, RampMonths, _points, Check.InRange(months, 0, LongestMonths), DipMonths, DipDepth);

    /// <summary>The same profile with a dip while people adapt; replaces an earlier dip.</summary>
    /// <param name="months">Months after go-live, 0 to 600. They are counted from go-live, so a dip within the lag changes nothing.</param>
    /// <param name="depth">The part of what would be realised that is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public RealizationProfile WithDip(int months, Share depth) => new(Ramp, RampMonths, _points, LagMonths, Check.InRange(months, 0, LongestMonths), depth);

    /// <summary>The share of the benefit that is realised in a month.</summary>
    /// <param name="monthsSinceGoLive">0 is the month of go-live; below 0 nothing is realised.</param>
    /// <returns>0 to 1, to 18 decimals.</returns>
    public decimal At(int monthsSinceGoLive) =>
        monthsSinceGoLive < 0 ? 0
        : monthsSinceGoLive < _shares.Length ? _shares[monthsSinceGoLive]
        : _shares[_shares.Length - 1];

    /// <inheritdoc/>
    public bool Equals(RealizationProfile? other) =>
        other is not null && Ramp == other.Ramp && RampMonths == other.RampMonths && LagMonths == other.LagMonths && DipMonths == other.DipMonths
        && DipDepth == other.DipDepth && _points.AsEnumerable().SequenceEqual(other._points);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RealizationProfile);

    /// <inheritdoc/>
    public override int GetHashCode() => ((((int)Ramp * 397) ^ RampMonths) * 397) ^ LagMonths;

    /// <summary>The invariant text, for example <c>Linear 12 months, lag 2, dip 30% for 3</c>.</summary>
    public override string ToString()
    {
        string ramp = Ramp switch
        {
            RampKind.Linear or RampKind.SCurve => string.Format(CultureInfo.InvariantCulture, "{0} {1} months", Ramp, RampMonths),
            RampKind.Custom => "Custom " + string.Join("; ", _points),
            _ => "Immediate",
        };
        return string.Format(CultureInfo.InvariantCulture, "{0}, lag {1}, dip {2} for {3}", ramp, LagMonths, DipDepth, DipMonths);
    }

    private decimal RampShare(int month) => Ramp switch
    {
        RampKind.Linear when month < RampMonths => ((2 * month) + 1) / (2m * RampMonths),
        RampKind.SCurve when month < RampMonths => RampMonths * (SCurveArea(month + 1) - SCurveArea(month)),
        RampKind.Custom => CustomShare(month),
        _ => 1,
    };

    private decimal SCurveArea(int month)
    {
        decimal x = month / (decimal)RampMonths;
        return (x * x * x) - (x * x * x * x / 2);
    }

    private decimal CustomShare(int month)
    {
        if (month < _points[0].Month)
        {
            return 0;
        }

        for (int i = 1; i < _points.Length; i++)
        {
            if (month < _points[i].Month)
            {
                (RealizationPoint left, RealizationPoint right) = (_points[i - 1], _points[i]);
                return left.Share.Value + ((right.Share.Value - left.Share.Value) * (month - left.Month) / (right.Month - left.Month));
            }
        }

        return _points[_points.Length - 1].Share.Value;
    }
}
