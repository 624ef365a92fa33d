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

    [Theory]
    [InlineData("P1Y", 1000)]
    [InlineData("P3Y", 1200)]
    public void Phillips_SetsTheFirstYearAgainstAllCost(string period, int cost) =>
        Assert.Equal((700m - cost) / cost, Of(period, RoiConvention.Phillips).Value);

    [Theory]
    [InlineData(RoiConvention.Nucleus)]
    [InlineData(RoiConvention.Phillips)]
    public void PeriodsBelowAYear_AreTooShort(RoiConvention convention)
    {
        Assert.Equal(NotApplicableReason.PeriodTooShort, Of("P364D", convention).Reason);
        Assert.True(Of("P365D", convention).IsApplicable);
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

    private static Figure<decimal> Of(string period, RoiConvention convention) =>
        RoiEvaluator.Evaluate(Case, EvaluationSettings.Over(EvaluationPeriod.Parse(period))).Periods[0].ReturnOnInvestmentBy(convention);

    private static DatedAmount Flow(int month, decimal amount) => new(Start.PlusMonths(month), Money.Cny(amount));
}
