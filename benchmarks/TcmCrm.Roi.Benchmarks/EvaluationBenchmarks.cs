using BenchmarkDotNet.Attributes;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>One case of 36 months with items of every kind at three evaluation periods.</summary>
[MemoryDiagnoser]
public class EvaluationBenchmarks
{
    private InvestmentCase _case = null!;

    [GlobalSetup]
    public void Setup()
    {
        var start = new LocalDate(2025, 1, 1);
        var goLive = new LocalDate(2025, 3, 1);
        _case = InvestmentCase.Create("case", Currency.Cny, goLive, start)
            .WithDiscountRate(0.08m)
            .WithDeployment(DeploymentModel.Saas)
            .WithCosts(
                SoftwareCost.Subscription("subscription", 120, Money.Cny(150), BillingCycle.Monthly, new SubscriptionOptions { PriceEscalationPerYear = 0.03m }),
                ImplementationCost.Configuration("configuration", Money.Cny(60_000), start),
                ImplementationCost.Customization("customization", Money.Cny(120_000), start.PlusMonths(1)),
                ImplementationCost.DataMigration("migration", Money.Cny(80_000), start.PlusMonths(1)),
                ImplementationCost.Integration("integration", Money.Cny(90_000), start.PlusMonths(1)),
                ImplementationCost.Training("training", Money.Cny(40_000), goLive),
                MaintenanceCost.Support("support", Money.Cny(8_000), BillingCycle.Monthly),
                MaintenanceCost.Upgrades("upgrades", Money.Cny(30_000), BillingCycle.Yearly),
                TimeCost.Learning("learning", people: 120, hoursEach: 16, loadedHourlyRate: Money.Cny(85)))
            .WithBenefits(
                SalesGrowth.Uplift("growth", Money.Cny(40_000_000), 0.05m, Share.Percent(42)).WithAttribution(Share.Percent(60)).WithProfile(RealizationProfile.SCurve(12)),
                RetentionGain.Of("retention", new CustomerBase(3_200, Share.Percent(18), Money.Cny(1_200)), Share.Percent(15)).WithAttribution(Share.Percent(50)),
                SatisfactionGain.NotMonetized("satisfaction", "CSAT up"),
                DecisionQuality.ExpiryLoss("near expiry", Money.Cny(400_000), Share.Percent(20)).WithProfile(RealizationProfile.Linear(9)),
                OperatingCostReduction.FreedCost("freed", Money.Cny(150_000)).WithRiskReduction(Share.Percent(10)),
                LongTermGain.CrossSell("cross-sell", 3_200, Share.Percent(2), Money.Cny(600)),
                LongTermGain.UpSell("up-sell", 3_200, Share.Percent(1), Money.Cny(900)),
                LongTermGain.Loyalty("loyalty", 3_200, Share.Percent(1), Money.Cny(500)));
    }

    [Benchmark]
    public double ThreePeriods() => Reading.Of(RoiEvaluator.Evaluate(_case));
}
