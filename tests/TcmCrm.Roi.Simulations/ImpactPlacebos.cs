using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Simulations;

internal static class ImpactPlacebos
{
    private static readonly KpiDefinition Sales = new("Sales", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    public static void Run(TextWriter output)
    {
        foreach (string path in Directory.GetFiles("/work/shared/cases/impact", "*.csv").Where(f => f.Contains("air") || f.Contains("dutch")))
        {
            string[] lines = File.ReadAllLines(path)[1..];
            double?[] values = [.. lines.Select(l => l.Split(',')[1]).Select(t => t.Length == 0 ? (double?)null : double.Parse(t, CultureInfo.InvariantCulture))];
            string first = lines[0].Split(',')[0];
            var start = new YearMonth(int.Parse(first[..4], CultureInfo.InvariantCulture), int.Parse(first[5..7], CultureInfo.InvariantCulture));
            foreach ((int before, int after) in new[] { (12, 6), (18, 6), (24, 6), (24, 12), (36, 12), (48, 12) })
            {
                foreach (int variant in new[] { 0, 1, 2 })
                {
                    int windows = 0, positive = 0, realised = 0, harm = 0, states = 0;
                    for (int at = 0; at + before + after <= values.Length; at++)
                    {
                        double?[] window = values[at..(at + before + after)];
                        if (variant == 1)
                        {
                            window[before - 5] = null;
                        }

                        ImpactStudy study = new ImpactStudy(KpiSeries.FromValues(Sales, start.PlusMonths(at), window), start.PlusMonths(at + before)).WithPromise(0.08);
                        if (variant == 2)
                        {
                            study = study.WithTransition(1);
                        }

                        ImpactResult result = ImpactAnalysis.Run(study);
                        windows++;
                        states += result.HasAnswer && result.Chosen.IsEffect ? 1 : 0;
                        positive += result.Verdict is ImpactVerdictKind.Positive or ImpactVerdictKind.PositivePromiseUnproven or ImpactVerdictKind.PartlyRealized or ImpactVerdictKind.Realized ? 1 : 0;
                        realised += result.Verdict == ImpactVerdictKind.Realized ? 1 : 0;
                        harm += result.Verdict == ImpactVerdictKind.Harm ? 1 : 0;
                    }

                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)} {before}+{after} v{variant}: n {windows} states {100.0 * states / windows:0} positive {100.0 * positive / windows:0.0} realised {100.0 * realised / windows:0.0} harm {100.0 * harm / windows:0.0}"));
                }
            }
        }
    }
}
