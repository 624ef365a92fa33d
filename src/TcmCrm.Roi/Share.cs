using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>A share of a whole: a fraction from 0 to 1, both included.</summary>
/// <remarks><c>default(Share)</c> is <see cref="None"/>, a share of 0.</remarks>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly record struct Share : IComparable<Share>, IFormattable
#if NET
    , ISpanFormattable
#endif
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

    /// <summary>The share in a format, for example <c>42.0%</c> for <c>P1</c> and <c>0.42</c> for <c>N2</c>.</summary>
    /// <param name="format">A format of decimal numbers, applied to the fraction. Null, empty or <c>G</c> for the invariant text of <see cref="ToString()"/>, whatever the provider.</param>
    /// <param name="formatProvider">The culture; the current one where null.</param>
    /// <exception cref="FormatException">Not a format of decimal numbers.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        string.IsNullOrEmpty(format) || format is "G" or "g" ? ToString() : Value.ToString(format, formatProvider);

#if NET
    /// <summary>Writes the text of <see cref="ToString(string?, IFormatProvider?)"/> into a span.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters were written; 0 where there was no room.</param>
    /// <param name="format">As in <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <param name="provider">The culture; the current one where null.</param>
    /// <returns>Whether there was room.</returns>
    /// <exception cref="FormatException">Not a format of decimal numbers.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        if (!format.IsEmpty && format is not ("G" or "g"))
        {
            return Value.TryFormat(destination, out charsWritten, format, provider);
        }

        string text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten > 0;
    }
#endif
}
