namespace TcmCrm.Roi.Review;

/// <summary>From when on a review speaks up, and what it assumes where nothing is observed. Every threshold is a named value of the company.</summary>
/// <remarks>Immutable; a value that is not set has the default that its property names.</remarks>
public sealed class ReviewPolicy
{
    /// <summary>The policy with every default.</summary>
    public static ReviewPolicy Default { get; } = new();

    /// <summary>How far an amount may lie off its plan, as a share of the plan; 10 % by default.</summary>
    public Share Tolerance { get; init; } = Share.Percent(10);

    /// <summary>Amounts below this share of the larger of planned cost and planned benefit to date are no finding; 1 % by default.</summary>
    public Share Materiality { get; init; } = Share.Percent(1);

    /// <summary>The adoption that a plan counts on where it does not say: above 0; 80 % by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">0 is given.</exception>
    public Share TargetAdoption
    {
        get;
        init => field = value.Value > 0 ? value : throw Check.OutOfRange(nameof(TargetAdoption), value.Value, "more than 0", AllowedRange.Positive);
    } = Share.Percent(80);

    /// <summary>The share of paid seats that may stand unused; 10 % by default.</summary>
    public Share UnusedSeats { get; init; } = Share.Percent(10);

    /// <summary>Months after its planned start, or after its last measurement, in which a benefit must be measured: 1 to 60; 6 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the range is given.</exception>
    public int EvidenceMonths { get; init => field = Check.InRange(value, 1, 60, nameof(EvidenceMonths)); } = 6;

    /// <summary>Months without an observation on a running line that are a gap in the data: 1 to 60; 3 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the range is given.</exception>
    public int MissingMonths { get; init => field = Check.InRange(value, 1, 60, nameof(MissingMonths)); } = 3;

    /// <summary>Months that stand for "now" in adoption, seats, alarms and unplanned costs: 1 to 24; 3 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the range is given.</exception>
    public int RecentMonths { get; init => field = Check.InRange(value, 1, 24, nameof(RecentMonths)); } = 3;

    /// <summary>
    /// The largest share of a benefit's plan that the forecast counts on: 1, the default, never forecasts more than the plan; a host that believes what was measured
    /// lifts it, to 10 at most.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside 1 to 10 is given.</exception>
    public decimal MostBenefitShare { get; init => field = Check.InRange(value, 1, 10, nameof(MostBenefitShare)); } = 1;

    /// <summary>The share of the gap to the plan that fixing the causes closes; null, the default, where nobody knows: then a fix has no value, only a most that it may cost.</summary>
    public Share? FixEffect { get; init; }

    /// <summary>Months until a fix has its effect: 0 to 60; 6 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the range is given.</exception>
    public int FixMonths { get; init => field = Check.InRange(value, 0, 60, nameof(FixMonths)); } = 6;

    /// <summary>Months by which an extension prolongs the use past the longest evaluation period: 1 to 120; 12 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the range is given.</exception>
    public int ExtensionMonths { get; init => field = Check.InRange(value, 1, 120, nameof(ExtensionMonths)); } = 12;

    /// <summary>Level of the intervals as a fraction: above 0.5 and below 1; 0.95 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the range is given.</exception>
    public double ConfidenceLevel
    {
        get;
        init => field = value > 0.5 && value < 1 ? value : throw Check.OutOfRange(nameof(ConfidenceLevel), value, "above 0.5 and below 1", AllowedRange.Inside(0.5, 1));
    } = 0.95;
}
