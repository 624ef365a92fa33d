using TcmCrm.Roi.Json;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>However the work is split, and whatever is lost on the way, the results are the same bits.</summary>
public class SplitTests
{
    private const int Many = 350;

    private static readonly KeyValuePair<string, ReadOnlyMemory<byte>>[] Documents = SampleTenants.Of(Many);

    private static readonly Lazy<(PortfolioResult Result, string Hash)> Alone = new(() => SampleTenants.Alone(Documents, PortfolioOptions.Usual));

    [Fact]
    public void OneThreadAndSeveral_AreTheSame() =>
        Assert.Equal(Alone.Value.Hash, SampleTenants.Alone(Documents, new PortfolioOptions { DegreeOfParallelism = 4 }).Hash);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Silos_SayWhatOneThreadSays(int silos)
    {
        await using TestSilos cluster = await TestSilos.StartAsync(silos);
        var told = new List<string>();
        PortfolioRun run = await cluster.Portfolio.EvaluateAsync(Documents.ToAsyncEnumerable(), result => told.Add(result.Tenant));
        AssertSame(run);
        Assert.Equal(Documents.Select(document => document.Key), told);
        Assert.Equal((Many / 10, 0, 0), (run.Batches, run.SentAgain, run.Found));
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("outside")]
    [InlineData("redis")]
    public async Task SiloKilledHalfWay_LosesAndDoublesNothing(string kind)
    {
        Assert.SkipWhen(kind == "redis" && TestSilos.Redis is null, "No Redis server: TCM_ROI_REDIS names none, for example localhost:6379.");
        await using TestSilos cluster = await TestSilos.StartAsync(4, kind == "outside" ? new OutsideStorage() : null, kind == "redis" ? TestSilos.Redis : null);
        Task? killing = null;
        int taken = 0;
        PortfolioRun run = await cluster.Portfolio.EvaluateAsync(Documents.ToAsyncEnumerable(), _ =>
        {
            if (++taken == Many / 3)
            {
                killing = cluster.KillOneAsync();
            }
        });
        AssertSame(run);
        Assert.Equal(Many, taken);
        await killing!;
    }

    [Theory]
    [InlineData("outside")]
    [InlineData("redis")]
    public async Task KeptTenants_OutliveTheirSilo(string kind)
    {
        Assert.SkipWhen(kind == "redis" && TestSilos.Redis is null, "No Redis server: TCM_ROI_REDIS names none, for example localhost:6379.");
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(2, kind == "outside" ? storage : null, kind == "redis" ? TestSilos.Redis : null);
        await Task.WhenAll(Documents.Take(140).Select(document => cluster.Portfolio.PutAsync(document.Key, document.Value)));
        Task? killing = null;
        int taken = 0;
        PortfolioRun run = await cluster.Portfolio.EvaluateKeptAsync(Documents.Take(140).Select(document => document.Key).ToAsyncEnumerable(), _ =>
        {
            if (++taken == 40)
            {
                killing = cluster.KillOneAsync();
            }
        });
        Assert.Equal(SampleTenants.Alone(Documents.Take(140), PortfolioOptions.Usual).Hash, run.ContentHash);
        await killing!;

        // What has figures is found the next time; what fails is asked again.
        PortfolioRun again = await cluster.Portfolio.EvaluateKeptAsync(Documents.Take(140).Select(document => document.Key).ToAsyncEnumerable());
        Assert.Equal((run.ContentHash, run.Result.Evaluated), (again.ContentHash, again.Found));
    }

    [Fact]
    public async Task Simulated_WithASharedShock_IsTheSame()
    {
        var options = new PortfolioOptions
        {
            Simulation = new SimulationOptions { Trials = 300, Seed = 7 },
            SharedDrivers = [Cases.UncertaintyDriver.OfAmounts("adoption", Distribution.Pert(0.6, 1, 1.2), [Cases.LineSelector.AllBenefits])],
        };
        await using TestSilos cluster = await TestSilos.StartAsync(2, configure: silo => silo.Portfolio = _ => options);
        PortfolioRun run = await cluster.Portfolio.EvaluateAsync(Documents.Take(70).ToAsyncEnumerable());
        (PortfolioResult result, string hash) = SampleTenants.Alone(Documents.Take(70), options);
        Assert.Equal(hash, run.ContentHash);
        Assert.Equal(PortfolioDocument.Write(result), PortfolioDocument.Write(run.Result));
    }

    [Fact]
    public async Task FinishedBatch_IsFoundAfterARunThatEndedEarly_AndForgottenAfterOneThatEndedWhole()
    {
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(2, storage, split: options => options.BatchesInFlight = 2);
        int taken = 0;
        await Assert.ThrowsAsync<ObjectDisposedException>(() => cluster.Portfolio.EvaluateAsync(
            Documents.ToAsyncEnumerable(), _ => ObjectDisposedException.ThrowIf(++taken == 100, typeof(SplitTests))));
        Assert.InRange(storage.RecordsOf("batch"), 10, 34);
        PortfolioRun run = await cluster.PortfolioOnASilo.EvaluateAsync(Documents.ToAsyncEnumerable());
        Assert.Equal(0, run.Found);

        // By a client with batches of the same size, they are found.
        PortfolioRun same = await cluster.Portfolio.EvaluateAsync(Documents.ToAsyncEnumerable());
        AssertSame(same);
        Assert.InRange(same.Found, 100, 340);
        Assert.Equal(0, storage.Records);
    }

    private static void AssertSame(PortfolioRun run)
    {
        Assert.Equal(Alone.Value.Hash, run.ContentHash);
        Assert.Equal(PortfolioDocument.Write(Alone.Value.Result), PortfolioDocument.Write(run.Result));
        Assert.Equal((Many / SampleTenants.Kinds * (SampleTenants.Kinds - 1), Many / SampleTenants.Kinds), (run.Result.Evaluated, run.Result.Failed));
    }
}
