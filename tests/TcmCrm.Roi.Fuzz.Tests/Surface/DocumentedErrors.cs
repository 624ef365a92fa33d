using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace TcmCrm.Roi.Fuzz.Tests.Surface;

/// <summary>The exceptions that the XML documentation of the assemblies names, by member.</summary>
internal sealed class DocumentedErrors
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);

    internal DocumentedErrors(IEnumerable<Assembly> assemblies)
    {
        foreach (Assembly assembly in assemblies)
        {
            foreach (XElement member in XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            {
                members[(string)member.Attribute("name")!] = member;
            }
        }
    }

    /// <summary>Whether the comment of the member names the exception or a type that it derives from.</summary>
    internal bool Allow(MemberInfo member, Exception exception)
    {
        IEnumerable<string> names = NamesOf(IdOf(member), 0);
        return names.Any(name => Types(exception.GetType()).Contains(name, StringComparer.Ordinal));
    }

    private IEnumerable<string> NamesOf(string id, int depth)
    {
        if (depth > 4 || !members.TryGetValue(id, out XElement? member))
        {
            return [];
        }

        IEnumerable<string> own = member.Elements("exception").Select(e => ((string)e.Attribute("cref")!)[2..]);
        IEnumerable<string> inherited = member.Elements("inheritdoc")
            .Select(e => (string?)e.Attribute("cref")).OfType<string>().SelectMany(cref => NamesOf(cref, depth + 1));
        return own.Concat(inherited);
    }

    private static IEnumerable<string> Types(Type type)
    {
        for (Type? at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            yield return at.FullName!;
        }
    }

    internal static string IdOf(MemberInfo member)
    {
        Type declaring = member.DeclaringType!;
        string type = NameOf(declaring.IsConstructedGenericType ? declaring.GetGenericTypeDefinition() : declaring);
        switch (member)
        {
            case PropertyInfo property:
                ParameterInfo[] indices = property.GetIndexParameters();
                return "P:" + type + "." + property.Name + (indices.Length == 0 ? "" : "(" + string.Join(',', indices.Select(p => NameOf(p.ParameterType))) + ")");
            case ConstructorInfo constructor:
                return "M:" + type + ".#ctor" + Parameters(constructor);
            case MethodInfo method:
                MethodInfo open = method.IsGenericMethod ? method.GetGenericMethodDefinition() : method;
                string name = open.Name + (open.IsGenericMethodDefinition ? "``" + open.GetGenericArguments().Length : "");
                string result = open.Name is "op_Implicit" or "op_Explicit" ? "~" + NameOf(open.ReturnType) : "";
                return "M:" + type + "." + name + Parameters(open) + result;
            default:
                return "F:" + type + "." + member.Name;
        }
    }

    private static string Parameters(MethodBase method)
    {
        // A member of a constructed type is documented by its definition.
        MethodBase open = method.DeclaringType!.IsConstructedGenericType
            ? (MethodBase)method.Module.ResolveMethod(method.MetadataToken)!
            : method;
        ParameterInfo[] parameters = open.GetParameters();
        return parameters.Length == 0 ? "" : "(" + string.Join(',', parameters.Select(p => NameOf(p.ParameterType))) + ")";
    }

    private static string NameOf(Type type)
    {
        if (type.IsByRef)
        {
            return NameOf(type.GetElementType()!) + "@";
        }

        if (type.IsArray)
        {
            return NameOf(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        }

        if (!type.IsGenericType)
        {
            return type.FullName!.Replace('+', '.');
        }

        Type definition = type.GetGenericTypeDefinition();
        string full = definition.FullName!.Replace('+', '.');
        if (type.IsGenericTypeDefinition)
        {
            return full;
        }

        var text = new StringBuilder(full[..full.IndexOf('`', StringComparison.Ordinal)]);
        return text.Append('{').AppendJoin(',', type.GetGenericArguments().Select(NameOf)).Append('}').ToString();
    }
}
