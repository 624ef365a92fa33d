using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace TcmCrm.Roi.Fuzz.Tests.Surface;

/// <summary>Values for the parameters of the public surface: sound ones, gathered by calling what returns them, and those at every edge.</summary>
internal sealed class ValuePool(int seed)
{
    private const int KeptOfEachType = 8;

    private static readonly CalendarSystem[] Calendars = [CalendarSystem.Julian, CalendarSystem.HebrewCivil, CalendarSystem.Coptic, CalendarSystem.PersianSimple];

    private readonly Random random = new(seed);
    private readonly Dictionary<Type, List<object>> kept = [];

    internal void Keep(object value)
    {
        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            List<object> values = kept.TryGetValue(type, out List<object>? found) ? found : kept[type] = [];
            if (values.Count < KeptOfEachType)
            {
                values.Add(value);
            }
            else if (random.Next(200) == 0)
            {
                // Later values are the richer ones.
                values[random.Next(1, KeptOfEachType)] = value;
            }
        }
    }

    internal void KeepAs(Type type, object value) => kept[type] = [value];

    internal IReadOnlyList<object> Of(Type type) => kept.TryGetValue(type, out List<object>? values) ? values : [];

    /// <summary>A value that the member may well accept; false where there is none yet.</summary>
    internal bool TrySound(Type type, out object? value)
    {
        IReadOnlyList<object?> values = Sound(type);
        value = values.Count == 0 ? null : values[random.Next(values.Count)];
        return values.Count > 0;
    }

    internal object? Edge(Type type)
    {
        IReadOnlyList<object?> values = Edges(type);
        return values.Count == 0 ? null : values[random.Next(values.Count)];
    }

    private IReadOnlyList<object?> Sound(Type type)
    {
        if (type.IsByRef)
        {
            return Sound(type.GetElementType()!);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return [null, .. Sound(underlying)];
        }

        if (type.IsEnum)
        {
            return [.. Enum.GetValues(type).Cast<object?>()];
        }

        if (ElementOf(type) is { } element)
        {
            return TryList(type, element, out IReadOnlyList<object?> lists) ? lists : [];
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return Delegates(type);
        }

        object?[] own = type switch
        {
            _ when type == typeof(int) => [0, 1, 2, 12, 36],
            _ when type == typeof(long) => [1L, 12L],
            _ when type == typeof(double) => [0.0, 0.05, 0.5, 0.9, 1.0, 12.0, 100.0],
            _ when type == typeof(decimal) => [0m, 0.05m, 0.5m, 1m, 100m, 10_000m],
            _ when type == typeof(bool) => [true, false],
            _ when type == typeof(string) => ["a", "b", "crm-licence", "CNY", "P3Y", "en", "zh", "net-present-value", "2025-01"],
            _ when type == typeof(char) => ['a'],
            _ when type == typeof(object) => ["a", 1m, new object()],
            _ when type == typeof(System.Buffers.IBufferWriter<byte>) => [new System.Buffers.ArrayBufferWriter<byte>()],
            _ when type == typeof(LocalDate) => [new LocalDate(2025, 1, 1), new LocalDate(2025, 7, 1), new LocalDate(2027, 12, 31)],
            _ when type == typeof(YearMonth) => [new YearMonth(2025, 1), new YearMonth(2025, 7), new YearMonth(2027, 12)],
            _ when type == typeof(Period) => [Period.FromYears(3), Period.FromMonths(6)],
            _ when type == typeof(Stream) => [new MemoryStream(), new MemoryStream("{}"u8.ToArray()), new MemoryStream("month,value\n2025-01,1\n"u8.ToArray())],
            _ when type == typeof(IServiceCollection) => [new ServiceCollection()],
            _ when type == typeof(IConfiguration) => [new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["DiscountRate"] = "0.08" }).Build()],
            _ when type == typeof(IServiceProvider) => [new ServiceCollection().BuildServiceProvider()],
            _ when type == typeof(IClock) => [SystemClock.Instance],
            _ when type == typeof(CancellationToken) => [CancellationToken.None],
            _ when type == typeof(ReadOnlyMemory<byte>) => [new ReadOnlyMemory<byte>("{}"u8.ToArray())],
            _ when type == typeof(IFormatProvider) => [System.Globalization.CultureInfo.InvariantCulture, null],
            _ => [.. Of(type)],
        };
        return own;
    }

    private IReadOnlyList<object?> Edges(Type type)
    {
        if (type.IsByRef)
        {
            return Edges(type.GetElementType()!);
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return [null, .. Edges(underlying)];
        }

        if (type.IsEnum)
        {
            return [Enum.ToObject(type, -1), Enum.ToObject(type, 99), Enum.ToObject(type, 0)];
        }

        if (ElementOf(type) is { } element)
        {
            return [null, .. EdgeLists(type, element)];
        }

        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [null];
        }

        return type switch
        {
            _ when type == typeof(int) => [int.MinValue, int.MinValue + 1, -1, 0, 13, 100_000, int.MaxValue - 1, int.MaxValue],
            _ when type == typeof(long) => [long.MinValue, -1L, 0L, long.MaxValue],
            _ when type == typeof(double) =>
                [double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue, double.Epsilon, -0.0, -1.0, 1e300, 1e-300, 1e29],
            _ when type == typeof(decimal) =>
                [decimal.MaxValue, decimal.MinValue, -1m, 0m, 1e-28m, -1e-28m, 1e27m, new decimal(-0.0), 1.0000000000000000000000000000m],
            _ when type == typeof(string) => [null, "", " ", "　", "\0", "\t=1+1", "𠮷", "\ud842", new string('a', 5_000), "P9999Y", "P99999999999Y", "-P1M", "9999-12"],
            _ when type == typeof(char) => ['\0', '\ud842', '\uffff'],
            _ when type == typeof(object) => [null, 1, new object()],
            _ when type == typeof(LocalDate) =>
                [default(LocalDate), LocalDate.MaxIsoValue, LocalDate.MinIsoValue, new LocalDate(9999, 1, 1), new LocalDate(1, 1, 1),
                 .. Calendars.Select(c => (object?)new LocalDate(2025, 1, 1).WithCalendar(c)), .. Calendars.Select(c => (object?)new LocalDate(c.MaxYear, 1, 1, c)),
                 .. Calendars.Select(c => (object?)new LocalDate(c.MinYear, 3, 1, c))],
            _ when type == typeof(YearMonth) =>
                [default(YearMonth), new YearMonth(9999, 12), new YearMonth(-9998, 1), new YearMonth(1, 1), .. Calendars.Select(c => (object?)new YearMonth(Math.Min(c.MaxYear, 2025), 1, c)),
                 .. Calendars.Select(c => (object?)new YearMonth(c.MaxYear, 1, c))],
            _ when type == typeof(Period) => [null, Period.Zero, Period.FromYears(int.MaxValue), Period.FromDays(int.MinValue), Period.FromTicks(long.MaxValue)],
            _ when type == typeof(Stream) => [null, new MemoryStream(), new MemoryStream([0xEF, 0xBB, 0xBF]), new MemoryStream([0xFF, 0xFE, 0]), new MemoryStream(Encoding.UTF8.GetBytes(new string('[', 2_000)))],
            _ when type == typeof(CancellationToken) => [CancellationToken.None],
            _ when type == typeof(ReadOnlyMemory<byte>) => [default(ReadOnlyMemory<byte>), new ReadOnlyMemory<byte>([0xFF])],
            _ when type.IsValueType => [Activator.CreateInstance(type), .. Of(type)],
            _ => [null, .. Of(type)],
        };
    }

    private IEnumerable<object?> EdgeLists(Type type, Type element)
    {
        yield return List(type, element, []);
        if (!element.IsValueType || Nullable.GetUnderlyingType(element) is not null)
        {
            yield return List(type, element, [null]);
            if (TrySound(element, out object? sound))
            {
                yield return List(type, element, [sound, null]);
                yield return List(type, element, [sound, sound]);
            }
        }

        object?[] edges = [.. Enumerable.Range(0, 3).Select(_ => Edge(element))];
        yield return List(type, element, edges);
        yield return List(type, element, [edges[0], edges[0]]);
        if (TrySound(element, out object? good))
        {
            yield return List(type, element, [good, edges[1], good]);
        }
    }

    private bool TryList(Type type, Type element, out IReadOnlyList<object?> lists)
    {
        var made = new List<object?>();
        foreach (int count in (int[])[1, 3, 24, 36])
        {
            object?[] values = new object?[count];
            for (int i = 0; i < count; i++)
            {
                if (!TrySound(element, out values[i]))
                {
                    lists = [List(type, element, [])];
                    return true;
                }
            }

            made.Add(List(type, element, values));
        }

        lists = made;
        return true;
    }

    private static object? List(Type type, Type element, object?[] values)
    {
        if (type.IsGenericType && type.Name.Contains("Dictionary", StringComparison.Ordinal))
        {
            IDictionary dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(element.GetGenericArguments()))!;
            foreach (object? value in values)
            {
                object? key = value is null ? null : element.GetProperty("Key")!.GetValue(value);
                if (key is not null)
                {
                    dictionary[key] = element.GetProperty("Value")!.GetValue(value);
                }
            }

            return dictionary;
        }

        Array array = Array.CreateInstance(element, values.Length);
        for (int i = 0; i < values.Length; i++)
        {
            array.SetValue(values[i], i);
        }

        return type.IsAssignableFrom(array.GetType()) ? array
            : type == typeof(ReadOnlyMemory<>).MakeGenericType(element) ? Activator.CreateInstance(type, array)
            : type.GetConstructor([typeof(IEnumerable<>).MakeGenericType(element)]) is { } from ? from.Invoke([array]) : null;
    }

    /// <summary>Functions of the host that answer with sound values.</summary>
    private IReadOnlyList<object?> Delegates(Type type)
    {
        MethodInfo invoke = type.GetMethod("Invoke")!;
        if (invoke.ReturnType == typeof(void))
        {
            ParameterExpression[] none = [.. invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType))];
            return [Expression.Lambda(type, Expression.Empty(), none).Compile()];
        }

        if (!TrySound(invoke.ReturnType, out object? answer))
        {
            return [];
        }

        ParameterExpression[] parameters = [.. invoke.GetParameters().Select(p => Expression.Parameter(p.ParameterType))];
        return [Expression.Lambda(type, Expression.Constant(answer, invoke.ReturnType), parameters).Compile()];
    }

    private static Type? ElementOf(Type type)
    {
        if (type == typeof(string) || type.IsGenericTypeDefinition)
        {
            return null;
        }

        if (type.IsArray)
        {
            return type.GetElementType();
        }

        bool isForeignList = type.IsGenericType && type.Namespace!.StartsWith("System", StringComparison.Ordinal);
        return !isForeignList ? null : type.GetInterfaces().Append(type)
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(i => i.GetGenericArguments()[0]).FirstOrDefault();
    }
}
