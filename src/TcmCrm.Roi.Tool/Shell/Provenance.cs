using System.Security.Cryptography;
using TcmCrm.Roi.Reporting;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>What a page was made from. What came by standard input or a pipe is gone when the page is written, and is not named.</summary>
internal static class Provenance
{
    internal static IReadOnlyList<ReportInput> Of(IEnumerable<string> paths)
    {
        var inputs = new List<ReportInput>();
        foreach (string path in paths.Distinct().Where(path => FileKind.IsRegular(path) && File.Exists(path)))
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            inputs.Add(new ReportInput(Path.GetFileName(path), Convert.ToHexStringLower(SHA256.HashData(stream))));
        }

        return inputs;
    }
}
