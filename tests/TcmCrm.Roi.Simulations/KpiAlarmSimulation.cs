using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// How often the rule sets alarm: independent normal months, limits from the first 24, watched as months come in. False alarms: at least one
/// alarm in the 12 months after the baseline without any change. Detection: at least one in the 6 months from a drop by 1.5 sigma on.
/// The library lets a run or pattern begin in the baseline, as the NHS charts do; beside it stands the reading in which only the watched months count.
/// </summary>
internal static class KpiAlarmSimulation
{
    private const int Runs = 20_000;
    private const ulong Seed = 20260301;
    private static readonly YearMonth Start = new(2020, 1);

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Alarms, {Runs} series a cell, seed {Seed}; per cent"));
        output.WriteLine("| rules | months | false alarms in 12 months | drop of 1.5 sigma found in 6 | false alarms, watched months only | found, watched months only |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach (double rho in new[] { 0, 0.2, 0.4 })
        {
            foreach (AlarmRuleSet rules in Enum.GetValues<AlarmRuleSet>())
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {rules} | {(rho == 0 ? "independent" : "AR " + rho.ToString("0.0", CultureInfo.InvariantCulture))} | {100 * Share(rules, rho, 12, 0):0.0} | {100 * Share(rules, rho, 6, -1.5):0.0} | {100 * Share(rules, rho, 12, 0, watchedOnly: true):0.0} | {100 * Share(rules, rho, 6, -1.5, watchedOnly: true):0.0} |"));
            }
        }
    }

    /// <summary>The share of series with an alarm within the months after a baseline of 24, from which on a shift is added.</summary>
    private static double Share(AlarmRuleSet rules, double rho, int months, double shift, bool watchedOnly = false)
    {
        int alarmed = 0;
        for (int run = 0; run < Runs; run++)
        {
            double[] values = new SimulationRandom(Seed, (ulong)run).Autoregression(24 + months, rho);
            for (int i = 24; i < values.Length; i++)
            {
                values[i] += shift;
            }

            alarmed += (watchedOnly ? AlarmsInWatchedMonths(rules, values) : Alarms(rules, values)) ? 1 : 0;
        }

        return (double)alarmed / Runs;
    }

    private static bool Alarms(AlarmRuleSet rules, double[] values)
    {
        var tracker = new KpiTracker(KpiCatalog.HoursSaved, rules, basis: ChartBasis.Values);
        for (int i = 0; i < values.Length; i++)
        {
            if (tracker.Observe(Start.PlusMonths(i), values[i]).IsAlarm && i >= 24)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AlarmsInWatchedMonths(AlarmRuleSet rules, double[] values)
    {
        var monitor = new ChartMonitor(ControlLimits.Of(values[..24]), rules);
        for (int i = 24; i < values.Length; i++)
        {
            if (monitor.Next(values[i], inBaseline: false).Rule != AlarmRule.None)
            {
                return true;
            }
        }

        return false;
    }
}
