using System.Collections.ObjectModel;
using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>How much of a benefit is realised month by month after go-live: a lag, a dip while people adapt, and a ramp up to the full benefit (实现率).</summary>
/// <remarks>
/// <para>Share in month m (0 is the month of go-live): ramp(m - lag) x (1 - dip depth while m is below the months of the dip); nothing before the lag is over.</para>
/// <para>A ramp of n months is a curve s(x), x = time / n, and a month takes the mean of the curve over that month, because benefits accrue in its course.
/// Linear: s(x) = x, so month i of the ramp has (i + 1/2) / n. S-curve: s(x) = 3x^2 - 2x^3 (smoothstep), mean from the integral x^3 - x^4/2. From month n on
/// the share is 1. Custom points: their shares in their months, linear between them, nothing before the first, the last share for ever after.</para>
/// <para>Fading: from a month F on the share is multiplied by (1 - f) once for every begun year, (1 - f)^(1 + floor((m - F) / 12)).</para>
/// <para>The dip only lowers what is gained. Output that falls below the old level is a cost: <c>TimeCost.ProductivityDip</c>.</para>
/// </remarks>
public sealed class RealizationProfile : IEquatable<RealizationProfile>
{
    private const int LongestMonths = 600;

    // As long as the longest grid: a hundred years.
    private const int LongestFade = 1200;

    // Enough for any amount, and short enough that products with amounts stay within 28 digits.
    private const int Decimals = 18;

    private readonly RealizationPoint[] _points;
    private decimal[]? _shares;

    private RealizationProfile(
        RampKind ramp, int rampMonths, RealizationPoint[] points, int lagMonths, int dipMonths, Share dipDepth, int fadeFromMonth = 0, Share fadePerYear = default)
    {
        Ramp = ramp;
        RampMonths = rampMonths;
        LagMonths = lagMonths;
        DipMonths = dipMonths;
        DipDepth = dipDepth;
        FadeFromMonth = fadeFromMonth;
        FadePerYear = fadePerYear;
        _points = points;
        Points = new ReadOnlyCollection<RealizationPoint>(points);
        int lastPoint = points.Length == 0 ? 0 : points[points.Length - 1].Month;
        int settled = Math.Max(lagMonths + Math.Max(rampMonths, lastPoint), dipMonths);
        SettledMonth = fadePerYear.Value > 0 ? Math.Max(settled, LongestFade) : settled;
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

    /// <summary>The first month after go-live in which the benefit fades; says nothing where <see cref="FadePerYear"/> is nothing.</summary>
    public int FadeFromMonth { get; }

    /// <summary>The part that each year takes away from the year before, from <see cref="FadeFromMonth"/> on; nothing for a lasting benefit.</summary>
    public Share FadePerYear { get; }

    /// <summary>Whether the full benefit is realised from go-live on, with no lag, dip, ramp or fading.</summary>
    public bool IsImmediate => SettledMonth == 0 && At(0) == 1;

    /// <summary>The first month from which on the share no longer changes.</summary>
    internal int SettledMonth { get; }

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

    /// <summary>The same profile that fades: an advantage that others copy, a habit that wears off. For periods past three years above all.</summary>
    /// <param name="fromMonth">The first month after go-live in which it is less, 0 to 600; 36 is the start of the fourth year of use.</param>
    /// <param name="perYear">The part that each year takes away from the year before; replaces an earlier fading.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is outside its range.</exception>
    public RealizationProfile WithFade(int fromMonth, Share perYear)
    {
        Check.InRange(fromMonth, 0, LongestMonths);

        // Without a fading there is no month of it: equal profiles are equal.
        return new(Ramp, RampMonths, _points, LagMonths, DipMonths, DipDepth, perYear.Value > 0 ? fromMonth : 0, perYear);
    }

    /// <summary>The same profile that begins later.</summary>
    /// <param name="months">Months after go-live in which nothing is realised yet, 0 to 600; replaces an earlier lag.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public RealizationProfile WithLag(int months) => new(Ramp, RampMonths, _points, Check.InRange(months, 0, LongestMonths), DipMonths, DipDepth, FadeFromMonth, FadePerYear);

    /// <summary>The same profile with a dip while people adapt; replaces an earlier dip.</summary>
    /// <param name="months">Months after go-live, 0 to 600. They are counted from go-live, so a dip within the lag changes nothing.</param>
    /// <param name="depth">The part of what would be realised that is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public RealizationProfile WithDip(int months, Share depth) => new(Ramp, RampMonths, _points, LagMonths, Check.InRange(months, 0, LongestMonths), depth, FadeFromMonth, FadePerYear);

    /// <summary>The share of the benefit that is realised in a month.</summary>
    /// <param name="monthsSinceGoLive">0 is the month of go-live; below 0 nothing is realised.</param>
    /// <returns>0 to 1, to 18 decimals.</returns>
    public decimal At(int monthsSinceGoLive) =>
        monthsSinceGoLive < 0 ? 0 : (_shares ??= Shares())[Math.Min(monthsSinceGoLive, SettledMonth)];

    /// <inheritdoc/>
    public bool Equals(RealizationProfile? other) =>
        other is not null && Ramp == other.Ramp && RampMonths == other.RampMonths && LagMonths == other.LagMonths && DipMonths == other.DipMonths
        && DipDepth == other.DipDepth && FadeFromMonth == other.FadeFromMonth && FadePerYear == other.FadePerYear && _points.AsEnumerable().SequenceEqual(other._points);

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
        string fade = FadePerYear.Value > 0 ? string.Format(CultureInfo.InvariantCulture, ", fading {0} a year from {1}", FadePerYear, FadeFromMonth) : string.Empty;
        return string.Format(CultureInfo.InvariantCulture, "{0}, lag {1}, dip {2} for {3}{4}", ramp, LagMonths, DipDepth, DipMonths, fade);
    }

    /// <summary>The shares of the months up to <see cref="SettledMonth"/>. Made when they are first asked for: a profile is built step by step, and only the last
    /// step is used. Two threads that ask at once make equal shares, and one of the two is kept.</summary>
    private decimal[] Shares()
    {
        var shares = new decimal[SettledMonth + 1];
        decimal kept = 1;
        for (int month = 0; month < shares.Length; month++)
        {
            decimal share = month < LagMonths ? 0 : RampShare(month - LagMonths);
            share = month < DipMonths ? share * DipDepth.Complement.Value : share;
            if (FadePerYear.Value > 0 && month >= FadeFromMonth && (month - FadeFromMonth) % 12 == 0)
            {
                kept = Math.Round(kept * FadePerYear.Complement.Value, Decimals, MidpointRounding.AwayFromZero);
            }

            shares[month] = Math.Round(share * kept, Decimals, MidpointRounding.AwayFromZero);
        }

        return shares;
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
