using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>
/// Holds an evaluation to its gates. A gate compares what the result document prints, so that whoever reads the document can follow the
/// verdict: money in whole minor units, ratios and months with up to 12 digits behind the point.
/// </summary>
internal static class GateCheck
{
    /// <summary>The verdicts in the order of the gates; a gate on a figure or period that the document does not have is a problem instead.</summary>
    internal static IReadOnlyList<GateResult> Run(CommandContext context, RoiEvaluation evaluation, IReadOnlyList<Gate> gates)
    {
        if (gates.Count == 0)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(ResultDocument.Write(evaluation, ResultDetail.Figures));
        JsonElement[] horizons = [.. document.RootElement.GetProperty("horizons").EnumerateArray()];
        var results = new List<GateResult>();
        foreach (Gate gate in gates)
        {
            string period = gate.Period?.ToString() ?? PeriodOf(horizons[^1]);
            JsonElement horizon = Array.Find(horizons, candidate => PeriodOf(candidate) == period);
            if (horizon.ValueKind == JsonValueKind.Undefined)
            {
                context.Problems.AddOption(GateOptions.GateName, $"'{gate.RuleId(period)}': the period {period} is not evaluated; evaluated: {string.Join(", ", horizons.Select(PeriodOf))}");
            }
            else if (Judge(horizon, gate, period, out string? problem) is { } result)
            {
                results.Add(result);
            }
            else
            {
                context.Problems.AddOption(GateOptions.GateName, $"'{gate.RuleId(period)}': {problem}");
            }
        }

        return results;
    }

    private static string PeriodOf(JsonElement horizon) => horizon.GetProperty("period").GetString()!;

    private static GateResult? Judge(JsonElement horizon, Gate gate, string period, out string? problem)
    {
        problem = null;
        if (gate.Figure.StartsWith("limits.", StringComparison.Ordinal) && !horizon.TryGetProperty("limits", out _))
        {
            return new GateResult(gate, period, isPassed: false, "no benefit of the case carries an interval");
        }

        JsonElement value = horizon;
        foreach (string name in gate.Figure.Split('.'))
        {
            if (value.ValueKind != JsonValueKind.Object || value.TryGetProperty("notApplicable", out _) || !value.TryGetProperty(name, out JsonElement inner))
            {
                problem = $"there is no figure '{gate.Figure}'; here are {string.Join(", ", Figures(value))}";
                return null;
            }

            value = inner;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("notApplicable", out JsonElement reason):
                return new GateResult(gate, period, isPassed: false, $"not applicable: {reason.GetString()}");
            case JsonValueKind.Object when value.TryGetProperty("rates", out JsonElement rates):
                string status = value.GetProperty("status").GetString()!;
                return status == "unique"
                    ? Compare(gate, period, rates[0].GetRawText(), rates[0].GetDouble())
                    : new GateResult(gate, period, isPassed: false, $"no one rate: {status}");
            case JsonValueKind.Number:
                if (gate.IsPercent && gate.Figure.EndsWith("Months", StringComparison.Ordinal))
                {
                    problem = "months cannot be compared with per cent";
                    return null;
                }

                return Compare(gate, period, value.GetRawText(), value.GetDouble());
            case JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount):
                if (gate.IsPercent)
                {
                    problem = "an amount of money cannot be compared with per cent";
                    return null;
                }

                return new GateResult(gate, period, gate.IsMetBy(amount), value.GetString()!);
            default:
                problem = value.ValueKind == JsonValueKind.Object
                    ? $"'{gate.Figure}' is a group; it holds {string.Join(", ", Figures(value))}"
                    : $"'{gate.Figure}' is not a number";
                return null;
        }
    }

    // A rate can exceed decimal (a payback in a week annualised): the sign of the comparison is then plain.
    private static GateResult Compare(Gate gate, string period, string printed, double value) =>
        new(gate, period, decimal.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact) ? gate.IsMetBy(exact) : gate.IsMetBy(value > 0 ? decimal.MaxValue : decimal.MinValue), printed);

    private static IEnumerable<string> Figures(JsonElement group) => group.ValueKind == JsonValueKind.Object
        ? group.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Array && property.Name is not ("period" or "start" or "end")).Select(property => property.Name)
        : [];
}
