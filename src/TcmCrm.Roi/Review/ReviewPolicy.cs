namespace TcmCrm.Roi.Review;

/// <summary>From when on a review speaks up, and what it assumes where nothing is observed. Every threshold is a named value of the company.</summary>
public sealed class ReviewPolicy
{
    /// <summary>A policy; every value may be left out.</summary>
    /// <param name="tolerance">How far an amount may lie off its plan, as a share of the plan; 10 % unless told.</param>
    /// <param name="materiality">Amounts below this share of the larger of planned cost and planned benefit to date are no finding; 1 % unless told.</param>
    /// <param name="targetAdoption">The adoption that a plan counts on where it does not say; 80 % unless told. Above 0.</param>
    /// <param name="unusedSeats">The share of paid seats that may stand unused; 10 % unless told.</param>
    /// <param name="evidenceMonths">Months after its planned start in which a benefit must be measured for the first time, 1 to 60; 6 unless told.</param>
    /// <param name="missingMonths">Months without an observation on a running line that are a gap in the data, 1 to 60; 3 unless told.</param>
    /// <param name="recentMonths">Months that stand for "now" in adoption and seats, 1 to 24; 3 unless told.</param>
    /// <param name="windowMonths">Months that the forecast learns from, 3 to 60; 12 unless told, so that every season counts once.</param>
    /// <param name="fixEffect">The share of the gap to the plan that fixing the causes closes; one half unless told.</param>
    /// <param name="fixMonths">Months until a fix has its effect, 0 to 60; 6 unless told.</param>
    /// <param name="extensionMonths">Months by which an extension prolongs the use past the longest evaluation period, 1 to 120; 12 unless told.</param>
    /// <param name="confidenceLevel">Level of the intervals as a fraction, above 0.5 and below 1; 0.95 unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ReviewPolicy(
        Share? tolerance = null,
        Share? materiality = null,
        Share? targetAdoption = null,
        Share? unusedSeats = null,
        int evidenceMonths = 6,
        int missingMonths = 3,
        int recentMonths = 3,
        int windowMonths = 12,
        Share? fixEffect = null,
        int fixMonths = 6,
        int extensionMonths = 12,
        double confidenceLevel = 0.95)
    {
        Tolerance = tolerance ?? Share.Percent(10);
        Materiality = materiality ?? Share.Percent(1);
        TargetAdoption = targetAdoption ?? Share.Percent(80);
        Check.Positive(TargetAdoption.Value, nameof(targetAdoption));
        UnusedSeats = unusedSeats ?? Share.Percent(10);
        EvidenceMonths = Check.InRange(evidenceMonths, 1, 60);
        MissingMonths = Check.InRange(missingMonths, 1, 60);
        RecentMonths = Check.InRange(recentMonths, 1, 24);
        WindowMonths = Check.InRange(windowMonths, 3, 60);
        FixEffect = fixEffect ?? Share.Percent(50);
        FixMonths = Check.InRange(fixMonths, 0, 60);
        ExtensionMonths = Check.InRange(extensionMonths, 1, 120);
        ConfidenceLevel = confidenceLevel > 0.5 && confidenceLevel < 1
            ? confidenceLevel
            : throw Check.OutOfRange(nameof(confidenceLevel), confidenceLevel, "above 0.5 and below 1");
    }

    /// <summary>The policy where nothing is told.</summary>
    public static ReviewPolicy Default { get; } = new();

    /// <summary>How far an amount may lie off its plan, as a share of the plan.</summary>
    public Share Tolerance { get; }

    /// <summary>Amounts below this share of the larger of planned cost and planned benefit to date are no finding.</summary>
    public Share Materiality { get; }

    /// <summary>The adoption that a plan counts on where it does not say.</summary>
    public Share TargetAdoption { get; }

    /// <summary>The share of paid seats that may stand unused.</summary>
    public Share UnusedSeats { get; }

    /// <summary>Months after its planned start in which a benefit must be measured for the first time.</summary>
    public int EvidenceMonths { get; }

    /// <summary>Months without an observation on a running line that are a gap in the data.</summary>
    public int MissingMonths { get; }

    /// <summary>Months that stand for "now" in adoption and seats.</summary>
    public int RecentMonths { get; }

    /// <summary>Months that the forecast learns from.</summary>
    public int WindowMonths { get; }

    /// <summary>The share of the gap to the plan that fixing the causes closes.</summary>
    public Share FixEffect { get; }

    /// <summary>Months until a fix has its effect.</summary>
    public int FixMonths { get; }

    /// <summary>Months by which an extension prolongs the use past the longest evaluation period.</summary>
    public int ExtensionMonths { get; }

    /// <summary>Level of the intervals, as a fraction.</summary>
    public double ConfidenceLevel { get; }
}
