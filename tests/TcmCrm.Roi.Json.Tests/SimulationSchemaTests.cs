using NJsonSchema;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Tests;

public class SimulationSchemaTests
{
    private static readonly SimulationOptions Few = new() { Trials = 500 };

    public static TheoryData<string> Samples => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task SimulationOfASample_IsValid(string name)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(PathOf("simulation"), TestContext.Current.CancellationToken);
        InvestmentCase source = CaseDocument.Read(Repository.Sample(name)).Case;
        SimulationResult result = Simulation.Run(source, Few);
        string written = SimulationDocument.Write(
            result,
            new DocumentWriteOptions
            {
                BreakEven = BreakEven.Of(result.Evaluation, CaseInputs.Levers(source)), Scenarios = Scenarios.Evaluate(source, CaseInputs.Apply),
                Studies = result.Studies(1, result.Inputs.ToDictionary(input => input.Id, _ => 6)),
            });
        Assert.Empty(schema.Validate(written));
        Assert.NotEmpty(schema.Validate(written.Replace("\"evppi\"", "\"EVPPI\"", StringComparison.Ordinal)));
        JsonSchema whole = await JsonSchema.FromFileAsync(PathOf("result"), TestContext.Current.CancellationToken);
        Assert.Empty(whole.Validate(ResultDocument.Write(result.Evaluation, new DocumentWriteOptions { Detail = ResultDetail.Figures, Simulation = result })));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WithoutAnswers_BothAreValid(bool isDiscounted)
    {
        InvestmentCase source = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        source = isDiscounted ? source : InvestmentCase.Create("empty", source.Currency, source.Start);
        JsonSchema simulation = await JsonSchema.FromFileAsync(PathOf("simulation"), TestContext.Current.CancellationToken);
        Assert.Empty(simulation.Validate(SimulationDocument.Write(Simulation.Run(source, Few))));
        JsonSchema comparison = await JsonSchema.FromFileAsync(PathOf("comparison"), TestContext.Current.CancellationToken);
        Assert.Empty(comparison.Validate(ComparisonDocument.Write(Comparison.Of([source], Few))));
    }

    private static string PathOf(string document) => Repository.PathOf("docs", "schema", document + ".schema.json");
}
