using System.Reflection;

namespace TcmCrm.Roi.Tests;

/// <summary>Where the sources of this checkout are, for tests that read them.</summary>
internal static class Repository
{
    internal static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    internal static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
