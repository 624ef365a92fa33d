using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>What may stand in a member, with its unit and, where the words of a figure say it, its meaning.</summary>
/// <param name="schema">The schema, which has no parent yet.</param>
/// <param name="unit">The key of the unit in <see cref="SchemaWords"/>; null where a text, a word or a list has none.</param>
/// <param name="meaning">What the member means; null where <see cref="SchemaWords"/> says it by its name.</param>
internal readonly struct SchemaPart(JsonObject schema, string? unit = null, Bilingual? meaning = null)
{
    public JsonObject Schema { get; } = schema;

    public string? Unit { get; } = unit;

    public Bilingual? Meaning { get; } = meaning;

    public static implicit operator SchemaPart(JsonObject schema) => new(schema);

    public SchemaPart In(string? unit) => new(Schema, unit, Meaning);

    public SchemaPart As(Bilingual meaning) => new(Schema, Unit, meaning);
}
