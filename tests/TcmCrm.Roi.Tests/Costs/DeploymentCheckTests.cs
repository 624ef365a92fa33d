using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Costs;

public class DeploymentCheckTests
{
    private static readonly CostItem Server = MaintenanceCost.ServerPurchase("机房服务器", Money.Cny(200_000));
    private static readonly CostItem License = SoftwareCost.PerpetualLicense("销售云许可", Money.Cny(400_000));
    private static readonly CostItem Seats = SoftwareCost.Subscription("销售云", 120, Money.Cny(150), BillingCycle.Monthly);

    [Fact]
    public void ServerInSaas_IsReportedByName()
    {
        Message warning = Assert.Single(DeploymentCheck.Warnings(DeploymentModel.Saas, [Seats, Server]));
        Assert.Equal("serverCostInSaas", warning.Code);
        Assert.Equal(["机房服务器"], warning.Subjects);
        Assert.Equal("“机房服务器”为服务器成本，但本案例采用纯云订阅部署；服务器成本应属于本地部署或混合部署。", Language.Of("zh").Say(warning));
    }

    [Fact]
    public void PlainAmountsMarkedAsServer_AreReportedToo()
    {
        CostItem plain = CostItem.OfAmounts(CostCategory.Maintenance, "a", [new(new(2025, 1, 1), Money.Cny(1))]);
        Assert.Empty(DeploymentCheck.Warnings(DeploymentModel.Saas, [plain]));
        Assert.Equal("serverCostInSaas", Assert.Single(DeploymentCheck.Warnings(DeploymentModel.Saas, [plain.WithElement(CostElement.Server)])).Code);
    }

    [Fact]
    public void LicenseInSaas_IsReported()
    {
        Assert.Equal("perpetualLicenseInSaas", Assert.Single(DeploymentCheck.Warnings(DeploymentModel.Saas, [License])).Code);
        var unmarked = new CostItem("a", CostCategory.Software, new PerpetualLicenseCost(Money.Cny(1)));
        Assert.Equal("perpetualLicenseInSaas", Assert.Single(DeploymentCheck.Warnings(DeploymentModel.Saas, [unmarked])).Code);
    }

    [Fact]
    public void OnPremisesWithoutServer_IsReported()
    {
        Assert.Equal("serverCostMissing", Assert.Single(DeploymentCheck.Warnings(DeploymentModel.OnPremises, [License])).Code);
        Assert.Empty(DeploymentCheck.Warnings(DeploymentModel.OnPremises, [License, Server]));
    }

    [Fact]
    public void Hybrid_AllowsEveryCost() => Assert.Empty(DeploymentCheck.Warnings(DeploymentModel.Hybrid, [Seats, License, Server]));

    [Fact]
    public void WrongArguments_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeploymentCheck.Warnings((DeploymentModel)9, []));
        Assert.Throws<ArgumentNullException>(() => DeploymentCheck.Warnings(DeploymentModel.Saas, null!));
    }
}
