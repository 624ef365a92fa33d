using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>Dated exchange rates that a case is given; nothing is looked up elsewhere.</summary>
/// <remarks>
/// A conversion takes the latest rate of the pair on or before the date. Where only the opposite pair is given, its reciprocal is used.
/// Rates are not chained through a third currency: that would hide which rates a figure rests on.
/// </remarks>
public sealed class ExchangeRates : IEquatable<ExchangeRates>
{
    private readonly Dictionary<(Currency From, Currency To), List<ExchangeRate>> _rates = [];
    private readonly ExchangeRate[] _all;

    /// <summary>A set of rates.</summary>
    /// <param name="rates">The rates in any order; a pair has at most one rate a date.</param>
    /// <exception cref="ArgumentNullException">The list or a rate in it is null.</exception>
    /// <exception cref="ArgumentException">A pair has two rates on one date.</exception>
    public ExchangeRates(IEnumerable<ExchangeRate> rates)
    {
        _all = [.. Check.NotNull(rates)];
        foreach (ExchangeRate rate in _all)
        {
            Check.NotNull(rate, nameof(rates));
            if (!_rates.TryGetValue((rate.From, rate.To), out List<ExchangeRate>? dated))
            {
                _rates.Add((rate.From, rate.To), dated = []);
            }

            dated.Add(rate);
        }

        foreach (List<ExchangeRate> dated in _rates.Values)
        {
            dated.Sort((left, right) => left.Date.CompareTo(right.Date));
            for (int i = 1; i < dated.Count; i++)
            {
                if (dated[i].Date == dated[i - 1].Date)
                {
                    throw new ArgumentException($"Two rates from {dated[i].From} to {dated[i].To} are dated {dated[i]}; allowed: one.", nameof(rates));
                }
            }
        }
    }

    /// <summary>No rates: only amounts that are already in the wanted currency convert.</summary>
    public static ExchangeRates None { get; } = new([]);

    /// <summary>The rates as given, in order.</summary>
    public IReadOnlyList<ExchangeRate> Rates => Array.AsReadOnly(_all);

    /// <summary>Converts an amount at the latest rate on or before a date.</summary>
    /// <param name="money">The amount.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="on">The date of the flow.</param>
    /// <exception cref="InvalidOperationException">No rate of the pair is dated on or before the date.</exception>
    public Money Convert(Money money, Currency to, LocalDate on) => new(money.Amount * RateOn(money.Currency, to, on), to);

    /// <summary>The rate that a conversion would use.</summary>
    /// <param name="from">The currency of the amount.</param>
    /// <param name="to">The currency wanted.</param>
    /// <param name="on">The date of the flow.</param>
    /// <param name="rate">Units of <paramref name="to"/> for one unit of <paramref name="from"/>; 1 where they are the same; 0 where there is none.</param>
    /// <returns>True where there is a rate on or before the date.</returns>
    public bool TryGetRate(Currency from, Currency to, LocalDate on, out decimal rate)
    {
        if (from == to)
        {
            rate = 1;
            return true;
        }

        rate = 0;
        if (Used(from, to, on) is not { } used)
        {
            return false;
        }

        rate = used.IsReciprocal ? 1 / used.Rate : used.Rate;
        return true;
    }

    /// <summary>The rate that a conversion between two currencies rests on: as it was given, its date, and whether it is of the opposite pair.</summary>
    internal (decimal Rate, LocalDate Date, bool IsReciprocal)? Used(Currency from, Currency to, LocalDate on) =>
        Latest(from, to, on) is { } direct ? (direct.Rate, direct.Date, false)
        : Latest(to, from, on) is { } opposite ? (opposite.Rate, opposite.Date, true)
        : null;

    /// <summary>Equal where the rates are, in their order.</summary>
    /// <param name="other">Another set.</param>
    public bool Equals(ExchangeRates? other) => other is not null && _all.AsEnumerable().SequenceEqual(other._all);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ExchangeRates);

    /// <inheritdoc/>
    public override int GetHashCode() => _all.Length;

    /// <summary>The rate of a conversion.</summary>
    /// <exception cref="InvalidOperationException">No rate of the pair is dated on or before the date.</exception>
    internal decimal RateOn(Currency from, Currency to, LocalDate on) => TryGetRate(from, to, on, out decimal rate)
        ? rate
        : throw new InvalidOperationException($"There is no exchange rate from {from} to {to} on or before {on.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}.");

    private (decimal Rate, LocalDate Date)? Latest(Currency from, Currency to, LocalDate on)
    {
        if (!_rates.TryGetValue((from, to), out List<ExchangeRate>? dated))
        {
            return null;
        }

        int low = 0;
        for (int high = dated.Count; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = dated[middle].Date <= on ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? (dated[low - 1].Rate, dated[low - 1].Date) : null;
    }
}
