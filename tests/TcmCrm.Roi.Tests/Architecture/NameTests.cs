using System.Reflection;

namespace TcmCrm.Roi.Tests.Architecture;

/// <summary>What identifiers of the core may not be called: words of a language stand in Texts, and one thing has one word.</summary>
public class NameTests
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Assembly Core = typeof(Money).Assembly;

    private static readonly Type[] Written = [.. Core.GetTypes().Where(type => !IsGenerated(type.FullName!))];

    [Fact]
    public void NoMember_IsCalledByALanguage() => Assert.Empty(Written
        .SelectMany(type => type.GetMembers(Declared).Where(member => member is PropertyInfo or MethodInfo or FieldInfo && !IsGenerated(member.Name)))
        .Where(member => WordsOf(member.Name).Any(word => word is "English" or "Chinese"))
        .Select(member => $"{member.DeclaringType!.FullName}.{member.Name}"));

    [Fact]
    public void NoType_IsAListOfNames() => Assert.Empty(Written.Where(type => type.Name.EndsWith("Names", StringComparison.Ordinal)).Select(type => type.FullName));

    /// <summary>An evaluation period is called so, and not a horizon beside it; documents that exist keep their names.</summary>
    [Fact]
    public void NothingPublic_IsCalledAHorizon() => Assert.Empty(Core.GetExportedTypes()
        .SelectMany(type => type.GetMembers(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .SelectMany(member => (member as MethodBase)?.GetParameters().Select(parameter => $"{member.Name}({parameter.Name})").Prepend(member.Name) ?? [member.Name])
            .Prepend(string.Empty), (type, name) => $"{type.Name}.{name}")
        .Where(name => name.Contains("horizon", StringComparison.OrdinalIgnoreCase))
        .Distinct());

    private static bool IsGenerated(string name) => name.Contains('<', StringComparison.Ordinal);

    private static IEnumerable<string> WordsOf(string name)
    {
        int begin = 0;
        for (int i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || char.IsUpper(name[i]) || name[i] == '_')
            {
                yield return name[begin..i];
                begin = i;
            }
        }
    }
}
