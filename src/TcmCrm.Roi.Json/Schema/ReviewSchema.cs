using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>The document of a review.</summary>
internal sealed partial class AnswerSchema
{
    public static string Review() => Document("review", ReviewWriter.Version, made => made.Open(
        "review",
        [
            ("schemaVersion", Words(ReviewWriter.Version)), ("name", Text()), ("currency", CurrencyCode()), ("asOf", Month()), ("planVersion", Whole(1)), ("confidenceLevel", made.Ratio()),
            ("realised", made.ToDate()), ("realisedAsForecast", made.ToDate()), ("planToDate", made.ToDate()),
            ("longTerm", made.Open("reviewLongTerm", ("included", Flag()), ("realised", made.Money()), ("planToDate", made.Money()))),
            ("forecast", List(made.PeriodForecast(), 1)),
            ("paybackDate", made.DateOrReason()), ("durablePaybackDate", made.DateOrReason()), ("plannedPaybackDate", made.DateOrReason()), ("plannedDurablePaybackDate", made.DateOrReason()),
            ("originalDecision", Words(ResultNames.OriginalDecisions.Words)), .. made.ForecastValues(),
            ("variances", List(made.Variance())),
            ("varianceTotals", Closed("varianceTotals", ("cost", made.VarianceTotal()), ("benefit", made.VarianceTotal()))),
            ("findings", List(made.Finding())),
            ("decisions", List(made.Decision())), ("recommendation", made.Message()),
            ("register", List(made.RegisterEntry())),
            ("warnings", made.Messages()), ("nextReview", Date()),
        ]));

    private JsonObject ToDate() => Shared("toDate", () => Open("toDate", ReviewTotals()));

    private IEnumerable<(string Name, SchemaPart Value)> ReviewTotals() => [("cost", Money()), ("benefit", Money()), ("netBenefit", Money()), ("roi", Of("roi"))];

    private IEnumerable<(string Name, SchemaPart Value)> ForecastValues() =>
        [("netPresentValue", Of("netPresentValue")), ("netPresentValueLower", Amount()), ("netPresentValueUpper", Amount())];

    private JsonObject PeriodForecast() => Shared("periodForecast", () => Open(
        "periodForecast",
        [
            ("period", Period()), ("past", Flag()), ("booked", Money()), ("accrued", Money()), ("unmeasuredShare", Ratio()), .. ReviewTotals(), ("lower", Ratio()), ("upper", Ratio()),
            .. Each(_ => Money(), "costLower", "costUpper", "benefitLower", "benefitUpper"), .. ForecastValues(),
            ("plan", Open("toDate", [.. ReviewTotals(), ("netPresentValue", Of("netPresentValue"))])),
        ]));

    private JsonObject Variance() => Shared("variance", () => Open(
        "variance",
        [
            ("id", Text()), ("line", Text()), ("side", Words("cost", "benefit")), ("category?", Words(ResultNames.CostCategories.Words.Concat(ResultNames.BenefitCategories.Words))),
            ("longTerm", Flag()), ("unplanned", Flag()), ("monthsLate", new SchemaPart(new JsonObject { ["type"] = "integer" }, "months")), .. VarianceParts(),
        ]));

    private JsonObject VarianceTotal() => Shared("varianceTotal", () => Open("variance", VarianceParts()));

    private IEnumerable<(string Name, SchemaPart Value)> VarianceParts() =>
        Each(_ => Money(), "plan", "actual", "total", "timing", "volumeAdoption", "priceRate");

    private JsonObject Finding() => Shared("finding", () => Open(
        "finding",
        ("rule", Text()), ("severity", Words(ResultNames.Severities.Words)), ("subject", Text()), ("atStake", Money()), ("perMonth", Money()), ("since", OrNull(Month())), ("action", Text()),
        ("english", Text()), ("chinese", Text()), ("actionEnglish", Text()), ("actionChinese", Text()), ("arguments", Arguments()),
        ("evidence", List(Closed("findingEvidence", ("name", Text()), ("value", Number("figure")))))));

    private JsonObject Decision() => Shared("decision", () => Open(
        "decision",
        ("decision", Words(ResultNames.Decisions.Words)), ("value", Amount()), ("lower", Amount()), ("upper", Amount()), ("differenceToContinue", Amount()), ("beyond", Amount()),
        ("recommended", Flag()), ("effectiveFrom", Date()), ("english", Text()), ("chinese", Text()), ("arguments", Arguments())));

    private JsonObject RegisterEntry() => Shared("registerEntry", () => Open(
        "registerEntry",
        ("id", Text()), ("benefit", Text()), ("owner", OrNull(Text())), ("status", Words(ResultNames.BenefitStatuses.Words)), ("plan", Money()), ("actual", Money()), ("forecast", Money()),
        ("evidence", Words(ResultNames.Evidences.Words)), ("baseline", OrNull(new SchemaPart(Real(), "kpi"))), ("nextReview", Date())));
}
