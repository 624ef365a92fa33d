using System.Runtime.InteropServices;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Entrance;

/// <summary>Ends the process on Ctrl-C, SIGTERM and SIGHUP at once, with 128 and the number of the signal, and leaves no temporary file behind.</summary>
/// <remarks>
/// Most of a run is arithmetic that asks no token, so the signal does not wait for it: what the run has written until then is deleted and the process ends. A file that was
/// already put in its place stays.
/// </remarks>
internal sealed class Ending : IDisposable
{
    private const int Hangup = 1;
    private const int Terminated = 15;

    private readonly CancellationTokenSource cancellation = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    internal Ending()
    {
        Register(PosixSignal.SIGINT, ExitCode.Interrupted);
        Register(PosixSignal.SIGTERM, 128 + Terminated);
        Register(PosixSignal.SIGHUP, 128 + Hangup);
    }

    internal CancellationToken Token => cancellation.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in registrations)
        {
            registration.Dispose();
        }

        cancellation.Dispose();
    }

    private void Register(PosixSignal signal, int exit) => registrations.Add(PosixSignalRegistration.Create(signal, context =>
    {
        context.Cancel = true;
        cancellation.Cancel();
        TemporaryFiles.DeleteAll();
        Environment.Exit(exit);
    }));
}
