using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>What a host keeps between two questions: observations, series, registers, the state of a tracker.</summary>
internal sealed partial class AnswerSchema
{
    public static string Actuals() => Document("actuals", null, made => Closed(
        "actuals", ("allowsDuplicates?", Flag()), ("rows", List(made.Actual()))));

    private JsonObject Actual() => Shared("actual", () => Closed(
        "actual",
        ("kind", Words<ActualKind>()), ("line", Text()), ("month", Month()), ("amount?", HostMoney()), ("value?", Real()), ("quantity?", Real()), ("denominator?", Real()), ("planned?", Real()),
        ("tenure?", Whole()), ("from?", Month()), ("document?", Text()), ("note?", Text())));

    private JsonObject HostMoney() => Shared("hostMoney", () => Closed(
        "hostMoney", ("amount", new JsonObject { ["type"] = new JsonArray("string", "number"), ["pattern"] = "^-?[0-9]+(\\.[0-9]+)?$" }), ("currency", CurrencyCode())));

    public static string Series() => Document("series", null, made => Closed(
        "series",
        ("kpi", OneOf(Text(), made.KpiDefinition())), ("segment?", Text()), ("start", Month()), ("frequency", Words<KpiFrequency>()),
        ("values?", new SchemaPart(RealsOrNull(), "kpi")), ("numerators?", RealsOrNull()), ("denominators?", RealsOrNull())));

    private JsonObject KpiDefinition() => Shared("kpiDefinition", () => Closed(
        "kpiDefinition",
        ("id", Text()), ("name?", Text()), ("formula?", Text()), ("unit", Words<KpiUnit>()), ("direction", Words<KpiDirection>()), ("overTime", Words<KpiAggregation>()),
        ("overSegments", Words<KpiAggregation>()), ("partsScale?", Real()), ("minimum?", new SchemaPart(Real(), "kpi")), ("maximum?", new SchemaPart(Real(), "kpi"))));

    private static JsonObject RealsOrNull() => List(OrNull(Real()).Schema);

    public static string Register() => Document("register", null, made => Closed("register", ("versions", List(made.PlanVersion(), 1))));

    private JsonObject PlanVersion() => Shared("planVersion", () => Closed(
        "planVersion", ("approvedOn", Date()), ("reason?", Text()), ("plan", new CaseSchema(definitions).Reference(CaseShape.Shape))));

    /// <summary>The state of a tracker as System.Text.Json writes it without options: names as in the type, choices by their numbers.</summary>
    public static string TrackerState() => Document("tracker-state", null, made => Closed(
        "trackerState",
        (nameof(KpiTrackerState.KpiId), Text()), (nameof(KpiTrackerState.Segment), Text()), (nameof(KpiTrackerState.Rules), Numbers<AlarmRuleSet>()), (nameof(KpiTrackerState.Basis), Numbers<ChartBasis>()),
        (nameof(KpiTrackerState.BaselineFrom), OrNull(Month())), (nameof(KpiTrackerState.BaselineTo), OrNull(Month())), (nameof(KpiTrackerState.Start), OrNull(Month())),
        (nameof(KpiTrackerState.Values), new SchemaPart(RealsOrNull(), "kpi")), (nameof(KpiTrackerState.Numerators), OrNull(RealsOrNull())), (nameof(KpiTrackerState.Denominators), OrNull(RealsOrNull())),
        (nameof(KpiTrackerState.CorrectedMonths), List(Month())), (nameof(KpiTrackerState.Versions), List(Whole(2))), (nameof(KpiTrackerState.ValuesBefore), new SchemaPart(List(Real()), "kpi")),
        (nameof(KpiTrackerState.ValuesAfter), new SchemaPart(List(Real()), "kpi"))));

    private static JsonObject Numbers<T>()
        where T : struct, Enum => new() { ["type"] = "integer", ["enum"] = new JsonArray([.. Values<T>().Select(value => (JsonNode)Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture))]) };
}
