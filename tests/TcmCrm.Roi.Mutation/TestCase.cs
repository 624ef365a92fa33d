using System.Collections;
using System.Globalization;
using System.Reflection;

namespace TcmCrm.Roi.Mutation;

/// <summary>One test of an xunit assembly: a method with its arguments, run directly. What these tests use is known: Fact, Theory, InlineData, MemberData, all synchronous.</summary>
internal sealed class TestCase
{
    private readonly MethodInfo method;
    private readonly object?[] arguments;

    private TestCase(MethodInfo method, object?[] arguments)
    {
        this.method = method;
        this.arguments = arguments;
    }

    /// <summary>Folder and class and method, as Stryker's reports name tests.</summary>
    public string Name => $"{method.DeclaringType!.FullName}.{method.Name}";

    /// <summary>Runs it; the exception that ended it, or null when it passed.</summary>
    public Exception? Run()
    {
        try
        {
            object? instance = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!);
            method.Invoke(instance, arguments);
            (instance as IDisposable)?.Dispose();
            return null;
        }
        catch (TargetInvocationException thrown)
        {
            return thrown.InnerException ?? thrown;
        }
    }

    /// <summary>All tests of an assembly, in an order that does not change.</summary>
    public static TestCase[] All(Assembly tests) =>
    [
        .. from type in tests.GetTypes()
           where type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false }
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           orderby type.FullName, method.Name
           from test in Of(method)
           select test,
    ];

    private static IEnumerable<TestCase> Of(MethodInfo method)
    {
        object[] attributes = method.GetCustomAttributes(inherit: false);
        if (!attributes.Any(attribute => attribute.GetType().FullName is "Xunit.FactAttribute" or "Xunit.TheoryAttribute"))
        {
            return [];
        }

        if (method.ReturnType != typeof(void))
        {
            throw new NotSupportedException($"{method.DeclaringType}.{method.Name} gives {method.ReturnType}; tests that are not void are not run here.");
        }

        object?[][] rows = [.. attributes.SelectMany(attribute => Rows(attribute, method))];
        return method.GetParameters().Length == 0 ? [new TestCase(method, [])] : rows.Select(row => new TestCase(method, Converted(row, method)));
    }

    private static IEnumerable<object?[]> Rows(object attribute, MethodInfo method)
    {
        switch (attribute.GetType().FullName)
        {
            case "Xunit.InlineDataAttribute":
                return [(object?[])attribute.GetType().GetProperty("Data")!.GetValue(attribute)!];
            case "Xunit.MemberDataAttribute":
                Type owner = (Type?)attribute.GetType().GetProperty("MemberType")!.GetValue(attribute) ?? method.DeclaringType!;
                string name = (string)attribute.GetType().GetProperty("MemberName")!.GetValue(attribute)!;
                const BindingFlags any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.FlattenHierarchy;
                object source = owner.GetProperty(name, any)?.GetValue(null) ?? owner.GetMethod(name, any)?.Invoke(null, null) ??
                    owner.GetField(name, any)?.GetValue(null) ?? throw new MissingMemberException(owner.FullName, name);
                return ((IEnumerable)source).Cast<object>().Select(row => row as object?[] ?? (object?[])row.GetType().GetInterface("Xunit.ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, null)!);
            default:
                return [];
        }
    }

    private static object?[] Converted(object?[] row, MethodInfo method) =>
    [
        .. method.GetParameters().Select((parameter, i) =>
            parameter.IsDefined(typeof(ParamArrayAttribute)) && !(row.Length == i + 1 && parameter.ParameterType.IsInstanceOfType(row[i]))
                ? Rest(row, i, parameter.ParameterType.GetElementType()!)
                : i < row.Length ? Converted(row[i], parameter.ParameterType) : Type.Missing),
    ];

    private static Array Rest(object?[] row, int from, Type type)
    {
        var rest = Array.CreateInstance(type, Math.Max(row.Length - from, 0));
        for (int i = 0; i < rest.Length; i++)
        {
            rest.SetValue(Converted(row[from + i], type), i);
        }

        return rest;
    }

    private static object? Converted(object? value, Type type)
    {
        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        return value is null || wanted.IsInstanceOfType(value) ? value
            : wanted.IsEnum ? Enum.ToObject(wanted, value)
            : Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture);
    }
}
