using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>The sample portfolio many times over, each tenant with an id of its own: of seven one fails, three are reviewed, one is in another currency.</summary>
internal static partial class SampleTenants
{
    private static readonly string Root = typeof(SampleTenants).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Root, "docs", "samples", "portfolio.jsonl"));

    internal static int Kinds => Lines.Length;

    internal static KeyValuePair<string, ReadOnlyMemory<byte>>[] Of(int count) =>
        [.. Enumerable.Range(0, count).Select(i => KeyValuePair.Create("t" + i, Document(i, "t" + i)))];

    internal static ReadOnlyMemory<byte> Document(int number, string id) => Encoding.UTF8.GetBytes(Tenant().Replace(Lines[number % Lines.Length], $"\"tenant\":\"{id}\"", 1));

    /// <summary>What one machine without a cluster says.</summary>
    internal static (PortfolioResult Result, string Hash) Alone(IEnumerable<KeyValuePair<string, ReadOnlyMemory<byte>>> documents, PortfolioOptions options)
    {
        var evaluator = new PortfolioEvaluator(options);
        using var journal = new PortfolioJournal(options);
        PortfolioResult result = evaluator.Sum(evaluator.Each(documents, document => (
            Hash: journal.HashOf(Encoding.UTF8.GetBytes(document.Key), document.Value, default), Result: evaluator.Evaluate(TenantDocument.Read(document.Value, document.Key)))).Select(done =>
        {
            journal.Add(done.Result, done.Hash);
            return done.Result;
        }));
        return (result, journal.ContentHash());
    }

    [GeneratedRegex("\"tenant\":\"[^\"]*\"")]
    private static partial Regex Tenant();
}
