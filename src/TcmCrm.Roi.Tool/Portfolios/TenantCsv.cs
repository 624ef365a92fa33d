using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Tool.Portfolios;

/// <summary>One row a tenant, in the order of the tenants and as they come: those that failed have their problem in the last column.</summary>
internal static class TenantCsv
{
    internal static void WriteHeader(TextWriter writer) => writer.Write(
        "tenant,name,currency,period,totalCost,totalBenefit,netBenefit,roi,netPresentValue,cashableRoi,paybackMonths,asOf,originalDecision,forecastNetPresentValue,forecastRoi,atStake,topFinding,findings,probabilityNpvPositive,problem\n");

    internal static void Write(TextWriter writer, TenantResult result, string problem)
    {
        int digits = result.Currency.MinorUnitDigits;
        string[] cells = result.IsEvaluated
            ?
            [
                result.Tenant, result.Name, result.Currency.Code, result.Period!.ToString(), Amount(result.TotalCost), Amount(result.TotalBenefit), Amount(result.NetBenefit), Ratio(result.ReturnOnInvestment),
                Figure(result.NetPresentValue), Ratio(result.CashableReturnOnInvestment),
                result.PaybackMonths.TryGetValue(out double months) ? months.ToString("R", CultureInfo.InvariantCulture) : string.Empty,
                result.AsOf?.ToString("uuuu-MM", CultureInfo.InvariantCulture) ?? string.Empty,
                result.OriginalDecision is { } decision ? JsonNamingPolicy.CamelCase.ConvertName(decision.ToString()) : string.Empty,
                Figure(result.ForecastNetPresentValue), Ratio(result.ForecastReturnOnInvestment), result.OriginalDecision is null ? string.Empty : Amount(result.AtStake),
                result.TopFinding ?? string.Empty, result.OriginalDecision is null ? string.Empty : result.FindingCount.ToString(CultureInfo.InvariantCulture),
                result.ProbabilityNpvPositive.TryGetValue(out Sensitivity.Estimate estimate) ? estimate.Value.ToString("R", CultureInfo.InvariantCulture) : string.Empty, string.Empty,
            ]
            : [result.Tenant, .. Enumerable.Repeat(string.Empty, 18), problem];
        writer.Write(string.Join(',', cells.Select((cell, place) => IsText(place) ? CsvText.Cell(cell) : cell)) + "\n");

        string Amount(Money money) => money.Amount.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

        string Figure(Figure<Money> figure) => figure.TryGetValue(out Money money) ? Amount(money) : string.Empty;

        static string Ratio(Figure<decimal> figure) => figure.TryGetValue(out decimal ratio) ? decimal.Round(ratio, 12, MidpointRounding.AwayFromZero).ToString("0.############", CultureInfo.InvariantCulture) : string.Empty;
    }

    /// <summary>Names and sentences, which a spreadsheet must not take for formulas; numbers begin with a sign where they must.</summary>
    private static bool IsText(int place) => place is 0 or 1 or 16 or 19;
}
