using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Portfolio;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the document of a portfolio.</summary>
internal sealed class PortfolioWriter(Utf8JsonWriter writer, DocumentWords words)
{
    public const string Version = "1.0";

    public void Write(PortfolioResult result, string? contentHash)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteNumber("evaluated", result.Evaluated);
        writer.WriteNumber("failed", result.Failed);
        writer.WriteStartArray("failures");
        foreach (TenantResult failure in result.Failures)
        {
            writer.WriteStartObject();
            writer.WriteString("tenant", failure.Tenant);
            writer.WriteMessages("problems", failure.Problems, words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("totals");
        foreach (PortfolioTotal total in result.Totals)
        {
            WriteTotal(total);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("ranking");
        foreach (KeyValuePair<int, TenantResult> entry in result.Ranking)
        {
            WriteRanked(entry.Key, entry.Value);
        }

        writer.WriteEndArray();
        WriteDistribution(result);
        writer.WriteStartArray("atRisk");
        foreach (TenantResult tenant in result.AtRisk)
        {
            WriteAtRisk(tenant);
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", result.Warnings, words);
        if (contentHash is not null)
        {
            writer.WriteString("contentHash", contentHash);
        }

        writer.WriteEndObject();
    }

    private void WriteTotal(PortfolioTotal total)
    {
        int digits = total.Currency.MinorUnitDigits;
        writer.WriteStartObject();
        writer.WriteString("currency", total.Currency.Code);
        writer.WriteString("period", total.Period.ToString());
        writer.WriteNumber("tenants", total.Tenants);
        WriteFigures(total.TotalCost, total.TotalBenefit, total.ReturnOnInvestment);
        writer.WriteAmount("netPresentValue", total.NetPresentValue, digits);
        writer.WriteNumber("withoutNetPresentValue", total.WithoutNetPresentValue);
        writer.WriteStartObject("cashable");
        WriteFigures(total.CashableCost, total.CashableBenefit, total.CashableReturnOnInvestment);
        writer.WriteEndObject();
        writer.WriteStartObject("reviews");
        writer.WriteNumber("reviewed", total.Reviewed);
        writer.WriteNumber("stands", total.Standing);
        writer.WriteNumber("doubtful", total.Doubtful);
        writer.WriteNumber("doesNotStand", total.NotStanding);
        writer.WriteAmount("plannedNetPresentValue", total.PlannedNetPresentValue, digits);
        writer.WriteAmount("forecastNetPresentValue", total.ForecastNetPresentValue, digits);
        writer.WriteNumber("atRisk", total.AtRisk);
        writer.WriteMoney("atStake", total.AtStake.Amount, digits);
        writer.WriteEndObject();
        if (total.SimulatedNetPresentValue is { } simulated)
        {
            var figures = new SimulationWriter(writer);
            writer.WriteStartObject("simulation");
            writer.WriteNumber("tenants", total.Simulated);
            figures.WriteFigure("netPresentValue", simulated);
            figures.WriteEstimate("probabilityNpvPositive", total.ProbabilityNpvPositive);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteFigures(Money cost, Money benefit, Figure<decimal> roi)
    {
        int digits = cost.Currency.MinorUnitDigits;
        writer.WriteMoney("totalCost", cost.Amount, digits);
        writer.WriteMoney("totalBenefit", benefit.Amount, digits);
        writer.WriteMoney("netBenefit", benefit.Amount - cost.Amount, digits);
        writer.WriteRatio("roi", roi);
    }

    private void WriteRanked(int rank, TenantResult tenant)
    {
        int digits = tenant.Currency.MinorUnitDigits;
        writer.WriteStartObject();
        writer.WriteNumber("rank", rank);
        WriteTenant(tenant);
        WriteFigures(tenant.TotalCost, tenant.TotalBenefit, tenant.ReturnOnInvestment);
        writer.WriteAmount("netPresentValue", tenant.NetPresentValue, digits);
        writer.WriteRatio("cashableRoi", tenant.CashableReturnOnInvestment);
        writer.WriteNumber("paybackMonths", tenant.PaybackMonths);
        writer.WriteNumber("warnings", tenant.WarningCount);
        if (tenant.SimulatedNetPresentValue is not null)
        {
            new SimulationWriter(writer).WriteEstimate("probabilityNpvPositive", tenant.ProbabilityNpvPositive);
        }

        writer.WriteEndObject();
    }

    private void WriteAtRisk(TenantResult tenant)
    {
        int digits = tenant.Currency.MinorUnitDigits;
        writer.WriteStartObject();
        WriteTenant(tenant);
        writer.WriteString("asOf", tenant.AsOf?.ToString("uuuu-MM", CultureInfo.InvariantCulture));
        writer.WriteString("originalDecision", ResultNames.OriginalDecisions.WordFor(tenant.OriginalDecision!.Value));
        writer.WriteMoney("atStake", tenant.AtStake.Amount, digits);
        writer.WriteString("topFinding", tenant.TopFinding);
        writer.WriteNumber("findings", tenant.FindingCount);
        writer.WriteNumber("highFindings", tenant.HighFindingCount);
        writer.WriteAmount("plannedNetPresentValue", tenant.NetPresentValue, digits);
        writer.WriteAmount("forecastNetPresentValue", tenant.ForecastNetPresentValue, digits);
        writer.WriteRatio("forecastRoi", tenant.ForecastReturnOnInvestment);
        writer.WriteEndObject();
    }

    private void WriteTenant(TenantResult tenant)
    {
        writer.WriteString("tenant", tenant.Tenant);
        writer.WriteString("name", tenant.Name);
        writer.WriteString("currency", tenant.Currency.Code);
        writer.WriteString("period", tenant.Period!.ToString());
    }

    private void WriteDistribution(PortfolioResult result)
    {
        writer.WriteStartObject("distribution");
        writer.WriteString("figure", "roi");
        writer.WriteNumber("tenants", result.Evaluated);
        new SimulationWriter(writer).WriteMembers(result.ReturnOnInvestment);
        writer.WriteStartArray("edges");
        foreach (double edge in PortfolioResult.ReturnEdges)
        {
            writer.WriteDouble(edge);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("counts");
        foreach (int count in result.ReturnCounts)
        {
            writer.WriteNumberValue(count);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
