using System.Collections;
using System.Reflection;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>What is handed out cannot be changed, by a cast neither: walks public properties, and methods without parameters that give a collection, from real objects.</summary>
public class ClosedToCastsTests
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance;

    [Fact]
    public void EveryStaticProperty_IsClosed()
    {
        var walk = new Walk();
        foreach (Type type in Assemblies().SelectMany(assembly => assembly.GetExportedTypes()).Where(type => !type.ContainsGenericParameters))
        {
            foreach (PropertyInfo property in type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.GetIndexParameters().Length == 0))
            {
                walk.From($"{type.Name}.{property.Name}", property.GetValue(null));
            }
        }

        Assert.True(walk.Open.Count == 0, string.Join("\n", walk.Open.Take(5)));
        Assert.True(walk.Count > 100);
    }

    [Theory]
    [InlineData("case")]
    [InlineData("evaluation")]
    [InlineData("review")]
    [InlineData("kpis")]
    [InlineData("impact")]
    [InlineData("documents")]
    public void EverythingWithin_IsClosed(string root)
    {
        var walk = new Walk();
        foreach (object found in Roots(root))
        {
            walk.From(root, found);
        }

        Assert.True(walk.Open.Count == 0, string.Join("\n", walk.Open.Take(5)));
        Assert.True(walk.Count > 10, $"only {walk.Count} objects were seen");
    }

    [Fact]
    public void Walk_FindsWhatIsOpen()
    {
        var walk = new Walk();
        walk.From("array", new Holder(new[] { 1, 2 }));
        walk.From("list", new Holder(new List<int> { 1 }));
        walk.From("closed", new Holder(Array.AsReadOnly([1])));
        Assert.Equal(["array.Numbers: Int32[]", "array.All(): Int32[]", "list.Numbers: List`1", "list.All(): List`1"], walk.Open);
    }

    private static IEnumerable<Assembly> Assemblies() => [typeof(InvestmentCase).Assembly, typeof(CaseDocument).Assembly];

    private static object[] Roots(string name)
    {
        InvestmentCase sample = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        switch (name)
        {
            case "case":
                return [sample, .. RandomCases.Seeded(40)];
            case "evaluation":
                RoiEvaluation evaluation = RoiEvaluator.Evaluate(sample);
                return [evaluation, .. RandomCases.Seeded(10).Select(source => RoiEvaluator.Evaluate(source)), Projection.MissingRates(sample, CaseTerms.None), evaluation.Periods[0].Explain(StandardMeasures.All)];
            case "review":
                YearMonth asOf = sample.Start.ToYearMonth().PlusMonths(8);
                Actual[] actuals = [.. sample.Costs.Select(cost => (Actual)Actual.Cost(cost.Name, asOf.PlusMonths(-2), Money.Cny(1_000))), .. sample.Benefits
                    .Where(benefit => benefit.Basis.IsMonetized).Select(benefit => Actual.Benefit(benefit.Name, asOf.PlusMonths(-1), Money.Cny(100)))];
                return [new Actuals(actuals), CaseReview.Review(sample, new Actuals(actuals), asOf), CaseReview.Review(sample, new Actuals([]), asOf), ReviewSettings.Default];
            case "kpis":
                return [.. KpiCatalog.All.Take(3), Series(), KpiAssessment.Of(Series())];
            case "impact":
                ImpactStudy study = new(Series(), new YearMonth(2024, 1));
                return [study, ImpactAnalysis.Run(study)];
            default:
                return [CaseDocument.Read("{\"costs\": [3, 4]}"), CaseDocument.Read(SoundDocument.Text), DocumentReadOptions.Default, new DocumentReadOptions
                {
                    CostKinds = new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, Costs.CostBasis>> { ["own"] = (_, _) => null! },
                }];
        }
    }

    private static KpiSeries Series() => KpiSeries.FromValues(
        KpiCatalog.Arpu, new YearMonth(2022, 1), [.. Enumerable.Range(0, 48).Select(i => (i < 24 ? 100.0 : 150.0) + (i % 5))]);

    private sealed class Walk
    {
        // The bounds keep a walk finite where a property makes a new object each time.
        private const int Deepest = 12;
        private const int MostElements = 4;

        private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        private readonly HashSet<(Type, string, int)> visits = [];

        public List<string> Open { get; } = [];

        public int Count => seen.Count;

        public void From(string path, object? value, int depth = 0)
        {
            if (value is null or string or Delegate or Type || depth > Deepest || value.GetType().IsPrimitive || value is Enum || !seen.Add(value))
            {
                return;
            }

            Type type = value.GetType();
            if (value is IEnumerable elements)
            {
                if (IsOpen(value))
                {
                    Open.Add($"{path}: {type.Name}");
                }

                int index = 0;
                foreach (object? element in elements.Cast<object?>().Take(MostElements))
                {
                    From($"{path}[{index++}]", element, depth + 1);
                }
            }

            bool isOurs = type.Assembly.GetName().Name!.StartsWith("TcmCrm.Roi", StringComparison.Ordinal);
            if (isOurs)
            {
                Members(path, value, type, depth);
            }
            else if (type is { IsGenericType: true, IsValueType: true } && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
            {
                From(path + ".Key", type.GetProperty("Key")!.GetValue(value), depth + 1);
                From(path + ".Value", type.GetProperty("Value")!.GetValue(value), depth + 1);
            }
        }

        private static bool IsOpen(object value)
        {
            Type type = value.GetType();
            return type.IsArray
                || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>))
                || value is IList { IsReadOnly: false } or IDictionary { IsReadOnly: false }
                || type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollection<>)
                    && !(bool)face.GetProperty(nameof(ICollection<int>.IsReadOnly))!.GetValue(value)!);
        }

        private void Members(string path, object value, Type type, int depth)
        {
            foreach (PropertyInfo property in type.GetProperties(Instance).Where(property => property.GetIndexParameters().Length == 0 && property.GetMethod!.IsPublic))
            {
                // One value of a member is enough at one depth: what is made anew each time would be walked for ever.
                if (visits.Add((type, property.Name, depth)) || depth < 4)
                {
                    From($"{path}.{property.Name}", Get(() => property.GetValue(value)), depth + 1);
                }
            }

            foreach (MethodInfo method in type.GetMethods(Instance).Where(method => !method.IsSpecialName && method.GetParameters().Length == 0 && !method.ContainsGenericParameters
                && method.ReturnType != typeof(string) && typeof(IEnumerable).IsAssignableFrom(method.ReturnType)))
            {
                if (visits.Add((type, method.Name, depth)) || depth < 4)
                {
                    From($"{path}.{method.Name}()", Get(() => method.Invoke(value, null)), depth + 1);
                }
            }
        }

        private static object? Get(Func<object?> member)
        {
            try
            {
                return member();
            }
            catch (TargetInvocationException e) when (e.InnerException is InvalidOperationException)
            {
                // A figure without an answer has no value to look at.
                return null;
            }
        }
    }

    private sealed class Holder(IReadOnlyList<int> numbers)
    {
        public IReadOnlyList<int> Numbers { get; } = numbers;

        public IEnumerable<int> All() => Numbers switch
        {
            int[] array => (int[])array.Clone(),
            List<int> list => new List<int>(list),
            _ => Numbers,
        };
    }
}
