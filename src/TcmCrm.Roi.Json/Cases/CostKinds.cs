using System.Text.Json;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>All forms in which a cost may stand in a document.</summary>
internal static class CostKinds
{
    public static IReadOnlyList<CostKind> All { get; } =
    [
        new DatedCostKind(), new OneOffCostKind(), new RecurringCostKind(), new SubscriptionCostKind(), new PerpetualLicenseCostKind(),
        new LicenseShareCostKind(), new LearningTimeCostKind(), new ProductivityDipCostKind(),
        new InstalmentsCostKind(), new UsageCostKind(), new ResidualValueCostKind(),
    ];

    public static KindSet<CostKind> Set { get; } = new(All, kind => kind.Word);

    public static IReadOnlyList<string> Words => Set.Words;

    public static CostKind Of(CostBasis basis) => All.FirstOrDefault(kind => kind.Covers(basis)) ?? new HostCostKind(basis.Kind);
}

/// <summary>A cost of a kind that has one type in the core.</summary>
internal abstract class CostKind<T>(string word, CostElement usual) : CostKind(word, usual)
    where T : CostBasis
{
    public sealed override bool Covers(CostBasis basis) => basis is T;

    protected sealed override void Write(Utf8JsonWriter writer, CostBasis basis) => Write(writer, (T)basis);

    protected abstract void Write(Utf8JsonWriter writer, T cost);
}
