using System.Text.Json;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>
/// What a line amounts to as a product of its inputs, by its kind: its amounts are in proportion to it, whatever their dates. What bears on the dates or on single
/// amounts (a ramp, a term, a yearly rise, price tiers) is no factor and stands in the workbook as it was.
/// </summary>
internal sealed class LineFormula
{
    internal const string Risk = "riskUplift";
    internal const string Reduction = "riskReduction";

    /// <summary>What is 1 where a document does not say it; every other input is 0 then.</summary>
    private static readonly string[] Ones = ["attribution", "units"];

    private static readonly Dictionary<string, Func<JsonElement, LineTerm[]>> Costs = new(StringComparer.Ordinal)
    {
        ["oneOff"] = _ => Product("amount"),
        ["recurring"] = _ => Product("amount"),
        ["subscription"] = Subscription,
        ["perpetualLicense"] = _ => Product("pricePerUnit", "units"),
        ["licenseShare"] = _ => Product("licensePrice", "sharePerYear"),
        ["learning"] = _ => Product("people", "hoursEach", "loadedHourlyRate"),
        ["productivityDip"] = _ => Product("people", "hoursPerWeek", "loadedHourlyRate", "dip"),
        ["instalments"] = _ => Product("contractSum"),
        ["usage"] = line => Has(line, "unitTiers") ? [] : Number(line, "includedPerMonth") == 0 ? Product("unitsPerMonth", "pricePerUnit") : Product("pricePerUnit"),
        ["residualValue"] = _ => Product("amount"),
    };

    private static readonly Dictionary<string, Func<JsonElement, LineTerm[]>> Benefits = new(StringComparer.Ordinal)
    {
        ["yearly"] = _ => Product("amountPerYear"),
        ["revenueUplift"] = _ => Product("baselineRevenuePerYear", "uplift", "contributionMargin"),
        ["retention"] = line => IsSurvival(line) ? Product("customers", "marginPerCustomerYear")
            : [LineTerm.Of("customers"), LineTerm.Difference("churnBefore", "churnAfter"), LineTerm.Of("marginPerCustomerYear")],
        ["satisfactionChain"] = line => IsSurvival(line) ? Product("customers", "marginPerCustomerYear") : Product("pointsGained", "retentionPerPoint", "customers", "marginPerCustomerYear"),
        ["customerMargin"] = _ => Product("customers", "additionalRate", "marginPerCustomerYear"),
        ["taskTime"] = _ => Product("loadedHourlyRate"),
        ["safetyStock"] = _ =>
            [LineTerm.Of("serviceFactor"), LineTerm.Difference("errorBefore", "errorAfter"), LineTerm.Root("leadTimeMonths"), LineTerm.Of("unitCost"), LineTerm.Of("carryingRatePerYear")],
        ["expiryLoss"] = _ => Product("lossPerYear", "avoided"),
        ["workingCapital"] = _ => [LineTerm.Of("creditSalesPerYear"), LineTerm.Difference("daysBefore", "daysAfter"), LineTerm.Of("financingRatePerYear")],
    };

    private readonly JsonElement _line;
    private readonly IReadOnlyList<LineTerm> _terms;

    private LineFormula(JsonElement line, IReadOnlyList<LineTerm> terms)
    {
        _line = line;
        _terms = terms;
        Inputs = terms.SelectMany(term => term.Inputs).Distinct().ToArray();
    }

    /// <summary>The inputs, each once, in the order of the product.</summary>
    internal IReadOnlyList<string> Inputs { get; }

    /// <summary>The product; 0 where an input is.</summary>
    internal double Value => _terms.Aggregate(1.0, (product, term) => product * term.Value(input => (double)ValueOf(input)));

    internal static LineFormula OfCost(JsonElement line)
    {
        LineTerm[] terms = Costs.TryGetValue(Kind(line), out Func<JsonElement, LineTerm[]>? known) ? known(line) : [];
        bool isCredit = Kind(line) == "residualValue" || IsTrue(line, "credit");
        return new LineFormula(line, [.. terms, isCredit ? LineTerm.Lowered(Risk) : LineTerm.Raised(Risk)]);
    }

    internal static LineFormula OfBenefit(JsonElement line)
    {
        LineTerm[] terms = Benefits.TryGetValue(Kind(line), out Func<JsonElement, LineTerm[]>? known) ? known(line) : [];
        LineTerm risk = IsTrue(line, "disbenefit") ? LineTerm.Raised(Reduction)
            : Kind(line) switch
            {
                "revenueUplift" => LineTerm.ByGain("uplift", Reduction),
                "workingCapital" => LineTerm.ByGain("daysBefore", "daysAfter", Reduction),
                _ => LineTerm.Lowered(Reduction),
            };
        return new LineFormula(line, [.. terms, LineTerm.Of("attribution"), risk]);
    }

    internal decimal ValueOf(string input) => _line.TryGetProperty(input, out JsonElement value) ? value.GetDecimal() : Ones.Contains(input) ? 1 : 0;

    internal string Formula(Func<string, string> cellOf) => string.Join("*", _terms.Select(term => term.Formula(cellOf)));

    private static LineTerm[] Subscription(JsonElement line) =>
        Has(line, "seatTiers") ? []
        : Has(line, "seatPlan") || Number(line, "seatGrowthPerYear") != 0 ? Product("pricePerSeat") // Seats are whole ones, or those of the plan.
        : Product("seats", "pricePerSeat");

    private static LineTerm[] Product(params string[] inputs) => [.. inputs.Select(LineTerm.Of)];

    private static string Kind(JsonElement line) => line.GetProperty("kind").GetString()!;

    private static bool Has(JsonElement line, string name) => line.TryGetProperty(name, out _);

    private static bool IsTrue(JsonElement line, string name) => line.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static bool IsSurvival(JsonElement line) => line.TryGetProperty("accrual", out JsonElement accrual) && accrual.GetString() == "survivalDifference";

    private static decimal Number(JsonElement line, string name) => line.TryGetProperty(name, out JsonElement value) ? value.GetDecimal() : 0;
}
