using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>
/// Figures as a reader of the language expects them. Chinese: money in 万元 with two decimals, the unit in the table's title; English: the
/// currency's own unit. Everything is rounded half away from zero (四舍五入), here and nowhere before.
/// </summary>
internal sealed class FigureFormat(Language language, Currency currency)
{
    private const decimal Wan = 10_000m;
    private const decimal Yi = 100_000_000m;

    internal Language Language { get; } = language;

    /// <summary>What stands in the title of a table of amounts: <c>(单位:万元)</c> or <c>(CNY)</c>.</summary>
    internal string Unit => Language.Say($"({currency.Code})", $"(单位:万{(currency == Currency.Cny ? "元" : currency.Code)})");

    /// <summary>A table title with its unit.</summary>
    internal string Titled(string english, string chinese) => Language.Say(english, chinese) + Language.Say(" ", "") + Unit;

    /// <summary>
    /// A cell of a table whose title carries <see cref="Unit"/>. From 10,000 万元 on a Chinese cell carries its own unit, 亿元: the title's unit
    /// would be unreadable, and 亿元 for the whole table would round its small lines to nothing.
    /// </summary>
    internal string Amount(decimal amount) => Language == Language.English
        ? Number(amount, currency.MinorUnitDigits)
        : Math.Abs(amount) >= Yi ? new Money(amount, currency).ToWanText() : Number(amount / Wan, 2);

    internal string Amount(Money money) => Amount(money.Amount);

    /// <summary>An amount in running text, with its unit.</summary>
    internal string AmountWithUnit(decimal amount) => Language == Language.English
        ? $"{currency.Code} {Number(amount, currency.MinorUnitDigits)}"
        : new Money(amount, currency).ToWanText();

    /// <summary>A ratio in percent with one decimal: 0.6 is <c>60.0%</c>.</summary>
    internal static string Percent(double ratio, int decimals = 1) => Number(ratio * 100, decimals) + "%";

    internal static string Percent(decimal ratio, int decimals = 1) =>
        Math.Abs(ratio) < 1e15m ? Number(ratio * 100, decimals) + "%" : Percent((double)ratio, decimals);

    /// <summary>A given rate in percent, with the decimals it was given with, at least one: 0.08 is <c>8.0%</c>, 0.0825 is <c>8.25%</c>.</summary>
    internal static string Rate(decimal rate) => (rate * 100).ToString("#,0.0#######", CultureInfo.InvariantCulture) + "%";

    /// <summary>With thousands separators; the exponent form where fixed digits would mean nothing.</summary>
    internal static string Number(double value, int decimals) =>
        Math.Abs(value) < 1e15 ? Number((decimal)value, decimals) : value.ToString("0.###E+0", CultureInfo.InvariantCulture);

    internal static string Number(decimal value, int decimals)
    {
        decimal rounded = decimal.Round(value, decimals, MidpointRounding.AwayFromZero);
        // A decimal knows a negative zero; a reader does not.
        return (rounded == 0 ? 0 : rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>A length in months: <c>13.4 months</c>, <c>13.4个月</c>.</summary>
    internal string Months(double months) => Number(months, 1) + Language.Say(" months", "个月");

    /// <summary><c>2026-03</c>, <c>2026年3月</c>.</summary>
    internal string Month(YearMonth month) => Language.Say(
        string.Create(CultureInfo.InvariantCulture, $"{month.Year:0000}-{month.Month:00}"),
        string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月"));

    /// <summary><c>2026-03-01</c>, <c>2026年3月1日</c>.</summary>
    internal string Date(LocalDate date) => Language.Say(
        string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}"),
        string.Create(CultureInfo.InvariantCulture, $"{date.Year}年{date.Month}月{date.Day}日"));

    /// <summary>A figure that has no answer, with the reason.</summary>
    internal string NotApplicable(string reason) => Language.Say($"n/a ({reason})", $"不适用({reason})");
}
