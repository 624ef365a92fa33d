using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Costs;

/// <summary>The number of seats from a date on.</summary>
/// <remarks><c>default(SeatStep)</c> is no seats from 1 January of the year 1 on.</remarks>
public readonly record struct SeatStep
{
    /// <summary>A number of seats from a date on.</summary>
    /// <param name="from">The first date that it holds for.</param>
    /// <param name="seats">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seats are negative.</exception>
    public SeatStep(LocalDate from, int seats)
    {
        From = from;
        Seats = Check.NotNegative(seats);
    }

    /// <summary>The first date that it holds for.</summary>
    public LocalDate From { get; }

    /// <summary>The seats from that date on.</summary>
    public int Seats { get; }

    /// <summary>The invariant text, for example <c>2025-07-01: 150 seats</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd}: {1} seats", From, Seats);
}
