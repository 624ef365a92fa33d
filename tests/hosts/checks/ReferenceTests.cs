using System.IO.Compression;
using System.Text.RegularExpressions;

namespace HostChecks;

/// <summary>What mono does not look at and .NET Framework does: strong names, and versions that only a binding redirect would reconcile.</summary>
public partial class ReferenceTests
{
    // In the global assembly cache of .NET Framework 4.6.2 to 4.8. netstandard is there from 4.7.1; before, the build copies it.
    private static readonly string[] InFramework =
    [
        "mscorlib", "netstandard", "System", "System.ComponentModel.DataAnnotations", "System.Core", "System.Data", "System.Numerics",
        "System.Runtime.Serialization", "System.ValueTuple", "System.Xml", "System.Xml.Linq",
    ];

    public static TheoryData<string> Shipped => [.. ShippedAssemblies().Keys];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ShippedAssembly_AndEverythingItRefersTo_IsStrongNamed(string name)
    {
        AssemblyFile assembly = ShippedAssemblies()[name];
        Assert.True(assembly.IsSigned, $"{name} is not signed.");
        Assert.NotEmpty(assembly.References);

        // Orleans has no strong names, and runs on .NET alone, which does not ask for them.
        bool isOnOrleans = assembly.Name == "TcmCrm.Roi.Orleans";
        Assert.All(assembly.References, reference => Assert.True(
            reference.IsSigned || (isOnOrleans && reference.Name.StartsWith("Orleans.", StringComparison.Ordinal)), $"{name} refers to {reference.Name}, which has no strong name."));
    }

    [Theory]
    [InlineData("plugin", "net462")]
    [InlineData("plugin", "net472")]
    [InlineData("documents", "net462")]
    [InlineData("documents", "net472")]
    public void PluginFolder_HoldsOnlySignedAssembliesAndAllThatIsReferredTo(string project, string framework)
    {
        IReadOnlyList<AssemblyFile> folder = AssemblyFile.ReadFolder(Workspace.PluginFolder(project, framework));
        Assert.Contains(folder, assembly => assembly.Name == "TcmCrm.Roi");
        string[] present = [.. folder.Select(assembly => assembly.Name)];
        Assert.All(folder.Where(assembly => !assembly.IsFacade), assembly =>
        {
            Assert.True(assembly.IsSigned, $"{assembly.Name} is not signed.");
            Assert.All(assembly.References, reference => Assert.True(present.Contains(reference.Name) || InFramework.Contains(reference.Name), $"{assembly.Name} refers to {reference.Name}, which is nowhere."));
        });
    }

    [Theory]
    [InlineData("plugin", "net462")]
    [InlineData("plugin", "net472")]
    [InlineData("documents", "net462")]
    [InlineData("documents", "net472")]
    public void PluginFolder_NeedsTheDocumentedBindingRedirectsAndNoOther(string project, string framework)
    {
        IReadOnlyList<AssemblyFile> folder = AssemblyFile.ReadFolder(Workspace.PluginFolder(project, framework));
        Dictionary<string, Version> versions = folder.ToDictionary(assembly => assembly.Name, assembly => assembly.Version);
        string[] needed = [.. folder.Where(assembly => !assembly.IsFacade)
            .SelectMany(assembly => assembly.References)
            .Where(reference => versions.TryGetValue(reference.Name, out Version? version) && version != reference.Version)
            .Select(reference => $"{reference.Name} {versions[reference.Name]}")
            .Distinct()
            .Order(StringComparer.Ordinal)];
        Assert.Equal(Documented(project, framework), needed);
    }

    [Theory]
    [InlineData("plugin", "net472", 4)]
    [InlineData("plugin", "net462", 5)]
    [InlineData("documents", "net472", 5)]
    [InlineData("documents", "net462", 16)]
    public void PluginFolder_IsSmallEnough(string project, string framework, int limitInMegabytes)
    {
        long bytes = Directory.GetFiles(Workspace.PluginFolder(project, framework), "*.dll").Sum(file => new FileInfo(file).Length);
        TestContext.Current.SendDiagnosticMessage($"{project} {framework}: {bytes / 1e6:0.00} MB");
        Assert.InRange(bytes, 100_000, limitInMegabytes * 1_000_000L);
    }

    // Rows "| assembly | version in the folder | ... |" below the heading "Core only" or "With documents and the container".
    private static string[] Documented(string project, string framework)
    {
        string heading = project == "plugin" ? "### Core only" : "### With documents and the container";
        string[] section = [.. File.ReadLines(Path.Combine(Workspace.Documentation, "net-framework.md"))
            .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'))];
        string[] rows = [.. section.Select(line => Row().Match(line)).Where(match => match.Success && (framework == "net462" || !match.Groups[3].Value.Contains("net462 only")))
            .Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}").Order(StringComparer.Ordinal)];
        Assert.Equal(rows.Length == 0, section.Any(line => line.StartsWith("**No redirect is needed**", StringComparison.Ordinal)));
        return rows;
    }

    [GeneratedRegex(@"^\| `([\w.]+)` \| ([\d.]+) \|(.*)")]
    private static partial Regex Row();

    private static Dictionary<string, AssemblyFile> ShippedAssemblies()
    {
        var assemblies = new Dictionary<string, AssemblyFile>();
        foreach (string package in Directory.GetFiles(Workspace.Packages, "*.nupkg"))
        {
            using ZipArchive archive = ZipFile.OpenRead(package);
            foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)))
            {
                using var copy = new MemoryStream();
                using (Stream source = entry.Open())
                {
                    source.CopyTo(copy);
                }

                copy.Position = 0;
                assemblies.Add(entry.FullName, AssemblyFile.Read(copy));
            }
        }

        return assemblies;
    }
}
