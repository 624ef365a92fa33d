using System.CommandLine;

namespace TcmCrm.Roi.Tool;

/// <summary>Carries the host through System.CommandLine to the command's action.</summary>
internal sealed class ToolInvocation : InvocationConfiguration
{
    internal ToolInvocation(ToolHost host)
    {
        Host = host;
        Output = host.Output;
        Error = host.Error;
        // Errors and Ctrl-C are handled in Program, the same way for every command.
        EnableDefaultExceptionHandler = false;
        ProcessTerminationTimeout = null;
    }

    internal ToolHost Host { get; }

    internal ProblemList Problems { get; } = new();
}
