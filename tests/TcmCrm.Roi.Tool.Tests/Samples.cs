using System.Reflection;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>The documents in docs/samples, and the sources.</summary>
internal static class Samples
{
    internal static readonly string[] Cases =
        ["renhetang-saas.json", "renhetang-on-premises.json", "qiantang-three-channels.json", "tei-o365-smb.json", "tei-salesloft.json", "tei-windows-10.json"];

    private static readonly string Root =
        typeof(Samples).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    internal static string PathOf(string sample) => Path.Combine(Root, "docs", "samples", sample);

    internal static IEnumerable<string> SourcesOfTheTool() =>
        Directory.EnumerateFiles(Path.Combine(Root, "src", "TcmCrm.Roi.Tool"), "*.cs", SearchOption.AllDirectories);
}
