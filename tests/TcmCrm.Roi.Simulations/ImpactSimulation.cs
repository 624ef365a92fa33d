using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Simulations;

/// <summary>
/// What studies conclude where the truth is known: coverage of the true mean effect among the studies that state an effect, wrong verdicts, power. One
/// line a cell, pooled with equal weights below. Published in docs/methods.md.
/// </summary>
internal static class ImpactSimulation
{
    internal const double Promise = 0.08;
    internal const ulong Seed = 20260914;
    internal static readonly double[] Effects = [0, 0.04, 0.08, 0.15];
    private static readonly double[] Noises = [0.04, 0.08];
    private static readonly YearMonth End = new(2025, 12);

    private static readonly KpiDefinition Sales = new("Sales", KpiUnit.Money, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);

    private static readonly KpiDefinition Kept = new("Kept", KpiUnit.Ratio, KpiDirection.HigherIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.Sum);

    /// <summary>Spring Festival slack, a lull in summer, the tonic season of the winter: logarithms.</summary>
    private static readonly double[] Season = [0.14, -0.16, 0.02, -0.02, -0.05, -0.08, -0.11, -0.06, 0.00, 0.06, 0.11, 0.15];

    internal enum Shape
    {
        Step,
        Ramp,
        Fade,
        DipThenRise,
    }

    /// <summary>For each noise and effect of a cell; <c>TCM_ROI_SERIES</c> makes a run shorter.</summary>
    internal static int SeriesPerCell { get; } = int.Parse(Environment.GetEnvironmentVariable("TCM_ROI_SERIES") ?? "1000", CultureInfo.InvariantCulture);

    public static void Run(TextWriter output)
    {
        var pooled = new Tally();
        Write(output, "One factor at a time", Factors(), pooled);
        Write(output, "Lengths", Lengths(), pooled);
        output.WriteLine(Line("all, equal weights", pooled));
        output.WriteLine();
        Write(output, "A break of -10 % in mid baseline, reported apart", Breaks(), new Tally());
    }

    private static IEnumerable<Cell> Factors()
    {
        var cell = new Cell();
        yield return cell;
        yield return cell with { Name = "growth 0", Growth = 0 };
        yield return cell with { Name = "growth .8 % a month", Growth = 0.008 };
        yield return cell with { Name = "AR -.4", Rho = -0.4 };
        yield return cell with { Name = "AR 0", Rho = 0 };
        yield return cell with { Name = "AR .6", Rho = 0.6 };
        yield return cell with { Name = "transition 1", Transition = 1 };
        yield return cell with { Name = "transition 2", Transition = 2 };
        yield return cell with { Name = "transition 3", Transition = 3 };
        yield return cell with { Name = "15 % of months missing", Missing = 0.15 };
        yield return cell with { Name = "5 % outliers of 5 sd", Outliers = 0.05 };
        yield return cell with { Name = "festival -30 %", Festival = -0.3 };
        yield return cell with { Name = "ramp", Shape = Shape.Ramp };
        yield return cell with { Name = "fade", Shape = Shape.Fade };
        yield return cell with { Name = "dip, then rise", Shape = Shape.DipThenRise };
        yield return cell with { Name = "control growing 4 % a year more", ControlGrowth = 0.04 };
        yield return cell with { Name = "12+6 with that control", ControlGrowth = 0.04, Before = 12, After = 6 };
        yield return cell with { Name = "12+12, growth stated", Stated = true, Before = 12, After = 12 };
        yield return cell with { Name = "12+6, growth stated", Stated = true, Before = 12, After = 6 };
        foreach (int customers in new[] { 20, 100, 1000 })
        {
            foreach (double dispersion in new double[] { 1, 3 })
            {
                yield return cell with
                {
                    Name = string.Create(CultureInfo.InvariantCulture, $"share of {customers} customers, dispersion {dispersion}"), Customers = customers, Dispersion = dispersion,
                };
            }
        }
    }

    private static IEnumerable<Cell> Lengths() =>
        from length in new[] { (6, 3), (8, 4), (12, 6), (18, 6), (24, 6), (24, 12), (36, 12), (24, 24) }
        from rho in new[] { -0.4, 0, 0.3, 0.6 }
        from growth in new[] { 0, 0.004, 0.008 }
        select new Cell
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"{length.Item1}+{length.Item2}, AR {rho}, growth {100 * growth:0.0} %"),
            Before = length.Item1, After = length.Item2, Rho = rho, Growth = growth,
        };

    private static IEnumerable<Cell> Breaks() =>
        from before in new[] { 24, 36, 48 }
        select new Cell { Name = string.Create(CultureInfo.InvariantCulture, $"{before}+12 with the break"), Before = before, Break = -0.1 };

    private static void Write(TextWriter output, string title, IEnumerable<Cell> cells, Tally pooled)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}; {SeriesPerCell} series for each noise (4, 8 %) and effect (0, 4, 8, 15 %), promise 8 %, seed {Seed}; per cent"));
        output.WriteLine("| cell | states an effect | coverage | least of its 8 | wrong realised | wrong positive | wrong harm | power: positive at 8 %, noise 4 % | at 15 %, 4 % | realised at 15 %, 4 % | positive at 15 %, 8 % |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|");
        var all = new Tally();
        foreach (Cell cell in cells)
        {
            Tally tally = Measure(cell);
            output.WriteLine(Line(cell.Name, tally));
            all.Add(tally);
            pooled.Add(tally);
        }

        output.WriteLine(Line("pooled", all));
        output.WriteLine();
    }

    private static string Line(string name, Tally t) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {Percent(t.States, t.Count)} | {Percent(t.Covered, t.States)} | {(t.Least > 1 ? "-" : (100 * t.Least).ToString("0.0", CultureInfo.InvariantCulture))} | {Percent(t.WrongRealised, t.CouldRealise)} | {Percent(t.WrongPositive, t.CouldPositive)} | {Percent(t.WrongHarm, t.CouldHarm)} | {Percent(t.Power[0], t.PowerOf[0])} | {Percent(t.Power[1], t.PowerOf[1])} | {Percent(t.Power[2], t.PowerOf[2])} | {Percent(t.Power[3], t.PowerOf[3])} |");

    private static string Percent(int part, int whole) => whole == 0 ? "-" : (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture);

    internal static Tally Measure(Cell cell)
    {
        var tally = new Tally();
        foreach (double noise in Noises)
        {
            foreach (double effect in Effects)
            {
                Measure(cell, noise, effect, tally);
            }
        }

        return tally;
    }

    private static void Measure(Cell cell, double noise, double effect, Tally tally)
    {
        int states = 0;
        int covered = 0;
        for (int run = 0; run < SeriesPerCell; run++)
        {
            var random = new SimulationRandom(Seed, StreamOf(cell.Name, noise, effect) + (ulong)run);
            ImpactStudy study = Draw(cell, noise, effect, random, out double truth);
            ImpactResult result = ImpactAnalysis.Run(study);
            bool isStated = result.HasAnswer && result.Chosen.IsEffect;
            states += isStated ? 1 : 0;
            covered += isStated && result.Chosen.Lower <= truth && truth <= result.Chosen.Upper ? 1 : 0;
            tally.Judge(result.Verdict, truth, study.Promise!.Value, effect, noise);
        }

        tally.Count += SeriesPerCell;
        tally.States += states;
        tally.Covered += covered;
        if (states >= SeriesPerCell / 5)
        {
            tally.Least = Math.Min(tally.Least, (double)covered / states);
        }
    }

    /// <summary>Another stream of numbers for every cell: FNV-1a of what it is called.</summary>
    private static ulong StreamOf(string name, double noise, double effect)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in string.Create(CultureInfo.InvariantCulture, $"{name} {noise} {effect}"))
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return hash;
    }

    private static ImpactStudy Draw(Cell cell, double noise, double effect, SimulationRandom random, out double truth)
    {
        int n = cell.Before + cell.Transition + cell.After;
        YearMonth start = End.PlusMonths(1 - n);
        double[] errors = random.Autoregression(n, cell.Rho);
        double[] common = cell.ControlGrowth is null ? [] : random.Autoregression(n, cell.Rho);
        var values = new double?[n];
        var control = new double?[n];
        var trials = new double?[n];
        double sum = 0;
        int observed = 0;
        int months = n - cell.Before;
        for (int i = 0; i < n; i++)
        {
            YearMonth month = start.PlusMonths(i);
            double expected = (cell.Growth * i) + Season[month.Month - 1] + (cell.Festival * SpringFestival.ShareOfMonth(month)) + (cell.Break != 0 && i >= cell.Before / 2 ? Math.Log(1 + cell.Break) : 0);
            double error = noise * errors[i];
            error += cell.Outliers > 0 && random.Uniform() < cell.Outliers ? noise * (random.Uniform() < 0.5 ? 5 : -5) : 0;
            double now = i < cell.Before ? 0 : At(cell.Shape, effect, i - cell.Before, months);
            bool isMissing = cell.Missing > 0 && random.Uniform() < cell.Missing && i > 0 && i < n - 1;
            bool counts = i >= cell.Before + cell.Transition && !isMissing;
            if (cell.Customers > 0)
            {
                // A share of customers about .5 with the season and half the growth of sales; its own binomial noise with the dispersion.
                double p = Math.Min(Math.Max(0.5 + (0.25 * (expected - (cell.Growth * n / 2))) + (0.5 * now), 0.02), 0.98);
                double deviation = Math.Sqrt(p * (1 - p) * cell.Dispersion / cell.Customers);
                double share = Math.Min(Math.Max(p + (deviation * errors[i]), 0), 1);
                trials[i] = cell.Customers;
                values[i] = Math.Round(share * cell.Customers);
                sum += counts ? 0.5 * now : 0;
            }
            else
            {
                values[i] = isMissing ? null : 1000 * Math.Exp(expected + error) * (1 + now);
                sum += counts ? now : 0;
                if (cell.ControlGrowth is { } more)
                {
                    control[i] = 800 * Math.Exp(expected + (Math.Log(1 + more) * i / 12) + (noise * common[i]));
                }
            }

            observed += counts ? 1 : 0;
        }

        truth = sum / observed;
        KpiSeries series = cell.Customers > 0 ? KpiSeries.FromParts(Kept, start, values, trials) : KpiSeries.FromValues(Sales, start, values);
        ImpactStudy study = new ImpactStudy(series, start.PlusMonths(cell.Before)).WithTransition(cell.Transition).WithPromise(cell.Customers > 0 ? Promise / 2 : Promise);
        study = cell.ControlGrowth is null ? study : study.WithControls(KpiSeries.FromValues(Sales, start, control, "control"));
        if (cell.Stated)
        {
            // Who states the growth knows it within two points either way, and is right 95 times in 100.
            double said = Math.Exp(12 * cell.Growth) - 1 + (0.02 / 1.96 * random.Normal());
            study = study.WithKnownGrowth(said, 0.02);
        }

        return study;
    }

    private static double At(Shape shape, double mean, int month, int months) => shape switch
    {
        Shape.Ramp => months == 1 ? mean : 2 * mean * month / (months - 1),
        Shape.Fade => months == 1 ? mean : 2 * mean * (months - 1 - month) / (months - 1),
        Shape.DipThenRise => month < months / 4 ? -mean : mean * (months + (months / 4)) / (months - (months / 4)),
        _ => mean,
    };

    internal sealed record Cell
    {
        public string Name { get; init; } = "base: 24+12, growth .4 % a month, AR .3";

        public int Before { get; init; } = 24;

        public int After { get; init; } = 12;

        public double Growth { get; init; } = 0.004;

        public double Rho { get; init; } = 0.3;

        public int Transition { get; init; }

        public double Missing { get; init; }

        public double Outliers { get; init; }

        public double Festival { get; init; }

        public double Break { get; init; }

        public Shape Shape { get; init; }

        public double? ControlGrowth { get; init; }

        public int Customers { get; init; }

        public double Dispersion { get; init; } = 1;

        public bool Stated { get; init; }
    }

    internal sealed class Tally
    {
        public int Count { get; set; }

        public int States { get; set; }

        public int Covered { get; set; }

        public double Least { get; set; } = 2;

        public int WrongRealised { get; private set; }

        public int CouldRealise { get; private set; }

        public int WrongPositive { get; private set; }

        public int CouldPositive { get; private set; }

        public int WrongHarm { get; private set; }

        public int CouldHarm { get; private set; }

        public int[] Power { get; } = new int[4];

        public int[] PowerOf { get; } = new int[4];

        public void Judge(ImpactVerdictKind verdict, double truth, double promise, double effect, double noise)
        {
            const double rounding = 1e-12;
            bool isRealised = verdict == ImpactVerdictKind.Realized;
            bool isPositive = isRealised || verdict is ImpactVerdictKind.Positive or ImpactVerdictKind.PositivePromiseUnproven or ImpactVerdictKind.PartlyRealized;
            if (truth < promise - rounding)
            {
                CouldRealise++;
                WrongRealised += isRealised ? 1 : 0;
            }

            if (truth <= rounding)
            {
                CouldPositive++;
                WrongPositive += isPositive ? 1 : 0;
            }

            if (truth >= -rounding)
            {
                CouldHarm++;
                WrongHarm += verdict == ImpactVerdictKind.Harm ? 1 : 0;
            }

            int power = (effect, noise) switch { (0.08, 0.04) => 0, (0.15, 0.04) => 1, (0.15, 0.08) => 3, _ => -1 };
            if (power >= 0)
            {
                PowerOf[power]++;
                Power[power] += isPositive ? 1 : 0;
            }

            if (power == 1)
            {
                PowerOf[2]++;
                Power[2] += isRealised ? 1 : 0;
            }
        }

        public void Add(Tally other)
        {
            Count += other.Count;
            States += other.States;
            Covered += other.Covered;
            Least = Math.Min(Least, other.Least);
            WrongRealised += other.WrongRealised;
            CouldRealise += other.CouldRealise;
            WrongPositive += other.WrongPositive;
            CouldPositive += other.CouldPositive;
            WrongHarm += other.WrongHarm;
            CouldHarm += other.CouldHarm;
            for (int i = 0; i < 4; i++)
            {
                Power[i] += other.Power[i];
                PowerOf[i] += other.PowerOf[i];
            }
        }
    }
}
