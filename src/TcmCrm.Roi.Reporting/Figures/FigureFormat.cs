using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Figures;

/// <summary>
/// Figures as a reader of the language expects them. Chinese: money in 万元 with two decimals, the unit in the table's title; English: the
/// currency's own unit. Everything is rounded half away from zero (四舍五入), here and nowhere before.
/// </summary>
internal sealed class FigureFormat(Language language, Currency currency)
{
    private const decimal Wan = 10_000m;
    private const decimal Yi = 100_000_000m;
    private const int WanDecimals = 2;

    /// <summary>Beyond it a decimal loses the digits that are printed.</summary>
    private const double DecimalRange = 1e15;

    /// <summary>1,000,000 %.</summary>
    private const double MostRate = 1e4;

    private readonly bool inWan = language.Tag == "zh";

    internal Language Language { get; } = language;

    internal Report NewReport(string title) => new(title, Language) { Currency = currency, MoneyScale = Scale };

    /// <summary>The unit of the amounts of tables: <c>万元</c>, <c>CNY</c>.</summary>
    internal string UnitName => Language.Say(inWan ? "unit.tenThousands" : "unit.plain", ("currency", CurrencyName));

    /// <summary>A chart of amounts, with an axis in a unit in which its numbers are short.</summary>
    internal ReportChart Scaled(ReportChart chart)
    {
        double largest = chart.Kind == ReportChartKind.Distribution ? chart.Edges.Max(Math.Abs) : chart.Series.SelectMany(series => series.Values).OfType<double>().Select(Math.Abs).DefaultIfEmpty(0).Max();
        (double scale, string unit) = inWan
            ? largest >= (double)Yi * 10 ? ((double)Yi, "unit.hundredMillions") : ((double)Wan, "unit.tenThousands")
            : largest >= 1e7 ? (1e6, "unit.millions") : largest >= 1e4 ? (1e3, "unit.thousands") : (1.0, "unit.plain");
        return chart.InUnit(ReportUnit.Money, scale, Language.Say(unit, ("currency", CurrencyName)));
    }

    /// <summary>The smallest share that is printed: 0.1 %.</summary>
    internal const decimal ShareStep = 0.001m;

    /// <summary>The smallest amount that is printed: parts of a total are printed in whole steps.</summary>
    internal decimal Step => inWan ? Wan / 100 : new decimal(1, 0, 0, isNegative: false, (byte)currency.MinorUnitDigits);

    /// <summary>A table title with the unit of its amounts: <c>成本明细（单位：万元）</c>, <c>Costs (CNY)</c>.</summary>
    internal string Titled(string title) => Language.Say("title.withUnit", ("title", title), ("currency", CurrencyName));

    internal Currency Currency => currency;

    /// <summary>What amounts are divided by where they are printed.</summary>
    internal decimal Scale => inWan ? Wan : 1;

    /// <summary>The currency in the reader's language.</summary>
    internal string CurrencyName => Language.Knows("currency." + currency.Code) ? Language.Say("currency." + currency.Code) : currency.Code;

    /// <summary>An amount as it is printed, 四舍五入: from whole minor units, as documents print it, so that a table is what a reader makes of the document.</summary>
    internal decimal Rounded(Money amount)
    {
        decimal printed = amount.RoundToMinorUnit().Amount;
        return inWan ? decimal.Round(printed / Step, MidpointRounding.AwayFromZero) * Step : printed;
    }

    /// <summary>The parts of a printed total as they are printed: their sum is the total.</summary>
    internal decimal[] Parts(IEnumerable<Money> parts, decimal total) => [.. PrintedParts.Of([.. parts.Select(part => part.Amount)], total, Step)];

    /// <summary>A figure by its unit.</summary>
    internal string Write(MeasureUnit unit, decimal value) => unit switch
    {
        MeasureUnit.Money => Amount(value),
        MeasureUnit.Months => Months((double)value),
        MeasureUnit.Multiple => Number(value, 2),
        _ => Percent(value),
    };

    /// <summary>A figure by its unit.</summary>
    internal string Write(MeasureUnit unit, double value) => unit switch
    {
        MeasureUnit.Money => Amount((decimal)value),
        MeasureUnit.Months => Months(value),
        MeasureUnit.Multiple => Number(value, 2),
        MeasureUnit.Rate => RateOf(value),
        _ => Percent(value),
    };

    /// <summary>A yearly rate that was solved for; beyond a million per cent its digits say nothing.</summary>
    internal string RateOf(double rate) => rate <= MostRate ? Percent(rate) : Language.Say("value.above", ("value", Percent(MostRate)));

    /// <summary>A cell of a table whose title carries the unit.</summary>
    internal string Amount(decimal amount) => inWan ? Number(amount / Wan, WanDecimals) : Number(amount, currency.MinorUnitDigits);

    internal string Amount(Money money) => Amount(money.Amount);

    /// <summary>A cell of an amount that is printed already.</summary>
    internal ReportCell Cell(decimal amount, ReportSource? source = null) =>
        new(Amount(amount)) { Unit = ReportUnit.Money, Value = amount, Decimals = inWan ? WanDecimals : currency.MinorUnitDigits, Source = source };

    internal ReportCell Cell(Money money, ReportSource? source = null) => Cell(money.Amount, source);

    /// <summary>A cell of a figure by its unit.</summary>
    internal ReportCell Cell(MeasureUnit unit, decimal value, ReportSource? source = null) => unit switch
    {
        MeasureUnit.Money => Cell(value, source),
        MeasureUnit.Months => new(Write(unit, value)) { Unit = ReportUnit.Months, Value = value, Decimals = 1, Source = source },
        MeasureUnit.Multiple => new(Write(unit, value)) { Unit = ReportUnit.Multiple, Value = value, Decimals = 2, Source = source },
        _ => Share(value, source: source),
    };

    /// <summary>A cell of a figure by its unit; a number beyond the range of decimal is a text.</summary>
    internal ReportCell Cell(MeasureUnit unit, double value, ReportSource? source = null) =>
        Math.Abs(value) < DecimalRange && !(unit == MeasureUnit.Rate && value > MostRate) ? Cell(unit, (decimal)value, source) : new(Write(unit, value)) { Source = source };

    /// <summary>A cell of a share or a rate in per cent.</summary>
    internal static ReportCell Share(decimal ratio, int decimals = 1, ReportSource? source = null) =>
        new(Percent(ratio, decimals)) { Unit = ReportUnit.Ratio, Value = ratio, Decimals = decimals, Source = source };

    /// <summary>A cell of a plain number.</summary>
    internal static ReportCell Plain(string text, double value, int decimals, ReportUnit unit = ReportUnit.Number) =>
        Math.Abs(value) < DecimalRange ? new(text) { Unit = unit, Value = (decimal)value, Decimals = decimals } : new(text);

    /// <summary>A cell of a count.</summary>
    internal static ReportCell Count(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture)) { Unit = ReportUnit.Number, Value = number };

    /// <summary>A cell of a date.</summary>
    internal ReportCell Cell(LocalDate date) => new(Date(date)) { Unit = ReportUnit.Date, Date = date };

    /// <summary>An amount in running text, with its unit.</summary>
    internal string AmountWithUnit(decimal amount)
    {
        (string id, string number) = !inWan ? ("amount.plain", Number(amount, currency.MinorUnitDigits))
            : Math.Abs(amount) >= Yi ? ("amount.hundredMillions", Number(amount / Yi, WanDecimals))
            : ("amount.tenThousands", Number(amount / Wan, WanDecimals));
        return Language.Say(id, ("amount", number), ("currency", CurrencyName));
    }

    /// <summary>An amount with every digit, in the currency's own unit.</summary>
    internal string Unrounded(string digits) => Language.Say("amount.plain", ("amount", digits), ("currency", CurrencyName));

    /// <summary>A ratio in percent with one decimal: 0.6 is <c>60.0%</c>.</summary>
    internal static string Percent(double ratio, int decimals = 1) => Number(ratio * 100, decimals) + "%";

    internal static string Percent(decimal ratio, int decimals = 1) =>
        Math.Abs(ratio) < 1e15m ? Number(ratio * 100, decimals) + "%" : Percent((double)ratio, decimals);

    /// <summary>A given rate in percent, with the decimals it was given with, at least one: 0.08 is <c>8.0%</c>, 0.0825 is <c>8.25%</c>.</summary>
    internal static string Rate(decimal rate) => (rate * 100).ToString("#,0.0#######", CultureInfo.InvariantCulture) + "%";

    /// <summary>With thousands separators; the exponent form where fixed digits would mean nothing.</summary>
    internal static string Number(double value, int decimals) =>
        Math.Abs(value) < 1e15 ? Number((decimal)value, decimals) : value.ToString("0.###E+0", CultureInfo.InvariantCulture);

    internal static string Number(decimal value, int decimals) => Language.Number(value, decimals);

    /// <summary>A length in months: <c>13.4 months</c>, <c>13.4个月</c>.</summary>
    internal string Months(double months) => Language.Say("length.months", ("months", Number(months, 1)));

    /// <summary><c>2026-03</c>, <c>2026年3月</c>.</summary>
    internal string Month(YearMonth month) => Language.Write(month);

    /// <summary><c>2026-03-01</c>, <c>2026年3月1日</c>.</summary>
    internal string Date(LocalDate date) => Language.Write(date);

    /// <summary>A cell of a figure that has no answer.</summary>
    internal ReportCell None(string reason, ReportSource? source = null) => new(NotApplicable(reason)) { Reason = reason, Source = source };

    /// <summary>A figure that has no answer, with the reason.</summary>
    internal string NotApplicable(string reason) => Language.Say("value.notApplicable", ("reason", reason));
}
