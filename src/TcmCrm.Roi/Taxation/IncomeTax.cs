using NodaTime;
using TcmCrm.Roi.Cases;

namespace TcmCrm.Roi.Taxation;

/// <summary>Income tax on what is taxed less what is deducted, quarter by quarter: how much, and when it is paid.</summary>
internal sealed class IncomeTax
{
    private readonly CaseTaxation _tax;
    private readonly RuleBook _book;
    private readonly List<(LocalDate Date, decimal Amount)> _payments = [];
    private readonly List<(int Year, decimal Amount)> _losses = [];
    private readonly TaxRuleKind? _kind;

    internal IncomeTax(CaseTaxation tax, RuleBook book, TaxableFlows flows, LocalDate end)
    {
        _tax = tax;
        _book = book;
        _kind = tax.IncomeTaxRate is { } rate ? book.Rules.IncomeTaxAt(rate) : TaxRuleKind.IncomeTax;
        var years = new SortedDictionary<int, decimal[]>();
        foreach ((LocalDate date, decimal amount) in flows.Income.TakeWhile(one => one.Date < end))
        {
            Quarters(date)[(date.Month - 1) / 3] += amount;
        }

        foreach ((LocalDate date, decimal amount) in flows.Deductions.TakeWhile(one => one.Date < end))
        {
            Quarters(date)[(date.Month - 1) / 3] -= amount;
        }

        bool isGroup = tax.LossRelief != LossRelief.CarryForward;
        foreach (KeyValuePair<int, decimal[]> year in years)
        {
            decimal yearly = Array.TrueForAll(year.Value, profit => profit == 0) ? 0 : RateIn(year.Key);
            if (isGroup)
            {
                AddGroup(year.Key, year.Value, yearly);
            }
            else
            {
                AddCarryForward(year.Key, year.Value, yearly);
            }
        }

        decimal[] Quarters(LocalDate date)
        {
            if (!years.TryGetValue(date.Year, out decimal[]? quarters))
            {
                years.Add(date.Year, quarters = new decimal[4]);
            }

            return quarters;
        }
    }

    /// <summary>Tax by date: positive when paid, negative when it is a relief or a refund.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Payments => _payments;

    /// <summary>Losses that are not yet set against profits.</summary>
    internal decimal UnusedLoss => _losses.Sum(loss => loss.Amount);

    /// <summary>The rate of a year; a rate of the rules ends with its rule.</summary>
    private decimal RateIn(int year)
    {
        var last = new LocalDate(year, 12, 31);
        if (_kind is not { } kind)
        {
            return _tax.IncomeTaxRate!.Value;
        }

        decimal rate = _book.Value(kind, last);
        if (_tax.IncomeTaxRate is { } stated && rate != 0 && rate != stated)
        {
            _book.Say(last, new Message("tax.otherRate", MessageArgument.Part("rule", Message.NameOf(kind)), MessageArgument.Number("year", year), MessageArgument.Ratio("rate", rate), MessageArgument.Ratio("stated", stated)));
        }

        return rate;
    }

    private void AddGroup(int year, decimal[] profits, decimal rate)
    {
        for (int quarter = 0; quarter < 4; quarter++)
        {
            Pay(PaidOn(year, quarter), rate * profits[quarter]);
        }
    }

    /// <summary>Prepayments rise with the profit of the year so far less losses of earlier years, and are not paid back before the settlement.</summary>
    private void AddCarryForward(int year, decimal[] profits, decimal rate)
    {
        int years = LossYearsIn(year);
        _losses.RemoveAll(loss => year - loss.Year > years);
        decimal available = UnusedLoss;
        decimal soFar = 0;
        decimal paid = 0;
        for (int quarter = 0; quarter < 4; quarter++)
        {
            soFar += profits[quarter];
            decimal due = rate * Math.Max(0, soFar - available);
            if (due > paid && _tax.Payment != TaxPayment.YearEnd)
            {
                Pay(PaidOn(year, quarter), due - paid);
                paid = due;
            }
        }

        decimal owed = rate * Math.Max(0, soFar - available);
        Pay(_tax.Payment == TaxPayment.YearEnd ? new LocalDate(year, 12, 31) : new LocalDate(year + 1, 5, 31), owed - paid);
        if (soFar < 0)
        {
            _losses.Add((year, -soFar));
        }
        else
        {
            Use(soFar);
        }
    }

    /// <summary>What is stated, at most what the rules allow to anyone: the longer time is not that of the lower rate alone.</summary>
    private int LossYearsIn(int year)
    {
        var last = new LocalDate(year, 12, 31);
        if (_tax.LossYears is not { } stated)
        {
            return (int)_book.Value(_kind == TaxRuleKind.IncomeTaxHighTech ? TaxRuleKind.LossYearsHighTech : TaxRuleKind.LossYears, last);
        }

        decimal most = _book.Value(TaxRuleKind.LossYears, last);
        if (stated > most)
        {
            most = Math.Max(most, _book.ValueIfAny(TaxRuleKind.LossYearsHighTech, last) ?? 0);
        }

        if (stated > most)
        {
            _book.Say(new LocalDate(year, 1, 1), new Message("tax.tooManyLossYears", MessageArgument.Number("years", stated), MessageArgument.Number("most", most)));
        }

        return stated;
    }

    /// <summary>The oldest losses first.</summary>
    private void Use(decimal profit)
    {
        while (profit > 0 && _losses.Count > 0)
        {
            decimal used = Math.Min(profit, _losses[0].Amount);
            profit -= used;
            if (used == _losses[0].Amount)
            {
                _losses.RemoveAt(0);
            }
            else
            {
                _losses[0] = (_losses[0].Year, _losses[0].Amount - used);
            }
        }
    }

    private LocalDate PaidOn(int year, int quarter) =>
        _tax.Payment == TaxPayment.YearEnd ? new LocalDate(year, 12, 31) : new LocalDate(year, (3 * quarter) + 1, 15).PlusMonths(3);

    private void Pay(LocalDate date, decimal amount)
    {
        if (amount != 0)
        {
            _payments.Add((date, amount));
        }
    }
}
