using System.Reflection;

namespace TcmCrm.Roi.Spreadsheets.Tests;

internal static class Repository
{
    internal static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A table as Excel or WPS saved it.</summary>
    internal static byte[] Input(string name) => File.ReadAllBytes(PathOf("tests", "TcmCrm.Roi.Spreadsheets.Tests", "Inputs", name));
}
