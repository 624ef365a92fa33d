using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Makes the JSON Schema of the result document: figures from the list of measures, words from the choices that the writer writes by.</summary>
/// <remarks>Periods are open for figures of a host's own; everything else is closed.</remarks>
internal static partial class ResultSchema
{
    private const string DatePattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is all rates with their proof is told by an answer; the list does not say.
    private static readonly Lazy<PeriodResult> Answer = new(() => RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case).Periods[^1]);

    public static string Text()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "TcmCrm.Roi result document 1.0",
            ["description"] = "The figures of a case for each evaluation period. The order of properties is fixed and there is no timestamp.",
        };
        Merge(schema, Closed(
            ("schemaVersion", Words([ResultDocument.SchemaVersion])),
            ("name", PlainText()),
            ("currency", Pattern("^[A-Z]{3}$")),
            ("start", Pattern(DatePattern)),
            ("goLive", Pattern(DatePattern)),
            ("discountRate", Reference("ratio")),
            ("dayCount", Words(ResultNames.DayCounts.Words)),
            ("flowTiming", Words(ResultNames.FlowTimings.Words)),
            ("assumedTerms", List(Reference("message"), "The terms that the case leaves open, each with the value that was taken; contracts that are taken to renew; and always the basis of tax and of prices.")),
            ("taxation", Taxation()),
            ("horizons", AtLeastOne(List(Reference("horizon")))),
            ("warnings", List(Reference("message"))),
            ("simulation", new JsonObject { ["type"] = "object", ["description"] = "With --simulate alone: the document of a simulation, simulation.schema.json." })));
        Without(schema, "simulation", "taxation");
        schema["definitions"] = Definitions();
        return schema.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Taxation() => With(
        Closed(
            ("vatPayer", Words(ResultNames.VatPayers.Words)), ("incomeTaxRate", Reference("ratio")), ("vatExemptShare", Number()), ("surchargeRate", Number()),
            ("lossRelief", Words(ResultNames.LossReliefs.Words)), ("payment", Words(ResultNames.TaxPayments.Words)),
            ("costs", List(
                Without(
                    Closed(("id", PlainText()), ("vatRates", List(Number())), ("treatment", Words(ResultNames.TaxTreatments.Words)), ("years", new JsonObject { ["type"] = "integer" })), "years"),
                "How each cost that bears tax was taxed: the rates of value-added tax in order of their first dates, none where the price counts as it is; years only where it is spread."))),
        "Whose taxes the figures after tax are, stated or taken; only where the case states its taxes.");

    private static JsonObject Definitions() => new()
        {
            ["money"] = With(Pattern("^-?(0|[1-9][0-9]*)(\\.[0-9]{1,4})?$"), "An amount in the currency of the case, with the digits of its minor unit."),
            ["notApplicable"] = With(
                Closed(("notApplicable", Words([.. Enum.GetValues<NotApplicableReason>().Select(reason => Figure.IdOf(reason))]))), "A figure without an answer, and why."),
            ["amount"] = OneOf(Reference("money"), Reference("notApplicable")),
            ["ratio"] = OneOf(Number(), Reference("notApplicable")),
            ["internalRateOfReturn"] = With(
                Without(Closed(
                    ("status", Words(ResultNames.Statuses.Words)), ("rates", List(Number())), ("reason", new JsonObject { ["type"] = new JsonArray("string", "null") }),
                    ("proof", Words(ResultNames.Proofs.Words)), ("selection", PlainText()), ("selected", Reference("ratio"))), "selection", "selected"),
                "Every internal rate of return, yearly as a fraction, ascending. Of several, selected is the one that the case or the question picks by selection."),
            ["figure"] = With(
                new JsonObject
                {
                    ["anyOf"] = new JsonArray(
                        Reference("amount"), Reference("ratio"), Reference("internalRateOfReturn"),
                        new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["anyOf"] = new JsonArray(Reference("amount"), Reference("ratio")) } }),
                },
                "A figure that a host adds to the list."),
            ["limit"] = Closed([.. new[] { "totalBenefit", "netBenefit", "roi", "netPresentValue", "paybackMonths", "discountedPaybackMonths" }
                .Select(id => (id, Of(StandardMeasures.Find(id)!)))]),
            ["row"] = With(
                Closed(
                    ("start", Pattern(DatePattern)), ("end", Pattern(DatePattern)), ("cost", Reference("money")), ("benefit", Reference("money")), ("net", Reference("money")),
                    ("cumulativeNet", Reference("money")), ("discountedNet", Reference("amount")), ("cumulativeDiscountedNet", Reference("amount"))),
                "A month or a year; the row of the start date alone has the same start and end. Rows sum to the printed totals."),
            ["message"] = Closed(
                ("code", PlainText()), ("english", PlainText()), ("chinese", PlainText()), ("subjects", List(PlainText())),
                ("arguments", new JsonObject
                {
                    ["type"] = "object",
                    ["description"] = "What the message is said of, by name: money as amount and currency, numbers, ISO dates, ids of lines, texts, messages as code and arguments.",
                })),
            ["tag"] = With(
                Closed(("totalCost", Reference("money")), ("totalBenefit", Reference("money")), ("netBenefit", Reference("money")), ("roi", Reference("ratio"))),
                "What a tag of the lines comes to: its own amounts and its part of shared ones. Tags and undividedByTag sum to the totals of the period."),
            ["afterTax"] = AfterTax(),
            ["afterTaxFigures"] = AfterTaxFigures(),
            ["afterTaxRow"] = With(
                Closed([
                    ("start", Pattern(DatePattern)), ("end", Pattern(DatePattern)),
                    .. new[] { "cost", "benefit", "creditedVat", "taxableBenefit", "deductibleCost", "tax", "net", "cumulativeNet" }.Select(name => (name, Reference("money"))),
                    ("discountedNet", Reference("amount")), ("cumulativeDiscountedNet", Reference("amount"))]),
                "A year after tax; net = benefit - cost - tax. Rows sum to the printed totals."),
            ["cashable"] = With(Figures(isCashable: true), "Every figure on the cash basis: the benefits that are cashable, and the costs that are paid, which hours of one's own staff are not."),
            ["horizon"] = Horizon(),
        };

    /// <summary>The figures of a period by the object that they stand in; those of the period itself under no name.</summary>
    public static ILookup<string, (string Name, Measure Measure)> Figures() => StandardMeasures.All.ToLookup(
        measure => measure.Id.Contains('.') ? measure.Id[..measure.Id.IndexOf('.')] : "",
        measure => (measure.Id[(measure.Id.IndexOf('.') + 1)..], measure));

    /// <summary>The figures of the list: those of the period with its long-term block by category, or those on the cash basis.</summary>
    private static JsonObject Figures(bool isCashable) => Open(Without(
        Closed([.. FigureMembers(isCashable), ("yearlyTable", With(List(Reference("row")), "The cash flows by year (现金流量表): what is paid and what is received."))]), "yearlyTable"));

    private static IEnumerable<(string, JsonObject)> FigureMembers(bool isCashable)
    {
        ILookup<string, (string Name, Measure Measure)> figures = Figures();
        foreach ((string name, Measure measure) in figures[""])
        {
            yield return (name, Of(measure));
        }

        foreach (IGrouping<string, (string Name, Measure Measure)> holder in figures.Where(group => group.Key.Length > 0))
        {
            JsonObject made = Closed([.. holder.Select(figure => (figure.Name, Of(figure.Measure)))]);
            if (holder.Key == "longTerm" && !isCashable)
            {
                made = With(
                    Closed([
                        .. holder.Select(figure => (figure.Name, Of(figure.Measure))),
                        ("benefitByCategory", Groups(ResultNames.BenefitCategories, category => category.IsLongTerm()))]),
                    "The long-term block; no part of totalBenefit.");
            }

            yield return (holder.Key, Open(made));
        }
    }

    private static JsonObject Horizon()
    {
        var members = new List<(string, JsonObject)>
        {
            ("period", Pattern("^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$")), ("start", Pattern(DatePattern)), ("end", Pattern(DatePattern)),
        };
        members.AddRange(FigureMembers(isCashable: false));

        members.AddRange(
        [
            ("costByCategory", Groups(ResultNames.CostCategories)),
            ("benefitByCategory", Groups(ResultNames.BenefitCategories, category => !category.IsLongTerm())),
            ("benefitByClass", Groups(ResultNames.Classes, group => group != BenefitClass.Qualitative)),
            ("benefitByEvidence", Groups(ResultNames.Evidences, evidence => evidence != Evidence.NotMonetized)),
            ("benefitShareByEvidence", Groups(ResultNames.Evidences, evidence => evidence != Evidence.NotMonetized, "ratio")),
            ("cashable", Reference("cashable")),
            ("afterTax", Reference("afterTax")),
            ("byTag", With(
                new JsonObject { ["type"] = "object", ["additionalProperties"] = Reference("tag") },
                "By tag of the lines, in the order of the case's key; only where a line has a tag.")),
            ("undividedByTag", Reference("tag")),
            ("limits", With(Closed(("lower", Reference("limit")), ("upper", Reference("limit"))), "With every measured benefit at one limit of its interval at once, all other lines as they are; only where a benefit has an interval.")),
            ("costs", List(Without(
                Closed(
                    ("category", Words(ResultNames.CostCategories.Words)), ("id", PlainText()), ("name", PlainText()), ("tags", List(PlainText())),
                    ("credit", With(new JsonObject { ["type"] = "boolean" }, "True where its amounts come back; total is then 0 or less.")), ("total", Reference("money")), ("presentValue", Reference("amount"))),
                "tags", "credit"))),
            ("benefits", List(Without(
                Closed(
                    ("category", Words(ResultNames.BenefitCategories.Words)), ("id", PlainText()), ("name", PlainText()), ("class", Words(ResultNames.Classes.Words)),
                    ("evidence", Words(ResultNames.Evidences.Words)), ("longTerm", new JsonObject { ["type"] = "boolean" }), ("tags", List(PlainText())),
                    ("disbenefit", With(new JsonObject { ["type"] = "boolean" }, "True where it is a loss; total is then 0 or less.")), ("total", Reference("money")),
                    ("presentValue", Reference("amount")),
                    ("workingCapital", With(Closed(("released", Reference("money")), ("returned", Reference("money"))), "Capital released by the end of the period and returned there: no profit, in no figure; total is the financing saved.")),
                    ("description", PlainText()), ("note", Reference("message"))),
                "tags", "disbenefit", "total", "presentValue", "workingCapital", "description", "note"))),
            ("yearlyTable", List(Reference("row"))),
            ("monthlyTable", List(Reference("row"))),
            ("explanations", Explanations()),
            ("warnings", List(Reference("message"))),
        ]);
        return Open(Without(Closed([.. members]), "byTag", "undividedByTag", "afterTax", "limits", "costs", "benefits", "yearlyTable", "monthlyTable", "explanations"));
    }

    private static JsonObject Explanations() => List(Closed(
        ("figure", PlainText()), ("formula", PlainText()), ("formulaChinese", PlainText()),
        ("inputs", List(Closed(("name", PlainText()), ("value", PlainText()), ("unit", PlainText())))), ("result", PlainText()), ("unit", PlainText())));

    private static readonly string[] AfterTaxAmounts = ["totalCost", "totalBenefit", "netBenefit", "tax", "creditedVat", "taxableBenefit", "deductibleCost", "undeductedCost", "unusedLoss"];

    private static IEnumerable<(string, JsonObject)> AfterTaxMembers() =>
    [
        .. AfterTaxAmounts.Select(name => (name, Reference("amount"))), ("roi", Reference("ratio")), ("netPresentValue", Reference("amount")),
        ("internalRateOfReturn", OneOf(Reference("internalRateOfReturn"), Reference("notApplicable"))), ("paybackMonths", Reference("ratio")), ("durablePaybackMonths", Reference("ratio")),
        ("yearlyTable", List(Reference("afterTaxRow"))),
    ];

    private static JsonObject AfterTaxFigures() => With(
        Without(Closed([.. AfterTaxMembers()]), "yearlyTable"), "The figures after tax on the cash basis: without hours saved and without hours of one's own staff, neither of which bears tax.");

    private static JsonObject AfterTax() => With(
        Without(
            Closed([
                .. AfterTaxMembers(), ("cashable", Reference("afterTaxFigures")), ("reasons", List(Reference("message"), "Why there is no figure after tax; empty where there is one.")),
                ("rules", List(With(
                    Without(
                        Closed(
                            ("rule", Words(ResultNames.TaxRules.Words)), ("value", Number()), ("from", Pattern(DatePattern)), ("until", Pattern(DatePattern)), ("source", PlainText()),
                            ("number", PlainText()), ("verified", new JsonObject { ["type"] = "boolean" })),
                        "until"),
                    "A rule that was used, with its dates and its source; verified says whether its wording was read."))), ("explanations", Explanations())]),
            "yearlyTable", "rules", "explanations"),
        "The figures after value-added tax and income tax; only where the case states its taxes. totalCost is net of credited tax; tax is positive when paid and negative when it is a relief.");

    private static JsonObject Of(Measure measure) =>
        measure.Of(Answer.Value).Rates is not null ? Reference("internalRateOfReturn") : Reference(measure.Unit == MeasureUnit.Money ? "amount" : "ratio");

    private static JsonObject Groups<T>(Choices<T> words, Func<T, bool>? belongs = null, string of = "money")
        where T : notnull =>
        Closed([.. words.Values.Where(value => belongs?.Invoke(value) ?? true).Select(value => (words.WordFor(value).ToString(), Reference(of)))]);

    private static JsonObject Closed(params (string Name, JsonObject Schema)[] members)
    {
        var properties = new JsonObject();
        foreach ((string name, JsonObject schema) in members)
        {
            properties[name] = schema;
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. members.Select(member => (JsonNode)member.Name)]),
            ["properties"] = properties,
        };
    }

    private static JsonObject Open(JsonObject schema)
    {
        schema["additionalProperties"] = Reference("figure");
        return schema;
    }

    private static JsonObject Without(JsonObject schema, params string[] optional)
    {
        schema["required"] = new JsonArray([.. schema["required"]!.AsArray().Select(name => name!.GetValue<string>()).Except(optional).Select(name => (JsonNode)name)]);
        return schema;
    }

    private static JsonObject With(JsonObject schema, string description)
    {
        var described = new JsonObject { ["description"] = description };
        Merge(described, schema);
        return described;
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (string key in from.Select(property => property.Key).ToArray())
        {
            JsonNode? value = from[key];
            from.Remove(key);
            into[key] = value;
        }
    }

    private static JsonObject AtLeastOne(JsonObject list)
    {
        list["minItems"] = 1;
        return list;
    }

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject List(JsonObject items, string description) => With(List(items), description);

    private static JsonObject OneOf(params JsonNode[] schemas) => new() { ["oneOf"] = new JsonArray(schemas) };

    private static JsonObject Reference(string definition) => new() { ["$ref"] = "#/definitions/" + definition };

    private static JsonObject PlainText() => new() { ["type"] = "string" };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Words(IReadOnlyList<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
}
