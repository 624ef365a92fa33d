using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>The documents of a simulation and of a comparison, on the parts of the result.</summary>
internal sealed partial class AnswerSchema
{
    public static string Simulation() => Document("simulation", SimulationWriter.Version, made => made.SimulationBody());

    private JsonObject SimulationBody() => Closed(
        "simulation",
        ("schemaVersion", Words(SimulationWriter.Version)), ("name", Text()), ("currency", CurrencyCode()), ("trials", Whole(100)), ("seed", Whole()),
        ("assumed", List(Closed("assumed", ("line", Text()), ("name", Text()), ("measured", Flag()), ("distribution", new CaseSchema(definitions).Reference(new DistributionField("distribution", isRequired: true).Object.Shape))))),
        ("periods", List(SimulatedPeriod(), 1)),
        ("inputs", List(Input())),
        ("evpi", Open("evpi", [.. Subject(), ("value?", new SchemaPart(Real(), "money")), ("standardError?", new SchemaPart(Real(), "money")), ("notApplicable?", Reason())])),
        ("measureNext", List(Open(
            "measureNext",
            ("id", Text()), ("name", Text()), ("evppi", Estimate("money")), ("monthsPaidFor", Months()), ("months", Months()), ("cost", Number("money")),
            ("worthLessCost", Number("money"))))),
        ("breakEven", List(Closed(
            "breakEven",
            [("lever", Text()), ("line", OrNull(Text())), .. Subject(), ("current", Number("lever")), ("value?", new SchemaPart(Real(), "lever")), ("notApplicable?", Reason())]))),
        ("histogram", Closed("histogram", [.. Subject(), ("edges", new SchemaPart(List(Real()), "money")), ("counts", List(Whole()))])),
        ("scenarios", List(Closed("scenario", ("name", Text()), ("periods", List(Horizon(), 1))))),
        ("warnings", Messages()));

    public static string Comparison() => Document("comparison", ComparisonWriter.Version, made => Closed(
        "comparison",
        [
            ("schemaVersion", Words(ComparisonWriter.Version)), ("currency", CurrencyCode()), .. Subject(), ("trials", Whole(100)), ("seed", Whole()),
            ("best", OneOf(OrNull(Text()).Schema, made.NotApplicable())), ("tooCloseToCall", Flag()), ("bestAfterTax?", OneOf(OrNull(Text()).Schema, made.NotApplicable())),
            ("alternatives", List(made.Alternative())), ("incremental", List(made.Step())),
        ]));

    private static IEnumerable<(string Name, SchemaPart Value)> Subject() => [("period", Period()), ("basis", Words<CaseBasis>())];

    private JsonObject SimulatedPeriod() => Shared("simulatedPeriod", () => Open(
        "simulatedPeriod",
        [
            .. Subject(),
            ("figures", Open(
                "simulatedFigures",
                Each(id => new SchemaPart(SimulatedFigure(), null, Of(id).Meaning), "roi", "netPresentValue", "benefitCostRatio", "paybackMonths", "internalRateOfReturn"))),
            ("deterministicNetPresentValue", Number("money")), ("meanLessDeterministic", Number("money")), ("probabilityNpvPositive", Estimate("fraction")),
            ("paidBackBy", List(Closed("paidBackBy", ("months", Whole(1)), ("probability", new SchemaPart(Real(), "fraction")), ("standardError", new SchemaPart(Real(), "fraction"))))),
            ("expectedShortfall", Estimate("money")),
        ]));

    private JsonObject SimulatedFigure() => Shared("simulatedFigure", () => Open("simulatedFigure", SimulatedMembers()));

    private IEnumerable<(string Name, SchemaPart Value)> SimulatedMembers() =>
    [
        .. Each(_ => Number("figure"), "mean", "standardDeviation", "standardError", "p5", "p10", "p25", "p50", "p75", "p90", "p95"), ("noAnswer", Whole()),
    ];

    private JsonObject Input() => Shared("simulatedInput", () => Open(
        "simulatedInput",
        [
            ("id", Text()), ("name", Text()), .. Subject(), ("hasEffect", Flag()),
            .. Each(_ => Number("factor"), "mean", "meanWithoutCut", "p10", "p90"),
            .. Each(_ => Number("money"), "npvLow", "npvHigh", "swing"),
            .. Each(_ => Ratio(), "roiLow", "roiHigh", "firstOrder"),
            ("evppi", Estimate("money")),
        ]));

    private JsonObject Alternative() => Shared("alternative", () => Open(
        "alternative",
        [
            ("name", OrNull(Text())), .. Totals(), ("netPresentValue", Of("netPresentValue")),
            ("internalRateOfReturn?", Of("internalRateOfReturn")), ("paybackMonths?", Of("paybackMonths")), ("equivalentAnnualCost?", Of("equivalentAnnualCost")),
            ("afterTax?", Open("afterTax", [.. AfterTaxFigures(), ("reasons", Messages())])),
            ("probabilityBest", Estimate("fraction")), ("expectedRegret", Estimate("money")), ("warnings", Messages()),
        ]));

    private JsonObject Step() => Shared("incrementalStep", () => Open("incrementalStep", [
        ("from", OrNull(Text())), ("to", OrNull(Text())), .. StepFigures(Money()), ("crossOverRate", Number("rate")),
        ("afterTax?", Open("incrementalStep", [.. StepFigures(Amount()), ("tax", Amount())]))]));

    private IEnumerable<(string Name, SchemaPart Value)> StepFigures(SchemaPart amount) =>
        [("cost", amount), ("benefit", Again(amount)), ("netPresentValue", Amount()), ("internalRateOfReturn", Rates())];

    private static SchemaPart Again(SchemaPart part) => new((JsonObject)part.Schema.DeepClone(), part.Unit, part.Meaning);
}
