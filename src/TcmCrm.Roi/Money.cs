using System.Globalization;

namespace TcmCrm.Roi;

/// <summary>An exact amount in one currency.</summary>
/// <remarks>
/// Amounts are decimals and are never rounded by arithmetic; rounding is asked for by name. Amounts of different currencies do not
/// mix: every operation on two amounts throws where the currencies differ. <c>default(Money)</c> is zero in <see cref="Currency.None"/>.
/// </remarks>
/// <example>
/// <code>
/// Money seats = 120 * Money.Cny(150);
/// Money year = (12 * seats) + Money.Cny(80_000);
/// string printed = year.ToString();                  // CNY 296000
/// decimal timesAsMuch = year / seats;                // money by money is a number; different currencies throw
/// </code>
/// </example>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public readonly record struct Money : IComparable<Money>, IFormattable
#if NET
    , ISpanFormattable
#endif
{
    /// <summary>An amount in a currency.</summary>
    /// <param name="amount">In the major unit (yuan, dollars); may be negative and may hold fractions of the minor unit.</param>
    /// <param name="currency">The currency.</param>
    public Money(decimal amount, Currency currency)
    {
        Amount = amount;
        Currency = currency;
    }

    /// <summary>The amount in the major unit of the currency (yuan, dollars).</summary>
    public decimal Amount { get; }

    /// <summary>The currency.</summary>
    public Currency Currency { get; }

    /// <summary>Whether the amount is exactly zero.</summary>
    public bool IsZero => Amount == 0;

    /// <summary>An amount in renminbi yuan.</summary>
    /// <param name="amount">Yuan.</param>
    public static Money Cny(decimal amount) => new(amount, Currency.Cny);

    /// <summary>An amount in United States dollars.</summary>
    /// <param name="amount">Dollars.</param>
    public static Money Usd(decimal amount) => new(amount, Currency.Usd);

    /// <summary>Zero in a currency.</summary>
    /// <param name="currency">The currency.</param>
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>The sum of two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">Another of the same currency.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is beyond the range of decimal.</exception>
    public static Money operator +(Money left, Money right) => new(left.Amount + SameCurrency(left, right).Amount, left.Currency);

    /// <summary>The difference of two amounts of one currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">Another of the same currency.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="OverflowException">The result is beyond the range of decimal.</exception>
    public static Money operator -(Money left, Money right) => new(left.Amount - SameCurrency(left, right).Amount, left.Currency);

    /// <summary>The amount with the other sign.</summary>
    /// <param name="money">The amount.</param>
    public static Money operator -(Money money) => new(-money.Amount, money.Currency);

    /// <summary>A multiple of an amount, not rounded.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="factor">The factor.</param>
    /// <exception cref="OverflowException">The result is beyond the range of decimal.</exception>
    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.Currency);

    /// <summary>A multiple of an amount, not rounded.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="money">The amount.</param>
    /// <exception cref="OverflowException">The result is beyond the range of decimal.</exception>
    public static Money operator *(decimal factor, Money money) => money * factor;

    /// <summary>A share of an amount, not rounded.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="share">The share.</param>
    public static Money operator *(Money money, Share share) => money * share.Value;

    /// <summary>An amount divided by a number, not rounded beyond decimal's 28 digits; to divide without loss use <see cref="Split"/>.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="divisor">Not zero.</param>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="OverflowException">The result is beyond the range of decimal.</exception>
    public static Money operator /(Money money, decimal divisor) => new(money.Amount / divisor, money.Currency);

    /// <summary>The ratio of two amounts of one currency, a plain number.</summary>
    /// <param name="left">The numerator.</param>
    /// <param name="right">The denominator, not zero, of the same currency.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    /// <exception cref="OverflowException">The result is beyond the range of decimal.</exception>
    public static decimal operator /(Money left, Money right) => left.Amount / SameCurrency(left, right).Amount;

    /// <summary>Whether one amount is less than another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">Another.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <(Money left, Money right) => left.CompareTo(right) < 0;

    /// <summary>Whether one amount is greater than another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">Another.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >(Money left, Money right) => left.CompareTo(right) > 0;

    /// <summary>Whether one amount is at most another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">Another.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator <=(Money left, Money right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one amount is at least another of the same currency.</summary>
    /// <param name="left">One amount.</param>
    /// <param name="right">Another.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static bool operator >=(Money left, Money right) => left.CompareTo(right) >= 0;

    /// <summary>Reads the invariant text of <see cref="ToString()"/>: code, one space, number, for example <c>CNY 1234.50</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    /// <exception cref="FormatException">The text has another form; the message says which is expected.</exception>
    public static Money Parse(string text) =>
        TryParse(Check.NotNull(text), out Money money)
            ? money
            : throw new FormatException($"'{text}' is not an amount; expected a currency code, a space and a number, for example 'CNY 1234.50'.");

    /// <summary>Reads the invariant text of <see cref="ToString()"/> without an exception.</summary>
    /// <param name="text">The text; null is no amount.</param>
    /// <param name="money">The amount, or zero in no currency.</param>
    /// <returns>True where the text is an amount.</returns>
    public static bool TryParse(string? text, out Money money)
    {
        money = default;
        if (text is null || text.Length < 5 || text[3] != ' ' || !Currency.TryOf(text.Substring(0, 3), out Currency currency)
            || !decimal.TryParse(text.Substring(4), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount))
        {
            return false;
        }

        money = new Money(amount, currency);
        return true;
    }

    /// <summary>The amount rounded to the minor unit of its currency (分, cents).</summary>
    /// <param name="mode">How a tie is rounded; away from zero (四舍五入) unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named way of rounding.</exception>
    /// <exception cref="OverflowException">The rounded amount is beyond the range of decimal.</exception>
    public Money RoundToMinorUnit(MidpointRounding mode = MidpointRounding.AwayFromZero) =>
        new(decimal.Round(Amount, Currency.MinorUnitDigits, Check.Defined(mode)), Currency);

    /// <summary>The amount rounded to a number of decimals.</summary>
    /// <param name="decimals">Digits behind the point, 0 to 28.</param>
    /// <param name="mode">How a tie is rounded; away from zero (四舍五入) unless told.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is outside 0 to 28, or this is not a named way of rounding.</exception>
    /// <exception cref="OverflowException">The rounded amount is beyond the range of decimal.</exception>
    public Money Round(int decimals, MidpointRounding mode = MidpointRounding.AwayFromZero) =>
        new(decimal.Round(Amount, Check.InRange(decimals, 0, 28), Check.Defined(mode)), Currency);

    /// <summary>Splits an amount into equal parts of whole minor units that sum exactly to it.</summary>
    /// <param name="parts">How many, 1 to 1,000,000.</param>
    /// <returns>The parts; the first ones are one minor unit larger where it does not divide evenly.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number of parts is outside 1 to 1,000,000.</exception>
    /// <exception cref="InvalidOperationException">The amount holds fractions of the minor unit: round it first.</exception>
    /// <exception cref="OverflowException">The amount in minor units is beyond the range of decimal.</exception>
    public IReadOnlyList<Money> Split(int parts)
    {
        var weights = new decimal[Check.InRange(parts, 1, 1_000_000)];
        for (int i = 0; i < parts; i++)
        {
            weights[i] = 1;
        }

        return Allocate(weights);
    }

    /// <summary>Divides an amount by weights into parts of whole minor units that sum exactly to it (largest remainder, ties to the earlier part).</summary>
    /// <param name="weights">One weight a part, 0 or more each, not all zero.</param>
    /// <returns>One part a weight, in order.</returns>
    /// <exception cref="ArgumentException">No weights, a negative weight, or all zero.</exception>
    /// <exception cref="InvalidOperationException">The amount holds fractions of the minor unit: round it first.</exception>
    /// <exception cref="ArgumentNullException">The weights are null.</exception>
    /// <exception cref="OverflowException">The sum of the weights, or the amount in minor units times a weight, is beyond the range of decimal.</exception>
    public IReadOnlyList<Money> Allocate(IReadOnlyList<decimal> weights)
    {
        decimal[] shares = MoneyAllocation.Allocate(Amount, Currency.MinorUnitDigits, Check.NotNull(weights));
        var parts = new Money[shares.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = new Money(shares[i], Currency);
        }

        return parts;
    }

    /// <summary>Compares with another amount of the same currency.</summary>
    /// <param name="other">The other amount.</param>
    /// <returns>Negative, zero or positive.</returns>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public int CompareTo(Money other) => Amount.CompareTo(SameCurrency(this, other).Amount);

    /// <summary>The exact invariant text: code, space, number, for example <c>CNY 1234.50</c>; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => Currency.Code + " " + Amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>The code of the currency, a space, and the amount in a format, for example <c>CNY 1,234.50</c> for <c>N2</c>.</summary>
    /// <param name="format">A format of decimal numbers, standard or custom, but not <c>C</c>. Null, empty or <c>G</c> for the exact invariant text of
    /// <see cref="ToString()"/>, whatever the provider.</param>
    /// <param name="formatProvider">The culture that writes the amount; the current one where null.</param>
    /// <exception cref="FormatException">Not a format of decimal numbers; or <c>C</c>, which would print the symbol of the culture's currency.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        IsExact(format) ? ToString() : Currency.Code + " " + Amount.ToString(WithoutSymbol(format!), formatProvider);

#if NET
    /// <summary>Writes the text of <see cref="ToString(string?, IFormatProvider?)"/> into a span.</summary>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">How many characters were written; 0 where there was no room.</param>
    /// <param name="format">As in <see cref="ToString(string?, IFormatProvider?)"/>.</param>
    /// <param name="provider">The culture that writes the amount; the current one where null.</param>
    /// <returns>Whether there was room.</returns>
    /// <exception cref="FormatException">Not a format of decimal numbers; or <c>C</c>.</exception>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        bool isExact = format.IsEmpty || format is "G" or "g";
        if (!isExact && format[0] is 'C' or 'c')
        {
            WithoutSymbol(format.ToString());
        }

        string code = Currency.Code;
        if (destination.Length > code.Length
            && Amount.TryFormat(destination[(code.Length + 1)..], out int digits, isExact ? default : format, isExact ? CultureInfo.InvariantCulture : provider))
        {
            code.CopyTo(destination);
            destination[code.Length] = ' ';
            charsWritten = code.Length + 1 + digits;
            return true;
        }

        charsWritten = 0;
        return false;
    }
#endif

    private static bool IsExact(string? format) => string.IsNullOrEmpty(format) || format is "G" or "g";

    private static string WithoutSymbol(string format) => format[0] is 'C' or 'c'
        ? throw new FormatException($"'{format}' would print the currency of a culture, not that of the amount; use a format such as N2.")
        : format;

    private static Money SameCurrency(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw SaidMessage.In(
                new InvalidOperationException($"{left} and {right} are of different currencies; convert one with ExchangeRates first."),
                new Message("argument.currenciesDiffer", left.Currency.NameArgument("first"), right.Currency.NameArgument("second")));
}
