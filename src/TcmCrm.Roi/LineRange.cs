using System.Globalization;
using System.Runtime.CompilerServices;
using NodaTime;

namespace TcmCrm.Roi;

/// <summary>The ranges of what a cost or benefit line is made from. They are those of documents, and keep every amount that a line records far from the ends of decimal.</summary>
internal static class LineRange
{
    /// <summary>The largest amount that is stated, in the major unit of its currency.</summary>
    internal const decimal MostMoney = 1_000_000_000_000_000m;

    /// <summary>The largest count of people, seats or units.</summary>
    internal const int MostPeople = 10_000_000;

    /// <summary>The largest amount that a cost comes to in one payment: ten times of it in each of 1,200 months, for a thousand lines, fit a decimal.</summary>
    internal const double MostCost = 1e21;

    /// <summary>The largest amount that a benefit comes to in a year; smaller than of a cost because an interval may multiply it by a million.</summary>
    internal const double MostBenefit = 1e18;

    /// <summary>The largest amount that a cost comes to in the currency of the case when it is converted: as much as one without conversion, a risk uplift included.</summary>
    internal const decimal MostConvertedCost = 10_000_000_000_000_000_000_000m;

    /// <summary>The same of a benefit, before an interval.</summary>
    internal const decimal MostConvertedBenefit = 1_000_000_000_000_000_000m;

    private static readonly LocalDate First = new(1900, 1, 1);
    private static readonly LocalDate Last = new(2200, 12, 31);

    internal static Money Amount(Money money, [CallerArgumentExpression(nameof(money))] string name = "")
    {
        Check.InRange(money.Amount, 0, MostMoney, name);
        return money;
    }

    internal static int People(int count, [CallerArgumentExpression(nameof(count))] string name = "") => Check.InRange(count, 0, MostPeople, name);

    internal static LocalDate Date(LocalDate date, [CallerArgumentExpression(nameof(date))] string name = "") => Check.Iso(date, name) >= First && date <= Last
        ? date
        : throw Check.OutOfRange(name, date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "from 1900-01-01 to 2200-12-31", Check.Between("1900-01-01", "2200-12-31"));

    /// <summary>At least one dated amount, each in a currency of its own.</summary>
    internal static DatedAmount[] Flows(IEnumerable<DatedAmount> flows, string name)
    {
        DatedAmount[] all = [.. Check.NotNull(flows, name)];
        foreach (DatedAmount flow in all)
        {
            Flow(flow, name);
            if (flow.Amount.Currency == Currency.None)
            {
                throw Check.Wrong($"The amount {flow} has no currency.", name, "argument.amountWithoutCurrency");
            }
        }

        return all.Length > 0 ? all : throw Check.Wrong("At least one dated amount is needed.", name, "argument.noFlow");
    }

    internal static DatedAmount Flow(DatedAmount flow, string name)
    {
        Date(flow.Date, name);
        Amount(flow.Amount, name);
        return flow;
    }

    /// <summary>An amount times factors, none of which takes the product above the most: a product of decimals beyond their range would throw.</summary>
    internal static Money Product(string name, double most, Money amount, params decimal[] factors)
    {
        double product = (double)amount.Amount;
        Money exact = amount;
        foreach (decimal factor in factors)
        {
            product *= (double)factor;
            exact = product <= most ? exact * factor : throw TooLarge(name, amount, most);
        }

        return exact;
    }

    internal static ArgumentOutOfRangeException TooLarge(string name, object value, double most) => Check.OutOfRange(
        name, value, string.Format(CultureInfo.InvariantCulture, "what comes, with the other values of the line, to at most {0:0e0}", most),
        new Message("range.together", MessageArgument.Text("most", most.ToString("#,##0", CultureInfo.InvariantCulture))));
}
