using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Review;

/// <summary>Where an evaluation period ends on the months of a review.</summary>
internal readonly struct PeriodEnd(EvaluationPeriod period, LocalDate date, ReviewMonths months)
{
    internal EvaluationPeriod Period { get; } = period;

    /// <summary>The first date after the period.</summary>
    internal LocalDate Date { get; } = date;

    /// <summary>The month that holds that date.</summary>
    internal int Month { get; } = months.IndexOf(date);

    /// <summary>Whether the period ends with a calendar month, so that nothing of <see cref="Month"/> belongs to it.</summary>
    internal bool IsMonthStart => Date.Day == 1;
}
