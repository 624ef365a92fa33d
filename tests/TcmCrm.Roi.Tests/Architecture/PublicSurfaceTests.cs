using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>Rules that hold for every public type of the core, checked by reflection.</summary>
public partial class PublicSurfaceTests
{
    private static readonly Assembly Core = typeof(Money).Assembly;

    public static TheoryData<string> PublicTypes => [.. Core.GetExportedTypes().Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Classes_AreSealedOrCannotBeDerivedFromOutside(string name)
    {
        Type type = Core.GetType(name, throwOnError: true)!;
        if (type.IsClass && !type.IsSealed)
        {
            Assert.True(type.IsAbstract, $"{name} is neither sealed nor abstract.");
            Assert.All(type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public), constructor =>
                Assert.True(constructor.IsAssembly || constructor.IsFamilyAndAssembly || constructor.IsPrivate || IsRecordCopy(type, constructor), $"{name} can be derived from outside."));
        }
    }

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Properties_HaveNoSetters(string name) =>
        Assert.All(
            Core.GetType(name, throwOnError: true)!.GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly),
            property => Assert.True(
                property.SetMethod is not { IsPublic: true } setter || setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit"),
                $"{name}.{property.Name} has a public setter."));

    [Theory]
    [MemberData(nameof(PublicTypes))]
    public void Fields_AreConstantsOrEnumMembers(string name) =>
        Assert.All(
            Core.GetType(name, throwOnError: true)!.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly),
            field => Assert.True(field.IsLiteral || field.IsSpecialName, $"{name}.{field.Name} is a public field."));

    [Fact]
    public void StaticFields_AreNeverMutable()
    {
        string[] mutable = [.. Core.GetTypes()
            .Where(type => !type.IsEnum && !type.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => !field.IsLiteral && !field.IsInitOnly)
            .Select(field => $"{field.DeclaringType!.FullName}.{field.Name}")];
        Assert.Empty(mutable);
    }

    [Fact]
    public void Names_AvoidTheNamespaceAndNodaTime()
    {
        string[] names = [.. Core.GetExportedTypes().Select(type => type.Name)];
        Assert.DoesNotContain("Roi", names);
        Assert.DoesNotContain("Period", names);
        string[] folders = [.. Core.GetExportedTypes().Select(type => type.Namespace!.Split('.').Last()).Distinct()];
        Assert.Empty(names.Intersect(folders));
    }

    [Fact]
    public void ThrownArgumentExceptions_AreDocumented()
    {
        string xml = Path.ChangeExtension(Core.Location, ".xml");
        XDocument docs = XDocument.Load(xml);
        int withExceptions = docs.Descendants("member").Count(member => member.Elements("exception").Any());
        Assert.True(withExceptions > 20, $"Only {withExceptions} members document an exception.");
        Assert.All(docs.Descendants("exception"), exception => Assert.False(string.IsNullOrWhiteSpace(exception.Value), "An exception has no condition."));
    }

    [Fact]
    public void Core_ReferencesNodaTimeAlone() =>
        Assert.Equal(["NodaTime"], Core.GetReferencedAssemblies().Select(name => name.Name!).Where(name => name != "mscorlib" && name != "netstandard" && !name.StartsWith("System.", StringComparison.Ordinal)));

    /// <summary>A ceiling, which docs/architecture.md gives reasons for: who adds a type takes another away, or says there what it is for.</summary>
    [Fact]
    public void PublicTypes_AreNoMoreThanTheArchitectureSays()
    {
        int types = Core.GetExportedTypes().Length;
        Match said = Said().Match(File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md")));
        Assert.True(said.Success, "docs/architecture.md does not say how many public types there are.");
        Assert.InRange(types, 1, int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void PublicMembers_TakeAtMostSixParameters()
    {
        string[] longer = [.. Core.GetExportedTypes()
            .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).OfType<MethodBase>())
            .Where(method => method.GetParameters().Length > 6 && !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}: {method.GetParameters().Length}, {method.GetParameters().Count(one => !one.IsOptional)} required")
            .Order(StringComparer.Ordinal)];

        // Seven each, of which the last may be left out: ShareOfLicense has the four of its siblings, Benefit the columns of a table of actuals, ProductivityDip its options.
        Assert.Equal(
            ["Actual.Benefit: 7, 3 required", "MaintenanceCost.ShareOfLicense: 7, 3 required", "TimeCost.ProductivityDip: 7, 6 required"],
            longer);
    }

    [GeneratedRegex(@"\*\*(\d+) public types\*\*")]
    private static partial Regex Said();

    private static bool IsRecordCopy(Type type, ConstructorInfo constructor) =>
        constructor.GetParameters() is [{ } only] && only.ParameterType == type;
}
