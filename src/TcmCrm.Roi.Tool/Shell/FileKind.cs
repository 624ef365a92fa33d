using System.Runtime.InteropServices;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>What a path leads to: a file with a length, or a device, a pipe or a socket. The framework does not say.</summary>
internal static class FileKind
{
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <summary>True for a regular file behind any links, and where nothing is there or nothing can be known.</summary>
    internal static bool IsRegular(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return !path.StartsWith(@"\\.\", StringComparison.Ordinal);
        }

        try
        {
            // Larger than the struct of any version; the mode stands behind one int of flags.
            int[] status = new int[64];
            return Stat(path, status) != 0 || (status[1] & TypeMask) == Regular;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return true;
        }
    }

    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [In, Out] int[] status);
}
