using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>The conventions that look at the years of a case: 1000 at the start; 100, 600, 700, 800 and 900 gained on the start date and in the years after it.</summary>
public class ConventionTests
{
    private static readonly LocalDate Start = new(2025, 1, 1);

    private static InvestmentCase Case { get; } = InvestmentCase.Create("case", Currency.Cny, Start)
        .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000), Flow(30, 200)]))
        .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "saving", [Flow(0, 100), Flow(5, 600), Flow(17, 700), Flow(29, 800), Flow(41, 900)]));

    /// <summary>Net benefits of the whole years, at most three: 600 + 100, 700, 800 - 200.</summary>
    public static TheoryData<string, decimal> Nucleus => new()
    {
        { "P1Y", 700m / 1000 },
        { "P18M", 700m / 1000 },
        { "P2Y", (700m + 700) / 2 / 1000 },
        { "P30M", (700m + 700) / 2 / 1000 },
        { "P3Y", (700m + 700 + 600) / 3 / 1000 },
        { "P4Y", (700m + 700 + 600) / 3 / 1000 },
    };

    [Theory]
    [MemberData(nameof(Nucleus))]
    public void Nucleus_IsTheMeanOfTheWholeYearsUpToThree(string period, decimal expected) =>
        Assert.Equal(expected, Of(period, RoiConvention.Nucleus).Value);

    /// <summary>Gained in the first year 700; paid once 1000, or 1200 from month 30 on, shared out over the years of the period.</summary>
    [Theory]
    [InlineData("P1Y", 1000, 1)]
    [InlineData("P18M", 1000, 1.5)]
    [InlineData("P2Y", 1000, 2)]
    [InlineData("P3Y", 1200, 3)]
    [InlineData("P4Y", 1200, 4)]
    public void Phillips_SharesOutWhatIsPaidOnce(string period, int cost, double years) =>
        Assert.Equal(((700 * years) - cost) / cost, (double)Of(period, RoiConvention.Phillips).Value, 1e-15);

    [Fact]
    public void Phillips_TakesWhatRecursInTheFirstYear()
    {
        // 60 a month and 15 more from month 12 on; 1000 once, over four years 250.
        InvestmentCase source = Case.WithCosts(
            CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000)]),
            new CostItem("support", CostCategory.Maintenance, CostBasis.Recurring(Money.Cny(60), BillingCycle.Monthly, escalationPerYear: 0.25m)));
        Assert.Equal((700m - 970) / 970, Of("P4Y", RoiConvention.Phillips, source).Value);
        Assert.Equal((700m - 1720) / 1720, Of("P1Y", RoiConvention.Phillips, source).Value);
    }

    /// <summary>Initial is what is paid up to and including go-live, on the first of April: 1000 on the first day, 300 on go-live, but not 50 on the day after.</summary>
    [Fact]
    public void Initial_ReachesToGoLive()
    {
        InvestmentCase source = Case.WithGoLive(Start.PlusMonths(3)).WithCosts(
            CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000), Flow(3, 300), new DatedAmount(Start.PlusMonths(3).PlusDays(1), Money.Cny(50))]));
        PeriodResult result = RoiEvaluator.Evaluate(source.WithDiscountRate(0.1m), EvaluationSettings.Over(EvaluationPeriod.OneYear)).Periods[0];
        Assert.Equal(Money.Cny(1300), result.InitialInvestment);
        Assert.Equal((700m - 50) / 1300, result.ReturnOnInvestmentBy(RoiConvention.Nucleus).Value);
        Assert.Equal(1 + ((double)result.NetPresentValue.Value.Amount / 1300), result.ProfitabilityIndexOnInitialInvestment.Value, 1e-15);
    }

    [Fact]
    public void NothingPaidUpToGoLive_IsAReason()
    {
        InvestmentCase source = Case.WithDiscountRate(0.1m).WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(1, 1000)]));
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.OneYear)).Periods[0];
        Assert.Equal(NotApplicableReason.NoInitialCost, result.ReturnOnInvestmentBy(RoiConvention.Nucleus).Reason);
        Assert.Equal(NotApplicableReason.NoInitialCost, result.ProfitabilityIndexOnInitialInvestment.Reason);
        Assert.True(result.InitialInvestment.IsZero);
    }

    /// <summary>
    /// TEI on its own columns: 1000 and 100 at t = 0 with the 300 paid on go-live and the 600 gained in the two months before it; then years from 1 July, the last part
    /// to 1 January 2028 being 6 of 12 months.
    /// </summary>
    [Theory]
    [InlineData(FlowTiming.Dated, DayCount.Anniversary)]
    [InlineData(FlowTiming.MidMonth, DayCount.Thirty360)]
    [InlineData(FlowTiming.EndOfYear, DayCount.ActualActualIsda)]
    public void Tei_CountsYearsFromGoLive_WhateverTheTiming(FlowTiming timing, DayCount dayCount)
    {
        InvestmentCase source = Case.WithGoLive(Start.PlusMonths(6)).WithDiscountRate(0.1m).WithFlowTiming(timing).WithDayCount(dayCount)
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "licence", [Flow(0, 1000), Flow(6, 300), Flow(18, 200), Flow(32, 50)]));
        double benefits = 100 + 600 + (700 / 1.1) + (800 / 1.21);
        double costs = 1300 + (200 / 1.21) + (50 / Math.Pow(1.1, 2.5));
        Assert.Equal((benefits - costs) / costs, (double)Of("P3Y", RoiConvention.Tei, source).Value, 1e-12);
    }

    [Fact]
    public void Tei_EqualsTheDiscountedReturn_WhereTheTimingIsItsOwn()
    {
        InvestmentCase source = Case.WithDiscountRate(0.1m).WithFlowTiming(FlowTiming.EndOfYear);
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.ThreeYears)).Periods[0];
        Assert.Equal((double)result.DiscountedReturnOnInvestment.Value, (double)result.ReturnOnInvestmentBy(RoiConvention.Tei).Value, 1e-15);
        Assert.NotEqual((double)result.DiscountedReturnOnInvestment.Value, (double)Of("P3Y", RoiConvention.Tei, source.WithFlowTiming(FlowTiming.Dated).WithGoLive(Start.PlusMonths(6))).Value, 1e-3);
    }

    [Theory]
    [InlineData(RoiConvention.Nucleus)]
    [InlineData(RoiConvention.Phillips)]
    public void PeriodsBelowAYear_AreTooShort(RoiConvention convention)
    {
        Assert.Equal(NotApplicableReason.PeriodUnderOneYear, Of("P364D", convention).Reason);
        Assert.True(Of("P365D", convention).IsApplicable);
    }

    /// <summary>Three anniversaries are three years, though thirty360 and actualActualIsda count a little less.</summary>
    [Theory]
    [InlineData(DayCount.Anniversary)]
    [InlineData(DayCount.Actual365Fixed)]
    [InlineData(DayCount.ActualActualIsda)]
    [InlineData(DayCount.Thirty360)]
    public void WholeYears_AreAnniversaries(DayCount dayCount)
    {
        InvestmentCase source = Case.WithStart(new LocalDate(2024, 3, 31)).WithGoLive(new LocalDate(2024, 3, 31)).WithDayCount(dayCount);
        Assert.Equal([0, 1, 1, 3], new[] { "P11M30D", "P1Y", "P1Y364D", "P3Y" }.Select(period => RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.Parse(period))).Periods[0].WholeYears));
    }

    [Fact]
    public void Idc_NeedsADiscountRate()
    {
        Assert.Equal(NotApplicableReason.NoRate, Of("P1Y", RoiConvention.Idc).Reason);
        InvestmentCase source = Case.WithDiscountRate(0.25m).WithFlowTiming(FlowTiming.EndOfYear);
        PeriodResult result = RoiEvaluator.Evaluate(source, EvaluationSettings.Over(EvaluationPeriod.Parse("P2Y"))).Periods[0];
        Assert.Equal((100 + (600 * 0.8) + (700 * 0.64) - 1000) / 1000, (double)result.ReturnOnInvestmentBy(RoiConvention.Idc).Value, 1e-12);
    }

    [Fact]
    public void UnknownConvention_IsRefused()
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Of("P1Y", (RoiConvention)99));
        Assert.Equal("convention", error.ParamName);
        Assert.StartsWith("convention is 99; allowed: one of Simple, Tei, Idc, Nucleus, Phillips.", error.Message, StringComparison.Ordinal);
    }

    private static Figure<decimal> Of(string period, RoiConvention convention, InvestmentCase? source = null) =>
        RoiEvaluator.Evaluate(source ?? Case, EvaluationSettings.Over(EvaluationPeriod.Parse(period))).Periods[0].ReturnOnInvestmentBy(convention);

    private static DatedAmount Flow(int month, decimal amount) => new(Start.PlusMonths(month), Money.Cny(amount));
}
