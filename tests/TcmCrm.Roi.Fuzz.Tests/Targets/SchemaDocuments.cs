using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>Makes case documents out of docs/schema/case.schema.json: mostly what the schema allows, so that what reads them goes to its end.</summary>
internal sealed class SchemaDocuments
{
    private const int MostDepth = 8;

    private static readonly string[] Currencies = ["CNY", "CNY", "CNY", "CNY", "CNY", "USD", "JPY", "EUR"];
    private static readonly string[] Periods = ["P6M", "P1Y", "P3Y", "P5Y", "P18M", "P1M", "P10Y", "P1Y6M", "P100Y", "P45D", "P1M1D"];
    private static readonly string[] Words = ["销售云", "licence", "a", "b", "hotline", "渠道", "𠮷野", "=1+1", "##vso[x]", "Türkei", "ß", "line one"];

    private static readonly string[] Distributions =
    [
        """{"kind":"triangular","low":0.7,"mode":0.9,"high":1.2}""", """{"kind":"triangular","p10":0.7,"mode":0.9,"p90":1}""", """{"kind":"pert","low":0.5,"mode":1,"high":1.5}""",
        """{"kind":"uniform","low":0.8,"high":1.3}""", """{"kind":"normal","mean":1,"sd":0.2}""", """{"kind":"lognormal","median":1,"sigma":0.3}""",
        """{"kind":"discrete","values":[0,1],"weights":[1,3]}""",
    ];

    /// <summary>Members whose parts must agree with each other, which a schema does not say: written as they agree, and now and then as the schema alone would have them.</summary>
    private static readonly Dictionary<string, string[]> Agreeing = new(StringComparer.Ordinal)
    {
        ["uncertainty"] = Distributions,
        ["distribution"] = Distributions,
        ["rateSelection"] = ["\"lowestNonNegative\"", "\"excel\"", "\"nearest:0.1\""],
        ["waves"] = ["""[{"tag":"a","months":0,"share":0.4},{"tag":"b","months":3,"share":0.6}]""", """[{"tag":"a","months":0,"share":1}]"""],
        ["instalments"] = ["""[{"share":0.3,"milestone":"signing"},{"share":0.7,"milestone":"goLive","months":2}]""", """[{"share":1,"milestone":"acceptance"}]"""],
        ["tags"] = ["[\"a\"]", "[\"b\"]", "[\"a\",\"b\"]"],
        ["sharedCostKey"] = ["""{"name":"seats","weights":[{"tag":"a","weight":3},{"tag":"b","weight":1}]}"""],
        ["pools"] = ["""[{"id":"h","kind":"hours","capacityPerYear":10000},{"id":"c","kind":"customers","capacityPerYear":500},{"id":"r","kind":"revenue","capacityPerYear":5000000}]"""],
        ["poolDraws"] = ["""[{"poolId":"h"}]""", """[{"poolId":"c"}]""", """[{"poolId":"r","perYear":100}]""", """[{"poolId":"r"}]"""],
        ["drivers"] =
        [
            """[{"id":"d","acts":"amount","on":[{"all":"benefits"}],"distribution":{"kind":"uniform","low":0.8,"high":1.3}}]""",
            """[{"id":"d","acts":"delayMonths","distribution":{"kind":"discrete","values":[0,3,6],"weights":[5,3,2]}}]""",
        ],
        ["exchangeRates"] =
        [
            """[{"from":"USD","to":"CNY","date":"1900-01-01","rate":7.1},{"from":"EUR","to":"CNY","date":"1900-01-01","rate":7.8},{"from":"CNY","to":"JPY","date":"1900-01-01","rate":20}]""",
            """[{"from":"USD","to":"CNY","date":"2024-01-01","rate":"7.25"},{"from":"USD","to":"CNY","date":"2025-06-01","rate":7}]""",
        ],
    };

    /// <summary>Members that refer to what is elsewhere, which hardly ever fits.</summary>
    private static readonly string[] Seldom = ["correlations", "scenarios", "interval", "poolDraws", "seatPlan", "noImprovement"];

    private readonly JsonElement _root;
    private readonly JsonElement _definitions;

    internal SchemaDocuments(string path)
    {
        _root = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        _definitions = _root.GetProperty("definitions");
    }

    internal byte[] Next(Random random)
    {
        var text = new StringBuilder();
        int names = 0;
        Write(text, _root, "", random, 0, ref names);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Write(StringBuilder text, JsonElement schema, string property, Random random, int depth, ref int names)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference) && !Agreeing.ContainsKey(property))
        {
            Write(text, _definitions.GetProperty(reference.GetString()!["#/definitions/".Length..]), property, random, depth, ref names);
            return;
        }

        if (Agreeing.TryGetValue(property, out string[]? fitting) && random.Next(8) != 0)
        {
            text.Append(fitting[random.Next(fitting.Length)]);
            return;
        }

        foreach (string choice in new[] { "oneOf", "allOf" })
        {
            if (schema.TryGetProperty(choice, out JsonElement options))
            {
                // A line of the kind impact needs a reader of series.
                JsonElement option = options[random.Next(options.GetArrayLength())];
                option = option.TryGetProperty("$ref", out JsonElement kind) && kind.GetString()!.EndsWith("impactBenefit", StringComparison.Ordinal) && random.Next(10) != 0 ? options[0] : option;
                Write(text, option, property, random, depth, ref names);
                return;
            }
        }

        if (schema.TryGetProperty("$ref", out reference))
        {
            Write(text, _definitions.GetProperty(reference.GetString()!["#/definitions/".Length..]), property, random, depth, ref names);
            return;
        }

        if (schema.TryGetProperty("enum", out JsonElement values))
        {
            text.Append(values[random.Next(values.GetArrayLength())].GetRawText());
            return;
        }

        switch (TypeOf(schema))
        {
            case "object":
                WriteObject(text, schema, random, depth, ref names);
                break;
            case "array":
                WriteArray(text, schema, property, random, depth, ref names);
                break;
            case "boolean":
                text.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case "integer" or "number":
                WriteNumber(text, schema, random);
                break;
            default:
                WriteText(text, schema, property, random, ref names);
                break;
        }
    }

    private static string TypeOf(JsonElement schema) => !schema.TryGetProperty("type", out JsonElement type) ? "string"
        : type.ValueKind == JsonValueKind.Array ? type[0].GetString()! : type.GetString()!;

    private void WriteObject(StringBuilder text, JsonElement schema, Random random, int depth, ref int names)
    {
        string[] required = schema.TryGetProperty("required", out JsonElement list) ? [.. list.EnumerateArray().Select(e => e.GetString()!)] : [];
        // Seldom everything, mostly little: each optional member is a condition more that may not hold with the others.
        double share = random.Next(12) == 0 ? 0.6 : 0.12;
        text.Append('{');
        bool any = false;
        foreach (JsonProperty member in schema.TryGetProperty("properties", out JsonElement members) ? members.EnumerateObject().ToArray() : [])
        {
            if (member.Name == "$schema" || (!required.Contains(member.Name) && (depth >= MostDepth || random.NextDouble() >= (Seldom.Contains(member.Name) ? share / 6 : member.Name is "pools" or "exchangeRates" ? 3 * share : share))))
            {
                continue;
            }

            text.Append(any ? "," : "").Append('"').Append(member.Name).Append("\":");
            any = true;
            Write(text, member.Value, member.Name, random, depth + 1, ref names);
        }

        text.Append('}');
    }

    private void WriteArray(StringBuilder text, JsonElement schema, string property, Random random, int depth, ref int names)
    {
        int least = schema.TryGetProperty("minItems", out JsonElement few) ? few.GetInt32() : 0;
        int most = Math.Min(schema.TryGetProperty("maxItems", out JsonElement many) ? many.GetInt32() : 3, least + 3);
        int count = property == "horizons" ? 1 : random.Next(least, most + 1);
        text.Append('[');
        for (int i = 0; i < count; i++)
        {
            text.Append(i > 0 ? "," : "");
            Write(text, schema.GetProperty("items"), property, random, depth + 1, ref names);
        }

        text.Append(']');
    }

    private static void WriteNumber(StringBuilder text, JsonElement schema, Random random)
    {
        double least = schema.TryGetProperty("minimum", out JsonElement low) ? low.GetDouble() : schema.TryGetProperty("exclusiveMinimum", out low) ? low.GetDouble() : -1e6;
        double most = schema.TryGetProperty("maximum", out JsonElement high) ? high.GetDouble() : 1e6;
        bool isWhole = TypeOf(schema) == "integer";
        decimal value = random.Next(10) switch
        {
            0 => (decimal)least,
            1 => (decimal)most,
            // Amounts as they are in cases, not as the range allows.
            < 8 => (decimal)Math.Clamp(most <= 1 ? random.NextDouble() : Math.Exp(random.NextDouble() * 9), least, most),
            _ => (decimal)Math.Clamp(least + (random.NextDouble() * (most - least)), least, most),
        };
        value = isWhole ? decimal.Truncate(value) : decimal.Round(value, random.Next(6));
        string number = value.ToString(CultureInfo.InvariantCulture);
        text.Append(random.Next(20) == 0 ? "\"" + number + "\"" : number);
    }

    private static void WriteText(StringBuilder text, JsonElement schema, string property, Random random, ref int names)
    {
        string pattern = schema.TryGetProperty("pattern", out JsonElement form) ? form.GetString()! : "";
        string value =
            pattern.Contains("[A-Z]{3}", StringComparison.Ordinal) ? Currencies[random.Next(Currencies.Length)]
            : pattern.Contains("(19|20|21)", StringComparison.Ordinal) ? Date(pattern, random)
            : property is "horizons" or "period" ? Periods[random.Next(Periods.Length)]
            : property is "name" or "id" ? Words[random.Next(Words.Length)] + " " + (names++).ToString(CultureInfo.InvariantCulture)
            : property is "goLive" ? "2025-0" + (1 + random.Next(9)).ToString(CultureInfo.InvariantCulture)
            : Words[random.Next(3)];
        text.Append('"').Append(value).Append('"');
    }

    private static string Date(string pattern, Random random) =>
        pattern.Contains("caseStart", StringComparison.Ordinal) && random.Next(2) == 0 ? (random.Next(2) == 0 ? "caseStart" : "goLive")
        : new DateTime(2024, 1, 1).AddDays(random.Next(40) == 0 ? random.Next(-40_000, 60_000) : random.Next(900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
