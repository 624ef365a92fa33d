using System.Diagnostics;
using System.Globalization;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>
/// <c>portfolio [TENANTS] [DEGREE] [TRIALS]</c>: one run over so many tenants, from their documents to the sum: reading, evaluation, review, with trials a simulation. The documents are the
/// sample with its actuals, varied in 512 ways (discount rate, amounts booked and measured), each tenant with an id of its own.
/// </summary>
internal static class PortfolioRun
{
    internal static void Run(string[] args)
    {
        int tenants = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100_000;
        int degree = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        int trials = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 0;
        var documents = new PortfolioDocuments();
        var options = new PortfolioOptions { DegreeOfParallelism = degree, Simulation = trials == 0 ? null : new SimulationOptions { Trials = trials } };
        var evaluator = new PortfolioEvaluator(options);
        using var journal = new PortfolioJournal(options);
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        PortfolioResult result = evaluator.Sum(evaluator.Each(Enumerable.Range(0, tenants), number =>
        {
            byte[] document = documents.Of(number);
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
            $"{tenants} tenants of {documents.Length} bytes, degree {degree}, {trials} trials: {seconds:0.0} s, {tenants / seconds:0} a second, {(process.TotalProcessorTime - before).TotalSeconds:0.0} s of processor time, peak {process.PeakWorkingSet64 / 1e6:0} MB"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Evaluated} evaluated, {result.Failed} failed, {result.Totals[0].Reviewed} reviewed, ROI {result.Totals[0].ReturnOnInvestment}, hash {journal.ContentHash()[..16]}"));
    }
}
