using System.Text.Json;

namespace TcmCrm.Roi.Json.Converters;

internal sealed class MoneyConverter : ElementConverter<Money>
{
    public static MoneyConverter Instance { get; } = new();

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => Part.Money.Write(writer, value);

    protected override Money Read(JsonElement value) => Part.Money.Read(value);
}

/// <summary>A type that is one part. The converters of NodaTime.Serialization ask for others by reflection, which a native program warns of.</summary>
internal sealed class PartConverter<T>(Part<T> part) : ElementConverter<T>
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => part.Write(writer, value);

    protected override T Read(JsonElement value) => part.Read(value);
}

/// <summary>A type that its text says whole.</summary>
internal sealed class TextConverter<T>(Func<T, string> write, Func<string, T> read) : ElementConverter<T>
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(write(value));

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string text = reader.GetString() ?? string.Empty;
        return Part.Checked(() => read(text));
    }

    protected override T Read(JsonElement value) => read(Part.Text(value));
}

internal sealed class ShareConverter : ElementConverter<Share>
{
    public override void Write(Utf8JsonWriter writer, Share value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);

    protected override Share Read(JsonElement value) => Share.Of(value.GetDecimal());
}

/// <summary>A figure as it stands in results: the answer, or the reason why there is none.</summary>
internal sealed class FigureConverter<T>(Part<T> answer) : ElementConverter<Figure<T>>
    where T : struct
{
    public override void Write(Utf8JsonWriter writer, Figure<T> value, JsonSerializerOptions options)
    {
        if (value.TryGetValue(out T found))
        {
            answer.Write(writer, found);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(FigureReasons.Member, Figure.IdOf(value.Reason!.Value));
        writer.WriteEndObject();
    }

    protected override Figure<T> Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(FigureReasons.Member, out JsonElement reason))
        {
            Part.Only(value, FigureReasons.Member);
            return Figure.NotApplicable<T>(FigureReasons.Of(reason));
        }

        return Figure.Of(answer.Read(value));
    }
}

internal sealed class DatedAmountConverter : ElementConverter<DatedAmount>
{
    public override void Write(Utf8JsonWriter writer, DatedAmount value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("date");
        Part.Date.Write(writer, value.Date);
        writer.WritePropertyName("amount");
        Part.Money.Write(writer, value.Amount);
        writer.WriteEndObject();
    }

    protected override DatedAmount Read(JsonElement value)
    {
        Part.Only(value, "date", "amount");
        return new DatedAmount(Part.Date.Read(Part.Member(value, "date")), Part.Money.Read(Part.Member(value, "amount")));
    }
}

internal sealed class ExchangeRateConverter : ElementConverter<ExchangeRate>
{
    public override void Write(Utf8JsonWriter writer, ExchangeRate value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("from", value.From.Code);
        writer.WriteString("to", value.To.Code);
        writer.WritePropertyName("date");
        Part.Date.Write(writer, value.Date);
        writer.WriteNumber("rate", value.Rate);
        writer.WriteEndObject();
    }

    protected override ExchangeRate Read(JsonElement value)
    {
        Part.Only(value, "from", "to", "date", "rate");
        return new ExchangeRate(
            Currency.Of(Part.Text(Part.Member(value, "from"))), Currency.Of(Part.Text(Part.Member(value, "to"))),
            Part.Date.Read(Part.Member(value, "date")), Part.Member(value, "rate").GetDecimal());
    }
}
