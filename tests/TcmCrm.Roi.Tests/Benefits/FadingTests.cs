using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Benefits;

public class FadingTests
{
    [Fact]
    public void Fading_TakesItsPartOfEachBegunYear()
    {
        RealizationProfile profile = RealizationProfile.Immediate.WithFade(36, Share.Percent(20));
        Assert.Equal([1m, 1m, 0.8m, 0.8m, 0.64m, 0.512m], new[] { 0, 35, 36, 47, 48, 60 }.Select(profile.At));
        Assert.False(profile.IsImmediate);
        Assert.NotEqual(RealizationProfile.Immediate, profile);
        Assert.Equal(profile, RealizationProfile.Immediate.WithFade(12, Share.Percent(5)).WithFade(36, Share.Percent(20)));
    }

    [Fact]
    public void FadingOfNothing_IsTheProfileItself()
    {
        RealizationProfile profile = RealizationProfile.Linear(4).WithFade(0, Share.None);
        Assert.Equal(Enumerable.Range(0, 100).Select(RealizationProfile.Linear(4).At), Enumerable.Range(0, 100).Select(profile.At));
    }

    [Fact]
    public void Fading_KeepsRampLagAndDip()
    {
        RealizationProfile profile = RealizationProfile.Linear(2).WithFade(2, Share.Percent(50)).WithLag(1).WithDip(2, Share.Percent(10));
        Assert.Equal([0m, 0.225m, 0.375m, 0.5m], Enumerable.Range(0, 4).Select(profile.At));
        Assert.Throws<ArgumentOutOfRangeException>(() => profile.WithFade(601, Share.Percent(1)));
    }

    [Fact]
    public void PastThreeYears_AFadingLongTermBenefitStaysApartFromTheRoi()
    {
        InvestmentCase plan = InvestmentCase.Create("long", Currency.Cny, new LocalDate(2025, 1, 1))
            .WithCosts(Roi.Costs.CostItem.OfAmounts(Roi.Costs.CostCategory.Software, "licence", [new DatedAmount(new LocalDate(2025, 1, 1), Money.Cny(10_000))]))
            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.Loyalty, "loyalty", Money.Cny(12_000))
                .WithProfile(RealizationProfile.Immediate.WithFade(36, Share.Percent(50))))
            .WithPeriods(EvaluationPeriod.Parse("P5Y"));
        PeriodResult five = RoiEvaluator.Evaluate(plan).Periods[0];
        Assert.Equal(36_000m + 6_000m + 3_000m, five.TotalLongTermBenefit.Amount);
        Assert.Equal(-1m, five.ReturnOnInvestment.Value);
        Assert.Equal(3.5m, five.ReturnOnInvestmentWithLongTerm.Value);
    }

    [Fact]
    public void NoFading_IsTheProfileItself()
    {
        Assert.Equal(RealizationProfile.Immediate, RealizationProfile.Immediate.WithFade(36, Share.None));
        Refused.OutOfRange("fromMonth", "fromMonth is 601", () => RealizationProfile.Immediate.WithFade(601, Share.None));
    }
}
