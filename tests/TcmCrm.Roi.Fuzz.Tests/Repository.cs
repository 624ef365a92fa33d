using System.Reflection;

namespace TcmCrm.Roi.Fuzz.Tests;

/// <summary>Files of the repository that tests look at where they stand.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);
}
