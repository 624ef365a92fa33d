using System.Collections;
using System.Reflection;

namespace TcmCrm.Roi.Json.Tests;

public class SurfaceTests
{
    [Fact]
    public void NoMember_IsOfATypeThatItsReaderCouldChange() => Assert.All(
        typeof(CaseDocument).Assembly.GetExportedTypes().SelectMany(type => type.GetMembers()),
        member =>
        {
            Type? type = member switch { PropertyInfo property => property.PropertyType, MethodInfo method => method.ReturnType, FieldInfo field => field.FieldType, _ => null };
            Assert.False(type is { IsArray: true } || (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(List<>)), $"{member.DeclaringType}.{member.Name}");
        });

    [Theory]
    [InlineData("{}")]
    [InlineData(SoundDocument.Text)]
    public void Problems_CannotBeChangedByACast(string text)
    {
        IList problems = Assert.IsAssignableFrom<IList>(CaseDocument.Read(text).Problems);
        Assert.True(problems.IsReadOnly);
        Assert.IsNotType<DocumentProblem[]>(problems);
    }

    [Fact]
    public void PublicTypes_AreSealedOrStatic() =>
        Assert.All(typeof(CaseDocument).Assembly.GetExportedTypes(), type => Assert.True(type.IsSealed, type.Name));
}
