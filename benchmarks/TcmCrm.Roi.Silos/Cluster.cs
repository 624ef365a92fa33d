using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using TcmCrm.Roi.Orleans;

namespace TcmCrm.Roi.Silos;

/// <summary>So many silos, each a process with one processor, and a client to them in this process.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly List<Process> _silos;
    private readonly IHost _client;

    private Cluster(List<Process> silos, IHost client) => (_silos, _client) = (silos, client);

    internal int Size => _silos.Count;

    internal IRoiPortfolio Portfolio => _client.Services.GetRequiredService<IRoiPortfolio>();

    /// <summary>Processor time of all silos so far.</summary>
    internal TimeSpan SiloTime
    {
        get
        {
            TimeSpan sum = TimeSpan.Zero;
            foreach (Process silo in _silos)
            {
                silo.Refresh();
                sum += silo.TotalProcessorTime;
            }

            return sum;
        }
    }

    /// <summary>The largest silo in memory.</summary>
    internal long Peak => _silos.Max(silo => silo.PeakWorkingSet64);

    internal static async Task<Cluster> StartAsync(int silos, string? redis)
    {
        var processes = new List<Process>();
        for (int number = 0; number < silos; number++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, redis is null ? ["silo", $"{silos}", $"{number}"] : ["silo", $"{silos}", $"{number}", redis]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
            Process process = Process.Start(start)!;
            if (await process.StandardOutput.ReadLineAsync() != "ready")
            {
                throw new InvalidOperationException("A silo did not start.");
            }

            processes.Add(process);
        }

        IHost client = Host.CreateDefaultBuilder().ConfigureLogging(logging => logging.ClearProviders()).UseOrleansClient(builder => builder
            .UseLocalhostClustering([.. Enumerable.Range(0, silos).Select(number => OneSilo.GatewayOf(silos, number))], OneSilo.NameOf(silos), OneSilo.NameOf(silos))
            .Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5))
            .AddTcmCrmRoi()).Build();
        await client.StartAsync();
        return new Cluster(processes, client);
    }

    public async ValueTask DisposeAsync()
    {
        await _client.StopAsync();
        _client.Dispose();
        foreach (Process silo in _silos)
        {
            silo.StandardInput.Close();
            await silo.WaitForExitAsync();
            silo.Dispose();
        }
    }
}
