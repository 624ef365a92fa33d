using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Kpis;

public class KpiCatalogueTests
{
    [Fact]
    public void Catalogue_HasItsKpisInOrder() => Assert.Equal(
        "SalesRevenue Orders GrossMargin GrossMarginRate NewCustomers ActiveCustomers ComplaintRate ReturnRate RebateRatio VisitCoverage PrescriptionGrowth TerminalSalesGrowth "
        + "LeadConversionRate WinRate SalesCycleDays AverageDealSize PipelineVelocity Arpu ChurnRate RetentionRate RepurchaseRate Csat Nps Ces Cac Clv "
        + "CrossSellRate AdoptionRate HoursSaved Dso CollectionRate TerminalCoverage DistributionRate SellThroughSkuRate EffectiveVisits FlowDataRate "
        + "SellingExpenseRatio NearExpiryShare ExpiryLoss MemberSalesShare PriceEffect",
        string.Join(' ', KpiCatalog.All.Select(kpi => kpi.Id)));

    [Theory]
    [InlineData("ComplaintRate ReturnRate RebateRatio SalesCycleDays ChurnRate Cac Dso SellingExpenseRatio NearExpiryShare ExpiryLoss", KpiDirection.LowerIsBetter)]
    [InlineData("PriceEffect", KpiDirection.Neutral)]
    public void Directions_AreTheFieldsOwn(string ids, KpiDirection direction) =>
        Assert.Equal(ids.Split(' '), KpiCatalog.All.Where(kpi => kpi.Direction == direction).Select(kpi => kpi.Id));

    [Fact]
    public void NamesAndFormulas_AreWordsOfBothLanguages() => Assert.All(KpiCatalog.All.SelectMany(kpi => new[] { kpi.NameMessage, kpi.FormulaMessage }), message =>
    {
        Assert.True(Language.Of("en").Knows(message.Id) && Language.Of("zh").Knows(message.Id));
        Assert.Contains(Language.Of("zh").Say(message), c => c > '\u2E80');
        Assert.DoesNotContain(Language.Of("en").Say(message), c => c > '\u2E80');
    });

    [Fact]
    public void NoKpiOfTheCatalogue_IsAveraged() =>
        Assert.DoesNotContain(KpiCatalog.All, kpi => kpi.OverTime == KpiAggregation.Mean);

    [Fact]
    public void Find_IgnoresCaseAndKnowsWhatItHas()
    {
        Assert.True(KpiCatalog.TryFind("winrate", out KpiDefinition? found));
        Assert.Same(KpiCatalog.WinRate, found);
        Assert.False(KpiCatalog.TryFind("Win", out _));
    }

    [Fact]
    public void HostsAddTheirOwn_CheckedAtBirth()
    {
        KpiDefinition Own(string id = "Own", double scale = 1, double minimum = 0, double maximum = 1) => new(
            id, KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Mean, KpiAggregation.Sum)
        {
            PartsScale = scale,
            Minimum = minimum,
            Maximum = maximum,
        };

        Assert.Equal(Own(), Own());
        Assert.NotEqual(Own(), Own().WithDirection(KpiDirection.LowerIsBetter));
        Assert.Throws<ArgumentException>(() => Own(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => Own(scale: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Own(minimum: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Own().WithDirection((KpiDirection)9));
    }
}
