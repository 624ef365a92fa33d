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

    public static BenefitKind Of(BenefitBasis basis) => All.FirstOrDefault(kind => kind.Covers(basis)) ?? new HostBenefitKind(basis.Kind);
}
