using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>Amounts by date, those of one date as one, and amounts that are spread evenly over months, which are divided when all of them are known.</summary>
/// <remarks>However many bills a document has, there are no more windows than months times lengths: a small document cannot ask for millions of instalments of instalments.</remarks>
internal sealed class DatedAmounts(LocalDate end)
{
    private readonly SortedDictionary<LocalDate, decimal> _amounts = [];
    private readonly Dictionary<(LocalDate First, int Months), decimal> _spread = [];
    private (LocalDate Date, decimal Amount)[]? _all;

    /// <summary>Every amount before the end, in order of date.</summary>
    internal (LocalDate Date, decimal Amount)[] All => _all ??= Close();

    internal void Add(LocalDate date, decimal amount) => Add(_amounts, date, amount);

    /// <summary>Adds an amount in equal parts on the last days of months.</summary>
    /// <param name="first">The first day of the first month.</param>
    /// <param name="months">How many.</param>
    /// <param name="amount">The whole.</param>
    internal void Spread(LocalDate first, int months, decimal amount) =>
        _spread[(first, months)] = (_spread.TryGetValue((first, months), out decimal sum) ? sum : 0) + amount;

    private void Add(SortedDictionary<LocalDate, decimal> amounts, LocalDate date, decimal amount)
    {
        if (date < end && amount != 0)
        {
            amounts[date] = (amounts.TryGetValue(date, out decimal sum) ? sum : 0) + amount;
        }
    }

    // Changes nothing: two readers of one result may both be here.
    private (LocalDate Date, decimal Amount)[] Close()
    {
        var all = new SortedDictionary<LocalDate, decimal>(_amounts);
        foreach (KeyValuePair<(LocalDate First, int Months), decimal> window in _spread)
        {
            decimal done = 0;
            for (int month = 0; month < window.Key.Months; month++)
            {
                LocalDate on = window.Key.First.PlusMonths(month + 1).PlusDays(-1);
                if (on >= end)
                {
                    break;
                }

                // What has accumulated is divided, not the month, so that the whole is there to the last digit.
                decimal until = month == window.Key.Months - 1 ? window.Value : window.Value * (month + 1) / window.Key.Months;
                Add(all, on, until - done);
                done = until;
            }
        }

        return [.. all.Select(one => (one.Key, one.Value))];
    }
}
