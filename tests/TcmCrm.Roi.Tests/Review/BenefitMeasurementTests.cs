using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>20,000 of benefit in each of 36 months from January 2025: what its rows cover, and what follows for the three years. In thousands.</summary>
public class BenefitMeasurementTests
{
    private const string Line = "benefit";
    private static readonly YearMonth First = new(2025, 1);

    private static readonly InvestmentCase Even = Plan(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Line, Money.Cny(240_000)));

    private static decimal? None => null;

    /// <summary>Rows by month; the forecast of three years; the share; months that were to be measured and were not; months late.</summary>
    public static TheoryData<string, decimal?[], decimal, decimal, int, int> Measured => new()
    {
        { "on plan", [20, 20, 20, 20, 20, 20], 720, 1, 0, 0 },
        { "at 70 %", [14, 14, 14, 14, 14, 14], 504, 0.7m, 0, 0 },
        { "at 120 %: no forecast above its plan", [24, 24, 24, 24, 24, 24], 144 + 600, 1.2m, 0, 0 },
        { "by the quarter at 70 %", [None, None, 42, None, None, 42], 504, 0.7m, 0, 0 },
        { "by the quarter, in the next one", [None, None, 42, None, None, 42, None, None], 504, 0.7m, 0, 0 },
        { "by the quarter, one missing", [None, None, 42, None, None, 42, None, None, None, None, None, 42], 504 - 42, 0.7m, 3, 0 },
        { "once a year", [None, None, None, None, None, None, None, None, None, None, None, 240], 720, 1, 0, 0 },
        { "once, after three months", [None, None, 30], 360, 0.5m, 0, 0 },
        { "a gap of two", [20, 20, None, None, 20, 20, 20], 680, 1, 2, 0 },
        { "a gap whose row holds it all", [20, 20, None, None, 60, 20, 20], 720, 1, 0, 0 },
        { "a good month after a gap is one good month", [20, 20, None, None, 29, 20, 20], 680 + 9, None ?? 0, 2, 0 },
        { "a report a month late", [20, 20, None, 40, 20, 20], 720, 1, 0, 0 },
        { "two months late", [None, None, 20, 20, 20, 20], 680, 1, 0, 2 },
        { "zero is measured as nothing", [0, 0, 0, 20, 20, 20], 60 + 600, None ?? -1, 0, 0 },
        { "measured as nothing", [0, 0, 0, 0, 0, 0], 0, 0, 0, 0 },
        { "the tail not measured", [20, 20, 20, 20, 20, 20, None, None, None, None, None, None], 120 + 480, 1, 6, 0 },
        { "harm", [-10, -10, -10, -10, -10, -10], -360, -0.5m, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Measured))]
    public void ARow_CoversWhatItsRhythmSays(string name, decimal?[] rows, decimal forecast, decimal share, int unmeasured, int late)
    {
        ReviewReport report = Of(Even, Rows(rows), rows.Length);
        PeriodForecast longest = report.Forecast[^1];
        BenefitMeasurement measured = report.Lines[0].Measurement!;
        bool isShareTold = share is not (0 or -1) || rows.All(row => row == 0);
        if (isShareTold)
        {
            Assert.Equal((name, share), (name, measured.Share));
            Assert.Equal(1_000 * forecast, decimal.Round(longest.Forecast.TotalBenefit.Amount, 6));
        }

        Assert.Equal((name, unmeasured, late), (name, measured.UnmeasuredMonths, measured.MonthsLate));
        Assert.InRange(longest.Forecast.TotalBenefit.Amount, longest.BenefitLower.Amount, longest.BenefitUpper.Amount);
        Assert.True(longest.BenefitLower < longest.BenefitUpper || measured.Share == 0);

        // No limit outside nothing and one and a half times the plan that is still open.
        decimal realised = rows.Sum() ?? 0;
        if (realised >= 0)
        {
            Assert.InRange(longest.BenefitLower.Amount, 0, longest.Forecast.TotalBenefit.Amount);
            Assert.True(longest.BenefitUpper.Amount <= (1_000 * realised) + (1.5m * 20_000 * (36 - rows.Length + unmeasured + 3)));
        }
    }

    [Fact]
    public void From_SaysWhatARowCovers()
    {
        // A row for three months among rows of one; without it the same amount in June would be three times the plan.
        Actual[] rows = [.. Rows([20, 20, 20]), Review.Rows.Benefit(Line, First.PlusMonths(5), 42_000, from: First.PlusMonths(3))];
        ReviewReport report = Of(Even, rows, 6);
        Assert.Equal(0, report.Lines[0].Measurement!.UnmeasuredMonths);
        Assert.InRange(report.Lines[0].Measurement!.Share, 0.7m, 1);
        Assert.Equal(14_000m, report.Lines[0].Measurement!.Placed![4]);
    }

    [Fact]
    public void ATailOfSixMonths_LeavesNothingSureAfterTheLastMeasurement()
    {
        decimal?[] rows = [.. Enumerable.Repeat<decimal?>(20, 12)];
        PeriodForecast five = Of(Even, Rows(rows), 17).Forecast[^1];
        PeriodForecast six = Of(Even, Rows(rows), 18).Forecast[^1];
        Assert.True(five.BenefitLower.Amount > 240_000 && five.UnmeasuredShare == 5m / 17);
        Assert.Equal((240_000m, 6m / 18), (six.BenefitLower.Amount, six.UnmeasuredShare));
        Assert.True(six.BenefitUpper.Amount > 720_000);
    }

    [Fact]
    public void AHost_MayLiftTheCap()
    {
        decimal?[] rows = [24, 24, 24, 24, 24, 24];
        var policy = new ReviewPolicy { MostBenefitShare = 1.1m };
        ReviewReport report = CaseReview.Review(Even, new Actuals(Rows(rows)), First.PlusMonths(5), new ReviewSettings { Policy = policy });
        Assert.Equal(144_000 + (1.1m * 600_000), report.Forecast[^1].Forecast.TotalBenefit.Amount);
    }

    /// <summary>The recent months weigh more: half after six months.</summary>
    [Fact]
    public void TheShare_LeansOnTheRecentMonths()
    {
        decimal?[] rows = [20, 20, 20, 20, 20, 20, 10, 10, 10, 10, 10, 10];
        double[] weights = [.. Enumerable.Range(0, 12).Select(age => Math.Pow(2, -age / 6.0))];
        double expected = ((0.5 * weights.Take(6).Sum()) + weights.Skip(6).Sum()) / weights.Sum();
        Assert.Equal(expected, (double)Of(Even, Rows(rows), 12).Lines[0].Measurement!.Share, 1e-12);
    }

    /// <summary>Two years with a season: whole years count, so that it does not matter in which season the review looks.</summary>
    [Fact]
    public void ASeason_CountsByWholeYears()
    {
        decimal?[] rows = [.. Enumerable.Range(0, 24).Select(month => (decimal?)decimal.Round(14 * (1 + (0.4m * (decimal)Math.Sin(Math.PI * month / 6))), 3))];
        BenefitMeasurement measured = Of(Even, Rows(rows), 24).Lines[0].Measurement!;
        Assert.True(measured.Estimate.IsSeason);
        Assert.Equal(0.7, (double)measured.Share, 1e-3);
        Assert.False(Of(Even, Rows([.. Enumerable.Range(0, 24).Select(month => (decimal?)(20 - (month / 2)))]), 24).Lines[0].Measurement!.Estimate.IsSeason);
    }

    /// <summary>A plan with seasons of its own belongs to its calendar months: a late start loses its months and moves nothing.</summary>
    [Fact]
    public void ASeasonalPlan_IsNotMoved()
    {
        InvestmentCase plan = Plan(BenefitItem.OfAmounts(
            BenefitCategory.SalesGrowth, Line, Enumerable.Range(0, 36).Select(month => new DatedAmount(First.PlusMonths(month).OnDayOfMonth(28), Money.Cny(Season(month))))));
        IEnumerable<Actual> rows = Enumerable.Range(2, 10).Select(month => Review.Rows.Benefit(Line, First.PlusMonths(month), Season(month)));
        ReviewReport report = Of(plan, rows, 12);
        Assert.Equal((0, 1m), (report.Lines[0].MonthsLate, report.Lines[0].Measurement!.Share));
        Assert.Equal(Enumerable.Range(2, 34).Sum(Season), report.Forecast[^1].Forecast.TotalBenefit.Amount);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "benefitBelowPlan");

        static decimal Season(int month) => month % 12 is 10 or 11 or 0 ? 40_000 : 10_000;
    }

    /// <summary>Of four dated amounts the last two were measured, each at its plan: the others were not, and nothing came late.</summary>
    [Fact]
    public void RowsAtThePlanOfTheirOwnMonth_AreNotLate()
    {
        (int Month, decimal Amount)[] amounts = [(7, 108_408), (16, 650_448), (21, 975_672), (28, 216_816)];
        InvestmentCase plan = Plan(BenefitItem.OfAmounts(
            BenefitCategory.SalesGrowth, Line, amounts.Select(one => new DatedAmount(First.PlusMonths(one.Month).OnDayOfMonth(15), Money.Cny(one.Amount)))));
        ReviewReport report = Of(plan, amounts.Skip(2).Select(one => Review.Rows.Benefit(Line, First.PlusMonths(one.Month), one.Amount)), 33);
        Assert.Equal((0, 975_672m + 216_816), (report.Lines[0].MonthsLate, report.Forecast[^1].Forecast.TotalBenefit.Amount));
    }

    [Fact]
    public void AMeasurementBeyondBelief_IsAQuestion()
    {
        decimal?[] rows = [20, 20, 20, 20, 20, 140];
        ReviewReport report = Of(Even, Rows(rows), 6);
        Assert.Equal(720_000m, report.Forecast[^1].Forecast.TotalBenefit.Amount);
        Assert.Equal(240_000m, report.Realized.Benefit.Amount);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("benefitImplausible", 120_000m, First.PlusMonths(5)), (finding.Rule, finding.AtStake.Amount, finding.Since));
        report = Of(Even, [.. Rows(rows), Actual.Verified(Line, First.PlusMonths(5))], 6);
        Assert.Equal(840_000m, report.Forecast[^1].Forecast.TotalBenefit.Amount);
    }

    /// <summary>A month of which the rows say nothing that can be believed is no better known than one to come: less with one, nothing where all are so.</summary>
    [Fact]
    public void MonthsInDoubt_WidenTheInterval()
    {
        PeriodForecast plain = Of(Even, Rows([20, 20, 20, 20, 20, 20]), 6).Forecast[^1];
        PeriodForecast one = Of(Even, Rows([20, 20, 20, 20, 20, 200]), 6).Forecast[^1];
        Assert.Equal((720_000m, 720_000m), (plain.Forecast.TotalBenefit.Amount, one.Forecast.TotalBenefit.Amount));
        Assert.True(one.BenefitLower < plain.BenefitLower && one.BenefitUpper > plain.BenefitUpper);

        PeriodForecast all = Of(Even, Rows([200, 200, 200, 200, 200, 200]), 6).Forecast[^1];
        Assert.Equal((720_000m, 0m, 864_000m), (all.Forecast.TotalBenefit.Amount, all.BenefitLower.Amount, all.BenefitUpper.Amount));

        // Those that are verified are known.
        PeriodForecast verified = Of(Even, [.. Rows([200, 200, 200, 200, 200, 200]), Actual.Verified(Line, First.PlusMonths(5))], 6).Forecast[^1];
        Assert.Equal(1_200_000 + 600_000, verified.Forecast.TotalBenefit.Amount);
        Assert.True(verified.BenefitLower.Amount > 1_200_000);
    }

    [Fact]
    public void RowsThatAreThereTwice_AreRefusedOrToldAndCountOnce()
    {
        Actual[] rows = [.. Rows([20, 20, 20, 20, 20, 20])];
        Refused.Argument("observations", "6 observations are there twice: Benefit benefit 2025-01 CNY 20000;", () => new Actuals([.. rows, .. rows]));
        ReviewReport report = CaseReview.Review(Even, new Actuals([.. rows, .. rows], allowDuplicates: true), First.PlusMonths(5));
        Assert.Equal((720_000m, 120_000m), (report.Forecast[^1].Forecast.TotalBenefit.Amount, report.Realized.Benefit.Amount));
        Assert.Equal("'benefit': 6 rows are there twice (CNY 120,000.00); the benefit counts once.", Assert.Single(report.Findings).Message.InEnglish());

        // Two reports of one amount are two where each has its number; the same line by its id and by its name is one.
        Assert.Equal(2, new Actuals([Review.Rows.Benefit(Line, First, 1, document: "1"), Review.Rows.Benefit(Line, First, 1, document: "2")]).Count);
        InvestmentCase named = Plan(Even.Benefits[0].WithName("Benefit of all"));
        Refused.Argument(
            "actuals", "1 observations are there twice",
            () => CaseReview.Review(named, new Actuals([Review.Rows.Benefit(Line, First, 1), Review.Rows.Benefit("Benefit of all", First, 1)]), First));
    }

    /// <summary>The same measurements again, a cent off or under other numbers: they count once, in no figure and no status, until they are verified.</summary>
    [Theory]
    [InlineData(0.01, null, 6)]
    [InlineData(-0.01, null, 6)]
    [InlineData(0, "B", 6)]
    [InlineData(90, "B", 2)]
    public void RowsThatAreAlmostThereTwice_CountOnceUntilTheyAreVerified(double off, string? document, int months)
    {
        Actual[] rows = [.. Rows([18, 18.1m, 18.2m, 18.3m, 18.4m, 18.5m])];
        Actual[] again = [.. rows.Take(months).Select(row => Review.Rows.Benefit(Line, row.Month, row.Number + (decimal)off, document: document))];
        ReviewReport once = Of(Even, rows, 6);
        ReviewReport report = Of(Even, [.. rows, .. again], 6);
        Assert.InRange(report.Realized.Benefit.Amount, once.Realized.Benefit.Amount - 0.06m, once.Realized.Benefit.Amount);
        Assert.InRange(report.Forecast[^1].Forecast.TotalBenefit.Amount, once.Forecast[^1].Forecast.TotalBenefit.Amount - 0.5m, once.Forecast[^1].Forecast.TotalBenefit.Amount);
        Assert.Equal(once.Lines[0].Status, report.Lines[0].Status);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("duplicateActuals.near", Line, First), (finding.Message.Id, finding.Subject, finding.Since));
        Assert.Equal(again.Zip(rows, (one, other) => Math.Max(one.Number, other.Number)).Sum(), finding.AtStake.Amount);
        Assert.Contains($"“benefit”自2025年1月起有{months}个月、共{months}行", finding.Message.InChinese());

        // In whatever order; and verified they are what they say.
        ReviewReport turned = Of(Even, [.. again.Reverse(), .. rows], 6);
        Assert.Equal(report.Forecast[^1].Forecast.TotalBenefit, turned.Forecast[^1].Forecast.TotalBenefit);
        ReviewReport verified = Of(Even, [.. rows, .. again, Actual.Verified(Line, First.PlusMonths(5))], 6);
        Assert.Equal(rows.Concat(again).Sum(row => row.Number), verified.Realized.Benefit.Amount);
        Assert.DoesNotContain(verified.Findings, found => found.Rule == "duplicateActuals");
    }

    /// <summary>Totals since the start, since January, or by the quarter, without a word of it: what each adds counts, and the review asks. Amounts are what each month adds.</summary>
    [Theory]
    [InlineData("14 14 14", false, 1, 0)]
    [InlineData("42 42 42", false, 3, 0)]
    [InlineData("14 14 14 14", false, 1, 0)]
    [InlineData("14 14 14 14 14 14", false, 1, 0)]
    [InlineData("12 16 13 15 14 17 12 13", false, 1, 0)]
    [InlineData("14 14 14 14 14 14 14 14 14 14 14 14 14 14 14", true, 1, 0)]
    [InlineData("14 14 14 14 14 14 14 14 14 14 14 14 14 14 14", false, 1, 0)]
    [InlineData("42 42 42 42", false, 3, 0)]
    [InlineData("2 2 2 2 2 2 2", false, 1, 0)]
    [InlineData("14 14 14 14 14 14", false, 1, 2)]
    public void RunningTotals_CountWithWhatTheyAdd(string added, bool isByYear, int every, int late)
    {
        decimal[] parts = [.. added.Split(' ').Select(part => 1_000 * decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        YearMonth[] months = [.. parts.Select((_, i) => First.PlusMonths((every * (i + 1)) - 1 + late))];
        Actual[] rows = [.. parts.Select((_, i) => Review.Rows.Benefit(Line, months[i], parts.Take(i + 1).Where((_, j) => !isByYear || months[j].Year == months[i].Year).Sum()))];
        ReviewReport plain = CaseReview.Review(Even, new Actuals(parts.Select((part, i) => Review.Rows.Benefit(Line, months[i], part))), months[^1]);
        ReviewReport report = CaseReview.Review(Even, new Actuals(rows), months[^1]);
        Assert.Equal(parts.Sum(), report.Realized.Benefit.Amount);
        Assert.Equal(plain.Forecast[^1].Forecast.TotalBenefit, report.Forecast[^1].Forecast.TotalBenefit);
        Assert.Equal((plain.Lines[0].Status, plain.OriginalDecision), (report.Lines[0].Status, report.OriginalDecision));
        Finding finding = Assert.Single(report.Findings, found => found.Rule == "benefitImplausible");
        Assert.Equal(
            ("benefitImplausible.total", Line, rows.Sum(row => row.Number) - parts.Sum(), months[0]),
            (finding.Message.Id, finding.Subject, finding.AtStake.Amount, finding.Since));
        Assert.StartsWith($"“benefit”有{rows.Length}行逐期递增，疑为累计数，", finding.Message.InChinese(), StringComparison.Ordinal);
        Assert.DoesNotContain(plain.Findings, found => found.Rule == "benefitImplausible");

        ReviewReport verified = CaseReview.Review(Even, new Actuals([.. rows, Actual.Verified(Line, months[^1])]), months[^1]);
        Assert.Equal(rows.Sum(row => row.Number), verified.Realized.Benefit.Amount);
    }

    /// <summary>A benefit that rises, up to its plan or above it, is no total; nor are three rows, rows that fall once, or a plan that rises itself.</summary>
    [Theory]
    [InlineData("14 28 35")]
    [InlineData("5 10 15")]
    [InlineData("14 28 42 40 70")]
    [InlineData("5 10 15 20")]
    [InlineData("10 13 16 19 22 25 28")]
    [InlineData("4 8 12 16 20 20 20 20")]
    [InlineData("20 22 24 26 28 30")]
    public void ARise_IsNoRunningTotal(string amounts)
    {
        decimal?[] rows = [.. amounts.Split(' ').Select(part => (decimal?)decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        ReviewReport report = Of(Even, Rows(rows), rows.Length);
        Assert.Equal(1_000 * rows.Sum(), report.Realized.Benefit.Amount);
        Assert.DoesNotContain(report.Findings, finding => finding.Message.Id == "benefitImplausible.total");

        InvestmentCase rising = Plan(BenefitItem.OfAmounts(
            BenefitCategory.SalesGrowth, Line, Enumerable.Range(0, 36).Select(month => new DatedAmount(First.PlusMonths(month).OnDayOfMonth(28), Money.Cny(10_000 * (month + 1))))));
        report = Of(rising, Rows([14, 28, 42, 56, 70, 84]), 6);
        Assert.Equal(294_000m, report.Realized.Benefit.Amount);
    }

    /// <summary>The same amount with a document and without one, in one month: one measurement, until it is verified. Two documents are two; two spellings of one are the same row.</summary>
    [Theory]
    [InlineData(null, "R-7", true)]
    [InlineData("R-7", null, true)]
    [InlineData("无", "R-7", true)]
    [InlineData("R-6", "R-7", false)]
    public void OneMonthWithADocumentAndWithout_CountsOnce(string? one, string? other, bool isOne)
    {
        Actual[] rows = [.. Rows([8, 8, 8, 8, 8]), Review.Rows.Benefit(Line, First.PlusMonths(5), 8_000, document: one), Review.Rows.Benefit(Line, First.PlusMonths(5), 8_000, document: other)];
        ReviewReport report = Of(Even, rows, 6);
        Assert.Equal(isOne ? 48_000m : 56_000m, report.Realized.Benefit.Amount);
        Assert.Equal(isOne ? ["duplicateActuals.near"] : [], report.Findings.Select(finding => finding.Message.Id).Where(id => id.StartsWith("duplicate", StringComparison.Ordinal)));
        if (isOne)
        {
            Finding finding = report.Findings.Single(found => found.Rule == "duplicateActuals");
            Assert.Equal((8_000m, First.PlusMonths(5)), (finding.AtStake.Amount, finding.Since));
            Assert.StartsWith("'benefit': in 1 month since 2025-06, 1 row is within 0.5 % of another row of the month, and nobody verified it:", finding.Message.InEnglish(), StringComparison.Ordinal);
        }
        else
        {
            Assert.Throws<ArgumentException>(() => Of(Even, [.. rows, Review.Rows.Benefit(Line, First.PlusMonths(5), 8_000, document: "ｒ007")], 6));
        }
    }

    [Fact]
    public void RowsOfOneMonthThatAreNotAlike_AddUp()
    {
        Actual[] rows = [.. Rows([8, 8, 8, 8, 8, 8])];

        // One month alone, another part; two shops that differ by more; two halves of the plan.
        AllCount([Review.Rows.Benefit(Line, First, 3_000, document: "B")]);
        AllCount([.. rows.Select(row => Review.Rows.Benefit(Line, row.Month, 8_050, document: "B"))]);
        AllCount([.. rows.Select((row, i) => Review.Rows.Benefit(Line, row.Month, i is 1 or 4 ? 8_010 : 7_000 + (100 * i), document: "B"))]);
        rows = [.. Rows([10, 10, 10, 10, 10, 10])];
        AllCount([.. rows.Select(row => Review.Rows.Benefit(Line, row.Month, 10_000, document: "B"))]);

        void AllCount(Actual[] others)
        {
            ReviewReport report = Of(Even, [.. rows, .. others], 6);
            Assert.Equal(rows.Concat(others).Sum(row => row.Number), report.Realized.Benefit.Amount);
            Assert.DoesNotContain(report.Findings, finding => finding.Rule == "duplicateActuals");
        }
    }

    /// <summary>The month in which at least half of the lines with a planned amount have a row; a lone later row is a question.</summary>
    [Fact]
    public void TheMonth_IsTheLatestWithHalfOfItsLines()
    {
        InvestmentCase plan = EvenCase.Case;
        YearMonth last = EvenCase.AsOf;
        Actual lone = Review.Rows.Benefit(EvenCase.Sales, last.PlusMonths(2), 8_000);
        var actuals = new Actuals([.. EvenCase.OnPlan(), lone]);
        Assert.True(CaseReview.TryFindMonth(plan, actuals, out YearMonth month));
        Assert.Equal(last, month);
        Assert.Equal(
            "1 row of money after 2025-12, up to 2026-02, is not used: is the month right, or the row?",
            Assert.Single(CaseReview.Review(plan, actuals, month).Warnings).InEnglish());

        // Two of three are half of them; one alone is the month where there is nothing else.
        Assert.True(CaseReview.TryFindMonth(plan, new Actuals([.. EvenCase.OnPlan(), lone, Review.Rows.Cost(EvenCase.Seats, last.PlusMonths(2), 15_000)]), out month));
        Assert.Equal(last.PlusMonths(2), month);
        Assert.True(CaseReview.TryFindMonth(plan, new Actuals([lone]), out month));
        Assert.Equal(last.PlusMonths(2), month);
        Assert.False(CaseReview.TryFindMonth(plan, new Actuals([Actual.Kpi("Csat", last, 1)]), out _));
    }

    private static InvestmentCase Plan(BenefitItem item) => InvestmentCase.Create("benefits", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithPeriods(EvaluationPeriod.ThreeYears).WithDiscountRate(0).WithBenefits(item);

    private static IEnumerable<Actual> Rows(decimal?[] rows) => rows.Select((amount, month) => (amount, month)).Where(row => row.amount is not null)
        .Select(row => Review.Rows.Benefit(Line, First.PlusMonths(row.month), 1_000 * row.amount!.Value));

    private static ReviewReport Of(InvestmentCase plan, IEnumerable<Actual> rows, int months) => CaseReview.Review(plan, new Actuals(rows), First.PlusMonths(months - 1));
}
