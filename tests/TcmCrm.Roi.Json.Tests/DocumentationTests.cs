using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Json.Schema;

namespace TcmCrm.Roi.Json.Tests;

public class DocumentationTests
{
    [Fact]
    public void EveryPropertyAndKind_IsNamedInTheGuide()
    {
        string guide = File.ReadAllText(Repository.PathOf("docs", "documents.md"));
        IEnumerable<string> names = CaseSchema.Shapes(Cases.CaseShape.Shape).SelectMany(s => s.Fields).Select(f => f.Name)
            .Concat(CostKinds.Words).Concat(BenefitKinds.Words)
            .Except(["month", "share", "poolId", "amountPerYear", "lowerRatio", "upperRatio", "confidence", "effectiveFrom"]);
        Assert.All(names.Distinct(), name => Assert.Contains($"`{name}`", guide.Replace("\"$schema\"", "$schema", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    [Fact]
    public void LimitsInTheGuide_AreTheDefaults()
    {
        string guide = File.ReadAllText(Repository.PathOf("docs", "documents.md"));
        DocumentReadOptions limits = DocumentReadOptions.Default;
        Assert.Contains(
            FormattableString.Invariant($"{limits.MaximumBytes / 1024 / 1024} MiB, {limits.MaximumDepth} levels, {limits.MaximumItems:N0} values, {limits.MaximumProblems} problems"),
            guide, StringComparison.Ordinal);
    }
}
