using System.Globalization;
using BenchmarkDotNet.Running;
using TcmCrm.Roi.Benchmarks;

if (args is ["simulation", string document, string flows, string trials])
{
    return SimulationSpeed.Run(document, flows, int.Parse(trials, CultureInfo.InvariantCulture));
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
