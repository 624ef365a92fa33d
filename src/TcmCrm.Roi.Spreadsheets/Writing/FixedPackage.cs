using System.IO.Compression;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Writes the parts of a package again in one order and with one time, so that one content is one file.</summary>
internal static class FixedPackage
{
    /// <summary>The first time that a zip archive can hold.</summary>
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static void Copy(MemoryStream package, Stream target)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        using var written = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (ZipArchiveEntry entry in source.Entries.OrderBy(entry => entry.FullName == "[Content_Types].xml" ? 0 : 1).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            ZipArchiveEntry copy = written.CreateEntry(entry.FullName, CompressionLevel.Optimal);
            copy.LastWriteTime = Time;
            using Stream from = entry.Open();
            using Stream to = copy.Open();
            from.CopyTo(to);
        }
    }
}
