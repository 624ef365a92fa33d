using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TcmCrm.Roi.Tests.Architecture;

namespace HostChecks;

/// <summary>What the packages hold, and that a second build in another folder holds the same.</summary>
public partial class PackageTests
{
    private static readonly string[] Libraries = ["TcmCrm.Roi", "TcmCrm.Roi.DependencyInjection", "TcmCrm.Roi.Json", "TcmCrm.Roi.Reporting", "TcmCrm.Roi.Spreadsheets"];

    public static TheoryData<string> Packages => [.. Directory.GetFiles(Workspace.Packages, "*nupkg").Select(path => Path.GetFileName(path))];

    public static TheoryData<string> LibraryPackages => [.. Libraries, .. NewLibraries];

    /// <summary>Libraries that run on .NET 10 alone.</summary>
    private static readonly string[] NewLibraries = ["TcmCrm.Roi.Orleans"];

    public static TheoryData<string> PackageIds => [.. Libraries, .. NewLibraries, "TcmCrm.Roi.Tool"];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_IsTheSameFromTwoFolders(string name)
    {
        Dictionary<string, string> first = Hashes(Path.Combine(Workspace.Packages, name));
        Dictionary<string, string> second = Hashes(Path.Combine(Workspace.PackagesAgain, name));
        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    [Theory]
    [MemberData(nameof(LibraryPackages))]
    public void LibraryPackage_HoldsItsTargetsTheirDocumentationAndSymbols(string id)
    {
        string[] entries = [.. Hashes(PathOf(id, "nupkg")).Keys];
        string[] symbols = [.. Hashes(PathOf(id, "snupkg")).Keys];
        foreach (string framework in FrameworksOf(id))
        {
            Assert.Contains($"lib/{framework}/{id}.dll", entries);
            Assert.Contains($"lib/{framework}/{id}.xml", entries);
            Assert.Contains($"lib/{framework}/{id}.pdb", symbols);
        }

        Assert.Contains("README.md", entries);
    }

    [Theory]
    [MemberData(nameof(LibraryPackages))]
    public void LibraryPackage_DocumentsEachPublicType(string id)
    {
        foreach (string framework in FrameworksOf(id))
        {
            HashSet<string> documented = [.. XDocument.Load(Entry(id, $"lib/{framework}/{id}.xml")).Descendants("member")
                .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
                .Select(member => member.Attribute("name")!.Value)];
            using var image = new PEReader(Entry(id, $"lib/{framework}/{id}.dll"));
            MetadataReader metadata = image.GetMetadataReader();
            string[] types = [.. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => $"T:{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}")];
            Assert.NotEmpty(types);
            Assert.Empty(types.Except(documented));
        }
    }

    [Theory]
    [MemberData(nameof(PackageIds))]
    public void Metadata_IsComplete(string id)
    {
        XElement metadata = Nuspec(id);
        string Text(string name) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value ?? string.Empty;

        Assert.Equal(id, Text("id"));
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("README.md", Text("readme"));
        Assert.Equal("icon.png", Text("icon"));
        Assert.All<string>(["version", "authors", "description", "tags", "copyright", "releaseNotes"], name => Assert.False(string.IsNullOrWhiteSpace(Text(name)), $"{name} is empty."));
        Assert.InRange(Text("description").Length, 40, 4_000);

        // Both from one property, which is empty until the project is published.
        XElement? repository = metadata.Elements().FirstOrDefault(element => element.Name.LocalName == "repository");
        Assert.Equal(Text("projectUrl"), repository?.Attribute("url")?.Value ?? string.Empty);
    }

    /// <summary>A page of a package is read where the repository is not.</summary>
    [Theory]
    [MemberData(nameof(PackageIds))]
    public void ReadMe_IsOfItsPackageAndHasNoLinkIntoTheRepository(string id)
    {
        string page = Encoding.UTF8.GetString(Entry(id, "README.md").ToArray());
        Assert.StartsWith($"# {id}\n", page.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.All(RelativeLink().Matches(page), link => Assert.StartsWith("https://", link.Groups[1].Value, StringComparison.Ordinal));
        Assert.InRange(Entry(id, "icon.png").Length, 200, 20_000);
    }

    [Fact]
    public void JsonPackage_HoldsSchemasAndSamples()
    {
        string[] entries = [.. Hashes(PathOf("TcmCrm.Roi.Json", "nupkg")).Keys];
        Assert.All<string>(
            [
                .. new[] { "case", "result", "review", "impact", "trend", "simulation", "comparison", "portfolio", "tenant", "returns", "actuals", "series", "register", "tracker-state" }
                    .Select(name => $"schema/{name}.schema.json"),
                "samples/renhetang-saas.json", "samples/renhetang-saas-actuals.csv", "samples/kpis.csv",
            ],
            name => Assert.Contains(name, entries));
    }

    [Fact]
    public void CorePackage_DependsOnNodaTimeAlone()
    {
        string[] dependencies = [.. Nuspec("TcmCrm.Roi").Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Distinct()];
        Assert.Equal(["NodaTime"], dependencies);
    }

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net10.0")]
    public void CoreAssembly_UsesNothingThatASandboxForbids(string framework)
    {
        SandboxScan scan = SandboxScan.Of(Entry("TcmCrm.Roi", $"lib/{framework}/TcmCrm.Roi.dll"));
        Assert.True(scan.MethodCount > 1_000, $"Only {scan.MethodCount} methods were read.");
        Assert.Empty(scan.Findings);
    }

    private static string[] FrameworksOf(string id) => NewLibraries.Contains(id) ? ["net10.0"] : ["net10.0", "netstandard2.0"];

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex RelativeLink();

    private static string PathOf(string id, string extension) =>
        Directory.GetFiles(Workspace.Packages, $"{id}.*.{extension}").Single(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));

    private static XElement Nuspec(string id) => XDocument.Load(Entry(id, $"{id}.nuspec")).Root!.Elements().First();

    private static MemoryStream Entry(string id, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(PathOf(id, "nupkg"));
        using Stream stream = archive.GetEntry(name)!.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }

    private static Dictionary<string, string> Hashes(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using Stream stream = entry.Open();
            return Convert.ToHexString(SHA256.HashData(stream));
        });
    }
}
