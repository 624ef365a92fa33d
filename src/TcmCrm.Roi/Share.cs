using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>A share of a whole: a fraction from 0 to 1, both included.</summary>
/// <remarks><c>default(Share)</c> is <see cref="None"/>, a share of 0.</remarks>
public readonly record struct Share : IComparable<Share>
{
    private Share(decimal value) => Value = value;

    /// <summary>Nothing: 0 %.</summary>
    public static Share None => default;

    /// <summary>The whole: 100 %.</summary>
    public static Share Whole { get; } = new(1);

    /// <summary>The fraction, 0 to 1; 0.42 is 42 %.</summary>
    public decimal Value { get; }

    /// <summary>What remains of the whole: 1 - <see cref="Value"/>.</summary>
    public Share Complement => new(1 - Value);

    /// <summary>A share from a fraction.</summary>
    /// <param name="fraction">0 to 1; 0.42 is 42 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 1.</exception>
    public static Share Of(decimal fraction) => new(Check.InRange(fraction, 0, 1));

    /// <summary>A share from a percentage.</summary>
    /// <param name="percent">0 to 100; 42 is 42 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">Outside 0 to 100.</exception>
    public static Share Percent(decimal percent) => new(Check.InRange(percent, 0, 100) / 100);

    /// <summary>A share of a share.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">Another.</param>
    public static Share operator *(Share left, Share right) => new(left.Value * right.Value);

    /// <summary>Whether one share is less than another.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">Another.</param>
    public static bool operator <(Share left, Share right) => left.Value < right.Value;

    /// <summary>Whether one share is greater than another.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">Another.</param>
    public static bool operator >(Share left, Share right) => left.Value > right.Value;

    /// <summary>Whether one share is at most another.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">Another.</param>
    public static bool operator <=(Share left, Share right) => left.Value <= right.Value;

    /// <summary>Whether one share is at least another.</summary>
    /// <param name="left">One share.</param>
    /// <param name="right">Another.</param>
    public static bool operator >=(Share left, Share right) => left.Value >= right.Value;

    /// <summary>Compares with another share.</summary>
    /// <param name="other">The other share.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(Share other) => Value.CompareTo(other.Value);

    /// <summary>The invariant text in per cent, for example <c>42%</c>.</summary>
    public override string ToString() => (Value * 100).ToString("0.############################", CultureInfo.InvariantCulture) + "%";
}
