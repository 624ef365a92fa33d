using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Texts;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes one evaluation period: the figures of the list, and what they are made of.</summary>
internal sealed class PeriodWriter
{
    /// <summary>Ratios are written with 12 decimals.</summary>
    private const decimal SmallestShare = 0.000000000001m;

    private readonly Utf8JsonWriter writer;
    private readonly PeriodResult result;
    private readonly IReadOnlyList<Measure> measures;
    private readonly int digits;
    private readonly PrintedPeriod printed;

    private PeriodWriter(Utf8JsonWriter writer, PeriodResult result, IReadOnlyList<Measure> measures)
    {
        this.writer = writer;
        this.result = result;
        this.measures = measures;
        digits = result.Case.Currency.MinorUnitDigits;
        printed = PrintedPeriod.Of(result);
    }

    /// <summary>The members of a period that are no figures of the list.</summary>
    public static IReadOnlyCollection<string> OtherMembers { get; } =
    [
        "period", "start", "end", "costByCategory", "benefitByCategory", "benefitByClass", "benefitByEvidence", "benefitShareByEvidence", "limits", "costs",
        "benefits", "yearlyTable", "monthlyTable", "explanations", "warnings", "cashable", "byTag", "undividedByTag", AfterTaxWriter.Member,
    ];

    /// <summary>Gets the figures that are shown with every measured benefit at one limit of its interval.</summary>
    public static IReadOnlyList<string> LimitFigures { get; } = ["totalBenefit", "netBenefit", "roi", "netPresentValue", "paybackMonths", "discountedPaybackMonths"];

    public static void Write(Utf8JsonWriter writer, PeriodResult result, AfterTaxResult? afterTax, IReadOnlyList<Measure> measures, ResultDetail detail, DocumentWords words) =>
        new PeriodWriter(writer, result, measures).Write(afterTax, detail, words);

    private void Write(AfterTaxResult? afterTax, ResultDetail detail, DocumentWords words)
    {
        writer.WriteStartObject();
        writer.WriteString("period", result.Period.ToString());
        writer.WriteDate("start", result.Start);
        writer.WriteDate("end", result.End);
        var longTerm = new Breakdown<BenefitCategory>(
            "benefitByCategory", ResultNames.BenefitCategories, printed.LongTermBenefitByCategory, c => c.IsLongTerm(), digits);
        new MeasureWriter(writer, result).WriteAll(measures, OtherMembers, new Dictionary<string, Breakdown>(StringComparer.Ordinal) { ["longTerm"] = longTerm });
        new Breakdown<CostCategory>("costByCategory", ResultNames.CostCategories, printed.CostByCategory, _ => true, digits).Write(writer);
        new Breakdown<BenefitCategory>("benefitByCategory", ResultNames.BenefitCategories, printed.BenefitByCategory, c => !c.IsLongTerm(), digits).Write(writer);
        new Breakdown<BenefitClass>("benefitByClass", ResultNames.Classes, printed.BenefitByClass, c => c != BenefitClass.Qualitative, digits).Write(writer);
        new Breakdown<Evidence>("benefitByEvidence", ResultNames.Evidences, printed.BenefitByEvidence, e => e != Evidence.NotMonetized, digits).Write(writer);
        WriteEvidenceShares();
        WriteCashable(detail);
        if (afterTax is not null)
        {
            new AfterTaxWriter(writer, words).Write(afterTax, digits, detail);
        }

        WriteByTag();
        WriteLimits();
        if (detail >= ResultDetail.Lines)
        {
            var lines = new LineWriter(writer, digits);
            lines.WriteCosts(printed.CostLines());
            lines.WriteBenefits(printed.BenefitLines());
            TableWriter.Write(writer, "yearlyTable", printed.YearlyTable(), digits);
            if (detail >= ResultDetail.Full)
            {
                TableWriter.Write(writer, "monthlyTable", printed.MonthlyTable(), digits);
                ExplanationWriter.Write(writer, result.Explain(measures), words);
            }
        }

        writer.WriteMessages("warnings", result.Warnings, words);
        writer.WriteEndObject();
    }

    private void WriteEvidenceShares()
    {
        writer.WriteStartObject("benefitShareByEvidence");
        IReadOnlyDictionary<Evidence, decimal> shares = printed.ShareByEvidence(SmallestShare);
        foreach (Evidence evidence in ResultNames.Evidences.Values.Where(e => e != Evidence.NotMonetized))
        {
            writer.WriteRatio(
                ResultNames.Evidences.WordFor(evidence).ToString(),
                shares.TryGetValue(evidence, out decimal share) ? Figure.Of(share) : result.ShareOfBenefit(evidence));
        }

        writer.WriteEndObject();
    }

    /// <summary>Every figure of the list once more, on the cash basis, and its own flows by year.</summary>
    private void WriteCashable(ResultDetail detail)
    {
        writer.WriteStartObject("cashable");
        new MeasureWriter(writer, result.Cashable).WriteAll(measures, OtherMembers, new Dictionary<string, Breakdown>(StringComparer.Ordinal));
        if (detail >= ResultDetail.Lines)
        {
            TableWriter.Write(writer, "yearlyTable", PrintedPeriod.Of(result.Cashable).YearlyTable(), digits);
        }

        writer.WriteEndObject();
    }

    /// <summary>By tag, to the last minor unit: the tags and what is left undivided sum to the printed totals.</summary>
    private void WriteByTag()
    {
        IReadOnlyList<TagResult> tags = printed.ByTag();
        if (tags.Count == 0)
        {
            return;
        }

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
            writer.WriteMoney("totalCost", tags[i].TotalCost.Amount, digits);
            writer.WriteMoney("totalBenefit", tags[i].TotalBenefit.Amount, digits);
            writer.WriteMoney("netBenefit", tags[i].NetBenefit.Amount, digits);
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
