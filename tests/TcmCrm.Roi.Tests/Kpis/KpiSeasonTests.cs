using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>A season alone moves no state and no alarm; what the charts state holds. The full tables are those of the simulation behind docs/methods.md.</summary>
public class KpiSeasonTests
{
    private static readonly YearMonth Start = new(2020, 1);

    [Fact]
    public void MonthlyTemperatures_AreFlatOrVolatileInNineteenOfTwentyMonths()
    {
        // R, nottem: average air temperatures at Nottingham Castle 1920-1939; a season and nothing else.
        (YearMonth start, double[] values) = Read("nottem.csv");
        int calm = 0;
        int ends = 0;
        for (int n = 49; n <= values.Length; n++)
        {
            KpiAssessment assessment = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, start, values[..n]));
            Assert.True(assessment.Chart.Season is KpiSeason.Waves or KpiSeason.CalendarMonths);
            calm += assessment.State is KpiState.Flat or KpiState.Volatile ? 1 : 0;
            ends++;
        }

        Assert.True(calm >= 0.95 * ends, $"{calm} of {ends}");
    }

    [Fact]
    public void FlowOfTheNile_FallsWithoutASeason()
    {
        // Cobb (1978): the yearly flow at Aswan fell about 1899, the 28th value; written as months.
        (YearMonth start, double[] values) = Read("nile_m.csv");
        KpiAssessment assessment = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, start, values));
        Assert.Equal(KpiSeason.None, assessment.Chart.Season);
        Assert.Equal(27, assessment.Change.LastIndexBefore);
        Assert.Contains(assessment.Chart.Alarms, alarm => alarm.IsBelow && alarm.Index is >= 28 and < 40);
        Assert.Equal(KpiState.Deteriorating, assessment.State);
        Assert.Equal(KpiState.Deteriorating, KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, start, values[..48])).State);
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(20, 0.0)]
    [InlineData(0, 0.3)]
    [InlineData(20, 0.3)]
    public void SeasonAlone_MovesNothingAndAlarmsAsOftenAsStated(double amplitude, double rho)
    {
        const int runs = 400;
        var random = new Random(5);
        int wrong = 0;
        int alarmed = 0;
        int found = 0;
        double stated = 0;
        for (int run = 0; run < runs; run++)
        {
            double[] values = Series(random, 60, amplitude, rho);
            int months = 24 + (12 * (run % 3));
            KpiState state = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, values[..months])).State;
            wrong += state is KpiState.Improving or KpiState.Deteriorating ? 1 : 0;
            (bool alarm, double rate) = Watch(values, months, 12, 0);
            alarmed += alarm ? 1 : 0;
            stated += rate;
            found += Watch(values, months, 6, run % 2 == 0 ? 7.5 : -7.5).Alarmed ? 1 : 0;
        }

        // Standard errors of 1.5 to 2.5 points on top of the limits of docs/methods.md.
        Assert.InRange((double)wrong / runs, 0, 0.13);
        Assert.Equal(stated / runs, (double)alarmed / runs, 0.06);
        Assert.InRange((double)found / runs, rho > 0 ? 0.35 : 0.57, 1);
    }

    [Fact]
    public void Season_UnderTwentyFourMonths_IsUnknownAndMovesNoState()
    {
        var random = new Random(3);
        int wrong = 0;
        for (int run = 0; run < 200; run++)
        {
            double[] values = Series(random, 36, 20, 0)[(run % 12)..];
            KpiAssessment assessment = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start.PlusMonths(run % 12), values[..(12 + (run % 12))]));
            Assert.Contains(assessment.Warnings, warning => warning.Code == "seasonUnknown");
            wrong += assessment.State is KpiState.Improving or KpiState.Deteriorating ? 1 : 0;
        }

        Assert.InRange(wrong, 0, 20);
        KpiAssessment line = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, [.. Enumerable.Range(0, 18).Select(i => i + (0.4 * (i * i % 7)))]));
        Assert.Equal(KpiState.Improving, line.State);
    }

    [Fact]
    public void Sum_IsToldWithItsBegin()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(i => (double)((i * i * 37 % 23) - 11 - (i >= 30 ? 12 : 0)))];
        ControlChart chart = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, values)).Chart;
        ControlChartPoint alarm = chart.Alarms.Last(point => point.Rule == AlarmRule.Cusum);
        YearMonth since = chart.CusumSince(alarm.Index);
        Assert.InRange(since, Start.PlusMonths(27), Start.PlusMonths(32));
        Assert.Equal(0, chart.Points[chart.Points.Single(point => point.Month == since).Index - 1].CusumLow);
        Assert.Throws<ArgumentOutOfRangeException>("index", () => chart.CusumSince(0));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => chart.CusumSince(40));
    }

    private static (bool Alarmed, double Stated) Watch(double[] values, int months, int watched, double shift)
    {
        var tracker = new KpiTracker(KpiCatalog.HoursSaved, baseline: KpiBaseline.Months(Start, Start.PlusMonths(months - 1)));
        bool alarmed = false;
        double stated = 0;
        for (int i = 0; i < months + watched; i++)
        {
            alarmed |= tracker.Observe(Start.PlusMonths(i), values[i] + (i >= months ? shift : 0)).IsAlarm && i >= months;
            stated = i == months - 1 ? tracker.FalseAlarmRate : stated;
        }

        return (alarmed, stated);
    }

    private static double[] Series(Random random, int n, double amplitude, double rho)
    {
        var values = new double[n];
        double noise = 0;
        for (int i = 0; i < n; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            noise = i == 0 ? normal : (rho * noise) + (Math.Sqrt(1 - (rho * rho)) * normal);
            values[i] = 100 + (amplitude * Math.Sin(Math.PI * i / 6)) + (5 * noise);
        }

        return values;
    }

    private static (YearMonth Start, double[] Values) Read(string name)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "kpis", name));
        int[] start = [.. lines[1].Split(',')[0].Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return (new YearMonth(start[0], start[1]), [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture))]);
    }
}
