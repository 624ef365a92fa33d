namespace TcmCrm.Roi.Json.Tests.Schemas;

/// <summary>The published schemas are what the generator makes.</summary>
public class DocumentSchemaTests
{
    public static TheoryData<string> Names => [.. DocumentSchema.Names];

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
}
