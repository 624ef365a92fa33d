using System.Collections;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TcmCrm.Roi.Fuzz.Tests.Surface;

/// <summary>Calls every public member of the assemblies with sound values and with those at every edge, and notes what no comment names.</summary>
internal sealed class SurfaceCalls
{
    /// <summary>Reading what a call returned; the sequences of hosts have no end.</summary>
    private const int ReadAtMost = 2_000;

    private static readonly TimeSpan LongCall = TimeSpan.FromSeconds(5);
    private static readonly Type[] GenericArguments = [typeof(double), typeof(decimal), typeof(Money), typeof(string), typeof(Currency)];

    private readonly DocumentedErrors documented;
    private readonly ValuePool pool;
    private readonly Random random;
    private readonly Type[] types;
    private readonly SortedDictionary<string, string> findings = new(StringComparer.Ordinal);
    private readonly Dictionary<MemberInfo, int> read = [];
    private MethodBase? current;
    private object?[] given = [];
    private long begun;

    internal SurfaceCalls(int seed, params Assembly[] assemblies)
    {
        documented = new DocumentedErrors(assemblies);
        pool = new ValuePool(seed);
        random = new Random(seed);
        // A simulation takes a second by design; its guards have tests of their own.
        types = [.. assemblies.SelectMany(a => a.GetExportedTypes()).SelectMany(Closed).Where(t => !typeof(Delegate).IsAssignableFrom(t) && t.Namespace != "TcmCrm.Roi.Sensitivity").OrderBy(t => t.FullName, StringComparer.Ordinal)];
    }

    /// <summary>One line for each member and exception.</summary>
    internal IReadOnlyCollection<string> Findings => [.. findings.Select(f => f.Key + f.Value)];

    internal Dictionary<string, double> Seconds { get; } = new(StringComparer.Ordinal);

    internal long Calls { get; private set; }

    /// <summary>Members that were never called, for want of a value.</summary>
    internal SortedSet<string> NeverCalled { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a value and all that can be read from it.</summary>
    internal void Seed(object value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Walk(value, 0);

        void Walk(object at, int depth)
        {
            if (depth > 6 || !seen.Add(at))
            {
                return;
            }

            if (at is IEnumerable list and not string)
            {
                foreach (object? item in list.Cast<object?>().Take(3))
                {
                    if (item is not null)
                    {
                        Walk(item, depth);
                    }
                }
            }

            if (!types.Contains(at.GetType()))
            {
                return;
            }

            pool.Keep(at);
            foreach (PropertyInfo property in at.GetType().GetProperties().Where(p => p.GetMethod is { IsStatic: false } && p.GetIndexParameters().Length == 0 && !IsByRefLike(p.PropertyType)))
            {
                try
                {
                    if (property.GetValue(at) is { } next)
                    {
                        Walk(next, depth + 1);
                    }
                }
                catch (TargetInvocationException)
                {
                    // No value of this property; its errors are looked at below.
                }
            }
        }
    }

    /// <summary>Adds a value of a type that nobody outside may name, as what its interface is.</summary>
    internal void SeedAs(Type type, object value) => pool.KeepAs(type, value);

    internal void Run(int gatheringRounds, int callsOfEach)
    {
        using var watch = new Timer(_ =>
        {
            if (current is { } method && Stopwatch.GetElapsedTime(begun) > TimeSpan.FromSeconds(10))
            {
                Console.Error.WriteLine("a call that does not end: " + DocumentedErrors.IdOf(MemberOf(method)) + " with " + Shown(given));
            }
        }, null, 10_000, 10_000);
        MethodBase[] methods = [.. types.SelectMany(MethodsOf).Where(m => m is not MethodInfo { ReturnType.Namespace: "TcmCrm.Roi.Sensitivity" } && !m.GetParameters().Any(p => IsByRefLike(p.ParameterType)))];
        for (int round = 0; round < gatheringRounds; round++)
        {
            foreach (MethodBase method in methods)
            {
                Type result = method is MethodInfo { ReturnType: var returned } ? returned : method.DeclaringType!;
                int tries = round == 0 || !types.Contains(result) ? 1 : pool.Of(result).Count == 0 ? 60 : 2;
                for (int i = 0; i < tries; i++)
                {
                    Call(method, 0, out _);
                }
            }
        }

        foreach (MethodBase method in methods)
        {
            bool called = false;
            int parameters = method.GetParameters().Length + (method.IsStatic || method.IsConstructor ? 0 : 1);
            int calls = parameters == 0 ? 1 : method.GetParameters().Length == 0 ? Math.Min(callsOfEach, 8) : callsOfEach;
            for (int i = 0; i < calls; i++)
            {
                Call(method, i < calls / 4 ? 0 : i % 3 == 0 ? 2 : 1, out bool wasCalled);
                called |= wasCalled;
            }

            if (!called)
            {
                NeverCalled.Add(DocumentedErrors.IdOf(MemberOf(method)));
            }
        }
    }

    /// <param name="method">What to call.</param>
    /// <param name="edges">0: sound values; 1: one argument at an edge; 2: all of them.</param>
    /// <param name="called">Whether there were values for it.</param>
    private void Call(MethodBase method, int edges, out bool called)
    {
        called = false;
        ParameterInfo[] parameters = method.GetParameters();
        object? target = null;
        if (!method.IsStatic && !method.IsConstructor)
        {
            Type declaring = method.DeclaringType!;
            if (method.Name.StartsWith("set_", StringComparison.Ordinal))
            {
                // What an initializer sets: on an object of its own, never on one that others hold.
                target = declaring.IsAbstract ? null : New(declaring);
                if (target is null)
                {
                    return;
                }
            }

            IReadOnlyList<object> targets = pool.Of(declaring);
            target ??= edges > 0 && declaring.IsValueType && random.Next(4) == 0 ? Activator.CreateInstance(declaring)
                : targets.Count > 0 ? targets[random.Next(targets.Count)]
                : declaring.IsValueType ? Activator.CreateInstance(declaring) : null;
            if (target is null)
            {
                return;
            }
        }

        int edge = parameters.Length == 0 ? -1 : random.Next(parameters.Length);
        object?[] arguments = new object?[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            Type type = parameters[i].ParameterType;
            if (edges == 2 || (edges == 1 && i == edge))
            {
                arguments[i] = pool.Edge(type);
            }
            else if (parameters[i].IsOptional && random.Next(2) == 0)
            {
                arguments[i] = parameters[i].DefaultValue is { } value and not DBNull ? (type.IsEnum ? Enum.ToObject(type, value) : value) : type.IsValueType ? Activator.CreateInstance(type) : null;
            }
            else if (!pool.TrySound(type, out arguments[i]))
            {
                if (!parameters[i].IsOut)
                {
                    return;
                }
            }

            if (arguments[i] is Stream stream)
            {
                stream.Position = 0;
            }
        }

        called = true;
        Calls++;
        long begin = begun = Stopwatch.GetTimestamp();
        (current, given) = (method, arguments);
        try
        {
            object? result = method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(target, arguments);
            if (method is MethodInfo { Name: var name } && name.StartsWith("set_", StringComparison.Ordinal))
            {
                result = target;
            }

            if (result is not null)
            {
                Read(method, result, arguments);
                Remember(result);
            }
        }
        catch (TargetInvocationException e) when (e.InnerException is { } thrown)
        {
            MemberInfo member = MemberOf(method);
            if (!documented.Allow(member, thrown))
            {
                Note(member, thrown, arguments);
            }
        }
        catch (ArgumentException)
        {
            // The framework could not bind the arguments.
            called = false;
        }

        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Seconds, DocumentedErrors.IdOf(MemberOf(method)), out _) += Stopwatch.GetElapsedTime(begin).TotalSeconds;
        if (Stopwatch.GetElapsedTime(begin) > LongCall)
        {
            findings.TryAdd(DocumentedErrors.IdOf(MemberOf(method)) + ": ", "takes " + Stopwatch.GetElapsedTime(begin).TotalSeconds.ToString("0.0", null) + " s with " + Shown(arguments));
        }
    }

    /// <summary>An object of its own, made with sound values; null where none can be made.</summary>
    private object? New(Type type)
    {
        if (type.IsValueType || type.GetConstructor([]) is not null)
        {
            return Activator.CreateInstance(type);
        }

        foreach (ConstructorInfo constructor in type.GetConstructors())
        {
            ParameterInfo[] parameters = constructor.GetParameters();
            object?[] arguments = new object?[parameters.Length];
            if (!parameters.Select((parameter, i) => pool.TrySound(parameter.ParameterType, out arguments[i])).All(found => found))
            {
                continue;
            }

            try
            {
                return constructor.Invoke(arguments);
            }
            catch (TargetInvocationException)
            {
                // Another time with other values.
            }
        }

        return null;
    }

    private void Remember(object result)
    {
        if (types.Contains(result.GetType()) || types.Any(t => t.IsInstanceOfType(result)))
        {
            pool.Keep(result);
        }
        else if (result is IEnumerable list and not string)
        {
            int left = 3;
            foreach (object? item in list)
            {
                if (item is not null && left-- > 0 && types.Contains(item.GetType()))
                {
                    pool.Keep(item);
                }

                if (left <= 0)
                {
                    break;
                }
            }
        }
    }

    /// <summary>What came back can be read: printed, compared, and each sequence to its end without a check that fires late.</summary>
    private void Read(MethodBase method, object result, object?[] arguments)
    {
        MemberInfo member = MemberOf(method);
        ref int count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(read, member, out _);
        if (count++ > 40)
        {
            return;
        }

        try
        {
            _ = result.ToString();
            _ = result.GetHashCode();
            _ = result.Equals(result);
            if (result is IEnumerable list and not string)
            {
                int left = ReadAtMost;
                foreach (object? _ in list)
                {
                    if (--left == 0)
                    {
                        break;
                    }
                }
            }
        }
        catch (Exception e)
        {
            Note(member, e, arguments, "; thrown when what it returned was read");
        }

        if (!types.Contains(result.GetType()))
        {
            return;
        }

        foreach (PropertyInfo property in result.GetType().GetProperties().Where(p => p.GetMethod is { IsStatic: false } && p.GetIndexParameters().Length == 0 && !IsByRefLike(p.PropertyType)))
        {
            try
            {
                if (property.GetValue(result) is IEnumerable sequence and not string)
                {
                    int left = ReadAtMost;
                    foreach (object? _ in sequence)
                    {
                        if (--left == 0)
                        {
                            break;
                        }
                    }
                }
            }
            catch (TargetInvocationException e) when (e.InnerException is { } thrown)
            {
                if (!documented.Allow(property, thrown))
                {
                    Note(property, thrown, arguments, " of a value from " + DocumentedErrors.IdOf(member));
                }
            }
            catch (Exception e)
            {
                Note(property, e, arguments, "; thrown when it was read");
            }
        }
    }

    private void Note(MemberInfo member, Exception thrown, object?[] arguments, string how = "")
    {
        string where = new StackTrace(thrown).GetFrames().Select(f => f.GetMethod()).FirstOrDefault(m => m?.DeclaringType?.Namespace?.StartsWith("TcmCrm", StringComparison.Ordinal) == true) is { } at
            ? at.DeclaringType!.Name + "." + at.Name : "";
        findings.TryAdd(DocumentedErrors.IdOf(member) + ": " + thrown.GetType().Name, $"{how} in {where} ({thrown.Message.ReplaceLineEndings(" ")}) with {Shown(arguments)}");
    }

    private static string Shown(object?[] arguments) => string.Join(" | ", arguments.Select(a => a switch
    {
        null => "null",
        string { Length: > 40 } text => text[..40] + "...",
        string text => '"' + text + '"',
        IEnumerable list => "[" + string.Join(", ", list.Cast<object?>().Take(4).Select(i => i is null ? "null" : Short(i))) + "]",
        _ => Short(a),
    }));

    private static string Short(object value)
    {
        try
        {
            string text = value.ToString() ?? "";
            return text.Length > 60 ? text[..60] + "..." : text;
        }
        catch (Exception e)
        {
            return e.GetType().Name;
        }
    }

    private static MemberInfo MemberOf(MethodBase method) =>
        method is MethodInfo { IsSpecialName: true } && method.DeclaringType!.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
            .FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method) is { } property ? property : method;

    private static IEnumerable<MethodBase> MethodsOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (ConstructorInfo constructor in type.IsAbstract ? [] : type.GetConstructors())
        {
            yield return constructor;
        }

        foreach (MethodInfo method in type.GetMethods(Declared).Where(m => !m.Name.Contains('<', StringComparison.Ordinal) && !IsByRefLike(m.ReturnType)))
        {
            if (!method.IsGenericMethodDefinition)
            {
                yield return method;
                continue;
            }

            foreach (Type argument in GenericArguments)
            {
                MethodInfo? made = null;
                try
                {
                    made = method.MakeGenericMethod([.. method.GetGenericArguments().Select(_ => argument)]);
                }
                catch (ArgumentException)
                {
                    // The constraint of the parameter.
                }

                if (made is not null)
                {
                    yield return made;
                }
            }
        }
    }

    private static IEnumerable<Type> Closed(Type type)
    {
        if (!type.IsGenericTypeDefinition)
        {
            return [type];
        }

        return GenericArguments.Select(argument =>
        {
            try
            {
                return type.MakeGenericType([.. type.GetGenericArguments().Select(_ => argument)]);
            }
            catch (ArgumentException)
            {
                return null;
            }
        }).OfType<Type>();
    }

    private static bool IsByRefLike(Type type) => (type.IsByRef ? type.GetElementType()! : type).IsByRefLike;
}
