using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Tests.Laws;

/// <summary>What a document does not state stays unstated: whoever evaluates a case by defaults of its own gets the same before and after it was written.</summary>
public class SilenceTests
{
    private static readonly EvaluationSettings Others = new()
    {
        Defaults = new CaseTerms
        {
            Periods = [EvaluationPeriod.Parse("P2Y"), EvaluationPeriod.Parse("P5Y")],
            DiscountRate = 0.125m,
            FinanceRate = 0.06m,
            ReinvestmentRate = 0.02m,
            DayCount = DayCount.Thirty360,
            FlowTiming = FlowTiming.EndOfMonth,
        },
    };

    public static TheoryData<string> Samples => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_IsTheSameCaseAgain(string name) => Check(CaseDocument.Read(Repository.Sample(name)).Case);

    [Theory]
    [MemberData(nameof(Samples))]
    public void SampleWithoutTerms_IsTheSameCaseAgain(string name)
    {
        InvestmentCase stated = CaseDocument.Read(Repository.Sample(name)).Case;
        InvestmentCase silent = InvestmentCase.Create(stated.Name, stated.Currency, stated.GoLive, stated.Start)
            .WithCosts(stated.Costs).WithBenefits(stated.Benefits).WithPools([.. stated.Pools]).WithExchangeRates(stated.ExchangeRates);
        string written = CaseDocument.Write(silent);
        Assert.All(
            ["source", "deployment", "discountRate", "financeRate", "reinvestmentRate", "dayCount", "flowTiming", "horizons"],
            member => Assert.DoesNotContain($"\n  \"{member}\":", written, StringComparison.Ordinal));
        Check(silent);
    }

    [Fact]
    public void RandomCases_AreTheSameAgain()
    {
        InvestmentCase[] cases = [.. RandomCases.Seeded(300)];
        Assert.All(cases, Check);

        // Each term is stated by some and left open by others.
        Func<CaseTerms, object?>[] terms = [t => t.Periods, t => t.DiscountRate, t => t.FinanceRate, t => t.ReinvestmentRate, t => t.DayCount, t => t.FlowTiming];
        Assert.All(terms, term => Assert.Equal(2, cases.Select(source => term(source.Terms) is null).Distinct().Count()));
    }

    private static void Check(InvestmentCase source)
    {
        string written = CaseDocument.Write(source);
        CaseReading reading = CaseDocument.Read(written);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        Assert.Equal(source, reading.Case);
        Assert.Equal(source.Terms, reading.Case.Terms);
        Assert.Equal(written, CaseDocument.Write(reading.Case));
        RoiEvaluation before = RoiEvaluator.Evaluate(source, Others), after = RoiEvaluator.Evaluate(reading.Case, Others);
        Assert.Equal(before.Periods.Select(result => result.Period), after.Periods.Select(result => result.Period));
        foreach ((PeriodResult first, PeriodResult second) in before.Periods.Zip(after.Periods))
        {
            Assert.All(StandardMeasures.All, measure => Assert.Equal(measure.Of(first).ToString(), measure.Of(second).ToString()));
        }

        Assert.Equal(before.AssumedTerms, after.AssumedTerms);
    }
}
