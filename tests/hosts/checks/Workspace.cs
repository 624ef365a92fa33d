namespace HostChecks;

/// <summary>Where tests/hosts/run has put what is to be checked.</summary>
internal static class Workspace
{
    /// <summary>The folder of this run.</summary>
    internal static string Root { get; } = Required("HOSTS_WORK");

    /// <summary>The folder with the packages under test.</summary>
    internal static string Packages { get; } = Required("HOSTS_PACKAGES");

    /// <summary>The packages built again from a copy of the sources in another folder.</summary>
    internal static string PackagesAgain { get; } = Path.Combine(Root, "packages-again");

    /// <summary>The pages for hosts.</summary>
    internal static string Documentation { get; } = Required("HOSTS_DOCS");

    internal static string Output(string name) => Path.Combine(Root, "output", name);

    internal static string PluginFolder(string project, string framework) => Path.Combine(Root, project, "bin", "Release", framework);

    private static string Required(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"The variable {variable} is not set; start tests/hosts/run.");
}
