using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>The documents of KPIs and of cash-flow series.</summary>
internal sealed partial class AnswerSchema
{
    public static string Trend() => Document("trend", TrendWriter.Version, made => Closed(
        "trend", ("schemaVersion", Words(TrendWriter.Version)), ("series", List(made.AssessedSeries()))));

    private JsonObject AssessedSeries() => Shared("assessedSeries", () => Open(
        "assessedSeries",
        ("kpi", Text()), ("name", Text()), ("chineseName", Text()), ("segment", Text()), ("unit", Text()), ("direction", Words<KpiDirection>()), ("start", Month()), ("end", Month()),
        ("n", Whole()), ("gaps", List(Month())),
        ("theilSen", OrReason("theilSen", [.. Kpi("slope", "lower", "upper", "correctedLower", "correctedUpper").Select(one => (one.Name, one.Value.In("kpiPerPoint"))), ("confidenceLevel", new SchemaPart(Real(), "fraction"))])),
        ("mannKendall", OrReason("mannKendall", [.. Test(), ("r", Real()), ("pNormal", new SchemaPart(Real(), "probability")), ("method", Words("exact", "normal"))])),
        ("seasonal", OrReason("seasonal", [("slopePerYear", new SchemaPart(Real(), "kpiPerYear")), .. Test()])),
        ("pettitt", OrReason("pettitt", ("k", Real()), ("p", new SchemaPart(Real(), "probability")), ("lastIndexBefore", Whole()), ("lastMonthBefore", Month()), ("firstMonthAfter", Month()))),
        ("levelBreak", OneOf(Month(), NoAnswer())),
        ("xmr", OrReason("xmr", ControlChart())),
        ("cusum", OrReason(
            "cusum",
            ("k", new SchemaPart(Real(), "sigma")), ("h", new SchemaPart(Real(), "sigma")), ("baselinePoints", Whole()), ("center", new SchemaPart(Real(), "charted")), ("sigma", new SchemaPart(Real(), "charted")),
            ("months", List(Month())), ("high", new SchemaPart(List(Real()), "sigma")), ("low", new SchemaPart(List(Real()), "sigma")), ("firstSignalIndex", OrNull(Whole())), ("firstSignalMonth", OrNull(Month())))),
        ("target", OrNull(Shared("target", () => Open("target", ("value", new SchemaPart(Real(), "kpi")), ("month", Month()), ("pathNow", new SchemaPart(Real(), "kpi")))))),
        ("forecast", OrReason("kpiForecast", KpiForecast())),
        ("state", Words<KpiState>()), ("targetState", Words<KpiTargetState>()), ("warnings", Messages())));

    /// <summary>An object of figures, or why there is none: the reasons are ids of messages, of which a later version may have more.</summary>
    private JsonObject OrReason(string title, params IEnumerable<(string Name, SchemaPart Value)> members) => OneOf(
        Open(title, members), NoAnswer());

    private JsonObject NoAnswer() => Shared("noAnswer", () => Closed("noAnswer", ("notApplicable", Text())));

    private static IEnumerable<(string Name, SchemaPart Value)> Kpi(params string[] names) => Each(_ => new SchemaPart(Real(), "kpi"), names);

    private static IEnumerable<(string Name, SchemaPart Value)> Test() => [("s", Real()), ("varS", Real()), ("z", Real()), ("p", new SchemaPart(Real(), "probability")), ("f", Real())];

    private IEnumerable<(string Name, SchemaPart Value)> ControlChart() =>
    [
        .. Each(_ => new SchemaPart(Real(), "charted"), "center", "lower", "upper", "movingRangeLimit", "meanMovingRange", "sigma"),
        ("basis", Words<ChartBasis>()), ("status", Words("firm", "provisional", "tooShort")),
        ("baseline", Closed("baseline", ("from", Month()), ("to", Month()), ("points", Whole()))),
        ("rules", Words("default", "nhs", "western-electric")), ("falseAlarmRate", new SchemaPart(Real(), "fraction")), ("season", Words<KpiSeason>()), ("autocorrelation", Real()),
        ("signals", List(Shared("signal", () => Open(
            "signal",
            ("index", Whole()), ("month", Month()), ("value", new SchemaPart(Real(), "charted")), ("observed", new SchemaPart(Real(), "kpi")), ("sum?", new SchemaPart(Real(), "sigma")), ("since?", Month()),
            ("rule", Words<AlarmRule>()), ("side", Words("above", "below")), ("flag", Text()))))),
    ];

    private static IEnumerable<(string Name, SchemaPart Value)> KpiForecast() =>
    [
        ("month", Month()), .. Kpi("mean", "lower", "upper"), ("chance", new SchemaPart(Real(), "probability")), ("confidenceLevel", new SchemaPart(Real(), "fraction")), .. Kpi("standardError"),
        ("degreesOfFreedom", Real()), ("rho", Real()), ("seasonal", Flag()), ("ofLogs", Flag()), ("breakMonth?", Month()), ("monthsAhead", new SchemaPart(Whole(), "months")),
        ("neededMonthlyRate", new SchemaPart(Real(), "kpiPerMonth")), ("achievedMonthlyRate", new SchemaPart(Real(), "kpiPerMonth")),
    ];

    /// <summary>One line of <c>tcm-roi returns --format json</c>: the figures of a series, or what is wrong with it.</summary>
    public static string Returns() => Document("returns", null, made => OneOf(made.FlowFigures(), made.FlowError()));

    private JsonObject FlowFigures() => Shared("flowFigures", () => Open(
        "flowFigures",
        ("id?", AnyId()), ("npv", Number("flows")),
        ("irr", Open(
            "internalRateOfReturn",
            ("status", Words(ResultNames.Statuses.Words)), ("reason", OrNull(Text())), ("proof", Words(ResultNames.Proofs.Words)), ("rates", new SchemaPart(List(Real()), "flowRate")),
            ("logGrowths", List(Real())), ("relativeResiduals", List(Real())), ("selection?", Text()), ("selected?", Number("flowRate")))),
        ("mirr", Number("flowRate")),
        ("payback", Open(
            "payback",
            [.. Each(_ => Number("paybackUnit"), "first", "durable", "discountedFirst", "discountedDurable"), ("unit", Words("periods", "years"))])),
        ("profitabilityIndex", Number("multiple")), ("profitabilityIndexOnAllOutflows", Number("multiple")), ("nfv", Number("flows"))));

    private JsonObject FlowError() => Shared("flowError", () => Closed("flowError", ("id?", AnyId()), ("line", Whole(1)), ("error", Text())));

    private static JsonObject AnyId() => new() { ["type"] = new JsonArray("string", "number") };
}
