using System.Text;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Orleans.Grains;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>A tenant and its grain: what is kept, what is found again, what is told when it fails.</summary>
public class KeptTenantTests
{
    [Fact]
    public async Task State_SurvivesADeactivatedGrain()
    {
        await using TestSilos cluster = await TestSilos.StartAsync(1);
        IRoiPortfolio portfolio = cluster.Portfolio;
        await portfolio.PutAsync("kangji", SampleTenants.Document(0, "kangji"));
        KeptTenant before = (await portfolio.GetAsync("kangji"))!;
        await cluster.DeactivateAsync(cluster.Grains.GetGrain<ITenantGrain>("kangji"));
        KeptTenant after = (await portfolio.GetAsync("kangji"))!;
        Assert.Equal(SampleTenants.Document(0, "kangji").ToArray(), after.Document.ToArray());
        Assert.Equal((before.ContentHash, before.Result.ToString()), (after.ContentHash, after.Result.ToString()));
        Assert.True(after.Result.IsEvaluated);
        Assert.Equal((null, null, null), ((object?)after.EveryMonths, (object?)after.ReviewedOn, (object?)after.NextReview));
    }

    [Fact]
    public async Task UnchangedDocument_IsNotComputedAgain_AndAChangedOneIs()
    {
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(1, storage);
        string[] ids = ["a", "b"];
        foreach (string id in ids)
        {
            await cluster.Portfolio.PutAsync(id, SampleTenants.Document(0, id));
        }

        Assert.Equal(0, await FoundAsync());
        Assert.Equal(2, await FoundAsync());
        int writes = storage.Writes;
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(0, "a"));
        Assert.Equal(2, await FoundAsync());
        Assert.Equal(writes, storage.Writes);
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(1, "a"));
        Assert.Equal(1, await FoundAsync());
        Assert.Equal(2, await FoundAsync());

        async Task<int> FoundAsync() => (await cluster.Portfolio.EvaluateKeptAsync(ids.ToAsyncEnumerable())).Found;
    }

    [Fact]
    public async Task TenantsThatFail_AreEntriesWithTheirProblems()
    {
        await using TestSilos cluster = await TestSilos.StartAsync(2);
        await cluster.Portfolio.PutAsync("good", SampleTenants.Document(0, "good"));
        await cluster.Portfolio.PutAsync("broken", "{ \"tenant\": \"broken\", \"case\": 7 }"u8.ToArray());
        await cluster.Portfolio.PutAsync("mine", SampleTenants.Document(0, "yours"));
        await cluster.Portfolio.PutAsync("without id", Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(SampleTenants.Document(0, "x").Span).Replace("\"tenant\":\"x\",", string.Empty, StringComparison.Ordinal)));
        PortfolioRun run = await cluster.Portfolio.EvaluateKeptAsync(new[] { "good", "broken", "nobody", "mine", "without id", "good" }.ToAsyncEnumerable());
        Assert.Equal((2, 4), (run.Result.Evaluated, run.Result.Failed));
        Assert.Equal(["broken", "nobody", "mine", "good"], run.Result.Failures.Select(failure => failure.Tenant));
        Assert.Equal(["portfolio.notKept"], run.Result.Failures[1].Problems.Select(problem => problem.Id));
        Assert.Equal(["portfolio.otherTenant"], run.Result.Failures[2].Problems.Select(problem => problem.Id));
        Assert.Equal(["portfolio.duplicateTenant"], run.Result.Failures[3].Problems.Select(problem => problem.Id));
        Assert.Contains("yours", Language.Of("en").Say(run.Result.Failures[2].Problems[0]), StringComparison.Ordinal);
        Assert.Null(await cluster.Portfolio.GetAsync("nobody"));
        KeptTenant broken = (await cluster.Portfolio.GetAsync("broken"))!;
        Assert.Equal(run.Result.Failures[0].Problems, broken.Result.Problems);
    }

    [Fact]
    public async Task RemovedTenant_IsGone()
    {
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(1, storage);
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(0, "a"));
        Assert.NotNull(await cluster.Portfolio.GetAsync("a"));
        await cluster.Portfolio.RemoveAsync("a");
        await cluster.Portfolio.RemoveAsync("a");
        Assert.Null(await cluster.Portfolio.GetAsync("a"));
        Assert.Equal(0, storage.Records);
    }

    [Fact]
    public async Task DocumentThatIsNotStored_IsNotAnswered()
    {
        var storage = new OutsideStorage();
        await using TestSilos cluster = await TestSilos.StartAsync(1, storage);
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(0, "a"));
        storage.FailWrites(1);
        await Assert.ThrowsAnyAsync<Exception>(() => cluster.Portfolio.PutAsync("a", SampleTenants.Document(1, "a")));
        KeptTenant kept = (await cluster.Portfolio.GetAsync("a"))!;
        Assert.Equal(SampleTenants.Document(0, "a").ToArray(), kept.Document.ToArray());
        await cluster.Portfolio.PutAsync("a", SampleTenants.Document(1, "a"));
        Assert.Equal(SampleTenants.Document(1, "a").ToArray(), (await cluster.Portfolio.GetAsync("a"))!.Document.ToArray());
    }

    [Fact]
    public async Task WrongArguments_AreRefusedWithWhatIsAllowed()
    {
        await using TestSilos cluster = await TestSilos.StartAsync(1);
        IRoiPortfolio portfolio = cluster.Portfolio;
        await Assert.ThrowsAsync<ArgumentException>(() => portfolio.PutAsync(" ", default));
        await Assert.ThrowsAsync<ArgumentException>(() => portfolio.GetAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => portfolio.EvaluateAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => portfolio.EvaluateKeptAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => portfolio.EvaluateKeptAsync(new[] { "a", "" }.ToAsyncEnumerable()));
        await Assert.ThrowsAsync<ArgumentException>(() => portfolio.EvaluateAsync(new[] { KeyValuePair.Create(" ", default(ReadOnlyMemory<byte>)) }.ToAsyncEnumerable()));
        string told = (await Assert.ThrowsAsync<ArgumentException>(() => portfolio.PutAsync("a", new byte[(32 * 1024 * 1024) + 1]))).Message;
        Assert.Contains("33554433 bytes; allowed: up to 33554432", told, StringComparison.Ordinal);
        PortfolioRun none = await portfolio.EvaluateAsync(AsyncEnumerable.Empty<KeyValuePair<string, ReadOnlyMemory<byte>>>());
        Assert.Equal((0, 0, 0), (none.Result.Evaluated, none.Result.Failed, none.Batches));
        PortfolioRun tooLong = await portfolio.EvaluateAsync(new[] { KeyValuePair.Create("long", new ReadOnlyMemory<byte>(new byte[40 * 1024 * 1024])) }.ToAsyncEnumerable());
        Assert.Equal((0, 1), (tooLong.Result.Evaluated, tooLong.Result.Failed));
    }
}
