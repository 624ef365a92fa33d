using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Results;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>The JSON Schema of the document of a portfolio, on the parts of the result document.</summary>
internal static partial class ResultSchema
{
    private const string MonthPattern = "^[0-9]{4}-[0-9]{2}$";

    public static string PortfolioText() => Document(
        $"TcmCrm.Roi portfolio document {PortfolioDocument.SchemaVersion}",
        "What many cases come to together. Sums are exact, one a currency and evaluation period; lists have a limit, counts have none.",
        Without(
            Closed(
                ("schemaVersion", Words([PortfolioDocument.SchemaVersion])), ("evaluated", Whole(0)), ("failed", Whole(0)),
                ("failures", List(Closed(("tenant", PlainText()), ("problems", AtLeastOne(List(Reference("message"))))))),
                ("totals", List(Reference("total"), "By currency, then by evaluation period, shortest first.")),
                ("ranking", List(Reference("ranked"), "By ROI among the tenants of one evaluation period: the best, and as many of the worst.")),
                ("distribution", With(
                    Closed([
                        ("figure", Words(["roi"])), ("tenants", Whole(0)), .. FigureMembers(),
                        ("edges", List(Number())), ("counts", With(List(Whole(0)), "Tenants below the first edge, between each two, and from the last on."))]),
                    "The ROI over the tenants, each counted once; standardError is that of a sample of as many.")),
                ("atRisk", List(Reference("tenantAtRisk"), "By currency, the most money at stake first.")),
                ("warnings", List(Reference("message"))),
                ("contentHash", With(Pattern("^[0-9a-f]{64}$"), "SHA-256 over the results of all tenants in order, each with what it was made from."))),
            "contentHash"),
        ("simulatedFigure", Closed([.. FigureMembers()])),
        ("total", Without(
            Closed(
                ("currency", Pattern("^[A-Z]{3}$")), ("period", Pattern(PeriodPattern)), ("tenants", Whole(1)), ("totalCost", Reference("money")), ("totalBenefit", Reference("money")),
                ("netBenefit", Reference("money")), ("roi", Reference("ratio")), ("netPresentValue", Reference("amount")), ("withoutNetPresentValue", Whole(0)),
                ("cashable", Closed(
                    ("totalCost", Reference("money")), ("totalBenefit", Reference("money")), ("netBenefit", Reference("money")), ("roi", Reference("ratio")))),
                ("reviews", Closed(
                    ("reviewed", Whole(0)), ("stands", Whole(0)), ("doubtful", Whole(0)), ("doesNotStand", Whole(0)), ("plannedNetPresentValue", Reference("amount")),
                    ("forecastNetPresentValue", Reference("amount")), ("atRisk", Whole(0)), ("atStake", With(Reference("money"), "Of each tenant at risk, its one finding with the most.")))),
                ("simulation", Closed(("tenants", Whole(1)), ("netPresentValue", Reference("simulatedFigure")), ("probabilityNpvPositive", Reference("estimate"))))),
            "simulation")),
        ("ranked", Without(
            Closed([
                ("rank", Whole(1)), .. TenantMembers(), ("totalCost", Reference("money")), ("totalBenefit", Reference("money")), ("netBenefit", Reference("money")), ("roi", Reference("ratio")),
                ("netPresentValue", Reference("amount")), ("cashableRoi", Reference("ratio")), ("paybackMonths", Reference("ratio")),
                ("warnings", With(Whole(0), "How many warnings its case has: the evaluation of the case says them.")), ("probabilityNpvPositive", Reference("estimate"))]),
            "probabilityNpvPositive")),
        ("tenantAtRisk", Closed([
            .. TenantMembers(), ("asOf", Pattern(MonthPattern)), ("originalDecision", Words(ResultNames.OriginalDecisions.Words)), ("atStake", Reference("money")), ("topFinding", TextOrNull()),
            ("findings", Whole(0)), ("highFindings", Whole(0)), ("plannedNetPresentValue", Reference("amount")), ("forecastNetPresentValue", Reference("amount")), ("forecastRoi", Reference("ratio"))])));

    private static IEnumerable<(string Name, JsonObject Schema)> FigureMembers() =>
        [.. new[] { "mean", "standardDeviation", "standardError" }.Concat(Percentiles).Select(name => (name, Reference("ratio"))), ("noAnswer", Whole(0))];

    private static IEnumerable<(string Name, JsonObject Schema)> TenantMembers() =>
        [("tenant", PlainText()), ("name", PlainText()), ("currency", Pattern("^[A-Z]{3}$")), ("period", Pattern(PeriodPattern))];
}
