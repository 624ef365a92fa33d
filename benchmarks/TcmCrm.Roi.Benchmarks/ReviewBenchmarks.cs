using System.Globalization;
using BenchmarkDotNet.Attributes;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>The sample of docs/samples: 13 costs, 12 benefits, 18 months of actuals with KPIs; one tenant, and ten thousand.</summary>
[MemoryDiagnoser]
public class ReviewBenchmarks
{
    private readonly YearMonth _asOf = new(2026, 6);
    private InvestmentCase _case = null!;
    private Actuals _actuals = null!;
    private Actuals _money = null!;

    [GlobalSetup]
    public void Setup()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TcmCrm.Roi.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        string samples = Path.Combine(folder ?? throw new DirectoryNotFoundException("Run inside the repository."), "docs", "samples");
        _case = CaseDocument.Read(File.ReadAllText(Path.Combine(samples, "renhetang-saas.json"))).Case;
        Actual[] rows = [.. File.ReadLines(Path.Combine(samples, "renhetang-saas-actuals.csv")).Skip(1).Select(Row).OfType<Actual>()];
        _actuals = new Actuals(rows);
        _money = new Actuals(rows.Where(row => row.Kind != ActualKind.Kpi));
    }

    [Benchmark(Baseline = true)]
    public double Evaluation() => Reading.Of(RoiEvaluator.Evaluate(_case));

    [Benchmark]
    public ReviewReport Review() => CaseReview.Review(_case, _actuals, _asOf);

    [Benchmark]
    public ReviewReport ReviewWithoutKpis() => CaseReview.Review(_case, _money, _asOf);

    /// <summary>Ten thousand reviews one after the other in one process, as a vendor's tenants at the end of a month.</summary>
    [Benchmark(OperationsPerInvoke = 10_000)]
    public int TenThousandTenants()
    {
        int findings = 0;
        for (int i = 0; i < 10_000; i++)
        {
            findings += CaseReview.Review(_case, _actuals, _asOf).Findings.Count;
        }

        return findings;
    }

    private static Actual? Row(string line)
    {
        // Names may hold a comma and are then quoted, as in any CSV.
        string[] cell = [.. System.Text.RegularExpressions.Regex.Split(line, ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)").Select(part => part.Trim('"'))];
        var month = new YearMonth(int.Parse(cell[2][..4], CultureInfo.InvariantCulture), int.Parse(cell[2][5..], CultureInfo.InvariantCulture));
        decimal Number(int i) => cell[i].Length == 0 ? 0 : decimal.Parse(cell[i], CultureInfo.InvariantCulture);
        return cell[0] switch
        {
            "cost" => Actual.Cost(cell[1], month, Money.Cny(Number(3))),
            "benefit" => Actual.Benefit(cell[1], month, Money.Cny(Number(3))),
            "adoption" => Actual.Adoption(month, Number(3), Number(5), Number(6), cell[1]),
            "seats" => Actual.Seats(cell[1], month, Number(3), Number(5)),
            "retention" => Actual.Retention(cell[1], month, Number(3), Number(5), (int)Number(4), Number(6)),
            "kpi" => Actual.Kpi(cell[1], month, Number(3), Number(5)),
            _ => null,
        };
    }
}
