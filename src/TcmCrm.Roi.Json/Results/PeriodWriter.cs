using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes one evaluation period: the figures of the list, and what they are made of.</summary>
internal sealed class PeriodWriter
{
    private static readonly string[] LimitFigures = ["totalBenefit", "netBenefit", "roi", "netPresentValue", "paybackMonths", "discountedPaybackMonths"];

    private readonly Utf8JsonWriter writer;
    private readonly PeriodResult result;
    private readonly IReadOnlyList<Measure> measures;
    private readonly int digits;
    private readonly decimal cost;
    private readonly decimal benefit;
    private readonly Breakdown<CostCategory> costByCategory;
    private readonly Breakdown<BenefitCategory> benefitByCategory;
    private readonly Breakdown<BenefitCategory> longTermByCategory;

    private PeriodWriter(Utf8JsonWriter writer, PeriodResult result, IReadOnlyList<Measure> measures)
    {
        this.writer = writer;
        this.result = result;
        this.measures = measures;
        digits = result.Case.Currency.MinorUnitDigits;
        cost = Printed.Total(result.TotalCost.Amount, digits);
        benefit = Printed.Total(result.TotalBenefit.Amount, digits);
        costByCategory = new Breakdown<CostCategory>("costByCategory", ResultNames.CostCategories, result.CostByCategory, _ => true, cost, digits);
        benefitByCategory = new Breakdown<BenefitCategory>(
            "benefitByCategory", ResultNames.BenefitCategories, result.BenefitByCategory, c => !c.IsLongTerm(), benefit, digits);
        longTermByCategory = new Breakdown<BenefitCategory>(
            "benefitByCategory", ResultNames.BenefitCategories, result.LongTermBenefitByCategory, c => c.IsLongTerm(),
            Printed.Total(result.TotalLongTermBenefit.Amount, digits), digits);
    }

    /// <summary>The members of a period that are no figures of the list.</summary>
    public static IReadOnlyCollection<string> OtherMembers { get; } =
    [
        "period", "start", "end", "costByCategory", "benefitByCategory", "benefitByClass", "benefitByEvidence", "benefitShareByEvidence", "limits", "costs",
        "benefits", "yearlyTable", "monthlyTable", "explanations", "warnings", "cashable", "byTag", "undividedByTag",
    ];

    public static void Write(Utf8JsonWriter writer, PeriodResult result, IReadOnlyList<Measure> measures, ResultDetail detail) =>
        new PeriodWriter(writer, result, measures).Write(detail);

    private void Write(ResultDetail detail)
    {
        writer.WriteStartObject();
        writer.WriteString("period", result.Period.ToString());
        writer.WriteDate("start", result.Start);
        writer.WriteDate("end", result.End);
        new MeasureWriter(writer, result).WriteAll(
            measures, OtherMembers, new Dictionary<string, Breakdown>(StringComparer.Ordinal) { ["longTerm"] = longTermByCategory });
        costByCategory.Write(writer);
        benefitByCategory.Write(writer);
        new Breakdown<BenefitClass>("benefitByClass", ResultNames.Classes, result.BenefitByClass, c => c != BenefitClass.Qualitative, benefit, digits).Write(writer);
        new Breakdown<Evidence>("benefitByEvidence", ResultNames.Evidences, result.BenefitByEvidence, e => e != Evidence.NotMonetized, benefit, digits).Write(writer);
        WriteEvidenceShares();
        WriteCashable();
        WriteByTag();
        WriteLimits();
        if (detail >= ResultDetail.Lines)
        {
            var lines = new LineWriter(writer, digits);
            lines.WriteCosts(result.CostLines(), costByCategory, result.PresentValueOfCosts);
            lines.WriteBenefits(
                result.BenefitLines(), benefitByCategory, longTermByCategory, result.PresentValueOfBenefits, result.PresentValueOfLongTermBenefits);
            IReadOnlyList<FlowTableRow> months = result.MonthlyTable();
            decimal? netPresentValue = StandardMeasures.Find("netPresentValue")!.Printed(result).TryGetMoney(out Money net) ? net.Amount : null;
            var printed = new PrintedFlows(months, cost, benefit, netPresentValue, digits);
            TableWriter.Write(writer, "yearlyTable", result.YearlyTable(), printed, digits);
            if (detail >= ResultDetail.Full)
            {
                TableWriter.Write(writer, "monthlyTable", months, printed, digits);
                ExplanationWriter.Write(writer, result.Explain(measures));
            }
        }

        writer.WriteMessages("warnings", result.Warnings);
        writer.WriteEndObject();
    }

    private void WriteEvidenceShares()
    {
        writer.WriteStartObject("benefitShareByEvidence");
        foreach (Evidence evidence in ResultNames.Evidences.Values.Where(e => e != Evidence.NotMonetized))
        {
            writer.WriteRatio(ResultNames.Evidences.WordFor(evidence).ToString(), result.ShareOfBenefit(evidence));
        }

        writer.WriteEndObject();
    }

    /// <summary>Every figure of the list once more, on the cash basis.</summary>
    private void WriteCashable()
    {
        writer.WriteStartObject("cashable");
        new MeasureWriter(writer, result.Cashable).WriteAll(measures, OtherMembers, new Dictionary<string, Breakdown>(StringComparer.Ordinal));
        writer.WriteEndObject();
    }

    /// <summary>By tag, to the last minor unit: the tags and what is left undivided sum to the printed totals.</summary>
    private void WriteByTag()
    {
        IReadOnlyList<TagResult> tags = result.ByTag();
        if (tags.Count == 0)
        {
            return;
        }

        decimal[] costs = Printed.Parts([.. tags.Select(tag => tag.TotalCost.Amount)], cost, digits);
        decimal[] benefits = Printed.Parts([.. tags.Select(tag => tag.TotalBenefit.Amount)], benefit, digits);
        writer.WriteStartObject("byTag");
        for (int i = 0; i < tags.Count - 1; i++)
        {
            WriteTag(tags[i].Tag!, i);
        }

        writer.WriteEndObject();
        WriteTag("undividedByTag", tags.Count - 1);

        void WriteTag(string name, int i)
        {
            writer.WriteStartObject(name);
            writer.WriteMoney("totalCost", costs[i], digits);
            writer.WriteMoney("totalBenefit", benefits[i], digits);
            writer.WriteMoney("netBenefit", benefits[i] - costs[i], digits);
            writer.WriteRatio("roi", tags[i].ReturnOnInvestment);
            writer.WriteEndObject();
        }
    }

    private void WriteLimits()
    {
        if (result.AtLowerLimit is not { } lower || result.AtUpperLimit is not { } upper)
        {
            return;
        }

        writer.WriteStartObject("limits");
        WriteLimit("lower", lower);
        WriteLimit("upper", upper);
        writer.WriteEndObject();
    }

    private void WriteLimit(string name, PeriodResult limit)
    {
        var figures = new MeasureWriter(writer, limit);
        writer.WriteStartObject(name);
        foreach (string id in LimitFigures)
        {
            figures.Write(id);
        }

        writer.WriteEndObject();
    }
}
