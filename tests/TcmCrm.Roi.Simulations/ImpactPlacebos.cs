using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Simulations;

/// <summary>A pretended go-live at every month of real series in which nothing happened: how often a study sees something.</summary>
internal static class ImpactPlacebos
{
    private static readonly KpiDefinition Sales = new("Sales", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    public static void Run(TextWriter output)
    {
        output.WriteLine("Placebos, promise 8 %; per cent of windows");
        output.WriteLine("| series | months | windows | states an effect | positive | realised | harm |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string file in new[] { "airpassengers.csv", "dutchsales.csv" })
        {
            string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", file))[1..];
            double?[] values = [.. lines.Select(line => line.Split(',')[1]).Select(text => text.Length == 0 ? (double?)null : double.Parse(text, CultureInfo.InvariantCulture))];
            var start = new YearMonth(int.Parse(lines[0][..4], CultureInfo.InvariantCulture), int.Parse(lines[0][5..7], CultureInfo.InvariantCulture));
            foreach ((int before, int after) in new[] { (12, 6), (24, 6), (24, 12), (36, 12), (48, 12) })
            {
                Write(output, file, start, values, before, after);
            }
        }
    }

    private static void Write(TextWriter output, string file, YearMonth start, double?[] values, int before, int after)
    {
        int windows = values.Length - before - after + 1;
        int states = 0, positive = 0, realised = 0, harm = 0;
        for (int at = 0; at < windows; at++)
        {
            ImpactResult result = ImpactAnalysis.Run(new ImpactStudy(
                KpiSeries.FromValues(Sales, start.PlusMonths(at), values[at..(at + before + after)]), start.PlusMonths(at + before)).WithPromise(ImpactSimulation.Promise));
            states += result.Effect is null ? 0 : 1;
            positive += result.Verdict is ImpactVerdictKind.PositivePromiseUnproven or ImpactVerdictKind.PartlyRealized or ImpactVerdictKind.Realized ? 1 : 0;
            realised += result.Verdict == ImpactVerdictKind.Realized ? 1 : 0;
            harm += result.Verdict == ImpactVerdictKind.Harm ? 1 : 0;
        }

        string Percent(int count) => (100.0 * count / windows).ToString("0.0", CultureInfo.InvariantCulture);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Path.GetFileNameWithoutExtension(file)} | {before}+{after} | {windows} | {Percent(states)} | {Percent(positive)} | {Percent(realised)} | {Percent(harm)} |"));
    }
}
