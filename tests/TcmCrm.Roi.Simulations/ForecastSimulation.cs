using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// How often the 95 % interval of a benefit over three years holds what it came to, and how far the forecast lies off, from 6 to 24 months of data. The plan is 10,000 in
/// each of 36 months; what comes is that times a level with independent normal noise. Coverage in per cent; bias is the mean forecast over the mean truth, less 1.
/// </summary>
internal static class ForecastSimulation
{
    internal const int Runs = 1_000;
    private const ulong Seed = 20261128;
    private const int Months = 36;
    private const decimal Planned = 10_000;
    private static readonly YearMonth Start = new(2024, 1);

    private static readonly InvestmentCase Case = InvestmentCase.Create("simulated", Currency.Cny, new LocalDate(2024, 1, 1))
        .WithPeriods(EvaluationPeriod.ThreeYears)
        .WithDiscountRate(0)
        .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, "benefit", Money.Cny(12 * Planned)));

    internal static readonly string[] Kinds =
        ["steady 40 %", "steady 70 %", "steady 100 %", "steady 110 %", "decline of 2 points a month", "late ramp", "season", "measured by the quarter", "gap of 1 to 6 months"];

    public static void Run(TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Forecasts, {Runs} series a cell, seed {Seed}; coverage of the 95 % interval / bias of the forecast, per cent"));
        output.WriteLine("| series | noise | 6 months | 12 months | 18 months | 24 months | taken for running totals |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (string kind in Kinds)
        {
            foreach (int noise in new[] { 5, 15, 30 })
            {
                int totals = 0;
                string[] cells = [.. new[] { 6, 12, 18, 24 }.Select(months =>
                {
                    (double coverage, double bias, int mistaken) = Cell(kind, noise / 100.0, months, Runs);
                    totals += mistaken;
                    return string.Create(CultureInfo.InvariantCulture, $"{100 * coverage:0.0} / {100 * bias:+0.0;-0.0;0.0}");
                })];
                output.WriteLine($"| {kind} | {noise} % | {string.Join(" | ", cells)} | {string.Create(CultureInfo.InvariantCulture, $"{100.0 * totals / (4 * Runs):0.0} %")} |");
            }
        }
    }

    internal static (double Coverage, double Bias, int Totals) Cell(string kind, double noise, int months, int runs)
    {
        int covered = 0;
        int totals = 0;
        (double forecasts, double truths) = (0, 0);
        for (int run = 0; run < runs; run++)
        {
            var random = new SimulationRandom(Seed, ((ulong)months << 32) | (uint)run);
            (List<Actual> rows, double truth) = Series(kind, noise, months, random);
            ReviewReport report = CaseReview.Review(Case, new Actuals(rows), Start.PlusMonths(months - 1));
            PeriodForecast forecast = report.Forecast[^1];
            covered += truth >= (double)forecast.BenefitLower.Amount && truth <= (double)forecast.BenefitUpper.Amount ? 1 : 0;
            forecasts += (double)forecast.Forecast.TotalBenefit.Amount;
            truths += truth;
            totals += report.Findings.Any(finding => finding.Message.Id == "benefitImplausible.total") ? 1 : 0;
        }

        return (covered / (double)runs, (forecasts / truths) - 1, totals);
    }

    private static (List<Actual> Rows, double Truth) Series(string kind, double noise, int months, SimulationRandom random)
    {
        double phase = 12 * random.Uniform();
        var amounts = new decimal[Months];
        double truth = 0;
        for (int month = 0; month < Months; month++)
        {
            double level = kind switch
            {
                "steady 40 %" => 0.4,
                "steady 100 %" => 1,
                "steady 110 %" => 1.1,
                "decline of 2 points a month" => 1 - (0.02 * Math.Min(month, months - 1)),
                "late ramp" => Math.Min(1, Math.Max(0, (month - 2) / 6.0)),
                "season" => 0.8 * (1 + (0.3 * Math.Sin(2 * Math.PI * (month + phase) / 12))),
                "gap of 1 to 6 months" => 0.8,
                _ => 0.7,
            };
            amounts[month] = decimal.Round(Planned * (decimal)(level * (1 + (noise * random.Normal()))), 2);
            truth += (double)amounts[month];
        }

        var rows = new List<Actual>();
        bool isQuarterly = kind == "measured by the quarter";
        int gap = kind == "gap of 1 to 6 months" ? 1 + (int)(6 * random.Uniform()) : 0;
        int from = gap == 0 ? months : 1 + (int)((months - Math.Min(gap, months - 1)) * random.Uniform());
        for (int month = 0; month < months; month++)
        {
            bool isBeforeStart = kind == "late ramp" && month <= 2;
            bool isInGap = month >= from && month < from + gap;
            if (!isBeforeStart && !isInGap && (!isQuarterly || month % 3 == 2))
            {
                decimal amount = isQuarterly ? amounts[month - 2] + amounts[month - 1] + amounts[month] : amounts[month];
                rows.Add(Actual.Benefit("benefit", Start.PlusMonths(month), Money.Cny(amount)));
            }
        }

        return (rows, truth);
    }
}
