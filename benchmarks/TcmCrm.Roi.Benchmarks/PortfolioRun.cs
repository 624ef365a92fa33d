using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Spreadsheets;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>
/// <c>portfolio [TENANTS] [DEGREE] [TRIALS]</c>: one run over so many tenants, from their documents to the sum: reading, evaluation, review, with trials a simulation. The documents are the
/// sample with its actuals, varied in 512 ways (discount rate, amounts booked and measured), each tenant with an id of its own.
/// </summary>
internal static class PortfolioRun
{
    private const int Variants = 512;

    internal static void Run(string[] args)
    {
        int tenants = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        int degree = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        int trials = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
        byte[][] documents = Documents();
        var options = new PortfolioOptions { DegreeOfParallelism = degree, Simulation = trials == 0 ? null : new SimulationOptions { Trials = trials } };
        var evaluator = new PortfolioEvaluator(options);
        using var journal = new PortfolioJournal(options);
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        PortfolioResult result = evaluator.Sum(evaluator.Each(Enumerable.Range(0, tenants), number =>
        {
            // An id has as many letters in every document.
            byte[] document = (byte[])documents[number % Variants].Clone();
            Encoding.ASCII.GetBytes(number.ToString("D8", CultureInfo.InvariantCulture), document.AsSpan(document.AsSpan().IndexOf("########"u8)));
            return (Hash: journal.HashOf(document), Result: evaluator.Evaluate(TenantDocument.Read(document, "none")));
        }).Select(done =>
        {
            journal.Add(done.Result, done.Hash);
            return done.Result;
        }));
        double seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tenants} tenants of {documents[0].Length} bytes, degree {degree}, {trials} trials: {seconds:0.0} s, {tenants / seconds:0} a second, {(process.TotalProcessorTime - before).TotalSeconds:0.0} s of processor time, peak {process.PeakWorkingSet64 / 1e6:0} MB"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Evaluated} evaluated, {result.Failed} failed, {result.Totals[0].Reviewed} reviewed, ROI {result.Totals[0].ReturnOnInvestment}, hash {journal.ContentHash()[..16]}"));
    }

    private static byte[][] Documents()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "TcmCrm.Roi.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        string samples = Path.Combine(folder ?? throw new DirectoryNotFoundException("Run inside the repository."), "docs", "samples");
        InvestmentCase source = CaseDocument.Read(File.ReadAllText(Path.Combine(samples, "renhetang-saas.json"))).Case;
        using FileStream table = File.OpenRead(Path.Combine(samples, "renhetang-saas-actuals.csv"));
        ActualsReading actuals = ActualsTable.Read(table, source);
        var documents = new byte[Variants][];
        for (int i = 0; i < Variants; i++)
        {
            decimal booked = 0.9m + (0.01m * (i % 31)), measured = 0.3m + (0.02m * (i % 47));
            var tenant = new PortfolioTenant("########", source.WithDiscountRate(0.04m + (0.005m * (i % 17))))
            {
                Actuals = new Actuals(actuals.Actuals.Select(row => row.Kind switch
                {
                    ActualKind.Cost => Actual.Cost(row.Line, row.Month, (row.Cash * booked).RoundToMinorUnit()),
                    ActualKind.Benefit => Actual.Benefit(row.Line, row.Month, (row.Cash * measured).RoundToMinorUnit()),
                    _ => row,
                })),
                Contracts = actuals.Contracts,
                AsOf = new YearMonth(2026, 6),
            };
            var buffer = new ArrayBufferWriter<byte>();
            TenantDocument.Write(tenant, buffer);
            documents[i] = buffer.WrittenSpan.ToArray();
        }

        return documents;
    }
}
