using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace TcmCrm.Roi.Json.Tests.Schemas;

/// <summary>Walks documents beside their schema: which members it describes, which it leaves out, and which no document has.</summary>
internal sealed partial class SchemaWalk
{
    // Of each walk a registry of its own: the published one stands under the same id.
    private readonly BuildOptions options = new() { SchemaRegistry = new SchemaRegistry() };
    private readonly JsonElement root;
    private readonly JsonSchema schema;
    private readonly SortedSet<string> visited = new(StringComparer.Ordinal);

    public SchemaWalk(string text)
    {
        root = JsonDocument.Parse(text).RootElement;
        schema = JsonSchema.FromText(text, options);
    }

    /// <summary>Members that the schema does not know, or that it does not describe in both languages; by their place in a document.</summary>
    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>Members that a document so far had, by their place in the schema.</summary>
    public IReadOnlyCollection<string> Visited => visited;

    /// <summary>Members that the schema describes, by their place in it.</summary>
    public IEnumerable<string> Described => DescribedIn(root, "#");

    public void Walk(string document) => Walk(JsonDocument.Parse(document).RootElement, [(root, "#")], "$");

    public bool IsValid(JsonElement document) => schema.Evaluate(document).IsValid;

    /// <summary>What a validator says is wrong, and in its alternatives what each wants; empty for a sound document.</summary>
    public IEnumerable<string> Faults(string document)
    {
        EvaluationResults results = schema.Evaluate(JsonDocument.Parse(document).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid ? [] : (results.Details ?? []).Where(one => !one.IsValid && one.Errors is not null)
            .SelectMany(one => one.Errors!.Select(error => $"{one.InstanceLocation} ({one.EvaluationPath}): {error.Value}"));
    }

    private void Walk(JsonElement value, IEnumerable<(JsonElement Schema, string Place)> schemas, string place)
    {
        (JsonElement Schema, string Place)[] all = [.. schemas.SelectMany(Branches)];
        if (value.ValueKind == JsonValueKind.Array)
        {
            (JsonElement, string)[] items = [.. all.Where(one => one.Schema.TryGetProperty("items", out _)).Select(one => (one.Schema.GetProperty("items"), one.Place + "/items"))];
            foreach (JsonElement item in value.EnumerateArray())
            {
                Walk(item, items, place + "[]");
            }
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        (JsonElement Schema, string Place)[] objects = [.. all.Where(one => one.Schema.TryGetProperty("properties", out _))];
        JsonElement[] maps = [.. all.Where(one => !one.Schema.TryGetProperty("properties", out _)).Select(one => one.Schema)];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string at = place + "." + member.Name;
            (JsonElement Schema, string Place)[] known =
            [
                .. objects.Where(one => one.Schema.GetProperty("properties").TryGetProperty(member.Name, out _))
                    .Select(one => (one.Schema.GetProperty("properties").GetProperty(member.Name), one.Place + "/properties/" + member.Name)),
            ];
            if (known.Length > 0)
            {
                visited.UnionWith(known.Select(one => one.Place));
                if (known.Any(one => !one.Schema.TryGetProperty("description", out JsonElement said) || !BothLanguages().IsMatch(said.GetString()!)))
                {
                    Unknown.Add(at);
                }

                Walk(member.Value, known, at);
            }
            else if (objects.Length == 0 && maps.Length > 0)
            {
                // Names that a document gives: tags, arguments of messages.
                Walk(member.Value, maps.Where(one => one.TryGetProperty("additionalProperties", out _)).Select(one => (one.GetProperty("additionalProperties"), "map")), at);
            }
            else
            {
                Unknown.Add(at);
            }
        }
    }

    private IEnumerable<(JsonElement Schema, string Place)> Branches((JsonElement Schema, string Place) one)
    {
        if (one.Schema.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        if (one.Schema.TryGetProperty("$ref", out JsonElement reference))
        {
            string name = reference.GetString()!["#/definitions/".Length..];
            foreach (var inner in Branches((root.GetProperty("definitions").GetProperty(name), "#/definitions/" + name)))
            {
                yield return inner;
            }

            yield break;
        }

        bool hasBranches = false;
        foreach (string keyword in new[] { "allOf", "oneOf", "anyOf" })
        {
            if (one.Schema.TryGetProperty(keyword, out JsonElement branches))
            {
                hasBranches = true;
                int i = 0;
                foreach (JsonElement branch in branches.EnumerateArray())
                {
                    foreach (var inner in Branches((branch, $"{one.Place}/{keyword}/{i++}")))
                    {
                        yield return inner;
                    }
                }
            }
        }

        if (!hasBranches)
        {
            yield return one;
        }
    }

    private static IEnumerable<string> DescribedIn(JsonElement schema, string place)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            return schema.EnumerateArray().SelectMany((one, i) => DescribedIn(one, $"{place}/{i}"));
        }

        return schema.ValueKind != JsonValueKind.Object ? [] : schema.EnumerateObject().SelectMany(keyword => keyword.Name == "properties"
            ? keyword.Value.EnumerateObject().SelectMany(property => DescribedIn(property.Value, $"{place}/properties/{property.Name}").Prepend($"{place}/properties/{property.Name}"))
            : DescribedIn(keyword.Value, $"{place}/{keyword.Name}"));
    }

    [GeneratedRegex("^[^\u4e00-\u9fff]*[A-Za-z].*[\u4e00-\u9fff].*。$")]
    private static partial Regex BothLanguages();
}
