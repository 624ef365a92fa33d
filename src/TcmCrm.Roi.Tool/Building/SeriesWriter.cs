using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Building;

/// <summary>KPI series as the tables that the other commands read.</summary>
internal static class SeriesWriter
{
    /// <summary>For <c>trend</c>: one row a KPI, segment and month. A value without parts is written over 1, so that one table holds both.</summary>
    internal static void WriteLong(IReadOnlyList<KpiSeries> series, TextWriter output)
    {
        output.Write("kpi,segment,month,numerator,denominator\n");
        foreach (KpiSeries one in series)
        {
            for (int i = 0; i < one.Count; i++)
            {
                if (one.TryGetValue(i, out double value))
                {
                    (string numerator, string denominator) = Parts(one, i, value);
                    output.Write($"{one.Definition.Id},{CsvText.Cell(one.Segment)},{MonthText.Of(one.MonthAt(i))},{numerator},{denominator}\n");
                }
            }
        }
    }

    /// <summary>For <c>impact</c>: one row a month, one column a KPI of the whole.</summary>
    internal static void WriteWide(IReadOnlyList<KpiSeries> series, TextWriter output)
    {
        KpiSeries[] whole = [.. series.Where(one => one.Segment.Length == 0)];
        output.Write("month" + string.Concat(whole.Select(one => "," + one.Definition.Id)) + "\n");
        for (YearMonth month = whole.Min(one => one.Start), end = whole.Max(one => one.End); month <= end; month = month.PlusMonths(1))
        {
            output.Write(MonthText.Of(month) + string.Concat(whole.Select(one => "," + (one.TryGetValue(month, out double value) ? Number(value) : ""))) + "\n");
        }
    }

    /// <summary>For <c>review</c>: rows of actuals of the kind kpi, of the whole.</summary>
    internal static void WriteActuals(IReadOnlyList<KpiSeries> series, TextWriter output)
    {
        output.Write("kind,line,month,amount,denominator\n");
        foreach (KpiSeries one in series.Where(one => one.Segment.Length == 0))
        {
            for (int i = 0; i < one.Count; i++)
            {
                if (one.TryGetValue(i, out double value))
                {
                    (string amount, string denominator) = one.HasParts ? Parts(one, i, value) : (Number(value), "");
                    output.Write($"kpi,{one.Definition.Id},{MonthText.Of(one.MonthAt(i))},{amount},{denominator}\n");
                }
            }
        }
    }

    private static (string Numerator, string Denominator) Parts(KpiSeries series, int index, double value) =>
        series.TryGetParts(index, out double numerator, out double denominator) ? (Number(numerator), Number(denominator)) : (Number(value), "1");

    private static string Number(double value) => Math.Abs(value) < 1e15
        ? ((decimal)value).ToString("0.############", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);
}
