using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Json.Tests.Portfolios;

/// <summary>The sample, computed as a host does it: documents in, results found or computed, journal and sum at the end.</summary>
internal static class SamplePortfolio
{
    internal static byte[] Bytes { get; } = Repository.Sample("portfolio.jsonl");

    internal static (PortfolioResult Result, string Hash, int Computed) Run(PortfolioOptions options, Stream? earlier = null, byte[]? lines = null, int most = int.MaxValue)
    {
        var evaluator = new PortfolioEvaluator(options);
        using var journal = new PortfolioJournal(options, earlier);
        int computed = 0;
        PortfolioResult result = evaluator.Sum(evaluator.Each(TenantDocument.Lines(new MemoryStream(lines ?? Bytes)).Take(most), line =>
        {
            string hash = journal.HashOf(line.Value);
            PortfolioTenant tenant = TenantDocument.Read(line.Value, $"#{line.Key}");
            TenantResult? found = journal.Find(hash);
            if (found is null)
            {
                Interlocked.Increment(ref computed);
            }

            return (Result: found ?? evaluator.Evaluate(tenant), Hash: hash);
        }).Select(done =>
        {
            journal.Add(done.Result, done.Hash);
            return done.Result;
        }));
        return (result, journal.ContentHash(), computed);
    }
}
