using Microsoft.Win32.SafeHandles;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>A write to a pipe whose reader has ended.</summary>
internal static class ClosedPipe
{
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = 0x6D;
    private const int WindowsNoData = 0xE8;

    internal static bool Is(IOException e) => OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is WindowsBrokenPipe or WindowsNoData : (e.HResult & 0xFFFF) == BrokenPipe;

    /// <summary>Standard output. The stream of the console passes over a closed pipe in silence; one of the file says so.</summary>
    internal static Stream OpenOutput()
    {
        if (!OperatingSystem.IsWindows() && Console.IsOutputRedirected)
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 1);
            if (!pipe.CanSeek)
            {
                return pipe;
            }
        }

        return Console.OpenStandardOutput();
    }
}
