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
    internal const int FirstPort = 21_111;
    internal const int FirstGateway = 31_000;

    internal static async Task RunAsync(int number, string? redis)
    {
        using IHost host = Host.CreateDefaultBuilder().ConfigureLogging(logging => logging.ClearProviders()).UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FirstPort + number, FirstGateway + number, number == 0 ? null : new IPEndPoint(IPAddress.Loopback, FirstPort));
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
