using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>Writes a case so that reading it gives the same case.</summary>
internal static class CaseWriter
{
    public static void Write(Utf8JsonWriter writer, InvestmentCase source)
    {
        writer.WriteStartObject();
        writer.Put(CaseShape.SchemaVersion, CaseShape.Version);
        writer.Put(CaseShape.Name, source.Name);
        writer.PutIfAny(CaseShape.Source, source.Source);
        writer.Put(CaseShape.Currency, source.Currency);
        writer.Put(CaseShape.Start, source.Start);
        writer.Put(CaseShape.GoLive, source.GoLive);
        writer.PutIfAny(CaseShape.Deployment, source.Deployment);
        writer.PutIfAny(CaseShape.TaxBasis, source.TaxBasis);
        writer.PutIfAny(CaseShape.PriceBasis, source.PriceBasis);
        CaseShape.Taxation.Write(writer, source.Taxation);
        CaseTerms terms = source.Terms;
        writer.PutIfAny(CaseShape.DiscountRate, terms.DiscountRate);
        writer.PutIfAny(CaseShape.FinanceRate, terms.FinanceRate);
        writer.PutIfAny(CaseShape.ReinvestmentRate, terms.ReinvestmentRate);
        writer.PutIfAny(CaseShape.DayCount, terms.DayCount);
        writer.PutIfAny(CaseShape.FlowTiming, terms.FlowTiming);
        writer.PutIfAny(CaseShape.RateSelection, terms.RateSelection?.ToString());
        if (terms.Periods is { } periods)
        {
            writer.WriteStartArray(CaseShape.EvaluationPeriods.Encoded);
            foreach (EvaluationPeriod period in periods)
            {
                writer.WriteStringValue(period.ToString());
            }

            writer.WriteEndArray();
        }

        CaseShape.ExchangeRates.Write(writer, source.ExchangeRates);
        CaseShape.Pools.Write(writer, source.Pools, source.Currency);
        CaseShape.Waves.Write(writer, source.Waves);
        CaseShape.SharedCostKey.Write(writer, source.SharedCostKey);
        writer.WriteStartArray(CaseShape.Costs.Encoded);
        foreach (CostItem item in source.Costs)
        {
            CostKinds.Of(item.Basis).WriteItem(writer, item, source.Currency);
        }

        writer.WriteEndArray();
        writer.WriteStartArray(CaseShape.Benefits.Encoded);
        foreach (BenefitItem item in source.Benefits)
        {
            BenefitKinds.Of(item).WriteItem(writer, item, source.Currency);
        }

        writer.WriteEndArray();
        CaseShape.Uncertainty.Write(writer, source);
        CaseShape.Scenarios.Write(writer, source.Scenarios);
        writer.WriteEndObject();
    }
}
