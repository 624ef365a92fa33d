using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>The share of a benefit that is realised in a month after go-live.</summary>
/// <remarks><c>default(RealizationPoint)</c> is nothing in the month of go-live.</remarks>
public readonly record struct RealizationPoint
{
    /// <summary>A point of a realisation curve.</summary>
    /// <param name="month">Months since the end of the lag: 0 is the first; 0 to 600.</param>
    /// <param name="share">The share realised in that month.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is outside its range.</exception>
    public RealizationPoint(int month, Share share)
    {
        Month = Check.InRange(month, 0, 600);
        Share = share;
    }

    /// <summary>Months since the end of the lag.</summary>
    public int Month { get; }

    /// <summary>The share realised in that month.</summary>
    public Share Share { get; }

    /// <summary>The invariant text, for example <c>month 3: 50%</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "month {0}: {1}", Month, Share);
}
