using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// What a season does to an assessment when nothing else happens: how often it calls an improvement or a deterioration, how often it alarms within twelve months
/// beside what it states, and how often it finds a lasting shift within six. Values 100 with a yearly wave and AR(1) noise of 5; the shift is 1.5 standard deviations.
/// </summary>
internal static class KpiSeasonSimulation
{
    private const ulong Seed = 20261115;
    private static readonly YearMonth Start = new(2020, 1);

    private const int Runs = 1500;

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Season, {Runs} series a cell, seed {Seed}; per cent"));
        output.WriteLine("| season | AR | months | wrong state | alarms in 12 months | stated | shift up found in 6 | shift down found |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        var all = new List<double[]>();
        foreach (string season in new[] { "none", "wave 10", "wave 20", "trade" })
        {
            foreach (double rho in new[] { 0, 0.3 })
            {
                foreach (int months in new[] { 24, 36, 48 })
                {
                    double[] cell = Cell(season, rho, months);
                    all.Add(cell);
                    output.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {season} | {rho:0.0} | {months} | {cell[0]:0.0} | {cell[1]:0.0} | {cell[2]:0.0} | {cell[3]:0.0} | {cell[4]:0.0} |"));
                }
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | | | {all.Average(cell => cell[0]):0.0} | {all.Average(cell => cell[1]):0.0} | {all.Average(cell => cell[2]):0.0} | | |"));
    }

    /// <summary>Series under 24 months: how often they alarm within the twelve months after the latest one, as months come in, beside what is stated there.</summary>
    public static void RunShort(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Short series, {ShortRuns} series a cell, seed {Seed}; per cent"));
        output.WriteLine("| baseline | months | rules | AR 0: alarms | stated | AR .3: alarms | stated | wave 10: alarms | stated |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (bool isAutomatic in new[] { true, false })
        {
            foreach (int months in isAutomatic ? new[] { 12, 15, 18, 21, 23 } : [4, 6, 8, 10, 12, 15, 18, 21, 23])
            {
                foreach (AlarmRuleSet rules in Enum.GetValues<AlarmRuleSet>())
                {
                    (string season, double rho)[] cells = [("none", 0), ("none", 0.3), ("wave 10", 0)];
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {(isAutomatic ? "automatic" : "named")} | {months} | {rules} | {string.Join(" | ", cells.Select(cell => ShortCell(cell.season, cell.rho, months, isAutomatic, rules)))} |"));
                }
            }
        }
    }

    private const int ShortRuns = 4000;

    private static string ShortCell(string season, double rho, int months, bool isAutomatic, AlarmRuleSet rules)
    {
        double alarms = 0;
        double stated = 0;
        for (int run = 0; run < ShortRuns; run++)
        {
            double[] noise = new SimulationRandom(Seed, (ulong)run).Autoregression(months + 12, rho);
            (bool alarmed, double rate) = Watch([.. noise.Select((value, i) => 100 + SeasonOf(season, i) + (5 * value))], months, 12, rules, isAutomatic);
            alarms += alarmed ? 1 : 0;
            stated += rate;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{100 * alarms / ShortRuns:0.0} | {100 * stated / ShortRuns:0.0}");
    }

    private static double[] Cell(string season, double rho, int months)
    {
        var counts = new double[5];
        for (int run = 0; run < Runs; run++)
        {
            double[] noise = new SimulationRandom(Seed, (ulong)run).Autoregression(months + 12, rho);
            double[] values = [.. noise.Select((value, i) => 100 + SeasonOf(season, i) + (5 * value))];
            KpiState state = KpiAssessment.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, Start, values[..months])).State;
            counts[0] += state is KpiState.Improving or KpiState.Deteriorating ? 1 : 0;
            (bool alarmed, double stated) = Watch(values, months, 12);
            counts[1] += alarmed ? 1 : 0;
            counts[2] += stated;
            for (int sign = 0; sign < 2; sign++)
            {
                double[] shifted = [.. values.Take(months + 6).Select((value, i) => value + (i >= months ? (sign == 0 ? 7.5 : -7.5) : 0))];
                counts[3 + sign] += Watch(shifted, months, 6).Alarmed ? 1 : 0;
            }
        }

        return [.. counts.Select(count => 100 * count / Runs)];
    }

    internal static double SeasonOf(string season, int month) => season switch
    {
        "wave 10" => 10 * Math.Sin(Math.PI * month / 6),
        "wave 20" => 20 * Math.Sin(Math.PI * month / 6),
        "trade" => Trade[month % 12],
        _ => 0,
    };

    // A Spring Festival trough, the dog days and the ointments of winter.
    private static readonly double[] Trade = [-14, -16, 4, 2, 0, 1, 8, 3, -2, 0, 6, 8];

    /// <summary>Whether a month after the baseline alarms, month by month as they come in, and the rate stated at the start.</summary>
    private static (bool Alarmed, double Stated) Watch(double[] values, int months, int watched, AlarmRuleSet rules = AlarmRuleSet.Default, bool isAutomatic = false)
    {
        var tracker = new KpiTracker(KpiCatalog.HoursSaved, rules, baseline: isAutomatic ? KpiBaseline.Automatic : KpiBaseline.Months(Start, Start.PlusMonths(months - 1)));
        bool alarmed = false;
        double stated = 0;
        for (int i = 0; i < months + watched; i++)
        {
            bool alarm = tracker.Observe(Start.PlusMonths(i), values[i]).IsAlarm;
            alarmed |= alarm && i >= months;
            if (stated == 0 && i >= months - 1 && tracker.HasLimits)
            {
                stated = tracker.FalseAlarmRate; // Named months count once a later one is there.
            }
        }

        return (alarmed, stated);
    }
}
