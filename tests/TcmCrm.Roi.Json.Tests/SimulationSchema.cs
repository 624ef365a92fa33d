using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>The JSON Schemas of the documents of a simulation and of a comparison, on the parts of the result document.</summary>
internal static partial class ResultSchema
{
    private const string PeriodPattern = "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$";

    private static readonly string[] Percentiles = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"];

    public static string SimulationText() => Document(
        $"TcmCrm.Roi simulation document {SimulationDocument.SchemaVersion}",
        "How sure the figures of a case are, what they hang on, and what to measure next. Numbers are rounded to two digits of their standard error.",
        Closed(
            ("schemaVersion", Words([SimulationDocument.SchemaVersion])), ("name", PlainText()), ("currency", Pattern("^[A-Z]{3}$")), ("trials", Whole(100)), ("seed", Whole(0)),
            ("assumed", List(
                Closed(
                    ("line", PlainText()), ("name", PlainText()), ("measured", With(Flag(), "True where it is the interval that the line was measured with.")),
                    ("distribution", new JsonObject { ["type"] = "object", ["description"] = "As in case.schema.json." })),
                "What lines that state no uncertainty got.")),
            ("periods", AtLeastOne(List(Reference("simulatedPeriod"), "Each evaluation period on all benefits, then on cash alone."))),
            ("inputs", List(Reference("input"), "Of the longest period on one basis: the widest swing first, those without effect last.")),
            ("evpi", With(OfPeriod(("value", Number()), ("standardError", Number()), ("notApplicable", Reason())), "What knowing everything before the decision is worth.")),
            ("measureNext", List(
                Closed(
                    ("id", PlainText()), ("name", PlainText()), ("evppi", Reference("estimate")), ("monthsPaidFor", Reference("ratio")), ("months", Reference("ratio")),
                    ("cost", Reference("ratio")), ("worthLessCost", Reference("ratio"))),
                "Factors that are worth knowing, the most valuable first; months of a study before and after against its cost.")),
            ("breakEven", List(Without(
                Closed(
                    ("lever", PlainText()), ("line", TextOrNull()), ("period", Pattern(PeriodPattern)), ("basis", Basis()), ("current", Reference("ratio")), ("value", Number()),
                    ("notApplicable", Reason())),
                "value", "notApplicable"))),
            ("histogram", Closed(("period", Pattern(PeriodPattern)), ("basis", Basis()), ("edges", List(Number())), ("counts", List(Whole(0))))),
            ("scenarios", List(Closed(("name", PlainText()), ("periods", AtLeastOne(List(Reference("horizon"))))))),
            ("warnings", List(Reference("message"), "What the probabilities leave out, then the warnings of the case and of its longest period: a probability is worth no more than the case."))),
        ("simulatedFigure", Closed([
            .. new[] { "mean", "standardDeviation", "standardError" }.Concat(Percentiles).Select(name => (name, Reference("ratio"))),
            ("noAnswer", With(Whole(0), "Trials without an answer."))])),
        ("simulatedPeriod", Closed(
            ("period", Pattern(PeriodPattern)), ("basis", Basis()),
            ("figures", Closed([.. new[] { "roi", "netPresentValue", "benefitCostRatio", "paybackMonths", "internalRateOfReturn" }.Select(name => (name, Reference("simulatedFigure")))])),
            ("deterministicNetPresentValue", Reference("ratio")), ("meanLessDeterministic", Reference("ratio")), ("probabilityNpvPositive", Reference("estimate")),
            ("paidBackBy", List(Closed(("months", Whole(1)), ("probability", Number()), ("standardError", Number())))), ("expectedShortfall", Reference("estimate")))),
        ("input", Closed([
            ("id", PlainText()), ("name", PlainText()), ("period", Pattern(PeriodPattern)), ("basis", Basis()), ("hasEffect", Flag()),
            .. new[] { "mean", "meanWithoutCut", "p10", "p90", "npvLow", "npvHigh", "swing", "roiLow", "roiHigh", "firstOrder" }.Select(name => (name, Reference("ratio"))),
            ("evppi", Reference("estimate"))])));

    public static string ComparisonText() => Document(
        $"TcmCrm.Roi comparison document {ComparisonDocument.SchemaVersion}",
        "Alternatives side by side; doing nothing has the name null.",
        Without(Closed(
            ("schemaVersion", Words([ComparisonDocument.SchemaVersion])), ("currency", Pattern("^[A-Z]{3}$")), ("period", Pattern(PeriodPattern)), ("basis", Basis()), ("trials", Whole(100)),
            ("seed", Whole(0)), ("best", OneOf(TextOrNull(), Reference("notApplicable"))), ("tooCloseToCall", Flag()), ("bestAfterTax", OneOf(TextOrNull(), Reference("notApplicable"))),
            ("alternatives", List(Without(
                Closed(
                    ("name", TextOrNull()), ("totalCost", Reference("money")), ("totalBenefit", Reference("money")), ("netBenefit", Reference("money")), ("roi", Reference("ratio")),
                    ("netPresentValue", Reference("amount")), ("internalRateOfReturn", Reference("internalRateOfReturn")), ("paybackMonths", Reference("ratio")),
                    ("equivalentAnnualCost", Reference("amount")), ("afterTax", With(new JsonObject { ["type"] = "object" }, "As afterTax in result.schema.json.")), ("probabilityBest", Reference("estimate")), ("expectedRegret", Reference("estimate")),
                    ("warnings", List(Reference("message"), "Of the case and of its longest period."))),
                "internalRateOfReturn", "paybackMonths", "equivalentAnnualCost", "afterTax"))),
            ("incremental", List(Without(Closed(
                ("from", TextOrNull()), ("to", TextOrNull()), ("cost", Reference("money")), ("benefit", Reference("money")), ("netPresentValue", Reference("amount")),
                ("internalRateOfReturn", Reference("internalRateOfReturn")), ("crossOverRate", Reference("ratio")),
                ("afterTax", Closed(
                    ("cost", Reference("amount")), ("benefit", Reference("amount")), ("tax", Reference("amount")), ("netPresentValue", Reference("amount")),
                    ("internalRateOfReturn", Reference("internalRateOfReturn"))))), "afterTax")))), "bestAfterTax"));

    private static string Document(string title, string description, JsonObject root, params (string Name, JsonObject Schema)[] parts)
    {
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title, ["description"] = description };
        Merge(schema, root);
        JsonObject definitions = Definitions();
        definitions["estimate"] = With(
            OneOf(Closed(("value", Number()), ("standardError", Number())), Closed(("notApplicable", Reason()))), "A number with its standard error, 0 where it is exact; or why there is none.");
        foreach ((string name, JsonObject part) in parts)
        {
            definitions[name] = part;
        }

        schema["definitions"] = definitions;
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject OfPeriod(params (string Name, JsonObject Schema)[] members) => Without(
        Closed([("period", Pattern(PeriodPattern)), ("basis", Basis()), .. members]), [.. members.Select(member => member.Name)]);

    private static JsonObject Basis() => Words(Choices.Of<CaseBasis>().Words);

    private static JsonObject Reason() => Words([.. Enum.GetValues<NotApplicableReason>().Select(reason => Figure.IdOf(reason))]);

    private static JsonObject Flag() => new() { ["type"] = "boolean" };

    private static JsonObject TextOrNull() => new() { ["type"] = new JsonArray("string", "null") };

    private static JsonObject Whole(int least) => new() { ["type"] = "integer", ["minimum"] = least };
}
