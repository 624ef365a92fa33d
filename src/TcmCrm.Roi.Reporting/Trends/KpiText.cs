using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Trends;

/// <summary>Names and values of KPIs as people read them: shares in per cent, their changes in percentage points.</summary>
internal sealed class KpiText(Language language)
{
    internal string NameOf(KpiDefinition kpi) => language.Knows("kpi." + kpi.Id) ? language.Say("kpi." + kpi.Id) : kpi.Name ?? kpi.Id;

    internal string FormulaOf(KpiDefinition kpi) => kpi.Formula ?? language.Say(language.Knows($"kpi.{kpi.Id}.formula") ? $"kpi.{kpi.Id}.formula" : "trend.formulaGiven");

    internal string TitleOf(KpiSeries series)
    {
        string name = NameOf(series.Definition);
        return series.Segment.Length == 0 ? name : language.Say("trend.segment", ("kpi", name), ("segment", series.Segment));
    }

    internal string Value(KpiUnit unit, double value) => unit == KpiUnit.Ratio ? FigureFormat.Percent(value) : WithUnit(unit, Number(value));

    /// <summary>A difference of two values, with its sign.</summary>
    internal string Change(KpiUnit unit, double change)
    {
        string number = unit == KpiUnit.Ratio ? FigureFormat.Number(100 * change, 2) : Number(change);
        string signed = change > 0 ? "+" + number : number;
        return unit == KpiUnit.Ratio ? language.Say("quantity.points", ("value", signed)) : WithUnit(unit, signed);
    }

    internal string Values(KpiUnit unit, double lower, double upper) => language.Say("trend.range", ("lower", Value(unit, lower)), ("upper", Value(unit, upper)));

    internal string Changes(KpiUnit unit, double lower, double upper) => language.Say("trend.range", ("lower", Change(unit, lower)), ("upper", Change(unit, upper)));

    internal string Span(YearMonth from, YearMonth to) => language.Say("trend.span", ("from", language.Write(from)), ("to", language.Write(to)));

    internal static string Percent(double ratio) => FigureFormat.Percent(ratio, 0);

    /// <summary>A p value behind the letter p: <c>= 0.844</c>, <c>&lt; 0.001</c>.</summary>
    internal static string P(double p) => p < 0.001 ? "< 0.001" : "= " + p.ToString("0.000", CultureInfo.InvariantCulture);

    internal static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits; whole numbers and one decimal from a thousand on.</summary>
    internal static string Number(double value)
    {
        double size = Math.Abs(value);
        if (size is 0 or >= 1000)
        {
            return size == 0 ? "0" : FigureFormat.Number(value, 1);
        }

        int decimals = Math.Min(8, Math.Max(1, 3 - (int)Math.Floor(Math.Log10(size))));
        return Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero).ToString("0.########", CultureInfo.InvariantCulture);
    }

    private string WithUnit(KpiUnit unit, string number) => unit switch
    {
        KpiUnit.Day => language.Say("kpiValue.days", ("value", number)),
        KpiUnit.Hour => language.Say("kpiValue.hours", ("value", number)),
        _ => number,
    };
}
