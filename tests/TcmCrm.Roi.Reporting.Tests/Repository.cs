using System.Reflection;

namespace TcmCrm.Roi.Reporting.Tests;

internal static class Repository
{
    internal static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
