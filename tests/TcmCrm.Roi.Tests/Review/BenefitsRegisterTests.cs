using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

public class BenefitsRegisterTests
{
    private static readonly LocalDate Approved = new(2024, 6, 20);

    [Fact]
    public void AReplan_IsANewVersionAndLeavesTheOldOneAlone()
    {
        BenefitsRegister first = BenefitsRegister.Approve(ReviewCases.Case, Approved);
        InvestmentCase lower = ReviewCases.Case.WithBenefits();
        BenefitsRegister second = first.Replan(lower, new LocalDate(2025, 3, 15), "roll-out in two waves");
        Assert.Single(first.Versions);
        Assert.Same(ReviewCases.Case, second.Original.Plan);
        Assert.Equal(2, second.Current.Number);
        Assert.Equal("roll-out in two waves", second.Current.Reason);
        Assert.Same(second.Original, second.At(new LocalDate(2025, 3, 14)));
        Assert.Same(second.Current, second.At(new LocalDate(2025, 3, 15)));
    }

    [Fact]
    public void AReview_MeasuresAgainstTheVersionInForce()
    {
        BenefitsRegister register = BenefitsRegister.Approve(ReviewCases.Case, Approved)
            .Replan(ReviewCases.Case.WithCosts(ReviewCases.Case.Costs[0]), new LocalDate(2025, 3, 15), "migration was dropped");
        var actuals = new Actuals([]);
        Assert.Equal(1, CaseReview.ReviewVersion(register, actuals, new YearMonth(2025, 2)).Version.Number);
        ReviewReport later = CaseReview.ReviewVersion(register, actuals, new YearMonth(2025, 3));
        Assert.Equal(2, later.Version.Number);
        Assert.Null(later.Context.FindCost(ReviewCases.Migration));
    }

    /// <summary>In force is what was approved up to the last day of the month.</summary>
    [Theory]
    [InlineData(2025, 3, 31, 2)]
    [InlineData(2025, 4, 1, 1)]
    public void AReview_TakesTheVersionOfTheMonthsLastDay(int year, int month, int day, int version)
    {
        BenefitsRegister register = BenefitsRegister.Approve(ReviewCases.Case, Approved).Replan(ReviewCases.Case, new LocalDate(year, month, day), "again");
        Assert.Equal(version, CaseReview.ReviewVersion(register, new Actuals([]), new YearMonth(2025, 3)).Version.Number);
    }

    [Fact]
    public void AReplan_WithoutReasonOrOfAnotherStart_IsRefused()
    {
        BenefitsRegister register = BenefitsRegister.Approve(ReviewCases.Case, Approved);
        Assert.Throws<ArgumentException>(() => register.Replan(ReviewCases.Case, Approved, " "));
        Assert.Throws<ArgumentException>(() => register.Replan(ReviewCases.Case.WithStart(new LocalDate(2024, 8, 1)), Approved, "later"));
        Assert.Throws<ArgumentOutOfRangeException>(() => register.Replan(ReviewCases.Case, Approved.PlusDays(-1), "earlier"));
    }

    [Theory]
    [InlineData(1.11, BenefitStatus.Exceeded)]
    [InlineData(1.10, BenefitStatus.OnTrack)]
    [InlineData(0.90, BenefitStatus.OnTrack)]
    [InlineData(0.89, BenefitStatus.AtRisk)]
    [InlineData(0.70, BenefitStatus.AtRisk)]
    [InlineData(0.69, BenefitStatus.Missed)]
    public void TheStatus_FollowsTheMoney(double factor, BenefitStatus status)
    {
        List<Actual> actuals = ReviewCases.OnPlan().Change(ReviewCases.Service, actual => actual.Times((decimal)factor));
        Assert.Equal(status, StatusOf(actuals));
        bool isGood = status is BenefitStatus.OnTrack or BenefitStatus.Exceeded;
        Assert.Equal(isGood ? BenefitStatus.Verified : status, StatusOf([.. actuals, Actual.Verified(ReviewCases.Service, new YearMonth(2025, 9))]));
        Assert.Equal(status, StatusOf([.. actuals, Actual.Verified(ReviewCases.Service, new YearMonth(2025, 8))]));
    }

    [Fact]
    public void ABenefitBeforeItsStart_IsPlanned()
    {
        ReviewReport report = CaseReview.Review(ReviewCases.Case, new Actuals([]), new YearMonth(2024, 8));
        Assert.All(report.Register, entry => Assert.Equal(BenefitStatus.Planned, entry.Status));
    }

    [Fact]
    public void Baseline_IsTheLatestRecordedOneWhateverTheOrder()
    {
        Actual[] rows =
        [
            Actual.Baseline(ReviewCases.Service, new YearMonth(2024, 11), 40),
            Actual.Baseline(ReviewCases.Service, new YearMonth(2024, 12), 90, 200),
        ];
        Assert.Equal(0.45m, Entry(rows).Baseline);
        Assert.Equal(0.45m, Entry([.. rows.Reverse()]).Baseline);
        Assert.Null(Entry([]).Baseline);

        static ReviewLine Entry(IEnumerable<Actual> rows) => rows.ToList().Review().Register.Single(entry => entry.Name == ReviewCases.Service);
    }

    private static BenefitStatus? StatusOf(List<Actual> actuals) => actuals.Review().Register.Single(entry => entry.Name == ReviewCases.Service).Status;
}
