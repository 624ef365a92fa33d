using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;
using StackExchange.Redis;

namespace TcmCrm.Roi.Orleans.Tests;

/// <summary>A cluster of silos in this process, which notices within two seconds that one of them is lost.</summary>
internal sealed class TestSilos : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private TestSilos(InProcessTestCluster cluster) => _cluster = cluster;

    internal IRoiPortfolio Portfolio => _cluster.Client.ServiceProvider.GetRequiredService<IRoiPortfolio>();

    internal IGrainFactory Grains => _cluster.Client;

    /// <summary>The portfolio of a silo, for what a host runs there.</summary>
    internal IRoiPortfolio PortfolioOnASilo => _cluster.GetSiloServiceProvider().GetRequiredService<IRoiPortfolio>();

    /// <summary>Where a Redis server is, for example <c>localhost:6379</c>; null where there is none.</summary>
    internal static string? Redis => Environment.GetEnvironmentVariable("TCM_ROI_REDIS");

    internal static async Task<TestSilos> StartAsync(
        int silos, OutsideStorage? storage = null, string? redis = null, Action<RoiSiloOptions>? configure = null, Action<RoiPortfolioOptions>? split = null, Action<ISiloBuilder>? silo = null,
        TimeSpan? responses = null)
    {
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureHost(host => host.Logging.ClearProviders());
        builder.ConfigureSilo((_, one) =>
        {
            one.Configure<ClusterMembershipOptions>(options =>
            {
                options.ProbeTimeout = TimeSpan.FromMilliseconds(500);
                options.NumMissedProbesLimit = 2;
                options.NumVotesForDeathDeclaration = 1;
                options.TableRefreshTimeout = TimeSpan.FromSeconds(1);
            });
            if (storage is not null)
            {
                one.Services.AddGrainStorage(RoiSiloOptions.DefaultStorageName, (_, _) => storage);
            }

            if (redis is not null)
            {
                one.AddRedisGrainStorage(RoiSiloOptions.DefaultStorageName, options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            }

            one.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = responses ?? options.ResponseTimeout);
            silo?.Invoke(one);
            one.AddTcmCrmRoi();
            if (configure is not null)
            {
                one.AddTcmCrmRoi(configure);
            }
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = responses ?? options.ResponseTimeout).AddTcmCrmRoi(options =>
        {
            options.BatchSize = 10;
            options.ResendAfter = TimeSpan.FromSeconds(2);
            options.GiveUpAfter = TimeSpan.FromSeconds(30);
            split?.Invoke(options);
        }));
        InProcessTestCluster cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestSilos(cluster);
    }

    internal Task KillOneAsync() => _cluster.KillSiloAsync(_cluster.Silos[^1]);

    internal Task DeactivateAsync(IAddressable grain) => _cluster.DeactivateAsync(grain);

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}
