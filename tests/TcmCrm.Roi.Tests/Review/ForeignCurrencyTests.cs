using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Lines that are planned and booked in dollars, in a case in yuan; and rows that say the wrong currency.</summary>
public class ForeignCurrencyTests
{
    private static readonly ExchangeRates Rates = new(
        [new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2024, 1, 1), 7.123m), new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 3, 5), 6.98m)]);

    /// <summary>What is billed in cents is the plan's own amount, although a cent comes to seven fen.</summary>
    [Theory]
    [InlineData(FlowTiming.Dated)]
    [InlineData(FlowTiming.MidMonth)]
    [InlineData(FlowTiming.EndOfYear)]
    public void BillsInDollarsThatAreThePlanToTheCent_GiveTheFiguresOfTheEvaluation(FlowTiming timing)
    {
        InvestmentCase yuan = Of(Currency.Cny).WithFlowTiming(timing);
        foreach (int month in new[] { 3, 14, 27 })
        {
            YearMonth asOf = yuan.Start.ToYearMonth().PlusMonths(month);
            ReviewReport report = CaseReview.Review(yuan, new Actuals(InDollars(asOf)), asOf);
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(yuan);
            for (int period = 0; period < evaluation.Periods.Count; period++)
            {
                foreach (Measure measure in Measure.All)
                {
                    Assert.Equal(measure.Of(evaluation.Periods[period]), measure.Of(report.Forecast[period].Forecast));
                    Assert.Equal(measure.Of(evaluation.Periods[period].Cashable), measure.Of(report.Forecast[period].Forecast.Cashable));
                }
            }

            Assert.DoesNotContain(report.Findings, finding => finding.Rule is "costOverrun" or "costNotBooked" or "benefitBelowPlan" or "benefitImplausible" or "dataGap");
        }
    }

    [Fact]
    public void ABillOfACentMore_IsMore()
    {
        InvestmentCase yuan = Of(Currency.Cny);
        YearMonth asOf = yuan.Start.ToYearMonth().PlusMonths(14);
        Actual[] rows = [.. InDollars(asOf).Select(row => row is CostActual { Line: "seats" } cost ? Actual.Cost("seats", row.Month, cost.Amount!.Value + Money.Usd(0.02m)) : row)];
        Assert.True(CaseReview.Review(yuan, new Actuals(rows), asOf).Forecast[^1].Forecast.TotalCost > RoiEvaluator.Evaluate(yuan).Periods[^1].TotalCost);
    }

    /// <summary>10,000 a month, one of them in dollars: 71,230 would be seven months.</summary>
    [Theory]
    [InlineData(10_000, 61_230)]
    [InlineData(8_000, 48_984)]
    public void ABenefitThatFitsWithoutItsConversion_IsAQuestion(decimal amount, decimal added)
    {
        InvestmentCase source = Case.WithExchangeRates(Rates);
        List<Actual> rows = [.. ReviewCases.OnPlan(source, AsOf)];
        int place = rows.FindIndex(row => row is BenefitActual && row.Month == new YearMonth(2024, 10));
        string line = rows[place].Line;
        rows[place] = Actual.Benefit(line, rows[place].Month, Money.Usd(amount));
        ReviewReport report = CaseReview.Review(source, new Actuals(rows), AsOf);
        Finding finding = Assert.Single(report.Findings, finding => finding.Rule == "benefitImplausible");
        Assert.Equal(("benefitImplausible.currency", line, added, rows[place].Month), (finding.Message.Id, finding.Subject, finding.AtStake.Amount, finding.Since));
        Assert.True(report.Forecast[^1].Forecast.TotalBenefit <= RoiEvaluator.Evaluate(source).Periods[^1].TotalBenefit);

        // Verified it counts as it stands; and in dollars of the right amount it is no question.
        report = CaseReview.Review(source, new Actuals([.. rows, Actual.Verified(line, rows[place].Month)]), AsOf);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "benefitImplausible");
        rows[place] = Actual.Benefit(line, rows[place].Month, Money.Usd(10_000 / 7.123m).RoundToMinorUnit());
        Assert.DoesNotContain(CaseReview.Review(source, new Actuals(rows), AsOf).Findings, finding => finding.Rule == "benefitImplausible");
    }

    private static InvestmentCase Of(Currency currency) => InvestmentCase.Create("dollars", currency, new LocalDate(2024, 6, 10), new LocalDate(2024, 4, 1))
        .WithDiscountRate(0.08m)
        .WithPeriods(EvaluationPeriod.OneYear, EvaluationPeriod.ThreeYears)
        .WithExchangeRates(Rates)
        .WithCosts(
            SoftwareCost.Subscription("seats", 7, Money.Usd(33.33m), BillingCycle.Monthly, new SubscriptionOptions { PriceEscalationPerYear = 0.05m, SeatTiers = [new PriceTier(5, Money.Usd(31.11m))] }),
            new CostItem("calls", CostCategory.Software, CostBasis.Usage(1_234.5m, Money.Usd(0.055m), BillingCycle.Quarterly, new UsageOptions { UnitGrowthPerYear = 0.1m })),
            new CostItem("contract", CostCategory.Implementation, CostBasis.Instalments(
                Money.Usd(9_999.99m), [Instalment.AtSigning(Share.Percent(30)), Instalment.AtGoLive(Share.Percent(60)), Instalment.AtAcceptance(Share.Percent(10), 2)])),
            new CostItem("rebate", CostCategory.Software, CostBasis.Recurring(Money.Usd(77.77m), BillingCycle.Yearly, CostStart.GoLive.PlusMonths(3))).AsCredit())
        .WithBenefits(
            BenefitItem.OfYearlyAmount(BenefitCategory.SalesGrowth, "sales", Money.Usd(12_345.67m)).WithProfile(RealizationProfile.SCurve(7)),
            OperatingCostReduction.WorkingCapital("receivables", Money.Usd(1_000_000), 71, 60, 0.043m));

    /// <summary>The plan as bills and measurements in dollars and cents.</summary>
    private static IEnumerable<Actual> InDollars(YearMonth asOf)
    {
        Projection plan = Projection.Of(Of(Currency.Usd), CaseTerms.None);
        return plan.Lines.SelectMany(line => line.Flows
            .GroupBy(flow => flow.Date.ToYearMonth())
            .Where(month => month.Key <= asOf)
            .Select(month => (month.Key, Money.Usd(month.Sum(flow => flow.Amount.Amount)).RoundToMinorUnit()))
            .Select(month => line.Side == FlowSide.Cost ? (Actual)Actual.Cost(line.Id.Text, month.Key, -month.Item2) : Actual.Benefit(line.Id.Text, month.Key, month.Item2)));
    }
}
