using System.Diagnostics;
using System.Globalization;
using System.Text;
using TcmCrm.Roi.Benchmarks;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Orleans;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Silos;

/// <summary>Tenants a second with one, two and four silos on memory and on Redis, beside one thread without a cluster. The clusters stand side by side and have their turn in each round, so that a ratio is of neighbours in time.</summary>
internal static class SilosRun
{
    private static readonly int[] Sizes = [1, 2, 4];

    internal static async Task RunAsync(int tenants, int rounds, string? redis, string? picture)
    {
        var documents = new PortfolioDocuments();
        var all = new List<Measured>();
        var hashes = new HashSet<string>();
        Console.WriteLine($"{tenants} tenants of {documents.Length} bytes, {rounds} rounds, {Environment.ProcessorCount} processors, load {Load()}");
        for (int round = 0; round < rounds; round++)
        {
            all.Add(Alone(round, tenants, documents, hashes));
        }

        foreach (string? storage in redis is null ? new string?[] { null } : [null, redis])
        {
            var clusters = new List<Cluster>();
            foreach (int size in Sizes)
            {
                clusters.Add(await Cluster.StartAsync(size, storage));

                // Each silo has compiled what it runs before anything is measured.
                await clusters[^1].Portfolio.EvaluateAsync(Documents(documents, tenants, 1_500 * size));
            }

            for (int round = 0; round < rounds; round++)
            {
                foreach (Cluster cluster in clusters)
                {
                    await RoundAsync(round, cluster, storage is null ? "memory" : "redis");
                }
            }

            foreach (Cluster cluster in clusters)
            {
                await cluster.DisposeAsync();
            }
        }

        Console.WriteLine($"hashes of all results: {hashes.Count} ({string.Join(", ", hashes.Select(hash => hash[..16]))})");
        Tell(all);
        if (picture is not null)
        {
            File.WriteAllText(picture, SilosPicture.Of(all));
        }

        async Task RoundAsync(int round, Cluster cluster, string storage)
        {
            all.Add(await MeasuredAsync(round, storage, "documents", tenants, cluster, async () => hashes.Add((await cluster.Portfolio.EvaluateAsync(Documents(documents, 0, tenants))).ContentHash)));
            int kept = tenants / 4;
            all.Add(await MeasuredAsync(round, storage, "put", kept, cluster, () => EachAsync(kept, id => cluster.Portfolio.PutAsync(id.Name, documents.Of(id.Number)))));
            all.Add(await MeasuredAsync(round, storage, "kept", kept, cluster, async () =>
                await cluster.Portfolio.EvaluateKeptAsync(Enumerable.Range(0, kept).Select(PortfolioDocuments.IdOf).ToAsyncEnumerable())));
            await EachAsync(kept, id => cluster.Portfolio.RemoveAsync(id.Name));
        }
    }

    private static Task EachAsync(int count, Func<(int Number, string Name), Task> work) => Parallel.ForAsync(
        0, count, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (number, _) => await work((number, PortfolioDocuments.IdOf(number))));

    private static IAsyncEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> Documents(PortfolioDocuments documents, int first, int count) =>
        Enumerable.Range(0, count).Select(i => KeyValuePair.Create("none", (ReadOnlyMemory<byte>)documents.Of(first + i))).ToAsyncEnumerable();

    private static Measured Alone(int round, int tenants, PortfolioDocuments documents, HashSet<string> hashes)
    {
        Run(round == 0 ? 1_500 : 1);
        using var process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        hashes.Add(Run(tenants));
        double seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var measured = new Measured(round, 0, "none", "documents", tenants, seconds, (process.TotalProcessorTime - before).TotalSeconds, 0, 0);
        Console.WriteLine(RunLog.Line(measured, Load()));
        return measured;

        string Run(int count)
        {
            var evaluator = new PortfolioEvaluator();
            using var journal = new PortfolioJournal(evaluator.Options);
            evaluator.Sum(Enumerable.Range(0, count).Select(number =>
            {
                byte[] document = documents.Of(number);
                TenantResult result = evaluator.Evaluate(TenantDocument.Read(document, "none"));
                journal.Add(result, journal.HashOf("none"u8.ToArray(), document, default));
                return result;
            }));
            return journal.ContentHash();
        }
    }

    private static async Task<Measured> MeasuredAsync(int round, string storage, string what, int tenants, Cluster cluster, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        (TimeSpan client, TimeSpan servers) before = (process.TotalProcessorTime, cluster.SiloTime);
        var clock = Stopwatch.StartNew();
        await work();
        double seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        var measured = new Measured(
            round, cluster.Size, storage, what, tenants, seconds, (process.TotalProcessorTime - before.client).TotalSeconds, (cluster.SiloTime - before.servers).TotalSeconds, cluster.Peak / 1e6);
        Console.WriteLine(RunLog.Line(measured, Load()));
        return measured;
    }

    internal static void Tell(List<Measured> all)
    {
        var text = new StringBuilder();
        foreach (var group in all.GroupBy(one => (one.What, one.Storage, one.Silos)))
        {
            string what = group.Key.What;
            Measured[] runs = [.. group];
            double[] ratios = [.. runs.Select(one => one.PerSecond / all.Single(other => other.Round == one.Round && other.What == what && other.Storage == one.Storage && other.Silos == Math.Min(1, one.Silos)).PerSecond)];
            text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {group.Key.Storage} | {group.Key.Silos} | {Median(runs.Select(one => one.PerSecond)):0} | {Median(ratios):0.00} ({ratios.Min():0.00} to {ratios.Max():0.00}) | {Median(runs.Select(one => one.SiloMilliseconds)):0.00} | {Median(runs.Select(one => one.ClientMilliseconds)):0.00} | {runs.Max(one => one.PeakMegabytes):0} |");
        }

        Console.WriteLine("| what | storage | silos | tenants a second | ratio to one silo | ms of silos a tenant | ms of the client a tenant | MB of a silo |");
        Console.Write(text);
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
