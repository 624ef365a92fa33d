using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>How many units of one currency one unit of another is worth from a date on.</summary>
#if NET
[System.Text.Json.Serialization.JsonConverter(typeof(JsonRefusal))]
#endif
public sealed record ExchangeRate
{
    /// <summary>A dated rate.</summary>
    /// <param name="from">The currency of one unit.</param>
    /// <param name="to">The currency that it is expressed in; another one.</param>
    /// <param name="date">The first date that the rate is used for.</param>
    /// <param name="rate">Units of <paramref name="to"/> for one unit of <paramref name="from"/>; from 0.000001 to 1,000,000.</param>
    /// <exception cref="ArgumentException">Both currencies are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is outside its range.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The date is not of the ISO calendar.</exception>
    public ExchangeRate(Currency from, Currency to, LocalDate date, decimal rate)
    {
        From = from != to ? from : throw Check.Wrong($"A rate needs two currencies; both are {from}.", nameof(to), "argument.oneCurrency", from.NameArgument("currency"));
        To = to;
        Date = Check.Iso(date);
        Rate = Check.InRange(rate, 0.000001m, 1_000_000m);
    }

    /// <summary>The currency of one unit.</summary>
    public Currency From { get; }

    /// <summary>The currency that it is expressed in.</summary>
    public Currency To { get; }

    /// <summary>The first date that the rate is used for.</summary>
    public LocalDate Date { get; }

    /// <summary>Units of <see cref="To"/> for one unit of <see cref="From"/>.</summary>
    public decimal Rate { get; }

    /// <summary>The invariant text, for example <c>2025-01-01 1 USD = 7.2 CNY</c>.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd} 1 {1} = {2} {3}", Date, From, Rate, To);
}
