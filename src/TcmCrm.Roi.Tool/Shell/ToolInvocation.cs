using System.CommandLine;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>Carries the host and the language of the run through System.CommandLine to the command's action.</summary>
internal sealed class ToolInvocation : InvocationConfiguration
{
    internal ToolInvocation(ToolHost host, Language language)
    {
        Host = host;
        Language = language;
        Output = host.Output;
        Error = host.Error;
        // Errors and Ctrl-C are handled in Program, the same way for every command.
        EnableDefaultExceptionHandler = false;
        ProcessTerminationTimeout = null;
    }

    internal ToolHost Host { get; }

    internal Language Language { get; }

    internal ProblemList Problems { get; } = new();
}
