using System.Text.Json;

namespace TcmCrm.Roi.Spreadsheets;

/// <summary>Where each member of a case document stands in a workbook: made from the published schema, so that no member is without a place.</summary>
/// <remarks>
/// The rule: the members of the case are rows of the first sheet; a list of objects is a sheet, or shares one with others like it, one element a row; an object
/// within an object is columns with a point in their path; a list of plain values is one cell.
/// </remarks>
internal sealed class CaseLayout
{
    internal const string Costs = "costs";
    internal const string Benefits = "benefits";
    internal const string Lines = "lines";
    internal const string Drivers = "drivers";
    internal const string Scenarios = "scenarios";
    internal const string Changes = "set";
    internal const string Parameters = "parameters";
    internal const string Selectors = "on";
    internal const string PlainLine = "line";
    private const string Definitions = "#/definitions/";

    private static readonly Lazy<CaseLayout> Made = new(() => new CaseLayout());

    private readonly JsonElement _definitions;
    private readonly List<CaseList> _lists = [];

    private CaseLayout()
    {
        using Stream schema = typeof(CaseLayout).Assembly.GetManifestResourceStream("case.schema.json")!;
        using var document = JsonDocument.Parse(schema);
        JsonElement root = document.RootElement;
        _definitions = root.GetProperty("definitions").Clone();
        Case = new CaseList(string.Empty, string.Empty);
        Flatten(Case, string.Empty, root.Clone(), string.Empty, null);

        // Hosts bring kinds of their own, which the schema does not know, with numbers by name.
        CaseList numbers = List(Parameters, Lines, null);
        numbers.Field("name", CaseFieldKind.Text, () => new CaseField("name", CaseFieldKind.Text) { Meaning = "The name of a number of a host's own kind." });
        numbers.Field("value", CaseFieldKind.Number, () => new CaseField("value", CaseFieldKind.Number) { Meaning = "The number." });
        Sheets =
        [
            new CaseSheet(Costs, [Find(Costs, string.Empty)!]),
            new CaseSheet(Benefits, [Find(Benefits, string.Empty)!]),
            new CaseSheet("details", [.. _lists.Where(list => list.Owner == Lines)]),
            new CaseSheet("basis", [.. _lists.Where(list => list.Owner.Length == 0 && list.Path is not (Costs or Benefits or Drivers or Scenarios or "correlations"))]),
            new CaseSheet("uncertainty", [Find(Drivers, string.Empty)!, Find(Selectors, Drivers)!, Find("correlations", string.Empty)!]),
            new CaseSheet(Scenarios, [Find(Changes, Scenarios)!]),
        ];
    }

    internal static CaseLayout Instance => Made.Value;

    /// <summary>The plain members of the case itself.</summary>
    internal CaseList Case { get; }

    internal IReadOnlyList<CaseSheet> Sheets { get; }

    internal CaseList? Find(string path, string owner) => _lists.Find(list => list.Path == path && list.Owner == owner);

    private CaseList List(string path, string owner, string? plain)
    {
        CaseList? known = Find(path, owner);
        if (known is null)
        {
            known = new CaseList(path, owner) { PlainPath = plain };
            _lists.Add(known);
        }

        return known;
    }

    private void Flatten(CaseList list, string prefix, JsonElement shape, string owner, string? kind)
    {
        var required = new HashSet<string>(shape.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray().Select(name => name.GetString()!) : []);
        foreach (JsonProperty member in shape.GetProperty("properties").EnumerateObject())
        {
            if (member.Name != "$schema")
            {
                Member(list, prefix + member.Name, member.Value, owner, kind, prefix.Length == 0 && required.Contains(member.Name));
            }
        }
    }

    private void Member(CaseList list, string path, JsonElement schema, string owner, string? kind, bool required)
    {
        string meaning = schema.TryGetProperty("description", out JsonElement said) ? said.GetString()! : string.Empty;
        if (schema.TryGetProperty("allOf", out JsonElement all))
        {
            Flatten(list, path + ".", Resolve(all[0]), owner, kind);
        }
        else if (schema.TryGetProperty("$ref", out _))
        {
            Flatten(list, path + ".", Resolve(schema), owner, kind);
        }
        else if (schema.TryGetProperty("oneOf", out JsonElement choices))
        {
            JsonElement inner = Resolve(choices[1]);
            bool isStart = Title(choices[1]) == "monthsFrom";
            Column(list, path, choices[0], meaning, kind, required, objectMember: isStart ? "from" : null);
            foreach (JsonProperty member in inner.GetProperty("properties").EnumerateObject().Where(member => !isStart || member.Name != "from"))
            {
                Member(list, path + "." + member.Name, member.Value, owner, kind, false);
            }
        }
        else if (schema.TryGetProperty("items", out JsonElement items))
        {
            Elements(list, path, items, meaning, owner, kind, required);
        }
        else
        {
            Column(list, path, schema, meaning, kind, required, objectMember: null);
        }
    }

    private void Elements(CaseList list, string path, JsonElement items, string meaning, string owner, string? kind, bool required)
    {
        JsonElement[] shapes = items.TryGetProperty("oneOf", out JsonElement choices) ? [.. choices.EnumerateArray()] : [items];
        JsonElement[] objects = [.. shapes.Where(shape => shape.TryGetProperty("$ref", out _))];
        if (objects.Length == 0)
        {
            Column(list, path, items, meaning, kind, required, objectMember: null, isList: true);
            return;
        }

        string inside = list == Case ? string.Empty : owner;
        string of = path is Costs or Benefits ? Lines : path;
        CaseList rows = List(path, inside, objects.Length < shapes.Length ? PlainLine : null);
        if (rows.PlainPath is { } plain)
        {
            Column(rows, plain, shapes[0], items.GetProperty("description").GetString()!, null, false, objectMember: null);
        }

        foreach (JsonElement shape in objects)
        {
            JsonElement inner = Resolve(shape);
            bool isLine = of == Lines && inner.GetProperty("properties").TryGetProperty("kind", out _);
            Flatten(rows, string.Empty, inner, of, isLine ? inner.GetProperty("properties").GetProperty("kind").GetProperty("enum")[0].GetString() : null);
        }
    }

    private static void Column(CaseList list, string path, JsonElement schema, string meaning, string? kind, bool required, string? objectMember, bool isList = false)
    {
        CaseFieldKind form = KindOf(schema, objectMember);
        CaseField field = list.Field(path, form, () => new CaseField(path, form)
        {
            IsList = isList,
            IsFraction = form == CaseFieldKind.Number && (meaning.Contains("fraction") || meaning.Contains(" %")),
            IsWhole = form == CaseFieldKind.Number && schema.GetProperty("type")[0].GetString() == "integer",
            IsRequired = required,
            ObjectMember = objectMember,
            Meaning = meaning,
            Minimum = Limit(schema, "minimum") ?? Limit(schema, "exclusiveMinimum"),
            MinimumIsExcluded = schema.TryGetProperty("exclusiveMinimum", out _),
            Maximum = Limit(schema, "maximum"),
        });
        if (schema.TryGetProperty("enum", out JsonElement words))
        {
            field.AddWords(words.EnumerateArray().Select(word => word.GetString()!));
        }
        else if (form == CaseFieldKind.DateOrWord)
        {
            field.AddWords(["caseStart", "goLive"]);
        }

        if (kind is not null)
        {
            field.AddKind(kind);
        }
    }

    private static CaseFieldKind KindOf(JsonElement schema, string? objectMember)
    {
        JsonElement type = schema.GetProperty("type");
        bool hasPattern = schema.TryGetProperty("pattern", out JsonElement pattern);
        return type.ValueKind == JsonValueKind.Array ? (hasPattern ? CaseFieldKind.Number : CaseFieldKind.Any)
            : type.GetString() == "boolean" ? CaseFieldKind.Flag
            : schema.TryGetProperty("enum", out _) ? CaseFieldKind.Word
            : objectMember is not null ? CaseFieldKind.DateOrWord
            : hasPattern && pattern.GetString()!.StartsWith("^(19|20|21)", StringComparison.Ordinal) ? CaseFieldKind.Date
            : CaseFieldKind.Text;
    }

    private static string? Limit(JsonElement schema, string name) => schema.TryGetProperty(name, out JsonElement limit) ? limit.GetRawText() : null;

    private static string Title(JsonElement reference) => reference.GetProperty("$ref").GetString()!.Substring(Definitions.Length);

    private JsonElement Resolve(JsonElement reference) => _definitions.GetProperty(Title(reference));
}
