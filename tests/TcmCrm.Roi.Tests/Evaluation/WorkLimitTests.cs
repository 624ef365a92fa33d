using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Tests.Impact;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>What a case asks of its host is limited, and who has left is noticed.</summary>
public class WorkLimitTests
{
    // 2 lines x 36 months x 3 periods.
    private static InvestmentCase Case(int lines = 2) => InvestmentCase.Create("case", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithCosts([.. Enumerable.Range(0, lines).Select(i => SoftwareCost.Subscription("line " + i, 1, Money.Cny(1), BillingCycle.Monthly))]);

    [Fact]
    public void WorkAtTheLimit_IsDone_OneMoreIsRefusedInBothLanguagesWithTheProductAndTheRange()
    {
        Assert.Equal(3, RoiEvaluator.Evaluate(Case(), new EvaluationSettings { MaximumCells = 216 }).Periods.Count);
        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => RoiEvaluator.Evaluate(Case(), new EvaluationSettings { MaximumCells = 215 }));
        Assert.Contains("2 lines x 36 months x 3 evaluation periods = 216; allowed: 0 to 215", refused.Message, StringComparison.Ordinal);
        Message said = Message.Of(refused)!;
        Assert.Equal("evaluation.tooMuchWork", said.Id);
        Assert.Equal("the case asks for 2 lines x 36 months x 3 evaluation periods = 216; allowed: 0 to 215", Language.Of("en").Say(said));
        Assert.Equal("本案例的计算量为2个项目×36个月×3个评估周期＝216，应为0至215", Language.Of("zh").Say(said));
    }

    [Fact]
    public void DefaultLimit_RefusesAHundredYearsOfManyLinesAtOnce()
    {
        EvaluationPeriod[] periods = [.. Enumerable.Range(0, 64).Select(i => EvaluationPeriod.Parse($"P{100 - i}Y"))];
        InvestmentCase large = Case(700).WithPeriods(periods);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidOperationException>(() => RoiEvaluator.Evaluate(large));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Throws<InvalidOperationException>(() => CaseReview.Review(large, new Actuals([]), new YearMonth(2025, 6)));
        Assert.Equal(64, RoiEvaluator.Evaluate(Case(20).WithPeriods(periods)).Periods.Count);
    }

    [Fact]
    public void ReviewOverItsLimit_IsRefused() => Assert.Equal(
        "evaluation.tooMuchWork",
        Message.Of(Assert.Throws<InvalidOperationException>(
            () => CaseReview.Review(Case(), new Actuals([]), new YearMonth(2025, 6), new ReviewSettings { MaximumCells = 100 })))!.Id);

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000_001)]
    public void LimitOutsideItsRange_IsRefused(int cells)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EvaluationSettings { MaximumCells = cells });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReviewSettings { MaximumCells = cells });
    }

    [Fact]
    public void WhoeverHasLeft_IsNotAnswered()
    {
        var left = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => RoiEvaluator.Evaluate(Case(), cancellation: left));
        Assert.Throws<OperationCanceledException>(() => CaseReview.Review(Case(), new Actuals([]), new YearMonth(2025, 6), cancellation: left));
        Assert.Throws<OperationCanceledException>(() => Comparison.Of([Case()], cancellation: left));
        Assert.Throws<OperationCanceledException>(
            () => ImpactAnalysis.Run(new ImpactStudy(ImpactOracle.Series(new YearMonth(2024, 1), [.. Enumerable.Range(1, 24).Select(i => (double)i)], "a"), new YearMonth(2025, 1)), left));
    }

    [Fact]
    public void RunThatIsEnded_StopsWithinALine()
    {
        using var source = new CancellationTokenSource();
        int asked = 0;
        CostBasis leaving = CostBasis.Custom("leaving", Currency.Cny, (_, _) =>
        {
            if (++asked == 3)
            {
                source.Cancel();
            }

            return [];
        }, new Dictionary<string, decimal>());
        InvestmentCase many = InvestmentCase.Create("case", Currency.Cny, new LocalDate(2025, 1, 1))
            .WithCosts([.. Enumerable.Range(0, 10).Select(i => new CostItem("line " + i, CostCategory.Software, leaving))]);
        Assert.Throws<OperationCanceledException>(() => RoiEvaluator.Evaluate(many, cancellation: source.Token));
        Assert.Equal(3, asked);
    }
}
