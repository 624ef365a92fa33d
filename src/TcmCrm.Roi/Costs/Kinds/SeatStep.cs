using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Costs;

/// <summary>The number of seats from a date on.</summary>
/// <remarks><c>default(SeatStep)</c> is no seats from 1 January of the year 1 on, which no plan accepts.</remarks>
public readonly record struct SeatStep
{
    /// <summary>A number of seats from a date on.</summary>
    /// <param name="from">The first date that it holds for, 1900-01-01 to 2200-12-31.</param>
    /// <param name="seats">0 to 10,000,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public SeatStep(LocalDate from, int seats)
    {
        From = LineRange.Date(from);
        Seats = LineRange.People(seats);
    }

    /// <summary>The first date that it holds for.</summary>
    public LocalDate From { get; }

    /// <summary>The seats from that date on.</summary>
    public int Seats { get; }

    /// <summary>The invariant text, for example <c>2025-07-01: 150 seats</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd}: {1} seats", From, Seats);
}
