using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Json.Converters;

/// <summary>The id of a KPI of the catalogue; an object for one of the host's own.</summary>
internal sealed class KpiDefinitionConverter : ElementConverter<KpiDefinition>
{
    public override void Write(Utf8JsonWriter writer, KpiDefinition value, JsonSerializerOptions options) => Put(writer, value);

    public static void Put(Utf8JsonWriter writer, KpiDefinition value)
    {
        if (KpiCatalog.TryFind(value.Id, out KpiDefinition? known) && known == value)
        {
            writer.WriteStringValue(value.Id);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        PutText(writer, "name", value.Name);
        PutText(writer, "formula", value.Formula);
        writer.WriteString("unit", Choices.Of<KpiUnit>().WordFor(value.Unit));
        writer.WriteString("direction", Choices.Of<KpiDirection>().WordFor(value.Direction));
        writer.WriteString("overTime", Choices.Of<KpiAggregation>().WordFor(value.OverTime));
        writer.WriteString("overSegments", Choices.Of<KpiAggregation>().WordFor(value.OverSegments));
        writer.WriteNumber("partsScale", value.PartsScale);
        PutEnd(writer, "minimum", value.Minimum);
        PutEnd(writer, "maximum", value.Maximum);
        writer.WriteEndObject();
    }

    public static KpiDefinition Take(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return KpiCatalog.TryFind(value.GetString()!, out KpiDefinition? known)
                ? known
                : throw new JsonException($"\"{value.GetString()}\" is no KPI of the catalogue; one of a host's own is an object with id, unit, direction, overTime, overSegments.");
        }

        Part.Only(value, "id", "name", "formula", "unit", "direction", "overTime", "overSegments", "partsScale", "minimum", "maximum");
        return new KpiDefinition(
            Part.Text(Part.Member(value, "id")),
            Part.Choice<KpiUnit>(Part.Member(value, "unit")),
            Part.Choice<KpiDirection>(Part.Member(value, "direction")),
            Part.Choice<KpiAggregation>(Part.Member(value, "overTime")),
            Part.Choice<KpiAggregation>(Part.Member(value, "overSegments")))
        {
            Name = Part.Optional(value, "name") is { } name ? Part.Text(name) : null,
            Formula = Part.Optional(value, "formula") is { } formula ? Part.Text(formula) : null,
            PartsScale = Part.Optional(value, "partsScale")?.GetDouble() ?? 1,
            Minimum = Part.Optional(value, "minimum")?.GetDouble() ?? double.NegativeInfinity,
            Maximum = Part.Optional(value, "maximum")?.GetDouble() ?? double.PositiveInfinity,
        };
    }

    protected override KpiDefinition Read(JsonElement value) => Take(value);

    private static void PutText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }

    private static void PutEnd(Utf8JsonWriter writer, string name, double end)
    {
        if (!double.IsInfinity(end))
        {
            writer.WriteNumber(name, end);
        }
    }
}

internal sealed class KpiObservationConverter : ElementConverter<KpiObservation>
{
    public override void Write(Utf8JsonWriter writer, KpiObservation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("month");
        Part.Month.Write(writer, value.Month);
        if (value.HasParts)
        {
            writer.WriteNumber("numerator", value.Numerator);
            writer.WriteNumber("denominator", value.Denominator);
        }
        else
        {
            writer.WriteNumber("value", value.Value);
        }

        writer.WriteEndObject();
    }

    protected override KpiObservation Read(JsonElement value)
    {
        YearMonth month = Part.Month.Read(Part.Member(value, "month"));
        if (Part.Optional(value, "value") is { } whole)
        {
            Part.Only(value, "month", "value");
            return KpiObservation.OfValue(month, whole.GetDouble());
        }

        Part.Only(value, "month", "numerator", "denominator");
        return KpiObservation.OfParts(month, Part.Member(value, "numerator").GetDouble(), Part.Member(value, "denominator").GetDouble());
    }
}

/// <summary>A series from its first to its last month; months without a value are null.</summary>
internal sealed class KpiSeriesConverter : ElementConverter<KpiSeries>
{
    public override void Write(Utf8JsonWriter writer, KpiSeries value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("kpi");
        KpiDefinitionConverter.Put(writer, value.Definition);
        if (value.Segment.Length > 0)
        {
            writer.WriteString("segment", value.Segment);
        }

        writer.WritePropertyName("start");
        Part.Month.Write(writer, value.Start);
        writer.WriteString("frequency", Choices.Of<KpiFrequency>().WordFor(value.Frequency));
        if (value.HasParts)
        {
            PutList(writer, "numerators", value, i => value.TryGetParts(i, out double numerator, out _) ? numerator : null);
            PutList(writer, "denominators", value, i => value.TryGetParts(i, out _, out double denominator) ? denominator : null);
        }
        else
        {
            PutList(writer, "values", value, i => value.TryGetValue(i, out double one) ? one : null);
        }

        writer.WriteEndObject();
    }

    protected override KpiSeries Read(JsonElement value)
    {
        KpiDefinition definition = KpiDefinitionConverter.Take(Part.Member(value, "kpi"));
        string segment = Part.Optional(value, "segment") is { } text ? Part.Text(text) : string.Empty;
        YearMonth start = Part.Month.Read(Part.Member(value, "start"));
        KpiFrequency frequency = Part.Choice<KpiFrequency>(Part.Member(value, "frequency"));
        if (Part.Optional(value, "values") is { } values)
        {
            Part.Only(value, "kpi", "segment", "start", "frequency", "values");
            return KpiSeries.FromValues(definition, start, TakeList(values), segment).WithFrequency(frequency);
        }

        Part.Only(value, "kpi", "segment", "start", "frequency", "numerators", "denominators");
        return KpiSeries.FromParts(definition, start, TakeList(Part.Member(value, "numerators")), TakeList(Part.Member(value, "denominators")), segment).WithFrequency(frequency);
    }

    private static void PutList(Utf8JsonWriter writer, string name, KpiSeries series, Func<int, double?> at)
    {
        writer.WriteStartArray(name);
        for (int i = 0; i < series.Count; i++)
        {
            if (at(i) is { } number)
            {
                writer.WriteNumberValue(number);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }

    private static double?[] TakeList(JsonElement list) => [.. list.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.Null ? (double?)null : one.GetDouble())];
}

internal sealed class KpiTargetConverter : ElementConverter<KpiTarget>
{
    public override void Write(Utf8JsonWriter writer, KpiTarget value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.PathStart is { } start)
        {
            writer.WritePropertyName("pathStart");
            Part.Month.Write(writer, start);
            writer.WriteNumber("pathStartValue", value.PathStartValue);
        }

        writer.WriteNumber("value", value.Value);
        writer.WritePropertyName("by");
        Part.Month.Write(writer, value.By);
        writer.WriteEndObject();
    }

    protected override KpiTarget Read(JsonElement value)
    {
        Part.Only(value, "pathStart", "pathStartValue", "value", "by");
        double reach = Part.Member(value, "value").GetDouble();
        YearMonth by = Part.Month.Read(Part.Member(value, "by"));
        return Part.Optional(value, "pathStart") is { } start
            ? new KpiTarget(Part.Month.Read(start), Part.Member(value, "pathStartValue").GetDouble(), reach, by)
            : new KpiTarget(reach, by);
    }
}
