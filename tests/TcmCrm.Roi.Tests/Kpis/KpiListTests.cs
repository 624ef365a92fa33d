using System.Collections;
using System.Reflection;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Kpis;

/// <summary>What the types of KPIs and of periods hand out is closed: no cast makes it an array or a list that could be changed.</summary>
public class KpiListTests
{
    private static readonly YearMonth January = new(2023, 1);

    [Fact]
    public void NoProperty_HandsOutWhatACastCouldChange()
    {
        KpiSeries series = KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [.. Enumerable.Range(0, 30).Select(i => (double?)(i == 7 ? null : i == 29 ? 900 : (i * i * 37 % 23) - 11))]);
        var tracker = new KpiTracker(KpiCatalog.HoursSaved);
        tracker.Observe(January, 1);
        tracker.Correct(January, 2);
        SurvivalCurve curve = SurvivalCurve.Estimate([1, 2, 3], [true, false, true]);
        object[] instances =
        [
            series,
            KpiAssessment.Of(series),
            KpiAssessment.Of(series).Chart,
            ControlChart.Of(KpiSeries.FromValues(KpiCatalog.HoursSaved, January, [1.0]), KpiBaseline.Automatic),
            tracker,
            tracker.Save(),
            new KpiBuilder().Build(),
            curve,
            EvaluationPeriodRecommendation.For(new(60, BusinessScale.Group, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 24, 80)),
            EvaluationPeriodRecommendation.For(new(60, BusinessScale.Group, DeploymentModel.Saas, EvaluationGoal.SalesGrowth, 24, 80)).Primary,
        ];
        int lists = 0;
        foreach (object instance in instances)
        {
            foreach (PropertyInfo property in instance.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => IsList(property.PropertyType)))
            {
                lists++;
                object value = property.GetValue(instance)!;
                Assert.False(value is Array, property.DeclaringType!.Name + "." + property.Name + " is an array.");
                Assert.True(value is not IList list || list.IsReadOnly, property.DeclaringType!.Name + "." + property.Name + " can be changed.");
            }
        }

        Assert.True(lists >= 12, $"Only {lists} lists were looked at.");
        Assert.False((object)KpiCatalog.All is Array);
    }

    [Fact]
    public void EveryListOfTheFolders_IsLookedAtAbove()
    {
        string[] owners = [.. typeof(Money).Assembly.GetExportedTypes()
            .Where(type => type.Namespace is "TcmCrm.Roi.Kpis" or "TcmCrm.Roi.Periods")
            .Where(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(property => IsList(property.PropertyType))
                || type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).Any(method => !method.IsSpecialName && IsList(method.ReturnType)))
            .Select(type => type.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["ControlChart", "EvaluationPeriodRecommendation", "KpiAssessment", "KpiBuild", "KpiSeries", "KpiTracker", "KpiTrackerState", "RateMixSplit", "RecommendedEvaluationPeriod", "SurvivalCurve"],
            owners);
    }

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);
}
