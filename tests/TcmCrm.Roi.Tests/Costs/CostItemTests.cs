using TcmCrm.Roi.Costs;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

public class CostItemTests
{
    [Fact]
    public void Factories_SetCategoryElementAndBasis()
    {
        (CostItem Item, CostCategory Category, CostElement Element, Type Basis)[] items =
        [
            (SoftwareCost.Subscription("a", 1, Money.Cny(1), BillingCycle.Monthly), CostCategory.Software, CostElement.Subscription, typeof(SubscriptionCost)),
            (SoftwareCost.Subscription("a", 1, Money.Cny(1), BillingCycle.Monthly, new SubscriptionOptions { SeatPlan = [new SeatStep(Date("2025-01-01"), 2)] }), CostCategory.Software, CostElement.Subscription, typeof(SubscriptionCost)),
            (SoftwareCost.PerpetualLicense("a", Money.Cny(1)), CostCategory.Software, CostElement.PerpetualLicense, typeof(PerpetualLicenseCost)),
            (ImplementationCost.Configuration("a", Money.Cny(1)), CostCategory.Implementation, CostElement.Configuration, typeof(OneOffCost)),
            (ImplementationCost.Customization("a", Money.Cny(1)), CostCategory.Implementation, CostElement.Customization, typeof(OneOffCost)),
            (ImplementationCost.DataMigration("a", Money.Cny(1)), CostCategory.Implementation, CostElement.DataMigration, typeof(OneOffCost)),
            (ImplementationCost.Integration("a", Money.Cny(1)), CostCategory.Implementation, CostElement.Integration, typeof(OneOffCost)),
            (ImplementationCost.Training("a", Money.Cny(1)), CostCategory.Implementation, CostElement.Training, typeof(OneOffCost)),
            (MaintenanceCost.Support("a", Money.Cny(1)), CostCategory.Maintenance, CostElement.Support, typeof(RecurringCost)),
            (MaintenanceCost.Upgrades("a", Money.Cny(1)), CostCategory.Maintenance, CostElement.Upgrade, typeof(RecurringCost)),
            (MaintenanceCost.Servers("a", Money.Cny(1)), CostCategory.Maintenance, CostElement.Server, typeof(RecurringCost)),
            (MaintenanceCost.ServerPurchase("a", Money.Cny(1)), CostCategory.Maintenance, CostElement.Server, typeof(OneOffCost)),
            (MaintenanceCost.ShareOfLicense("a", Money.Cny(1), Share.Percent(18)), CostCategory.Maintenance, CostElement.Support, typeof(LicenseShareCost)),
            (TimeCost.Learning("a", 1, 1, Money.Cny(1)), CostCategory.Time, CostElement.Learning, typeof(LearningTimeCost)),
            (TimeCost.ProductivityDip("a", 1, 1, Money.Cny(1), Share.Whole, 1), CostCategory.Time, CostElement.ProductivityDip, typeof(ProductivityDipCost)),
        ];
        Assert.All(items, entry => Assert.Equal((entry.Category, entry.Element, entry.Basis), (entry.Item.Category, entry.Item.Element, entry.Item.Basis.GetType())));
        Assert.All(items, entry => Assert.Equal((Currency.Cny, 0m), (entry.Item.Currency, entry.Item.RiskUplift)));
    }

    [Fact]
    public void Maintenance_BeginsAtGoLive() =>
        Assert.Equal(
            [(Date("2025-03-01"), 100m), (Date("2026-03-01"), 100m), (Date("2027-03-01"), 100m)],
            Of(MaintenanceCost.Support("支持", Money.Cny(100)).Basis, Case("2025-01-01", "2025-03-01")).Flows);

    [Fact]
    public void Maintenance_MayBeginElsewhere()
    {
        CostStart from = CostStart.On(Date("2025-06-01"));
        CostItem[] items =
        [
            MaintenanceCost.Support("a", Money.Cny(100), from: from),
            MaintenanceCost.Upgrades("a", Money.Cny(100), from: from),
            MaintenanceCost.Servers("a", Money.Cny(100), from: from),
            MaintenanceCost.ShareOfLicense("a", Money.Cny(500), Share.Percent(20), from: from),
        ];
        Assert.All(items, item => Assert.Equal([(Date("2025-06-01"), 100m)], Of(item.Basis, Case("2025-01-01", "2025-03-01", "P1Y")).Flows));
        CostItem[] usual =
        [
            MaintenanceCost.Support("a", Money.Cny(100)),
            MaintenanceCost.Upgrades("a", Money.Cny(100)),
            MaintenanceCost.Servers("a", Money.Cny(100)),
            MaintenanceCost.ShareOfLicense("a", Money.Cny(500), Share.Percent(20)),
        ];
        Assert.All(usual, item => Assert.Equal([(Date("2025-03-01"), 100m)], Of(item.Basis, Case("2025-01-01", "2025-03-01", "P1Y")).Flows));
    }

    [Fact]
    public void ElementOfAnotherCategory_IsNamed()
    {
        var basis = new OneOffCost(Money.Cny(1));
        Refused.Argument(
            "element", "The element Server belongs to the category Maintenance, not Time.", () => new CostItem("a", CostCategory.Time, basis, CostElement.Server));
        Assert.All(Enum.GetValues<CostElement>(), element => Assert.All(Enum.GetValues<CostCategory>(), category =>
        {
            if (element.Category() is null || element.Category() == category)
            {
                Assert.Equal(element, new CostItem("a", category, basis, element).Element);
            }
            else
            {
                Refused.Argument("element", $"not {category}.", () => new CostItem("a", category, basis, element));
            }
        }));
        Assert.Equal(10, new CostItem("a", CostCategory.Time, basis, riskUplift: 10).RiskUplift);
        Refused.OutOfRange("riskUplift", "10.01", "from 0 to 10", () => new CostItem("a", CostCategory.Time, basis).WithRiskUplift(10.01m));
        Refused.OutOfRange("riskUplift", "-0.01", "from 0 to 10", () => new CostItem("a", CostCategory.Time, basis, riskUplift: -0.01m));
    }

    [Fact]
    public void Copies_ChangeOneThing()
    {
        CostItem item = CostItem.OfAmounts(CostCategory.Maintenance, "机房", [new(Date("2025-01-01"), Money.Cny(1))]);
        Assert.Equal(CostElement.Unspecified, item.Element);
        CostItem changed = item.WithElement(CostElement.Server).WithRiskUplift(0.05m).WithName("服务器").WithBasis(new OneOffCost(Money.Cny(2)));
        Assert.Equal(("服务器", CostElement.Server, 0.05m, CostCategory.Maintenance), (changed.Name, changed.Element, changed.RiskUplift, changed.Category));
        Assert.IsType<OneOffCost>(changed.Basis);
        Assert.Equal(("机房", 0m), (item.Name, item.RiskUplift));
        Assert.Equal("Maintenance: 服务器 (oneOff, CNY)", changed.ToString());
    }

    [Fact]
    public void WrongArguments_Throw()
    {
        var basis = new OneOffCost(Money.Cny(1));
        Assert.Throws<ArgumentException>(() => new CostItem(" ", CostCategory.Time, basis));
        Assert.Throws<ArgumentNullException>(() => new CostItem("a", CostCategory.Time, null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CostItem("a", (CostCategory)9, basis));
        Assert.Throws<ArgumentException>(() => new CostItem("a", CostCategory.Time, basis, CostElement.Server));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CostItem("a", CostCategory.Time, basis, riskUplift: -0.01m));
    }

    [Fact]
    public void Id_IsTheFirstNameUnlessOneIsGiven()
    {
        CostItem item = SoftwareCost.Subscription("seats", 1, Money.Cny(1), BillingCycle.Monthly);
        Assert.Equal(new LineId("seats"), item.Id);
        Assert.Equal((new LineId("seats"), "席位"), (item.WithName("席位").Id, item.WithName("席位").Name));
        CostItem given = item.WithId(new LineId("crm-seats"));
        Assert.Equal((new LineId("crm-seats"), "seats"), (given.Id, given.Name));
        CostItem[] copies = [given.WithName("b"), given.WithRiskUplift(0.1m), given.WithElement(CostElement.Unspecified), given.WithBasis(CostBasis.OneOff(Money.Cny(2)))];
        Assert.All(copies, copy => Assert.Equal(given.Id, copy.Id));
        Refused.Argument("id", "The id is empty", () => item.WithId(default));
    }

    [Theory]
    [InlineData("*", "stands for every line")]
    [InlineData("a\tb", "has a control character")]
    [InlineData(" ", "must not be blank")]
    public void ANameThatCannotBeAnId_IsRefused(string name, string words)
    {
        CostItem item = MaintenanceCost.Support("a", Money.Cny(1)).WithId(new LineId("given"));
        Refused.Argument("name", words, () => new CostItem(name, CostCategory.Time, CostBasis.OneOff(Money.Cny(1))));
        Refused.Argument("name", words, () => item.WithName(name));
        Refused.Argument("name", "has 1001 characters; allowed: up to 1000", () => item.WithName(new string('a', 1001)));
        Assert.Equal(1000, item.WithName(new string('a', 1000)).Name.Length);
    }

    [Fact]
    public void Lines_AreEqualByEveryMember()
    {
        CostItem Line() => new CostItem("a", CostCategory.Maintenance, CostBasis.OneOff(Money.Cny(1)), CostElement.Support, 0.1m).WithId(new LineId("id"));
        EqualityLaw.Holds(
            Line(), Line(), Line().WithId(new LineId("other")), Line().WithName("b"), Line().WithBasis(CostBasis.OneOff(Money.Cny(2))),
            Line().WithElement(CostElement.Upgrade), Line().WithRiskUplift(0.2m),
            new CostItem("a", CostCategory.Time, CostBasis.OneOff(Money.Cny(1)), riskUplift: 0.1m).WithId(new LineId("id")));
    }
}
