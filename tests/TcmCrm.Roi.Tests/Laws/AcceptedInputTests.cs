using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Laws;

/// <summary>What was accepted makes no figure throw, and no figure is Infinity or NaN.</summary>
public class AcceptedInputTests
{
    public static TheoryData<decimal> Rates => [-0.999999m, -0.99m, -1e-20m, 0, 1e-20m, 0.5m, 1];

    [Theory]
    [MemberData(nameof(Rates))]
    public void ExtremesOfRatesAmountsAndPeriods_GiveFiguresOrReasons(decimal rate)
    {
        foreach (FlowTiming timing in Enum.GetValues<FlowTiming>())
        {
            foreach (DayCount dayCount in Enum.GetValues<DayCount>())
            {
                foreach (decimal benefit in new[] { 1e-20m, 1, 1e15m })
                {
                    foreach (LocalDate start in new[] { new LocalDate(1900, 1, 1), new LocalDate(2200, 12, 31) })
                    {
                        AssertFinite(InvestmentCase.Create("extreme", Currency.Cny, start)
                            .WithDiscountRate(rate).WithFlowTiming(timing).WithDayCount(dayCount)
                            .WithPeriods(EvaluationPeriod.Parse("P1D"), EvaluationPeriod.Parse("P100Y"))
                            .WithCosts(SoftwareCost.Subscription("seats", 1, Money.Cny(1e15m), BillingCycle.Monthly))
                            .WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "benefit", Money.Cny(benefit))
                                .WithInterval(new BenefitInterval(-1_000_000, 1_000_000, Share.Percent(95)))));
                    }
                }
            }
        }
    }

    /// <summary>Losses larger than every benefit, credits larger than every cost, and contracts, tiers and waves at the ends of their ranges.</summary>
    [Theory]
    [MemberData(nameof(Rates))]
    public void ExtremesOfLossesCreditsAndContracts_GiveFiguresOrReasons(decimal rate)
    {
        var interval = new BenefitInterval(-1_000_000, 1_000_000, Share.Percent(95));
        foreach (LocalDate start in new[] { new LocalDate(1900, 1, 1), new LocalDate(2200, 12, 31) })
        {
            InvestmentCase source = InvestmentCase.Create("extreme", Currency.Cny, start)
                .WithDiscountRate(rate)
                .WithPeriods(EvaluationPeriod.Parse("P1D"), EvaluationPeriod.Parse("P100Y"))
                .WithWaves(new GoLiveWave("a", 0, Share.Of(1e-18m)), new GoLiveWave("b", 600, Share.Of(1 - 1e-18m)))
                .WithBenefits(
                    BenefitItem.OfYearlyAmount(BenefitCategory.Retention, "loss", Money.Cny(1e15m)).AsDisbenefit().WithRiskReduction(Share.Whole).WithInterval(interval),
                    SalesGrowth.Uplift("cut", Money.Cny(1e15m), -1, Share.Whole).WithInterval(interval).WithTags("a"),
                    OperatingCostReduction.WorkingCapital("receivables", Money.Cny(1e15m), 0, 3_650, 1).WithInterval(interval).WithTags("a", "b"));
            CostItem refund = new CostItem("refund", CostCategory.Software, CostBasis.OneOff(Money.Cny(1e15m))).AsCredit();
            CostItem usage = new CostItem("usage", CostCategory.Software, CostBasis.Usage(1e15m, Money.Cny(1_000), BillingCycle.Yearly, new UsageOptions
            {
                From = CostStart.GoLive.PlusMonths(-600),
                IncludedPerMonth = 1,
                Tiers = [new PriceTier(2, Money.Cny(0)), new PriceTier(int.MaxValue, Money.Cny(100))],
            })).WithTags("a", "b");
            CostItem contract = new CostItem("contract", CostCategory.Implementation, CostBasis.Instalments(
                Money.Cny(1e15m), [Instalment.AtSigning(Share.Of(1e-18m), -600), Instalment.AtAcceptance(Share.Of(1 - 1e-18m), 600)], CostStart.CaseStart.PlusMonths(-600), 600)).WithTags("b");
            CostItem residual = new CostItem("residual", CostCategory.Maintenance, CostBasis.ResidualValue(Money.Cny(1e15m), 1_200, CostStart.GoLive.PlusMonths(600)));
            AssertFinite(source);
            AssertFinite(source.WithCosts(refund));
            AssertFinite(source.WithCosts(usage, contract, residual));
            AssertFinite(source.WithCosts(refund, usage, contract, residual));
        }
    }

    [Fact]
    public void RatesThatAreMinusOneToADouble_AreRefused() =>
        Refused.OutOfRange("DiscountRate", "above -1", () => new CaseTerms { DiscountRate = -0.99999999999999999999m });

    [Fact]
    public void DatesBeyondTheCalendarOfLines_AreRefused()
    {
        LocalDate early = new(1899, 12, 31), late = new(2201, 1, 1), fine = new(2025, 1, 1);
        const string Range = "from 1900-01-01 to 2200-12-31";
        Refused.OutOfRange("goLive", Range, () => InvestmentCase.Create("a", Currency.Cny, default));
        Refused.OutOfRange("start", Range, () => InvestmentCase.Create("a", Currency.Cny, fine, late));
        Refused.OutOfRange("start", Range, () => InvestmentCase.Create("a", Currency.Cny, fine).WithStart(early));
        Refused.OutOfRange("goLive", Range, () => InvestmentCase.Create("a", Currency.Cny, fine).WithGoLive(late));
        Refused.OutOfRange("rate", "from 0.000001 to 1000000", () => new ExchangeRate(Currency.Usd, Currency.Cny, fine, 1_000_001));
    }

    [Fact]
    public void ShareOfABenefitOfNextToNothing_IsAReason()
    {
        var start = new LocalDate(2025, 1, 1);
        PeriodResult result = RoiEvaluator.Evaluate(InvestmentCase.Create("hair", Currency.Cny, start).WithPeriods(EvaluationPeriod.OneYear)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "cost", [new DatedAmount(start, Money.Cny(666_715))]))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.SalesGrowth, "hair", [new DatedAmount(start, Money.Cny(1e-28m))]))).Periods[0];
        Assert.Equal(NotApplicableReason.OutOfRange, result.RequiredBenefitShare().Reason);
        Assert.Equal(1e-28m, result.TotalBenefit.Amount);
    }

    private static void AssertFinite(InvestmentCase source)
    {
        foreach (PeriodResult result in RoiEvaluator.Evaluate(source).Periods)
        {
            foreach (PeriodResult one in new[] { result, result.AtLowerLimit!, result.AtUpperLimit!, result.Cashable, result.AtLowerLimit!.Cashable })
            {
                Assert.All(one.Explain(), line =>
                {
                    Assert.False(line.Measure.Printed(one).TryGetNumber(out double number) && !double.IsFinite(number), line.FormulaId);
                    Assert.DoesNotContain("NaN", line.ToString(), StringComparison.Ordinal);
                    Assert.DoesNotContain("Infinity", line.ToString(), StringComparison.Ordinal);
                });
                Assert.NotEmpty(one.YearlyTable());
            }
        }
    }
}
