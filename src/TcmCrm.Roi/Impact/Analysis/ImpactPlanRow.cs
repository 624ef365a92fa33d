using System.Globalization;

namespace TcmCrm.Roi.Impact;

/// <summary>What a study needs after go-live, for a number of months before it.</summary>
public sealed class ImpactPlanRow
{
    internal ImpactPlanRow()
    {
    }

    /// <summary>Months with a value before go-live, those that are there and <see cref="FurtherMonthsBefore"/>.</summary>
    public int MonthsBefore { get; internal init; }

    /// <summary>How many of them are still to come; 0 or more.</summary>
    public int FurtherMonthsBefore { get; internal init; }

    /// <summary>The fewest months after go-live, transition apart, that show the promise with the series alone; null where ten years are not enough or it cannot be told.</summary>
    public int? MonthsAfter { get; internal init; }

    /// <summary>The same against the control.</summary>
    public int? MonthsAfterWithControl { get; internal init; }

    /// <summary>The improvement that twelve months after show with a power of 80 %, above zero, in the unit of the plan; null where it cannot be told.</summary>
    public double? DetectableAfterYear { get; internal init; }

    /// <summary>The same against the control.</summary>
    public double? DetectableAfterYearWithControl { get; internal init; }

    /// <summary>An invariant text: <c>24 before: 11 after</c>, <c>24 before: 11 after, 6 with a control</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} before: {1} after{2}", MonthsBefore, Text(MonthsAfter),
        MonthsAfterWithControl is null ? string.Empty : ", " + Text(MonthsAfterWithControl) + " with a control");

    private static string Text(int? months) => months?.ToString(CultureInfo.InvariantCulture) ?? "none";
}
