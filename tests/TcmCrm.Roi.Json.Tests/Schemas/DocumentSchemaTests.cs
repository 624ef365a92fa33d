using System.Text.Json;
using System.Text.Json.Nodes;
using TcmCrm.Roi.Json.Texts;

namespace TcmCrm.Roi.Json.Tests.Schemas;

/// <summary>The published schemas are what the generator makes, and describe what is written: all of it, and nothing else.</summary>
public class DocumentSchemaTests
{
    /// <summary>What the reader of cases reads is described from its shapes, which have English meanings.</summary>
    private static readonly string[] OfShapes = ["case", "tenant"];

    public static TheoryData<string> Names => [.. DocumentSchema.Names];

    public static TheoryData<string> Answers => [.. DocumentSchema.Names.Except(OfShapes).Except(["returns"])];

    [Theory]
    [MemberData(nameof(Names))]
    public void PublishedSchema_IsWhatIsMade(string name)
    {
        string path = Repository.PathOf("docs", "schema", name + ".schema.json");
        string expected = DocumentSchema.Of(name);
        if (Environment.GetEnvironmentVariable("TCM_ROI_WRITE_SCHEMA") == "1")
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == expected,
            path + " is not what is read or written; run this test with TCM_ROI_WRITE_SCHEMA=1 and look at the difference");
    }

    [Fact]
    public void EveryFileOfTheFolder_IsMade() => Assert.Equal(
        DocumentSchema.Names.Select(name => name + ".schema.json").Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(Repository.PathOf("docs", "schema")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_AreOfOneFormAndDiffer()
    {
        string[] ids = [.. DocumentSchema.Names.Select(name => JsonDocument.Parse(DocumentSchema.Of(name)).RootElement.GetProperty("$id").GetString()!)];
        Assert.All(ids.Zip(DocumentSchema.Names), one => Assert.StartsWith("urn:tcm-crm-roi:schema:" + one.Second, one.First, StringComparison.Ordinal));
        Assert.Distinct(ids);
    }

    [Fact]
    public void UnknownName_IsRefusedWithTheNames()
    {
        Assert.Contains("case, result, review", Assert.Throws<ArgumentException>(() => DocumentSchema.Of("resutl")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => DocumentSchema.Of(null!));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RealDocuments_AreValid(string name)
    {
        var walk = new SchemaWalk(DocumentSchema.Of(name));
        Assert.Empty(RealAnswers.Of(name).SelectMany(walk.Faults).Distinct().Take(40));
    }

    /// <summary>What all documents have between them; a part that several schemas have, such as a message, is known by its name.</summary>
    [Fact]
    public void EveryMember_IsDescribedInBothLanguages_AndEveryDescriptionHasItsMember()
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var described = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in DocumentSchema.Names.Except(OfShapes).Except(["returns"]))
        {
            var walk = new SchemaWalk(DocumentSchema.Of(name));
            foreach (string document in RealAnswers.Of(name))
            {
                walk.Walk(document);
            }

            // What is a part of a case is described by the schema of cases, in English.
            string[] unknown = [.. walk.Unknown.Where(place => !place.StartsWith("$.versions[].plan.", StringComparison.Ordinal) && !place.Contains(".distribution.", StringComparison.Ordinal)).Select(place => name + place)];
            Assert.Empty(unknown);
            visited.UnionWith(walk.Visited.Select(Named));
            described.UnionWith(walk.Described.Where(place => name != "register" || place.Contains("planVersion", StringComparison.Ordinal)).Select(Named));

            string Named(string place) => place.StartsWith("#/definitions/", StringComparison.Ordinal) ? place.Replace("#/definitions/simulation/", "simulation#/", StringComparison.Ordinal) : name + place;
        }

        string[] unmet = [.. described.Except(visited).Where(place => !place.StartsWith("#/definitions/distribution/", StringComparison.Ordinal))];
        Assert.Empty(unmet);
    }

    [Fact]
    public void EveryMeaning_IsOfAMember()
    {
        string all = string.Concat(DocumentSchema.Names.Select(DocumentSchema.Of));
        Assert.All(SchemaWords.Keys, key =>
        {
            string[] parts = key.Split('.');
            Bilingual said = parts is [_, ""] ? SchemaWords.Of(parts[0]) : parts is [var title, var member] ? SchemaWords.Of(title, member) : SchemaWords.Of("", key);
            Assert.Contains(JsonEncoded(said.English), all, StringComparison.Ordinal);
            Assert.Contains(said.Chinese, all, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[\u4e00-\u9fff][,;:()]|[,;:()][\u4e00-\u9fff]|[\u4e00-\u9fff] +[0-9]|[0-9] +[\u4e00-\u9fff]|[.。]$", said.Chinese);
            Assert.DoesNotMatch(@"[\u4e00-\u9fff]|\.$", said.English);
        });
    }

    /// <summary>Each value replaced by one of another type, and each member that must be there taken out.</summary>
    [Theory]
    [MemberData(nameof(Answers))]
    public void DamagedDocument_IsInvalid(string name)
    {
        var walk = new SchemaWalk(DocumentSchema.Of(name));
        var places = new HashSet<string>(StringComparer.Ordinal);
        int damaged = 0;
        foreach (string document in RealAnswers.Of(name).OrderByDescending(text => text.Length).Take(2))
        {
            JsonNode whole = Shortened(JsonNode.Parse(document)!);
            foreach ((JsonObject holder, string member, string place) in Members(whole, "$").ToArray())
            {
                // Plans are cases, whose schema has tests of its own.
                if (place.Contains(".plan.", StringComparison.Ordinal) || !places.Add(place))
                {
                    continue;
                }

                JsonNode? before = holder[member];
                holder[member] = before is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? new JsonArray() : JsonValue.Create(true);
                Assert.False(walk.IsValid(JsonSerializer.SerializeToElement(whole)), $"{name}: {place} may be of another type");
                holder[member] = before;
                damaged++;
            }

            Assert.Empty(walk.Faults(whole.ToJsonString()));
        }

        Assert.True(damaged > 3);
    }

    [Theory]
    [InlineData("result", "$.horizons[]")]
    [InlineData("result", "$.horizons[].cashable")]
    [InlineData("review", "$")]
    [InlineData("review", "$.forecast[]")]
    [InlineData("review", "$.varianceTotals.cost")]
    [InlineData("impact", "$.studies[]")]
    [InlineData("trend", "$.series[]")]
    [InlineData("trend", "$.series[].xmr")]
    [InlineData("simulation", "$.periods[].figures")]
    [InlineData("comparison", "$.alternatives[]")]
    [InlineData("portfolio", "$.totals[]")]
    public void ObjectsOfFigures_AreOpenForFiguresAlone(string name, string place)
    {
        var walk = new SchemaWalk(DocumentSchema.Of(name));
        JsonNode whole = JsonNode.Parse(RealAnswers.Of(name).MaxBy(text => text.Length)!)!;
        JsonObject open = place == "$" ? whole.AsObject() : (JsonObject)Members(whole, "$").Where(one => one.Place + (one.Holder[one.Member] is JsonArray ? "[]" : "") == place)
            .Select(one => one.Holder[one.Member] is JsonArray list ? list[^1] : one.Holder[one.Member]).First(node => node is JsonObject { Count: > 1 })!;
        foreach (JsonNode figure in new[] { JsonNode.Parse("12.5")!, JsonNode.Parse("\"12.50\"")!, JsonNode.Parse("{\"notApplicable\":\"noRate\"}")!, JsonNode.Parse("{\"ofTheBoard\":0.5}")! })
        {
            open["newFigure"] = figure;
            Assert.True(walk.IsValid(JsonSerializer.SerializeToElement(whole)), figure.ToJsonString());
        }

        open["newFigure"] = true;
        Assert.False(walk.IsValid(JsonSerializer.SerializeToElement(whole)));
    }

    /// <summary>With two elements a list at most: they are alike, and each damage is checked against the whole.</summary>
    private static JsonNode Shortened(JsonNode whole)
    {
        foreach (JsonArray list in Members(whole, "$").Select(one => one.Holder[one.Member]).OfType<JsonArray>().ToArray())
        {
            while (list.Count > 2)
            {
                list.RemoveAt(2);
            }
        }

        return whole;
    }

    private static IEnumerable<(JsonObject Holder, string Member, string Place)> Members(JsonNode? node, string place)
    {
        switch (node)
        {
            case JsonObject holder:
                foreach (string member in holder.Select(one => one.Key).ToArray())
                {
                    yield return (holder, member, place + "." + member);
                    foreach (var inner in Members(holder[member], place + "." + member))
                    {
                        yield return inner;
                    }
                }

                break;
            case JsonArray list:
                foreach (var inner in list.SelectMany(one => Members(one, place + "[]")))
                {
                    yield return inner;
                }

                break;
        }
    }

    private static string JsonEncoded(string text) => JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
