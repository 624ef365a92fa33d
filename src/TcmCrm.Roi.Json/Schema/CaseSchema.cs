using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Tenants;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Schema;

/// <summary>Makes the JSON Schemas of the documents that are read, a case and a tenant, from the shapes that the reader reads by.</summary>
/// <remarks>Draft 7, without its conditionals: what editors and NJsonSchema both know. What relates two values to each other is left to the reader.</remarks>
internal sealed class CaseSchema
{
    private const string DatePattern = "(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
    private const string NumberPattern = "^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$";

    private readonly JsonObject definitions;
    private readonly Shape[] hostCosts;
    private readonly Shape[] hostBenefits;

    /// <summary>Describes shapes among the definitions of a schema.</summary>
    public CaseSchema(JsonObject definitions)
        : this(definitions, [], [])
    {
    }

    private CaseSchema(JsonObject definitions, IEnumerable<string> costs, IEnumerable<string> benefits)
    {
        this.definitions = definitions;
        hostCosts = [.. InOrder(costs).Select(word => new HostCostKind(word).Shape)];
        hostBenefits = [.. InOrder(benefits).Select(word => new HostBenefitKind(word).Shape)];
    }

    /// <summary>The schema of what a host reads: the kinds of the library, then those that it registered by these words.</summary>
    /// <remarks>With kinds of a host's own it is another schema than the published one, and has no id.</remarks>
    public static string Text(IReadOnlyCollection<string> costs, IReadOnlyCollection<string> benefits) => Text(
        CaseShape.Shape, "case", CaseShape.Version, new CaseSchema([], costs, benefits),
        "A business case: what a CRM costs, what it brings, and the conventions by which it is judged.", costs.Count + benefits.Count == 0);

    /// <summary>The schema of the document of a tenant.</summary>
    public static string Tenant() => Text(
        TenantShape.Shape, "tenant", TenantShape.Version, new CaseSchema([]),
        "One tenant of a portfolio: its case, and what was observed of it. A case document by itself is the document of a tenant as well.", isPublished: true);

    private static string Text(Shape shape, string name, string version, CaseSchema made, string description, bool isPublished)
    {
        JsonObject root = made.Describe(shape);
        var schema = new JsonObject { ["$schema"] = SchemaForm.Draft };
        if (isPublished)
        {
            schema["$id"] = SchemaForm.IdOf(name, version);
        }

        schema["title"] = SchemaForm.TitleOf(name, version);
        schema["description"] = description;
        root.Remove("description");
        SchemaForm.Merge(schema, root);
        schema["definitions"] = made.definitions;
        return DocumentForm.Text(writer => schema.WriteTo(writer)) + "\n";
    }

    /// <summary>Every shape that a document of a root may hold.</summary>
    public static IEnumerable<Shape> Shapes(Shape root)
    {
        var seen = new HashSet<Shape>();
        var open = new Stack<Shape>([root]);
        while (open.Count > 0)
        {
            Shape shape = open.Pop();
            if (!seen.Add(shape))
            {
                continue;
            }

            yield return shape;
            foreach (Field field in shape.Fields)
            {
                IEnumerable<Shape> inner = field switch
                {
                    ObjectField o => [o.Shape],
                    WorkTimeField w => [w.Shape],
                    StartField s => [s.Shape],
                    ListField { Element.Plain: LineSelectorField selector } => [selector.Shape],
                    ListField l => l.Element.Shapes,
                    _ => [],
                };
                foreach (Shape next in inner)
                {
                    open.Push(next);
                }
            }
        }
    }

    private JsonObject Describe(Shape shape)
    {
        var properties = new JsonObject();
        foreach (Field field in shape.Fields)
        {
            properties[field.Name] = WithMeaning(Describe(field), SchemaMeanings.Of(shape, field));
        }

        var described = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([.. shape.Fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Name)]),
            ["properties"] = properties,
        };
        string? meaning = hostCosts.Contains(shape) ? "A cost of a kind of the host's own" : hostBenefits.Contains(shape) ? "A benefit of a kind of the host's own" : SchemaMeanings.Of(shape);
        if (meaning is not null)
        {
            described.Insert(1, "description", meaning + ".");
        }

        return described;
    }

    /// <summary>What a property means, before what may stand there. Beside a reference draft 7 reads nothing: it stands around it.</summary>
    private static JsonObject WithMeaning(JsonObject schema, string? meaning)
    {
        if (meaning is null)
        {
            return schema;
        }

        if (schema.ContainsKey("$ref"))
        {
            return new JsonObject { ["description"] = meaning + ".", ["allOf"] = new JsonArray(schema) };
        }

        string? allowed = schema["description"]?.GetValue<string>();
        schema["description"] = allowed is null ? meaning + "." : meaning + ". " + allowed;
        return schema;
    }

    private JsonObject Describe(Field field)
    {
        JsonObject schema = field switch
        {
            WorkTimeField work => new JsonObject { ["oneOf"] = new JsonArray(Words([WorkTimeField.None, WorkTimeField.China2025]), Reference(work.Shape)) },
            StartField start => new JsonObject { ["oneOf"] = new JsonArray(Start(start.MayMove), Reference(start.Shape)) },
            StartField.FromField from => Start(from.MayMove),
            LineSelectorField selector => new JsonObject { ["oneOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, Reference(selector.Shape)) },
            ScenarioValueField => new JsonObject { ["type"] = new JsonArray("number", "string") },
            NumberField number => Number(number),
            MonthField => new JsonObject { ["type"] = "string", ["pattern"] = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$" },
            LineTextField line => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = line.Most, ["pattern"] = "^(?!\\*$)(?=.*\\S)[^\\u0000-\\u001F\\u007F-\\u009F]*$" },
            RateSelectionField => new JsonObject { ["type"] = "string", ["pattern"] = "^(lowestNonNegative|excel|nearest:[+-]?[0-9]*\\.?[0-9]+)$" },
            TextField text => new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = text.Most, ["pattern"] = "\\S" },
            ParametersField => new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("number", "string"), ["pattern"] = NumberPattern } },
            FlagField => new JsonObject { ["type"] = "boolean" },
            DateField => new JsonObject { ["type"] = "string", ["pattern"] = $"^{DatePattern}$" },
            PeriodField => new JsonObject { ["type"] = "string", ["pattern"] = "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$" },
            CurrencyField => new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z]{3}$" },
            ChoiceField choice => Words(choice.Words),
            ObjectField o => Reference(o.Shape),
            ListField list => new JsonObject { ["type"] = "array", ["minItems"] = list.Least, ["maxItems"] = list.Most, ["items"] = Element(list) },
            _ => throw new InvalidOperationException($"The schema does not know {field.GetType().Name}."),
        };
        if (!schema.ContainsKey("$ref") && field is not ChoiceField { Words.Count: 1 })
        {
            string allowed = PackageWords.English.Say(field.Allowed);
            schema["description"] = char.ToUpperInvariant(allowed[0]) + allowed.Substring(1) + ".";
        }

        return schema;
    }

    private JsonObject Element(ListField list)
    {
        Shape[] hosts = list == CaseShape.Costs ? hostCosts : list == CaseShape.Benefits ? hostBenefits : [];
        ListElement element = list.Element;
        return element.Plain is { } plain ? Describe(plain)
            : element.Shapes.Count == 1 ? Reference(element.Shapes[0])
            : new JsonObject { ["oneOf"] = new JsonArray([.. element.Shapes.Concat(hosts).Select(s => (JsonNode)Reference(s))]) };
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> words) => words.OrderBy(word => word, StringComparer.Ordinal);

    public JsonObject Reference(Shape shape)
    {
        if (!definitions.ContainsKey(shape.Title))
        {
            definitions[shape.Title] = null;
            definitions[shape.Title] = Describe(shape);
        }

        return new JsonObject { ["$ref"] = "#/definitions/" + shape.Title };
    }

    private static JsonObject Start(bool mayMove) =>
        new() { ["type"] = "string", ["pattern"] = $"^({StartField.CaseStart}|{(mayMove ? StartField.GoLive + "|" : "")}{DatePattern})$" };

    private static JsonObject Words(IReadOnlyList<string> words) =>
        new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w)]) };

    /// <summary>A number, or a text that holds one; the range binds the number.</summary>
    private static JsonObject Number(NumberField field) => new()
    {
        ["type"] = new JsonArray(field is WholeField ? "integer" : "number", "string"),
        ["pattern"] = NumberPattern,
        [field.LeastIsExcluded ? "exclusiveMinimum" : "minimum"] = field.Least,
        ["maximum"] = field.Most,
    };
}
