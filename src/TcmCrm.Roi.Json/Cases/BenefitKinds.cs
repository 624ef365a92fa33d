using TcmCrm.Roi.Benefits;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>All forms in which a benefit may stand in a document.</summary>
internal static class BenefitKinds
{
    public static IReadOnlyList<BenefitKind> All { get; } =
    [
        new DatedBenefitKind(), new YearlyBenefitKind(), new NotMonetizedBenefitKind(), new RevenueUpliftBenefitKind(),
        new RetentionBenefitKind(), new SatisfactionChainBenefitKind(), new CustomerMarginBenefitKind(), new TaskTimeBenefitKind(),
        new SafetyStockBenefitKind(), new ExpiryLossBenefitKind(), new ImpactBenefitKind(),
        new WorkingCapitalBenefitKind(),
    ];

    public static KindSet<BenefitKind> Set { get; } = new(All, kind => kind.Word);

    public static IReadOnlyList<string> Words => Set.Words;

    /// <summary>The form in which a line is written: the reference to its study where it was read from one, else that of its basis.</summary>
    public static BenefitKind Of(BenefitItem item) => item.Origin is null ? Of(item.Basis) : All.OfType<ImpactBenefitKind>().Single();

    public static BenefitKind Of(BenefitBasis basis) => All.FirstOrDefault(kind => kind.Covers(basis)) ?? new HostBenefitKind(basis.Kind);
}
