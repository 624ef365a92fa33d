using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>The document of a portfolio, on the parts of the result and the simulation.</summary>
internal sealed partial class AnswerSchema
{
    public static string Portfolio() => Document("portfolio", PortfolioWriter.Version, made => Closed(
        "portfolio",
        ("schemaVersion", Words(PortfolioWriter.Version)), ("evaluated", Whole()), ("failed", Whole()),
        ("failures", List(Closed("failure", ("tenant", Text()), ("problems", made.Messages(1))))),
        ("totals", List(made.Total())),
        ("ranking", List(made.Ranked())),
        ("distribution", made.Open(
            "distribution",
            [("figure", Words("roi")), ("tenants", Whole()), .. made.SimulatedMembers(), ("edges", new SchemaPart(List(Real()), "fraction")), ("counts", List(Whole()))])),
        ("atRisk", List(made.TenantAtRisk())), ("warnings", made.Messages()), ("contentHash?", Pattern("^[0-9a-f]{64}$"))));

    private JsonObject Total() => Shared("total", () => Open(
        "total",
        [
            ("currency", CurrencyCode()), ("period", Period()), ("tenants", Whole(1)), .. Totals(), ("netPresentValue", Of("netPresentValue")), ("withoutNetPresentValue", Whole()),
            ("cashable", Open("cashable", Totals())),
            ("reviews", Open(
                "reviews",
                ("reviewed", Whole()), ("stands", Whole()), ("doubtful", Whole()), ("doesNotStand", Whole()), ("plannedNetPresentValue", Amount()), ("forecastNetPresentValue", Amount()),
                ("atRisk", Whole()), ("atStake", Money()))),
            ("simulation?", Open(
                "totalSimulation",
                ("tenants", Whole(1)), ("netPresentValue", new SchemaPart(SimulatedFigure(), null, Of("netPresentValue").Meaning)), ("probabilityNpvPositive", Estimate("fraction")))),
        ]));

    private JsonObject Ranked() => Shared("ranked", () => Open(
        "ranked",
        [
            ("rank", Whole(1)), .. Tenant(), .. Totals(), ("netPresentValue", Of("netPresentValue")), ("cashableRoi", Ratio()), ("paybackMonths", Of("paybackMonths")), ("warnings", Whole()),
            ("probabilityNpvPositive?", Estimate("fraction")),
        ]));

    private JsonObject TenantAtRisk() => Shared("tenantAtRisk", () => Open(
        "tenantAtRisk",
        [
            .. Tenant(), ("asOf", Month()), ("originalDecision", Words(ResultNames.OriginalDecisions.Words)), ("atStake", Money()), ("topFinding", OrNull(Text())),
            ("findings", Whole()), ("highFindings", Whole()), ("plannedNetPresentValue", Amount()), ("forecastNetPresentValue", Amount()), ("forecastRoi", Ratio()),
        ]));

    private static IEnumerable<(string Name, SchemaPart Value)> Tenant() => [("tenant", Text()), ("name", Text()), ("currency", CurrencyCode()), ("period", Period())];
}
