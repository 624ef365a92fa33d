using System.Globalization;

namespace TcmCrm.Roi.Cases;

/// <summary>One wave of a go-live: the lines of a channel or a region, by their tag, that go live so many months after the case does.</summary>
/// <remarks><c>default(GoLiveWave)</c> has no tag, which no case accepts.</remarks>
public readonly record struct GoLiveWave
{
    private readonly string? _tag;

    /// <summary>A wave.</summary>
    /// <param name="tag">The tag of the lines that go live with it: 1 to 100 characters, not blank, without control characters, not <c>*</c>.</param>
    /// <param name="months">Months after the go-live of the case, 0 to 600; it moves with that date.</param>
    /// <param name="share">The part of what all waves bring, by which lines that several waves share are divided; above 0.</param>
    /// <exception cref="ArgumentNullException">The tag is null.</exception>
    /// <exception cref="ArgumentException">The tag is not allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public GoLiveWave(string tag, int months, Share share)
    {
        _tag = LineTags.One(tag, nameof(tag));
        Months = Check.InRange(months, 0, MostMonths);
        Share = share.Value > 0 ? share : throw Check.OutOfRange(nameof(share), share, "above 0 %", AllowedRange.Positive);
    }

    internal const int MostMonths = 600;

    /// <summary>The tag of the lines that go live with it; empty for the default.</summary>
    public string Tag => _tag ?? string.Empty;

    /// <summary>Months after the go-live of the case.</summary>
    public int Months { get; }

    /// <summary>The part of what all waves bring.</summary>
    public Share Share { get; }

    /// <summary>The invariant text, for example <c>pharmacy: 50% after 3 months</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} after {2} months", Tag, Share, Months);

    /// <summary>Waves of one case: each tag once, shares of 100 % together, the first at the go-live of the case.</summary>
    /// <exception cref="ArgumentException">Not so.</exception>
    internal static GoLiveWave[] Checked(IEnumerable<GoLiveWave> waves, string parameter)
    {
        GoLiveWave[] copy = [.. Check.NotNull(waves, parameter)];
        LineTags.Of(copy.Select(wave => wave.Tag), parameter);
        decimal sum = copy.Sum(wave => wave.Share.Value);
        return copy.Length == 0 || (sum == 1 && copy.Any(wave => wave.Months == 0))
            ? copy
            : throw (sum == 1
                ? Check.Wrong("No wave is at the go-live of the case; allowed: one at least of 0 months.", parameter, "argument.firstWave")
                : Check.Wrong(
                    $"The shares of the waves come to {sum.ToString(CultureInfo.InvariantCulture)}; allowed: 1 together.", parameter, "argument.shareSum", MessageArgument.Text("sum", sum.ToString(CultureInfo.InvariantCulture))));
    }
}
