using NJsonSchema;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Schema;

namespace TcmCrm.Roi.Json.Tests;

public class CaseSchemaTests
{
    private static readonly string SchemaPath = Repository.PathOf("docs", "schema", "case.schema.json");

    public static TheoryData<string> Samples => [.. Repository.Samples];

    public static TheoryData<int> BadRows => [.. Enumerable.Range(0, BadDocuments.All.Count).Where(i => BadDocuments.All[i].InSchema)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_IsValid(string name)
    {
        JsonSchema schema = await Published();
        Assert.Empty(schema.Validate(System.Text.Encoding.UTF8.GetString(Repository.Sample(name))));
    }

    [Fact]
    public async Task SoundDocumentAndWhatIsWritten_AreValid()
    {
        JsonSchema schema = await Published();
        Assert.Empty(schema.Validate(SoundDocument.Text));
        foreach (string name in Repository.Samples)
        {
            Assert.Empty(schema.Validate(CaseDocument.Write(CaseDocument.Read(Repository.Sample(name)).Case)));
        }
    }

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task BadDocument_IsInvalid(int row)
    {
        JsonSchema schema = await Published();
        BadDocument bad = BadDocuments.All[row];
        Assert.NotEmpty(schema.Validate(SoundDocument.With(bad.Place, bad.Change)));
    }

    [Fact]
    public void EveryObjectAndProperty_HasAMeaning() =>
        Assert.All(CaseSchema.Shapes(Tenants.TenantShape.Shape), shape =>
        {
            Assert.True(shape.Title == "case" || SchemaMeanings.Of(shape) is not null, $"SchemaMeanings does not say what the object {shape.Title} is");
            Assert.All(shape.Fields, field => Assert.True(SchemaMeanings.Of(shape, field) is not null, $"SchemaMeanings does not say what {shape.Title}.{field.Name} means"));
        });

    [Fact]
    public void ShapesAreComplete()
    {
        Shape[] shapes = [.. CaseSchema.Shapes(Tenants.TenantShape.Shape)];
        Assert.True(shapes.Length > 25);
        Assert.All(shapes, shape => Assert.All(shape.Fields, field => Assert.Matches("^(\\$schema|[a-z][A-Za-z0-9]*)$", field.Name)));
        // A definition is named after its shape; two shapes of one name must be alike, or one of them would go unpublished.
        foreach (IGrouping<string, Shape> same in shapes.GroupBy(s => s.Title))
        {
            Assert.Single(same.Select(s => string.Join(",", s.Fields.Select(f => f.Name + ":" + f.Allowed))).Distinct());
        }
    }

    private static Task<JsonSchema> Published() => JsonSchema.FromFileAsync(SchemaPath, TestContext.Current.CancellationToken);
}
