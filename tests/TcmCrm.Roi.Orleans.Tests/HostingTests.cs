using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Storage;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>What is registered, which options hold, and what a host is told.</summary>
public class HostingTests
{
    private static readonly KeyValuePair<string, ReadOnlyMemory<byte>>[] Few = SampleTenants.Of(21);

    [Fact]
    public void WrongOptions_AreToldTogether()
    {
        using IHost silo = Host(one => one.AddTcmCrmRoi(options => (options.StorageName, options.ReminderPeriod) = (" ", TimeSpan.FromDays(31))));
        string[] told = [.. Assert.Throws<OptionsValidationException>(() => silo.Services.GetRequiredService<IOptions<RoiSiloOptions>>().Value).Failures];
        Assert.Equal(["StorageName is blank; allowed: the name of a grain storage of the host.", "ReminderPeriod is 31.00:00:00; allowed: above 0 and up to 30.00:00:00."], told);

        using IHost client = Host(one => one.AddTcmCrmRoi().Services.Configure<RoiPortfolioOptions>(options =>
            (options.BatchSize, options.BatchesInFlight, options.MostListed, options.ResendAfter, options.GiveUpAfter) = (0, 1_025, 0, TimeSpan.Zero, TimeSpan.FromDays(2))));
        Assert.Equal(5, Assert.Throws<OptionsValidationException>(() => client.Services.GetRequiredService<IOptions<RoiPortfolioOptions>>().Value).Failures.Count());
    }

    [Fact]
    public void StorageOfTheHost_TakesThePlaceOfMemory_BeforeAndAfter()
    {
        var storage = new OutsideStorage();
        using IHost memory = Host(one => one.AddTcmCrmRoi().AddTcmCrmRoi());
        Assert.IsType<MemoryGrainStorage>(memory.Services.GetRequiredKeyedService<IGrainStorage>(RoiSiloOptions.DefaultStorageName));
        Assert.Single(memory.Services.GetKeyedServices<IGrainStorage>(RoiSiloOptions.DefaultStorageName));
        using IHost before = Host(one => Add(one, storage).AddTcmCrmRoi());
        Assert.Same(storage, before.Services.GetRequiredKeyedService<IGrainStorage>(RoiSiloOptions.DefaultStorageName));
        using IHost after = Host(one => Add(one.AddTcmCrmRoi(), storage));
        Assert.Same(storage, after.Services.GetRequiredKeyedService<IGrainStorage>(RoiSiloOptions.DefaultStorageName));
    }

    [Fact]
    public async Task StorageOfAnotherName_IsUsed()
    {
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(1, configure: options => options.StorageName = "cases", silo: one => one.Services.AddKeyedSingleton<IGrainStorage>("cases", storage));
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(0, "a"));
        Assert.Equal(1, storage.RecordsOf("tenant"));
    }

    [Fact]
    public async Task EngineOfTheHost_GivesTheTerms()
    {
        await using TestSilos cluster = await TestSilos.StartAsync(1, silo: one => one.Services.AddTcmCrmRoi(options => options.DiscountRate = 0.05m));
        var alone = new PortfolioOptions { Evaluation = new EvaluationSettings { Defaults = new Cases.CaseTerms { DiscountRate = 0.05m } } };
        PortfolioRun run = await cluster.Portfolio.EvaluateAsync(Few.ToAsyncEnumerable());
        Assert.Equal(
            Json.PortfolioDocument.Write(SampleTenants.Alone(Few, alone).Result), Json.PortfolioDocument.Write(run.Result));
    }

    [Fact]
    public async Task SilosWithDifferentOptions_HaveNoSum()
    {
        int number = 0;
        await using TestSilos cluster = await TestSilos.StartAsync(2, split: options => options.BatchSize = 1, silo: one =>
        {
            bool isFirst = Interlocked.Increment(ref number) == 1;
            one.AddTcmCrmRoi(options => options.Portfolio = _ => new PortfolioOptions { Evaluation = EvaluationSettings.Over(isFirst ? EvaluationPeriod.OneYear : EvaluationPeriod.ThreeYears) });
        });
        string told = (await Assert.ThrowsAsync<InvalidOperationException>(() => cluster.Portfolio.EvaluateAsync(SampleTenants.Of(60).ToAsyncEnumerable()))).Message;
        Assert.Contains("the same options, engine and version on every silo", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StorageThatFailsForGood_EndsTheRunWithItsReason()
    {
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(1, storage, split: options => options.GiveUpAfter = TimeSpan.FromSeconds(2));
        string expected = SampleTenants.Alone(Few, PortfolioOptions.Usual).Hash;

        // Results can be computed again: a storage that does not take them holds nothing up.
        storage.FailWrites(int.MaxValue);
        Assert.Equal((expected, 0), Told(await cluster.Portfolio.EvaluateAsync(Few.ToAsyncEnumerable())));

        // A storage that cannot be read once is asked again, and one that never can is told.
        storage.FailReads(1);
        Assert.Equal((expected, 1), Told(await cluster.Portfolio.EvaluateAsync(SampleTenants.Of(21).ToAsyncEnumerable())));
        storage.FailReads(int.MaxValue);
        Exception told = await Assert.ThrowsAsync<TimeoutException>(() => cluster.Portfolio.EvaluateAsync(Few.ToAsyncEnumerable()));
        Assert.Contains("The disk is gone.", told.ToString(), StringComparison.Ordinal);

        static (string, int) Told(PortfolioRun run) => (run.ContentHash, run.SentAgain);
    }

    /// <summary>The host waits half a second for its own calls; a storage that takes longer is waited for all the same.</summary>
    [Fact]
    public async Task SlowStorage_IsWaitedFor_WhateverTheHostsCallsWait()
    {
        var storage = new OutsideStorage { ReadsTake = TimeSpan.FromSeconds(1.2) };
        await using TestSilos cluster = await TestSilos.StartAsync(1, storage, responses: TimeSpan.FromSeconds(0.5));
        await cluster.Portfolio.PutAsync("t0", Few[0].Value);
        Assert.True((await cluster.Portfolio.GetAsync("t0"))!.Result.IsEvaluated);
        PortfolioRun run = await cluster.Portfolio.EvaluateAsync(Few.ToAsyncEnumerable());
        Assert.Equal((SampleTenants.Alone(Few, PortfolioOptions.Usual).Hash, 0), (run.ContentHash, run.SentAgain));
    }

    [Fact]
    public async Task RunThatIsEnded_Ends()
    {
        await using TestSilos cluster = await TestSilos.StartAsync(1);
        using var source = new CancellationTokenSource();
        int taken = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.Portfolio.EvaluateAsync(Few.ToAsyncEnumerable(), _ => { taken++; source.Cancel(); }, source.Token));
        Assert.InRange(taken, 1, 21);
    }

    private static IHost Host(Action<ISiloBuilder> configure) => new HostBuilder().UseOrleans(silo => configure(silo.UseLocalhostClustering())).Build();

    private static ISiloBuilder Add(ISiloBuilder silo, OutsideStorage storage)
    {
        global::Orleans.Runtime.Hosting.StorageProviderExtensions.AddGrainStorage(silo.Services, RoiSiloOptions.DefaultStorageName, (_, _) => storage);
        return silo;
    }
}
