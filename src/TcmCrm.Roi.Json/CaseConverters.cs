using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Converters;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json;

/// <summary>A case as its document, by the limits and kinds of a host.</summary>
internal sealed class CaseConverter(DocumentReadOptions documents) : JsonConverter<InvestmentCase>
{
    public override InvestmentCase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Take(document.RootElement, documents);
    }

    public static InvestmentCase Take(JsonElement value, DocumentReadOptions documents)
    {
        CaseReading reading = CaseDocument.Read(value.GetRawText(), documents);
        return reading.TryGetCase(out InvestmentCase? read) ? read : throw LineReading.Refused(reading.Problems);
    }

    public override void Write(Utf8JsonWriter writer, InvestmentCase value, JsonSerializerOptions options) => CaseWriter.Write(writer, value);
}

internal sealed class CostItemConverter(DocumentReadOptions documents) : JsonConverter<CostItem>
{
    public override CostItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => LineReading.Read(ref reader, documents, CaseBinder.ReadCost, item => item.Currency);

    public override void Write(Utf8JsonWriter writer, CostItem value, JsonSerializerOptions options) => CostKinds.Of(value.Basis).WriteItem(writer, value, Currency.None);
}

internal sealed class BenefitItemConverter(DocumentReadOptions documents) : JsonConverter<BenefitItem>
{
    public override BenefitItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LineReading.Read(ref reader, documents, CaseBinder.ReadBenefit, item => item.Basis.IsMonetized ? item.Currency : null);

    public override void Write(Utf8JsonWriter writer, BenefitItem value, JsonSerializerOptions options) => BenefitKinds.Of(value).WriteItem(writer, value, Currency.None);
}

/// <summary>Reads a line outside of a case.</summary>
internal static class LineReading
{
    public static T Read<T>(ref Utf8JsonReader reader, DocumentReadOptions options, Func<ReadContext, T?> read, Func<T, Currency?> currencyOf)
        where T : class
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        var problems = new ProblemList(options.MaximumProblems);
        SourceText? text = DocumentBytes.From(Encoding.UTF8.GetBytes(document.RootElement.GetRawText()), options.MaximumBytes, problems);
        DocumentTree? tree = text is null ? null : TreeBuilder.Build(text, options.MaximumDepth, options.MaximumItems, problems);
        T? item = tree is null ? null : read(new ReadContext(tree, problems) { KnowsEveryPool = true, Impacts = options.Impacts, HostCosts = options.CostKinds, HostBenefits = options.BenefitKinds });
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

/// <summary>The versions of a plan as they were approved; the number of each is its place.</summary>
internal sealed class BenefitsRegisterConverter(DocumentReadOptions documents) : ElementConverter<BenefitsRegister>
{
    public override void Write(Utf8JsonWriter writer, BenefitsRegister value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("versions");
        foreach (PlanVersion version in value.Versions)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("approvedOn");
            Part.Date.Write(writer, version.ApprovedOn);
            if (version.Number > 1)
            {
                writer.WriteString("reason", version.Reason);
            }

            writer.WritePropertyName("plan");
            CaseWriter.Write(writer, version.Plan);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    protected override BenefitsRegister Read(JsonElement value)
    {
        Part.Only(value, "versions");
        BenefitsRegister? register = null;
        foreach (JsonElement version in Part.Member(value, "versions").EnumerateArray())
        {
            InvestmentCase plan = CaseConverter.Take(Part.Member(version, "plan"), documents);
            LocalDate approvedOn = Part.Date.Read(Part.Member(version, "approvedOn"));
            if (register is null)
            {
                Part.Only(version, "approvedOn", "plan");
                register = BenefitsRegister.Approve(plan, approvedOn);
            }
            else
            {
                Part.Only(version, "approvedOn", "reason", "plan");
                register = register.Replan(plan, approvedOn, Part.Text(Part.Member(version, "reason")));
            }
        }

        return register ?? throw new JsonException("A register has one version at least, the plan as approved.");
    }
}
