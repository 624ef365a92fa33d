namespace TcmCrm.Roi.Tool.Shell;

/// <summary>Why a file cannot be read or written, by the kind of failure: the text of the exception is in the language of the framework.</summary>
internal static class DeviceReason
{
    private const int DiskFull = 0x70;
    private const int HandleDiskFull = 0x27;
    private const int NoSpace = 28;

    internal static bool IsFull(IOException e) => (e.HResult & 0xFFFF) is DiskFull or HandleDiskFull or NoSpace;

    internal static Message Of(Exception reason) => new(reason switch
    {
        UnauthorizedAccessException => "device.denied",
        FileNotFoundException or DirectoryNotFoundException or DriveNotFoundException => "device.noFolder",
        PathTooLongException => "device.pathTooLong",
        ArgumentException or NotSupportedException => "device.noPath",
        IOException e when IsFull(e) => "device.full",
        _ => "device.failed",
    });
}
