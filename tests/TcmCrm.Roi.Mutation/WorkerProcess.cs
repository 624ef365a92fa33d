using System.Diagnostics;
using System.Globalization;

namespace TcmCrm.Roi.Mutation;

/// <summary>A worker process as its owner sees it: asked one thing at a time, replaced when it ended.</summary>
internal sealed class WorkerProcess(string folder) : IDisposable
{
    private Process? process;

    /// <summary>Asks; the answer, "timeout" when a test ran past its limit, "crashed" when the process ended. The test it was at comes with it.</summary>
    /// <param name="question">One line.</param>
    /// <param name="fresh">Whether a new process has to answer.</param>
    /// <param name="mutant">The mutant that is active when the new process makes its static fields.</param>
    public (string Answer, int Test) Ask(string question, bool fresh, int mutant = MutatedCore.None)
    {
        if (fresh)
        {
            Dispose();
        }

        if (!Start(mutant))
        {
            return ("crashed", -1);
        }

        int test = -1;
        process!.StandardInput.WriteLine(question);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.StartsWith("at ", StringComparison.Ordinal))
            {
                test = int.Parse(line.AsSpan(3), CultureInfo.InvariantCulture);
                continue;
            }

            if (line == "timeout" || line.StartsWith("unclear", StringComparison.Ordinal))
            {
                Dispose();
            }

            return (line, test);
        }

        Dispose();
        return ("crashed", test);
    }

    private bool Start(int mutant)
    {
        if (process is not null)
        {
            return true;
        }

        var start = new ProcessStartInfo("dotnet", [typeof(WorkerProcess).Assembly.Location, "worker", folder, mutant.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A list that grows without end ends in an exception.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x80000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        if (process.StandardOutput.ReadLine() == "ready")
        {
            return true;
        }

        Dispose();
        if (mutant == MutatedCore.None)
        {
            throw new InvalidOperationException($"The worker ended before it began; see: dotnet {typeof(WorkerProcess).Assembly.Location} worker {folder}");
        }

        return false;
    }

    public void Dispose()
    {
        if (process is null)
        {
            return;
        }

        try
        {
            process.Kill();
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It had ended by itself.
        }

        process.Dispose();
        process = null;
    }
}
