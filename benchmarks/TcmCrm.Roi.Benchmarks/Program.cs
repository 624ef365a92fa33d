using System.Globalization;
using BenchmarkDotNet.Running;
using TcmCrm.Roi.Benchmarks;

// Long runs, held against a rival in another language or measured in memory as well: no benchmarks of many short ones.
switch (args)
{
    case ["simulation", string document, string flows, string trials]:
        SimulationSpeed.Run(document, flows, int.Parse(trials, CultureInfo.InvariantCulture));
        break;
    case ["portfolio", .. string[] rest]:
        PortfolioRun.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
