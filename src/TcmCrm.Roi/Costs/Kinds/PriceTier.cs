using System.Globalization;

namespace TcmCrm.Roi.Costs;

/// <summary>The price from a number of seats or units on.</summary>
/// <remarks><c>default(PriceTier)</c> begins at 0, which no price accepts.</remarks>
public readonly record struct PriceTier
{
    /// <summary>A price from a number on.</summary>
    /// <param name="from">The first seat or unit that it holds for, a whole number from 2 to 2,147,483,647; those below have the price of the line or of the tier before.</param>
    /// <param name="price">For one, 0 to 1e15.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public PriceTier(decimal from, Money price)
    {
        From = Check.InRange(from, 2, int.MaxValue) == decimal.Truncate(from) ? from : throw Check.OutOfRange(nameof(from), from, "a whole number", AllowedRange.Whole);
        Price = LineRange.Amount(price);
    }

    /// <summary>The first seat or unit that it holds for.</summary>
    public decimal From { get; }

    /// <summary>The price of one.</summary>
    public Money Price { get; }

    /// <summary>The invariant text, for example <c>from 51: CNY 1200</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "from {0}: {1}", From, Price);
}
