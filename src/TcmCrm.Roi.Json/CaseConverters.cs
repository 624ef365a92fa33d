using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json;

/// <summary>A case as its document.</summary>
internal sealed class CaseConverter : JsonConverter<InvestmentCase>
{
    public override InvestmentCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        CaseReading reading = CaseDocument.Read(document.RootElement.GetRawText());
        return reading.Case ?? throw LineReading.Refused(reading.Problems);
    }

    public override void Write(Utf8JsonWriter writer, InvestmentCase value, JsonSerializerOptions options) => CaseWriter.Write(writer, value);
}

internal sealed class CostItemConverter : JsonConverter<CostItem>
{
    public override CostItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LineReading.Read(ref reader, CaseBinder.ReadCost, item => item.Currency);

    public override void Write(Utf8JsonWriter writer, CostItem value, JsonSerializerOptions options) => CostKinds.Of(value.Basis).WriteItem(writer, value, Currency.None);
}

internal sealed class BenefitItemConverter : JsonConverter<BenefitItem>
{
    public override BenefitItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LineReading.Read(ref reader, CaseBinder.ReadBenefit, item => item.Basis.IsMonetized ? item.Currency : null);

    public override void Write(Utf8JsonWriter writer, BenefitItem value, JsonSerializerOptions options) => BenefitKinds.Of(value).WriteItem(writer, value, Currency.None);
}

/// <summary>Reads a line outside of a case.</summary>
internal static class LineReading
{
    public static T Read<T>(ref Utf8JsonReader reader, Func<ReadContext, T?> read, Func<T, Currency?> currencyOf)
        where T : class
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        DocumentReadOptions options = DocumentReadOptions.Default;
        var problems = new ProblemList(options.MaximumProblems);
        SourceText? text = DocumentBytes.From(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()), options.MaximumBytes, problems);
        DocumentTree? tree = text is null ? null : TreeBuilder.Build(text, options.MaximumDepth, options.MaximumItems, problems);
        T? item = tree is null ? null : read(new ReadContext(tree, problems) { KnowsEveryPool = true });
        if (problems.Any || item is null)
        {
            if (text is not null)
            {
                problems.Locate(text, tree);
            }

            throw Refused(problems.ToList());
        }

        return currencyOf(item) == Currency.None ? throw new JsonException("A line outside of a case states its \"currency\".") : item;
    }

    public static JsonException Refused(IEnumerable<DocumentProblem> problems) => new(string.Join("\n", problems));
}
