using System.Net;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;
using TcmCrm.Roi.Orleans;

namespace TcmCrm.Roi.Silos;

/// <summary>A silo as a process of its own, which stands for a machine: the first one holds the list of members.</summary>
internal static class OneSilo
{
    private const int FirstPort = 21_111;
    private const int FirstGateway = 31_000;

    /// <summary>Clusters of different sizes stand side by side.</summary>
    internal static int GatewayOf(int cluster, int number) => FirstGateway + (100 * cluster) + number;

    internal static string NameOf(int cluster) => $"silos-{cluster}";

    internal static async Task RunAsync(int cluster, int number, string? redis)
    {
        using IHost host = Host.CreateDefaultBuilder().ConfigureLogging(logging => logging.ClearProviders()).UseOrleans(silo =>
        {
            int port = FirstPort + (100 * cluster);
            silo.UseLocalhostClustering(port + number, GatewayOf(cluster, number), number == 0 ? null : new IPEndPoint(IPAddress.Loopback, port), NameOf(cluster), NameOf(cluster));
            if (redis is not null)
            {
                silo.AddRedisGrainStorage(RoiSiloOptions.DefaultStorageName, options => options.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            }

            silo.Configure<ClusterMembershipOptions>(options => options.ProbeTimeout = TimeSpan.FromSeconds(10));
            silo.AddTcmCrmRoi();
        }).Build();
        await host.StartAsync();
        Console.WriteLine("ready");
        while (Console.ReadLine() is not null)
        {
        }

        // Its end is no part of what is measured.
        Environment.Exit(0);
    }
}
