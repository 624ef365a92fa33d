using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Returns;

/// <summary>Answers, the reasons where there is none, and their names.</summary>
public class FigureTests
{
    [Fact]
    public void AnAnswer_IsGivenInEveryWay()
    {
        Figure<decimal> figure = Figure.Of(0.25m);
        Assert.True(figure.IsApplicable);
        Assert.Null(figure.Reason);
        Assert.Equal(0.25m, figure.Value);
        Assert.True(figure.TryGetValue(out decimal value));
        Assert.Equal(0.25m, value);
        Assert.Equal(0.25m, figure.GetValueOrDefault(7));
        Assert.Equal("0.25", figure.ToString());
        Assert.Equal(25.0, figure.Select(share => 100 * (double)share).Value);
        Assert.Equal(figure.GetHashCode(), Figure.Of(0.25m).GetHashCode());
    }

    [Fact]
    public void NoAnswer_KeepsItsReason()
    {
        Figure<decimal> figure = Figure.NotApplicable<decimal>(NotApplicableReason.NoCost);
        Assert.False(figure.IsApplicable);
        Assert.Equal(NotApplicableReason.NoCost, figure.Reason);
        Assert.Contains("not applicable: noCost.", Assert.Throws<InvalidOperationException>(() => figure.Value).Message, StringComparison.Ordinal);
        Assert.False(figure.TryGetValue(out decimal value));
        Assert.Equal(0, value);
        Assert.Equal(7, figure.GetValueOrDefault(7));
        Assert.Equal("notApplicable(noCost)", figure.ToString());
        Assert.Equal(NotApplicableReason.NoCost, figure.Select(share => (double)share).Reason);
        Assert.Equal(NotApplicableReason.NotComputed, default(Figure<decimal>).Reason);
        Refused.Null("selector", () => figure.Select<int>(null!));
    }

    [Fact]
    public void Equality_IsThatOfAnswersAndOfReasons()
    {
        Figure<int> two = Figure.Of(2), never = Figure.NotApplicable<int>(NotApplicableReason.NeverPaidBack);
        Assert.True(two == Figure.Of(2));
        Assert.False(two != Figure.Of(2));
        Assert.True(two != Figure.Of(3));
        Assert.True(two.Equals((object)Figure.Of(2)));
        Assert.False(two.Equals((object)2));
        Assert.False(two.Equals(null));
        Assert.True(never == Figure.NotApplicable<int>(NotApplicableReason.NeverPaidBack));
        Assert.True(never != Figure.NotApplicable<int>(NotApplicableReason.NoFlows));
        Assert.True(Figure.Of(0) != default);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void ANumberThatIsNone_IsNoAnswer(double value)
    {
        Refused.OutOfRange("value", "finite number", () => Figure.Of(value));
        Assert.Equal(NotApplicableReason.OutOfRange, Figure.OfFinite(value).Reason);
        Assert.Equal(1.5, Figure.OfFinite(1.5).Value);
    }

    [Theory]
    [InlineData(NotApplicableReason.NotComputed, "notComputed", "not computed", "未计算")]
    [InlineData(NotApplicableReason.NoCost, "noCost", "there is no cost", "没有成本")]
    [InlineData(NotApplicableReason.NoInvestment, "noInvestment", "nothing was invested", "没有投资支出")]
    [InlineData(NotApplicableReason.NoInitialCost, "noInitialCost", "there is no initial cost", "没有初始成本")]
    [InlineData(NotApplicableReason.NeverPaidBack, "neverPaidBack", "never paid back within the period", "期间内未收回投资")]
    [InlineData(NotApplicableReason.NotDurablyPaidBack, "notDurablyPaidBack", "paid back once, but not durably within the period", "期间内曾收回投资，但未能持续")]
    [InlineData(NotApplicableReason.NoRate, "noRate", "no discount rate was given", "未提供折现率")]
    [InlineData(NotApplicableReason.RateNotAboveMinusOne, "rateNotAboveMinusOne", "the rate is not above -100 %", "折现率不高于-100%")]
    [InlineData(NotApplicableReason.NoFlows, "noFlows", "there are no cash flows", "没有现金流量")]
    [InlineData(NotApplicableReason.AllZero, "allZero", "every cash flow is zero", "现金流量全部为零")]
    [InlineData(NotApplicableReason.OnlyInflows, "onlyInflows", "there are inflows only", "只有现金流入")]
    [InlineData(NotApplicableReason.OnlyOutflows, "onlyOutflows", "there are outflows only", "只有现金流出")]
    [InlineData(NotApplicableReason.SingleInstant, "singleInstant", "all cash flows stand at one date", "全部现金流量发生在同一时点")]
    [InlineData(NotApplicableReason.NpvAlwaysPositive, "npvAlwaysPositive", "the net present value is positive at every rate", "净现值在任何折现率下均为正")]
    [InlineData(NotApplicableReason.NpvAlwaysNegative, "npvAlwaysNegative", "the net present value is negative at every rate", "净现值在任何折现率下均为负")]
    [InlineData(NotApplicableReason.OutOfRange, "outOfRange", "the answer is out of the range of numbers", "结果超出数值范围")]
    [InlineData(NotApplicableReason.MultipleRates, "multipleRates", "there are several rates", "存在多个收益率")]
    [InlineData(NotApplicableReason.NotCertified, "notCertified", "the answer could not be proven to be the only one", "无法证明结果唯一")]
    [InlineData(NotApplicableReason.LossExceedsInvestment, "lossExceedsInvestment", "more than the investment was lost", "亏损超过全部投资")]
    [InlineData(NotApplicableReason.PeriodTooShort, "periodTooShort", "the period is too short", "期间过短")]
    [InlineData(NotApplicableReason.MissingInput, "missingInput", "an input is missing", "缺少必要的输入")]
    [InlineData(NotApplicableReason.NoBenefit, "noBenefit", "no benefit is monetised", "没有货币化的收益")]
    [InlineData(NotApplicableReason.LossesOutweighGains, "lossesOutweighGains", "losses come to as much as the gains or more", "负收益抵销了全部收益")]
    [InlineData(NotApplicableReason.NoConvergence, "noConvergence", "the iteration does not converge", "迭代不收敛")]
    [InlineData(NotApplicableReason.NoTaxRule, "noTaxRule", "no tax rule applies", "没有适用的税收规定")]
    public void AReason_HasItsNames(NotApplicableReason reason, string id, string english, string chinese)
    {
        Assert.Equal((id, english, chinese), (Figure.IdOf(reason), Language.Of("en").NameOf(reason), Language.Of("zh").NameOf(reason)));
    }

    [Fact]
    public void EveryReason_HasNames_AndNothingElseHas()
    {
        int count = Enum.GetValues<NotApplicableReason>().Length;
        Assert.Equal(33, count);
        Refused.OutOfRange("reason", "one of NotComputed", () => Figure.IdOf((NotApplicableReason)count));
        Refused.OutOfRange("value", "one of NotComputed", () => Language.Of("en").NameOf((NotApplicableReason)(-1)));
    }

    [Theory]
    [InlineData(RoiConvention.Simple, "simple", "Simple ROI", "投资回报率（静态）")]
    [InlineData(RoiConvention.Tei, "tei", "ROI by Total Economic Impact", "投资回报率（TEI，折现）")]
    [InlineData(RoiConvention.Idc, "idc", "ROI by IDC business value", "投资回报率（IDC，净现值/折现投资）")]
    [InlineData(RoiConvention.Nucleus, "nucleus", "Annual ROI by Nucleus Research", "年均投资回报率（Nucleus）")]
    [InlineData(RoiConvention.Phillips, "phillips", "First-year ROI by Phillips", "首年投资回报率（Phillips）")]
    public void AConvention_HasItsNames(RoiConvention convention, string id, string english, string chinese)
    {
        Assert.Equal((id, english, chinese), (Message.NameOf(convention).Id.Split('.')[1], Language.Of("en").NameOf(convention), Language.Of("zh").NameOf(convention)));
        Refused.OutOfRange("value", "value is 5", () => Message.NameOf((RoiConvention)5));
    }

    [Fact]
    public void ARate_IsGivenOnlyWhereItIsTheOnlyOne()
    {
        // Rates 0.1 and 0.2: -100 + 230 / 1.1 - 132 / 1.21 = 0, and so at 1.2.
        InternalRateOfReturnResult two = InternalRateOfReturn.Periodic([-100, 230, -132]);
        InternalRateOfReturnResult one = InternalRateOfReturn.Periodic([-100, 110]);
        InternalRateOfReturnResult none = InternalRateOfReturn.Periodic([100, 110]);
        Assert.Equal((RateStatus.Multiple, 2), (two.Status, two.Count));
        Assert.Equal(0.1, two[0].Rate, 1e-12);
        Assert.Equal(0.2, two[1].Rate, 1e-12);
        Assert.Equal(2, two.Roots.Count);
        Assert.Equal(two[1], two.Roots[1]);
        Assert.Equal(NotApplicableReason.MultipleRates, two.ToFigure().Reason);
        Assert.False(two.TryGetRate(out double rate));
        Assert.Equal(0, rate);
        Assert.Null(two.Reason);
        Assert.True(one.TryGetRate(out rate));
        Assert.Equal(0.1, rate, 1e-14);
        Assert.Equal(rate, one.ToFigure().Value);
        Assert.Equal(one[0], Assert.Single(one.Roots));
        Assert.Empty(none.Roots);
        Assert.Equal((NotApplicableReason.OnlyInflows, 0), (none.Reason, none.Count));
        Assert.Equal(NotApplicableReason.OnlyInflows, none.ToFigure().Reason);
        Assert.False(none.TryGetRate(out _));
        Assert.Equal("None (onlyInflows)", none.ToString());
        Assert.StartsWith("Unique (", one.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Multiple (", two.ToString(), StringComparison.Ordinal);
        Refused.OutOfRange("index", "0 to 1", () => two[2]);
        Refused.OutOfRange("index", "0 to 0", () => one[-1]);
        Refused.OutOfRange("index", "none, there is no rate", () => none[0]);
    }

    [Fact]
    public void Results_AreEqualWhereAllRatesAre()
    {
        InternalRateOfReturnResult two = InternalRateOfReturn.Periodic([-100, 230, -132]);
        InternalRateOfReturnResult again = InternalRateOfReturn.Periodic([-100, 230, -132]);
        InternalRateOfReturnResult other = InternalRateOfReturn.Periodic([-100, 240, -143]);
        Assert.True(two == again);
        Assert.False(two != again);
        Assert.True(two.Equals((object)again));
        Assert.Equal(two.GetHashCode(), again.GetHashCode());
        Assert.True(two != other);
        Assert.False(two.Equals("two"));
        Assert.True(InternalRateOfReturn.Periodic([-100, 110]) != InternalRateOfReturn.Periodic([-100, 120]));
        Assert.True(InternalRateOfReturn.Periodic([100, 110]) != InternalRateOfReturn.Periodic([-100, -120]));
        Assert.True(InternalRateOfReturn.Periodic([100, 110]) == InternalRateOfReturn.Periodic([100, 120]));
    }

    [Fact]
    public void ASelection_PicksByItsPolicy()
    {
        InternalRateOfReturnResult two = InternalRateOfReturn.Periodic([-100, 230, -132]);
        Assert.Equal(0.1, two.Select(RateSelection.LowestNonNegative).Value, 1e-12);
        Assert.Equal(0.1, two.Select(RateSelection.NearestTo(0.149)).Value, 1e-12);
        Assert.Equal(0.2, two.Select(RateSelection.NearestTo(0.151)).Value, 1e-12);
        Assert.Equal(0.2, two.Select(RateSelection.NearestTo(9)).Value, 1e-12);
        Assert.Equal("nearest:0.15", RateSelection.NearestTo(0.15).ToString());
        Assert.Equal("lowestNonNegative", RateSelection.LowestNonNegative.ToString());
        Assert.Equal(NotApplicableReason.OnlyInflows, InternalRateOfReturn.Periodic([1, 2]).Select(RateSelection.LowestNonNegative).Reason);
        Assert.Equal(NotApplicableReason.OutOfRange, InternalRateOfReturn.Periodic([-100, 90]).Select(RateSelection.LowestNonNegative).Reason);
        Assert.Equal(0, InternalRateOfReturn.Periodic([-100, 100]).Select(RateSelection.LowestNonNegative).Value, 1e-15);
        Refused.Null("selection", () => two.Select(null!));
    }

    [Fact]
    public void BreakEvenRate_IsTheNextOnEachSide()
    {
        InternalRateOfReturnResult two = InternalRateOfReturn.Periodic([-100, 230, -132]);
        Assert.Equal(0.1, two.FirstAbove(0.05).Value, 1e-12);
        Assert.Equal(0.2, two.FirstAbove(0.15).Value, 1e-12);
        Assert.Equal(NotApplicableReason.OutOfRange, two.FirstAbove(0.25).Reason);
        Assert.Equal(0.2, two.LastBelow(0.25).Value, 1e-12);
        Assert.Equal(0.1, two.LastBelow(0.15).Value, 1e-12);
        Assert.Equal(NotApplicableReason.OutOfRange, two.LastBelow(0.05).Reason);
        Assert.Equal(NotApplicableReason.OutOfRange, two.FirstAbove(two[1].Rate).Reason);
        Assert.Equal(NotApplicableReason.OutOfRange, two.LastBelow(two[0].Rate).Reason);
        Assert.Equal(NotApplicableReason.OnlyInflows, InternalRateOfReturn.Periodic([1, 1]).FirstAbove(0).Reason);
        Assert.Equal(NotApplicableReason.OnlyInflows, InternalRateOfReturn.Periodic([1, 1]).LastBelow(0).Reason);
        Refused.OutOfRange("discountRate", "above -1", () => two.FirstAbove(-1));
        Refused.OutOfRange("discountRate", "above -1", () => two.LastBelow(-1));
    }
}
