using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using static TcmCrm.Roi.Tests.RecordedFlows;

namespace TcmCrm.Roi.Tests.Costs;

/// <summary>Kinds of a host's own: a function from the months of the case to dated amounts.</summary>
public class CustomKindTests
{
    private static readonly Dictionary<string, decimal> Parameters = new() { ["perMonth"] = 10, ["months"] = 3 };

    /// <summary>An amount at the start of each of the first months.</summary>
    private static IEnumerable<DatedAmount> PerMonth(CaseTimeline timeline, IReadOnlyDictionary<string, decimal> parameters) =>
        Enumerable.Range(0, (int)parameters["months"]).Select(month => new DatedAmount(timeline.Start.PlusMonths(month), Money.Cny(parameters["perMonth"])));

    private static CostBasis Cost(Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> amounts) =>
        CostBasis.Custom("consumption", Currency.Cny, amounts, Parameters);

    [Fact]
    public void Function_GivesTheAmountsOfTheCase()
    {
        Assert.Equal([(Date("2025-01-01"), 10m), (Date("2025-02-01"), 10m), (Date("2025-03-01"), 10m)], Of(Cost(PerMonth), Case("2025-01-01", period: "P1Y")).Flows);
        InvestmentCase source = InvestmentCase.Create("case", Currency.Cny, Date("2025-01-01"))
            .WithCosts(new CostItem("calls", CostCategory.Software, Cost(PerMonth)))
            .WithBenefits(new BenefitItem("calls saved", BenefitCategory.OperatingCost, BenefitBasis.Custom("saving", Currency.Cny, PerMonth, Parameters)));
        PeriodResult year = RoiEvaluator.Evaluate(source)[EvaluationPeriod.OneYear];
        Assert.Equal((Money.Cny(30), Money.Cny(30)), (year.TotalCost, year.TotalBenefit));
    }

    [Fact]
    public void AmountsOutsideTheGrid_ArePassedOver()
    {
        CostBasis basis = CostBasis.Custom("wide", Currency.Cny, (timeline, _) =>
        [
            new(timeline.Start.PlusDays(-1), Money.Cny(1)), new(timeline.Grid.End.PlusDays(-1), Money.Cny(2)), new(timeline.Grid.End, Money.Cny(4)), default,
            new(NodaTime.LocalDate.MaxIsoValue, Money.Cny(8)), new(NodaTime.LocalDate.MinIsoValue, Money.Cny(16)),
        ]);
        Assert.Equal([(Date("2025-12-31"), 2m)], Of(basis, Case("2025-01-01", period: "P1Y")).Flows);
    }

    [Fact]
    public void BenefitProfile_AppliesWhereItIsAskedFor()
    {
        CaseTimeline timeline = Case("2025-01-01", "2025-02-01", "P1Y");
        RealizationProfile ramp = RealizationProfile.Linear(2);
        BenefitBasis Benefit(bool usesProfile) => BenefitBasis.Custom("saving", Currency.Cny, PerMonth, Parameters, usesProfile);

        // Go-live is in month 1: nothing before it, then 1/4 and 3/4 of the ramp.
        Assert.Equal([(Date("2025-02-01"), 2.5m), (Date("2025-03-01"), 7.5m)], Of(Benefit(true), timeline, ramp).Flows);
        Assert.Equal(30, Of(Benefit(false), timeline).Total);
        Assert.Equal(ramp, new BenefitItem("a", BenefitCategory.Retention, Benefit(true)).WithProfile(ramp).Profile);
        Refused.Argument("profile", "of the kind 'saving'", () => new BenefitItem("a", BenefitCategory.Retention, Benefit(false)).WithProfile(ramp));
    }

    [Fact]
    public void WhatTheFunctionDoesWrong_IsSaidWithTheKind()
    {
        Says("cannot be computed: no meter", (_, _) => throw new TimeoutException("no meter"));
        Says("cannot be computed: no meter", (_, _) => Enumerable.Range(0, 1).Select<int, DatedAmount>(_ => throw new TimeoutException("no meter")));
        Says("The function gives null", (_, _) => null!);
        Says("gives the amount 2025-01-01 USD 1; allowed: amounts in CNY up to 1e15.", (timeline, _) => [new(timeline.Start, Money.Usd(1))]);
        Says("gives the amount 2025-01-01 CNY 1000000000000001; allowed", (timeline, _) => [new(timeline.Start, Money.Cny(1_000_000_000_000_001))]);

        static void Says(string words, Func<CaseTimeline, IReadOnlyDictionary<string, decimal>, IEnumerable<DatedAmount>> amounts)
        {
            InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Of(Cost(amounts), Case("2025-01-01")));
            Assert.Contains("the kind 'consumption'", error.Message, StringComparison.OrdinalIgnoreCase);
            Assert.Contains(words, error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void HostException_IsTheInnerOne() => Assert.IsType<TimeoutException>(
        Assert.Throws<InvalidOperationException>(() => Of(Cost((_, _) => throw new TimeoutException()), Case("2025-01-01"))).InnerException);

    [Fact]
    public void Kinds_AreEqualByWordCurrencyParametersAndFunction()
    {
        EqualityLaw.Holds(
            Cost(PerMonth), Cost(PerMonth), CostBasis.Custom("other", Currency.Cny, PerMonth, Parameters), CostBasis.Custom("consumption", Currency.Usd, PerMonth, Parameters),
            Cost((_, _) => []), CostBasis.Custom("consumption", Currency.Cny, PerMonth), CostBasis.Custom("consumption", Currency.Cny, PerMonth, new Dictionary<string, decimal> { ["perMonth"] = 10, ["months"] = 4 }));
        BenefitBasis Benefit(string kind = "saving", bool usesProfile = false) => BenefitBasis.Custom(kind, Currency.Cny, PerMonth, Parameters, usesProfile);
        EqualityLaw.Holds(Benefit(), Benefit(), Benefit("other"), Benefit(usesProfile: true));
    }

    [Fact]
    public void Parameters_AreACopyThatNobodyChanges()
    {
        var mine = new Dictionary<string, decimal>(Parameters);
        CostBasis basis = CostBasis.Custom("consumption", Currency.Cny, PerMonth, mine);
        mine["months"] = 99;
        Assert.Equal((3m, 2), (basis.Parameters["months"], basis.Parameters.Count));
        Assert.Throws<NotSupportedException>(() => ((IDictionary<string, decimal>)basis.Parameters)["months"] = 1);
    }

    [Theory]
    [InlineData("Upper")]
    [InlineData("with space")]
    [InlineData("1a")]
    [InlineData("中药")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void AWordThatIsNone_IsRefused(string word)
    {
        Refused.Argument("kind", "is not a word in camelCase", () => CostBasis.Custom(word, Currency.Cny, PerMonth));
        Refused.Argument("parameters", "is not a word in camelCase", () => BenefitBasis.Custom("a", Currency.Cny, PerMonth, new Dictionary<string, decimal> { [word] = 1 }));
    }

    [Fact]
    public void WhatIsMissing_IsNamed()
    {
        Refused.Null("kind", () => CostBasis.Custom(null!, Currency.Cny, PerMonth));
        Refused.Null("amounts", () => BenefitBasis.Custom("a", Currency.Cny, null!));
        Refused.Argument("currency", "A currency is needed", () => CostBasis.Custom("a", default, PerMonth));
    }
}
