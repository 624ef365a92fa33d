using System.CommandLine;
using System.Text;
using TcmCrm.Roi.Tool.Entrance;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>One run of the tool inside the test process.</summary>
internal sealed record ToolRun(int Exit, string Output, string Error)
{
    internal string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal static ToolRun Of(params string[] args) => Of(args, "");

    internal static ToolRun Of(string[] args, string input) => Run(host => Program.Run(args, host), input, default);

    internal static ToolRun Of(Command command, params string[] args) => Of(command, default, args);

    internal static ToolRun Of(Command command, CancellationToken cancellation, params string[] args)
    {
        var root = new RootCommand { command };
        return Run(host => Program.Run(_ => root, args, host), "", cancellation);
    }

    private static ToolRun Run(Func<ToolHost, int> run, string input, CancellationToken cancellation)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        int exit = run(new ToolHost
        {
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            Output = output,
            Error = error,
            Cancellation = cancellation,
        });
        return new ToolRun(exit, output.ToString(), error.ToString());
    }
}
