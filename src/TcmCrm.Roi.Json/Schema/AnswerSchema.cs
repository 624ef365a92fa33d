using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>Makes the JSON Schema of one answer: which members it has, what they mean in both languages, and in which unit they are.</summary>
/// <remarks>
/// <para>Draft 7, as that of the case document. Words come from the choices that the writers write by, figures of an evaluation from the list of measures; an object that more than one
/// place has is a definition, made where it is first referred to.</para>
/// <para>Objects of figures are open for figures that a later version or a host adds; all others are closed. A member that <see cref="SchemaWords"/> does not describe makes no schema.</para>
/// </remarks>
internal sealed partial class AnswerSchema
{
    private readonly JsonObject definitions = [];

    private AnswerSchema()
    {
    }

    /// <summary>The schema of a document.</summary>
    /// <param name="name">What the document is called: the name of its file.</param>
    /// <param name="version">The version of its form; null where the document states none.</param>
    /// <param name="root">Its members.</param>
    private static string Document(string name, string? version, Func<AnswerSchema, JsonObject> root)
    {
        var made = new AnswerSchema();
        JsonObject body = root(made);
        var schema = new JsonObject
        {
            ["$schema"] = SchemaForm.Draft,
            ["$id"] = SchemaForm.IdOf(name, version),
            ["title"] = SchemaForm.TitleOf(name, version),
            ["description"] = SchemaWords.Of(name).ToString(),
        };
        SchemaForm.Merge(schema, body);
        schema["definitions"] = made.definitions;
        return DocumentForm.Text(writer => schema.WriteTo(writer)) + "\n";
    }

    /// <summary>A definition: made once, referred to from wherever it stands.</summary>
    private JsonObject Shared(string title, Func<JsonObject> make)
    {
        if (!definitions.ContainsKey(title))
        {
            definitions[title] = null;
            definitions[title] = Described(make(), SchemaWords.Of(title));
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + title };
    }

    /// <summary>An object that has these members and no other; a name that ends in <c>?</c> may be missing.</summary>
    private static JsonObject Closed(string title, params IEnumerable<(string Name, SchemaPart Value)> members) => Object(title, false, members);

    /// <summary>An object of figures: it has these members, and whatever figures are added to them.</summary>
    private JsonObject Open(string title, params IEnumerable<(string Name, SchemaPart Value)> members) => Object(title, Figure(), members);

    private static JsonObject Object(string title, JsonNode others, IEnumerable<(string Name, SchemaPart Value)> members)
    {
        var required = new JsonArray();
        var properties = new JsonObject();
        foreach ((string stated, SchemaPart part) in members)
        {
            bool isOptional = stated[stated.Length - 1] == '?';
            string name = isOptional ? stated.Substring(0, stated.Length - 1) : stated;
            if (!isOptional)
            {
                required.Add((JsonNode)name);
            }

            Bilingual meaning = part.Meaning ?? SchemaWords.Of(title, name);
            properties[name] = Described(part.Schema, part.Unit is null ? meaning : meaning.In(SchemaWords.Unit(part.Unit)));
        }

        return new JsonObject { ["type"] = "object", ["additionalProperties"] = others, ["required"] = required, ["properties"] = properties };
    }

    /// <summary>Members that are made alike.</summary>
    private static IEnumerable<(string Name, SchemaPart Value)> Each(Func<string, SchemaPart> make, params string[] names) => names.Select(name => (name, make(name)));

    /// <summary>A schema with its meaning in front. Beside a reference draft 7 reads nothing: it stands around it.</summary>
    private static JsonObject Described(JsonObject schema, Bilingual meaning)
    {
        var described = new JsonObject { ["description"] = meaning.ToString() };
        if (schema.ContainsKey("$ref"))
        {
            described["allOf"] = new JsonArray(schema);
        }
        else
        {
            SchemaForm.Merge(described, schema);
        }

        return described;
    }

    private static JsonObject List(JsonObject items, int least = 0)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (least > 0)
        {
            list["minItems"] = least;
        }

        return list;
    }

    private static JsonObject Map(JsonObject values) => new() { ["type"] = "object", ["additionalProperties"] = values };

    private static JsonObject OneOf(params JsonNode[] schemas) => new() { ["oneOf"] = new JsonArray(schemas) };

    /// <summary>What is null where it does not exist.</summary>
    private static SchemaPart OrNull(SchemaPart part)
    {
        JsonObject schema = part.Schema;
        if (schema["type"] is JsonValue type && !schema.ContainsKey("enum"))
        {
            string word = type.GetValue<string>();
            schema["type"] = new JsonArray(word, "null");
            return part;
        }

        return new SchemaPart(new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) }, part.Unit, part.Meaning);
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Flag() => new() { ["type"] = "boolean" };

    private static JsonObject Real() => new() { ["type"] = "number" };

    private static JsonObject Whole(int least = 0) => new() { ["type"] = "integer", ["minimum"] = least };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Date() => Pattern(SchemaForm.Date);

    private static JsonObject Month() => Pattern(SchemaForm.Month);

    private static JsonObject CurrencyCode() => Pattern("^[A-Z]{3}$");

    private static JsonObject Period() => Pattern(SchemaForm.Period);

    private static JsonObject Words(params IEnumerable<string> words) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    private static JsonObject Words<T>()
        where T : struct, Enum => Words(Choices.Of<T>().Words);

    private static JsonObject Reason() => Words(Values<NotApplicableReason>().Select(reason => Roi.Figure.IdOf(reason)));

    // Values and parts that all answers have.

    /// <summary>An amount that always exists.</summary>
    private SchemaPart Money() => new(Shared("money", () => Pattern("^-?(0|[1-9][0-9]*)(\\.[0-9]{1,4})?$")), "money");

    private JsonObject NotApplicable() => Shared("notApplicable", () => Closed("notApplicable", ("notApplicable", Reason())));

    /// <summary>An amount, or why there is none.</summary>
    private SchemaPart Amount() => new(Shared("amount", () => OneOf(Money().Schema, NotApplicable())), "money");

    /// <summary>A number, or why there is none.</summary>
    private SchemaPart Number(string? unit) => new(Shared("ratio", () => OneOf(Real(), NotApplicable())), unit);

    private SchemaPart Ratio() => Number("fraction");

    private SchemaPart Months() => Number("months");

    private SchemaPart DateOrReason() => new(Shared("date", () => OneOf(Date(), NotApplicable())));

    private SchemaPart Messages(int least = 0) => List(Message(), least);

    private JsonObject Message() => Shared("message", () => Closed(
        "message",
        ("code", Text()), ("english", Text()), ("chinese", Text()), ("subjects", List(Text())), ("arguments", Arguments())));

    /// <summary>What a message is said of: names that the message gives.</summary>
    private JsonObject Arguments() => Map(Shared("argument", () => new JsonObject
    {
        ["anyOf"] = new JsonArray(Text(), Real(), Closed("argument", ("amount", Money().Schema), ("currency", CurrencyCode())), Said(), List(Said())),
    }));

    private JsonObject Said() => Shared("said", () => Closed("said", ("code", Text()), ("arguments", Arguments())));

    private SchemaPart Rates() => new(
        Shared("internalRateOfReturn", () => Closed(
            "internalRateOfReturn",
            ("status", Words(Results.ResultNames.Statuses.Words)), ("rates", new SchemaPart(List(Real()), "rate")), ("reason", OrNull(Text())),
            ("proof", Words(Results.ResultNames.Proofs.Words)), ("selection?", Text()), ("selected?", Number("rate")), ("selectedIsBorrowing?", Flag()))),
        "rate");

    /// <summary>A number with its standard error, or why there is none.</summary>
    private SchemaPart Estimate(string unit) => new(
        Shared("estimate", () => OneOf(Closed("estimate", ("value", Real()), ("standardError", Real())), Closed("notApplicable", ("notApplicable", Reason())))), unit);

    /// <summary>What an object of figures may have besides those that are known.</summary>
    private JsonObject Figure() => Shared("figure", () => new JsonObject
    {
        ["anyOf"] = new JsonArray(
            Amount().Schema, Ratio().Schema, Rates().Schema, Map(new JsonObject { ["anyOf"] = new JsonArray(Amount().Schema, Ratio().Schema) })),
    });
}
