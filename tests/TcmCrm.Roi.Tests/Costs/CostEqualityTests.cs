using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

/// <summary>Two bases are equal where kind and all values are.</summary>
public class CostEqualityTests
{
    private static readonly Money One = Money.Cny(1);
    private static readonly Money Two = Money.Cny(2);
    private static readonly CostStart Later = CostStart.On(Date("2025-06-01"));

    private static void Holds(CostBasis value, CostBasis same, params CostBasis[] others) => EqualityLaw.Holds(value, same, others);

    [Fact]
    public void PlainKinds_CompareEveryValue()
    {
        Holds(new OneOffCost(One), new OneOffCost(One), new OneOffCost(Two), new OneOffCost(Money.Usd(1)), new OneOffCost(One, Later), new PerpetualLicenseCost(One));
        Holds(
            new DatedCost([new(Date("2025-01-01"), One), new(Date("2025-02-01"), Two)]),
            new DatedCost([new(Date("2025-01-01"), One), new(Date("2025-02-01"), Two)]),
            new DatedCost([new(Date("2025-01-01"), One)]),
            new DatedCost([new(Date("2025-02-01"), Two), new(Date("2025-01-01"), One)]));
        Holds(new PerpetualLicenseCost(One, 3), new PerpetualLicenseCost(One, 3), new PerpetualLicenseCost(Two, 3), new PerpetualLicenseCost(One, 4), new PerpetualLicenseCost(One, 3, Later));
        Holds(
            new LearningTimeCost(1, 2, One), new LearningTimeCost(1, 2, One, CostStart.GoLive), new LearningTimeCost(2, 2, One), new LearningTimeCost(1, 3, One),
            new LearningTimeCost(1, 2, Two), new LearningTimeCost(1, 2, One, Later), new LearningTimeCost(1, 2, One, workTime: WorkTimeFactor.China2025));
        Holds(
            new ProductivityDipCost(1, 40, One, Share.Whole, 4), new ProductivityDipCost(1, 40, One, Share.Whole, 4), new ProductivityDipCost(2, 40, One, Share.Whole, 4),
            new ProductivityDipCost(1, 41, One, Share.Whole, 4), new ProductivityDipCost(1, 40, Two, Share.Whole, 4), new ProductivityDipCost(1, 40, One, Share.None, 4),
            new ProductivityDipCost(1, 40, One, Share.Whole, 5), new ProductivityDipCost(1, 40, One, Share.Whole, 4, DipRecovery.Constant),
            new ProductivityDipCost(1, 40, One, Share.Whole, 4, from: Later), new ProductivityDipCost(1, 40, One, Share.Whole, 4, workTime: WorkTimeFactor.China2025));
    }

    [Fact]
    public void RecurringKinds_CompareEveryValue()
    {
        const BillingCycle Monthly = BillingCycle.Monthly;
        CostTerm year = CostTerm.OfYears(1);
        Holds(
            new RecurringCost(One, Monthly), new RecurringCost(One, Monthly), new RecurringCost(Two, Monthly), new RecurringCost(One, BillingCycle.Yearly),
            new RecurringCost(One, Monthly, Later), new RecurringCost(One, Monthly, term: year), new RecurringCost(One, Monthly, escalationPerYear: 0.1m));
        Holds(
            new LicenseShareCost(One, Share.Whole), new LicenseShareCost(One, Share.Whole), new LicenseShareCost(Two, Share.Whole), new LicenseShareCost(One, Share.None),
            new LicenseShareCost(One, Share.Whole, Monthly), new LicenseShareCost(One, Share.Whole, from: Later), new LicenseShareCost(One, Share.Whole, term: year),
            new LicenseShareCost(One, Share.Whole, escalationPerYear: 0.1m));
        Holds(
            new SubscriptionCost(1, One, Monthly), new SubscriptionCost(1, One, Monthly, seatPlan: []), new SubscriptionCost(2, One, Monthly), new SubscriptionCost(1, Two, Monthly),
            new SubscriptionCost(1, One, BillingCycle.Yearly), new SubscriptionCost(1, One, Monthly, Later), new SubscriptionCost(1, One, Monthly, term: year),
            new SubscriptionCost(1, One, Monthly, priceEscalationPerYear: 0.1m), new SubscriptionCost(1, One, Monthly, seatGrowthPerYear: 0.1m),
            new SubscriptionCost(1, One, Monthly, seatPlan: [new(Date("2025-01-01"), 2)]));
        Holds(
            new SubscriptionCost(1, One, Monthly, seatPlan: [new(Date("2025-01-01"), 2)]), new SubscriptionCost(1, One, Monthly, seatPlan: [new(Date("2025-01-01"), 2)]),
            new SubscriptionCost(1, One, Monthly, seatPlan: [new(Date("2025-01-01"), 3)]));
    }

    [Fact]
    public void EveryKind_HasItsOwnWord()
    {
        CostBasis[] bases =
        [
            new OneOffCost(One), new DatedCost([new(Date("2025-01-01"), One)]), new PerpetualLicenseCost(One), new LearningTimeCost(1, 2, One),
            new ProductivityDipCost(1, 40, One, Share.Whole, 4), new RecurringCost(One, BillingCycle.Monthly), new LicenseShareCost(One, Share.Whole),
            new SubscriptionCost(1, One, BillingCycle.Monthly),
        ];
        Assert.Distinct(bases.Select(basis => basis.Kind));
        Assert.All(bases, basis => Assert.Empty(basis.Parameters));
        Assert.All(bases, basis => Refused.Argument("kind", "is one of the library", () => CostBasis.Custom(basis.Kind, Currency.Cny, (_, _) => [])));
    }
}
