using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Costs;

public class LineNamesTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void NamedValues_HaveDistinctNames(string tag)
    {
        Language language = Language.Of(tag);
        AllDistinct<CostCategory>();
        AllDistinct<CostElement>();
        AllDistinct<BillingCycle>();
        AllDistinct<DipRecovery>();
        AllDistinct<DeploymentModel>();
        AllDistinct<BenefitCategory>();
        AllDistinct<BenefitClass>();
        AllDistinct<Evidence>();
        AllDistinct<RampKind>();
        AllDistinct<RetentionAccrual>();
        AllDistinct<ValuePoolKind>();

        void AllDistinct<T>()
            where T : struct, Enum
        {
            Assert.Distinct(Enum.GetValues<T>().Select(language.NameOf));
            Assert.All(Enum.GetValues<T>(), value => Assert.DoesNotContain("." + value, language.NameOf(value), StringComparison.OrdinalIgnoreCase));
            Assert.Throws<ArgumentOutOfRangeException>(() => language.NameOf((T)Enum.ToObject(typeof(T), 99)));
        }
    }

    [Fact]
    public void Warnings_SayTheNameAndKeepTheId()
    {
        CostItem server = MaintenanceCost.Servers("机房", Money.Cny(1)).WithId(new LineId("servers")).WithName("机房服务器");
        Message warning = Assert.Single(DeploymentCheck.Warnings(DeploymentModel.Saas, [server]));
        Assert.Equal("serverCostInSaas(line: servers)", warning.ToString());
        Assert.Equal(["servers"], warning.Subjects);
        Assert.StartsWith("“机房服务器”为服务器成本", Language.Of("zh").Say(warning), StringComparison.Ordinal);
        BenefitItem Draw(string id) => BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "同名", Money.Cny(1)).WithId(new LineId(id)).WithPoolDraws(new PoolDraw("p", 2));
        Message overdrawn = PoolCheck.Warnings([ValuePool.Hours("p", "工时", 3)], [Draw("a"), Draw("b")])[0];
        Assert.Equal(("poolOverdrawn", "a,b"), (overdrawn.Code, string.Join(",", overdrawn.Subjects)));
    }
}
