using BenchmarkDotNet.Running;
using TcmCrm.Roi.Benchmarks;

// A portfolio is one long run, whose memory counts as much as its time: no benchmark of many short ones.
if (args is ["portfolio", .. string[] rest])
{
    PortfolioRun.Run(rest);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
