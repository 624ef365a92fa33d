using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Converters;

/// <summary>One observation of a review, with the members that a table of actuals has as columns.</summary>
internal sealed class ActualConverter : ElementConverter<Actual>
{
    private static readonly Choices<ActualKind> Kinds = Choices.Of<ActualKind>();

    public override void Write(Utf8JsonWriter writer, Actual value, JsonSerializerOptions options) => Put(writer, value);

    public static void Put(Utf8JsonWriter writer, Actual value)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Kinds.WordFor(value.Kind));
        writer.WriteString("line", value.Line);
        writer.WritePropertyName("month");
        Part.Month.Write(writer, value.Month);
        if (value.Amount is { } amount)
        {
            writer.WritePropertyName("amount");
            Part.Money.Write(writer, amount);
        }
        else if (value.Kind != ActualKind.Verified)
        {
            writer.WriteNumber("value", value.Number);
        }

        PutNumber(writer, "quantity", value.Units);
        PutNumber(writer, "denominator", value.Whole);
        PutNumber(writer, "planned", value.Plan);
        PutNumber(writer, "tenure", value.Kind == ActualKind.Retention ? value.Age : null);
        if (value.First is { } first)
        {
            writer.WritePropertyName("from");
            Part.Month.Write(writer, first);
        }

        if (value.Paper is { } paper)
        {
            writer.WriteString("document", paper);
        }

        if (value.Note is { } note)
        {
            writer.WriteString("note", note);
        }

        writer.WriteEndObject();
    }

    public static Actual Take(JsonElement value)
    {
        string line = Part.Text(Part.Member(value, "line"));
        YearMonth month = Part.Month.Read(Part.Member(value, "month"));
        switch (Part.Choice<ActualKind>(Part.Member(value, "kind")))
        {
            case ActualKind.Cost:
                Only(value, "amount", "quantity", "planned", "document", "note");
                return Noted(value, Actual.Cost(line, month, Amount(value), Number(value, "quantity"), Number(value, "planned"), Text(value, "document")));
            case ActualKind.UnplannedCost:
                Only(value, "amount", "document", "note");
                return Noted(value, Actual.UnplannedCost(line, month, Amount(value), Text(value, "document")));
            case ActualKind.Benefit:
                Only(value, "amount", "quantity", "planned", "from", "document", "note");
                return Noted(value, Actual.Benefit(
                    line, month, Amount(value), Number(value, "quantity"), Number(value, "planned"), Part.Optional(value, "from") is { } from ? Part.Month.Read(from) : null, Text(value, "document")));
            case ActualKind.Adoption:
                Only(value, "value", "denominator", "planned");
                return Actual.Adoption(month, Needed(value, "value"), Needed(value, "denominator"), Number(value, "planned"), line);
            case ActualKind.Seats:
                Only(value, "value", "denominator");
                return Actual.Seats(line, month, Needed(value, "value"), Needed(value, "denominator"));
            case ActualKind.Retention:
                Only(value, "value", "denominator", "planned", "tenure");
                return Actual.Retention(line, month, Needed(value, "value"), Needed(value, "denominator"), Part.Member(value, "tenure").GetInt32(), Needed(value, "planned"));
            case ActualKind.Kpi:
                Only(value, "value", "denominator");
                return Actual.Kpi(line, month, Needed(value, "value"), Number(value, "denominator"));
            case ActualKind.Baseline:
                Only(value, "value", "denominator");
                return Actual.Baseline(line, month, Needed(value, "value"), Number(value, "denominator"));
            default:
                Only(value);
                return Actual.Verified(line, month);
        }
    }

    protected override Actual Read(JsonElement value) => Take(value);

    private static void Only(JsonElement value, params string[] names) => Part.Only(value, ["kind", "line", "month", .. names]);

    private static Money Amount(JsonElement value) => Part.Money.Read(Part.Member(value, "amount"));

    private static decimal Needed(JsonElement value, string name) => Part.Decimal.Read(Part.Member(value, name));

    private static decimal? Number(JsonElement value, string name) => Part.Optional(value, name)?.GetDecimal();

    private static Actual Noted(JsonElement value, Actual actual) => Text(value, "note") is { } note ? actual.WithNote(note) : actual;

    private static string? Text(JsonElement value, string name) => Part.Optional(value, name) is { } text ? Part.Text(text) : null;

    private static void PutNumber(Utf8JsonWriter writer, string name, decimal? number)
    {
        if (number is { } found)
        {
            writer.WriteNumber(name, found);
        }
    }
}

/// <summary>The observations of a review, in order.</summary>
internal sealed class ActualsConverter : ElementConverter<Actuals>
{
    public override void Write(Utf8JsonWriter writer, Actuals value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.AllowsDuplicates)
        {
            writer.WriteBoolean("allowsDuplicates", true);
        }

        writer.WriteStartArray("rows");
        foreach (Actual row in value.All)
        {
            ActualConverter.Put(writer, row);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    protected override Actuals Read(JsonElement value)
    {
        Part.Only(value, "allowsDuplicates", "rows");
        return new Actuals([.. Part.Member(value, "rows").EnumerateArray().Select(ActualConverter.Take)], Part.Optional(value, "allowsDuplicates")?.GetBoolean() ?? false);
    }
}

internal sealed class ContractTermsConverter : ElementConverter<ContractTerms>
{
    public override void Write(Utf8JsonWriter writer, ContractTerms value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("line", value.Line);
        writer.WritePropertyName("firstRenewal");
        Part.Date.Write(writer, value.FirstRenewal);
        writer.WriteNumber("termMonths", value.TermMonths);
        writer.WriteNumber("noticeMonths", value.NoticeMonths);
        writer.WriteEndObject();
    }

    protected override ContractTerms Read(JsonElement value)
    {
        Part.Only(value, "line", "firstRenewal", "termMonths", "noticeMonths");
        return new ContractTerms(
            Part.Text(Part.Member(value, "line")), Part.Date.Read(Part.Member(value, "firstRenewal")), Part.Member(value, "termMonths").GetInt32(), Part.Member(value, "noticeMonths").GetInt32());
    }
}
