using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests.Portfolios;

public class PortfolioDocumentTests
{
    private static readonly PortfolioOptions Simulated = new() { Simulation = new SimulationOptions { Trials = 200 } };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sample_IsValidAndHasItsTenants(bool isSimulated)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Repository.PathOf("docs", "schema", "portfolio.schema.json"), TestContext.Current.CancellationToken);
        PortfolioOptions options = isSimulated ? Simulated : PortfolioOptions.Usual;
        (PortfolioResult result, string hash, _) = SamplePortfolio.Run(options);
        string written = PortfolioDocument.Write(result, new DocumentWriteOptions { ContentHash = hash });
        Assert.Empty(schema.Validate(written));
        Assert.NotEmpty(schema.Validate(written.Replace("\"atStake\"", "\"AtStake\"", StringComparison.Ordinal)));
        JsonNode root = JsonNode.Parse(written)!;
        Assert.Equal((6, 1), ((int)root["evaluated"]!, (int)root["failed"]!));
        Assert.Equal("baicao", (string?)root["failures"]![0]!["tenant"]);
        Assert.Contains("$.case.benefits[0]", (string?)root["failures"]![0]!["problems"]![0]!["english"], StringComparison.Ordinal);
        Assert.Equal(["CNY", "USD"], root["totals"]!.AsArray().Select(total => (string?)total!["currency"]));
        Assert.Equal([1, 2, 3, 4, 5, 6], root["ranking"]!.AsArray().Select(entry => (int)entry!["rank"]!));
        Assert.Equal(hash, (string?)root["contentHash"]);
        Assert.Equal(isSimulated, root["totals"]![0]!["simulation"] is not null);
    }

    [Fact]
    public async Task EmptyPortfolio_IsValid()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Repository.PathOf("docs", "schema", "portfolio.schema.json"), TestContext.Current.CancellationToken);
        PortfolioResult none = new PortfolioEvaluator().Sum([]);
        Assert.Empty(schema.Validate(PortfolioDocument.Write(none)));
        using var stream = new MemoryStream();
        PortfolioDocument.Write(none, stream, null);
        Assert.Equal(PortfolioDocument.Write(none), Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(8)]
    public void Degree_ChangesNoByte(int degree)
    {
        (PortfolioResult one, string hash, _) = SamplePortfolio.Run(Simulated);
        (PortfolioResult many, string other, _) = SamplePortfolio.Run(new PortfolioOptions { Simulation = Simulated.Simulation, DegreeOfParallelism = degree });
        Assert.Equal(hash, other);
        Assert.Equal(PortfolioDocument.Write(one, new DocumentWriteOptions { ContentHash = hash }), PortfolioDocument.Write(many, new DocumentWriteOptions { ContentHash = other }));
    }
}
