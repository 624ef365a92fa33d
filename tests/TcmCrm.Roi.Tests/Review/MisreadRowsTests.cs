using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Rows that a file has and that are not what they look like: each kind counts as a careful reader counts it and is asked about, and one step nearer to plain rows it is not.</summary>
public class MisreadRowsTests
{
    private const decimal Benefit = 18 * 18_000m;

    /// <summary>10,000 a month of service, and in a month another row beside its own: a corrected figure, or a part.</summary>
    [Theory]
    [InlineData(9_000, null, true)]
    [InlineData(14_900, null, true)]
    [InlineData(15_100, null, true)]
    [InlineData(4_100, null, true)]
    [InlineData(3_900, null, false)]
    [InlineData(9_000, "R-2", true)]
    public void AFigureBesideAnother_MayCorrectIt(decimal other, string? document, bool isCorrection)
    {
        ReviewReport report = Of([.. OnPlan(), Rows.Benefit(Service, AsOf, other, document: document)]);
        decimal counted = isCorrection ? Benefit - 10_000 + Math.Min(10_000, other) : Benefit + other;
        Assert.Equal(counted, report.Realized.Benefit.Amount);
        Finding[] found = [.. report.Findings.Where(finding => finding.Message.Id == "duplicateActuals.corrected")];
        Assert.Equal(isCorrection ? [(Service, Math.Max(10_000, other), AsOf)] : [], found.Select(finding => (finding.Subject, finding.AtStake.Amount, finding.Since!.Value)));

        // Verified they are parts; with a number each they are two reports.
        Assert.Equal(Benefit + other, Of([.. OnPlan(), Rows.Benefit(Service, AsOf, other, document: document), Actual.Verified(Service, AsOf)]).Realized.Benefit.Amount);
        Assert.Equal(
            Benefit + other,
            Of([.. OnPlan().Change(Service, row => Rows.Benefit(Service, row.Month, row.Number, document: "R-" + row.Month)), Rows.Benefit(Service, AsOf, other, document: "S")]).Realized.Benefit.Amount);
    }

    /// <summary>Two rows in every month: parts, unless they come to far more than the plan, for a controller asks before the plan is beaten by a quarter.</summary>
    [Theory]
    [InlineData(0.6, 0.5, false)]
    [InlineData(0.75, 0.5, false)]
    [InlineData(0.9, 0.7, true)]
    [InlineData(0.75, 0.7, true)]
    [InlineData(1, 0.95, true)]
    public void TwoRowsInEveryMonth_AreParts(decimal one, decimal other, bool isCorrection)
    {
        ReviewReport report = Of([.. OnPlan().Change(Service, row => row.Times(one)), .. Months().Select(month => Rows.Benefit(Service, month, 10_000 * other))]);
        Assert.Equal(18 * (8_000 + (10_000 * (isCorrection ? Math.Min(one, other) : one + other))), report.Realized.Benefit.Amount);
        Assert.Equal(isCorrection, report.Findings.Any(finding => finding.Message.Id == "duplicateActuals.corrected"));
    }

    /// <summary>Months that were told again, lower: without a document, with one, and with one each time; in one month alone two documents are two reports.</summary>
    [Theory]
    [InlineData(0.9, 0.5, 3, false, false, true)]
    [InlineData(1, 0.6, 6, false, true, true)]
    [InlineData(1, 0.75, 4, true, true, true)]
    [InlineData(0.7, 0.4, 2, false, false, true)]
    [InlineData(1, 0.3, 4, false, false, true)]
    [InlineData(1, 0.75, 1, true, true, false)]
    [InlineData(1, 0.2, 4, false, false, false)]
    public void MonthsThatWereToldAgain_CountTheSmaller(double all, double other, int months, bool isNumbered, bool isOtherNumbered, bool isCorrection)
    {
        YearMonth first = AsOf.PlusMonths(-6);
        ReviewReport report = Of([
            .. OnPlan().Change(Service, row => Rows.Benefit(Service, row.Month, 10_000 * (decimal)all, document: isNumbered ? "V1-" + row.Month : null)),
            .. ReviewCases.Months(first, months).Select(month => Rows.Benefit(Service, month, 10_000 * (decimal)other, document: isOtherNumbered ? "V2-" + month : null))]);
        decimal counted = (18 * 8_000) + (10_000 * (18 - months) * (decimal)all) + (10_000 * months * (decimal)(isCorrection ? other : all + other));
        Assert.Equal(counted, report.Realized.Benefit.Amount);
        Finding[] found = [.. report.Findings.Where(finding => finding.Message.Id == "duplicateActuals.corrected")];
        Assert.Equal(isCorrection ? [(Service, 10_000 * months * (decimal)all, first)] : [], found.Select(finding => (finding.Subject, finding.AtStake.Amount, finding.Since!.Value)));
    }

    /// <summary>Monthly rows, and beside the last of each quarter or year, under a number, what these months have together: the months count.</summary>
    [Theory]
    [InlineData(3, 42_000)]
    [InlineData(6, 84_000)]
    [InlineData(12, 168_000)]
    public void ATotalBesideItsMonth_CountsNowhere(int length, decimal total)
    {
        YearMonth last = First.PlusMonths(11);
        List<Actual> rows = [
            .. ReviewCases.OnPlan(Case, last).Change(Service, row => Rows.Benefit(Service, row.Month, 14_000)),
            .. Enumerable.Range(1, 12 / length).Select(i => Rows.Benefit(Service, First.PlusMonths((i * length) - 1), total, document: "T" + i))];
        ReviewReport report = CaseReview.Review(Case, new Actuals(rows), last);
        Assert.Equal((12 * 8_000) + 168_000, report.Realized.Benefit.Amount);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("benefitImplausible.totalBeside", 168_000m, First.PlusMonths(length - 1)), (finding.Message.Id, finding.AtStake.Amount, finding.Since));
    }

    /// <summary>The half year and the year, two years; a quarter and the half year: totals, of which the second counts what it adds.</summary>
    [Theory]
    [InlineData("5:50 11:100", 100, true)]
    [InlineData("5:84 11:168 17:84 23:168", 336, true)]
    [InlineData("5:84 11:170", 170, true)]
    [InlineData("2:30 5:60", 60, true)]
    [InlineData("5:84 11:84", 168, false)]
    [InlineData("5:60 11:84", 144, false)]
    [InlineData("2:30 5:50", 80, false)]
    public void TheYearAfterItsHalf_CountsWhatItAdds(string amounts, decimal counted, bool areTotals)
    {
        InvestmentCase plan = InvestmentCase.Create("Halves", Currency.Cny, new LocalDate(2025, 1, 1)).WithDiscountRate(0).WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Service, Money.Cny(240_000)))
            .WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(100, Money.Cny(100), BillingCycle.Monthly)));
        (int Month, decimal Amount)[] rows = [.. amounts.Split(' ').Select(row => row.Split(':')).Select(row => (int.Parse(row[0], null), 1_000 * decimal.Parse(row[1], null)))];
        YearMonth start = new(2025, 1);
        YearMonth last = start.PlusMonths(rows[^1].Month);
        List<Actual> actuals = [.. ReviewCases.OnPlan(plan, last).Where(row => row.Line == Seats), .. rows.Select(row => Rows.Benefit(Service, start.PlusMonths(row.Month), row.Amount))];
        ReviewReport report = CaseReview.Review(plan, new Actuals(actuals), last);
        Assert.Equal(1_000 * counted, report.RealizedAsForecast.Benefit.Amount);
        Assert.Equal(areTotals ? ["benefitImplausible.total"] : [], report.Findings.Select(finding => finding.Message.Id).Where(id => id == "benefitImplausible.total"));
        Assert.Equal(rows.Sum(row => row.Amount), CaseReview.Review(plan, new Actuals([.. actuals, Actual.Verified(Service, last)]), last).RealizedAsForecast.Benefit.Amount);
    }

    /// <summary>Four months a year that bring far more than the others are a season where two years have them, and a question where one has.</summary>
    [Theory]
    [InlineData(24, 0)]
    [InlineData(18, 2)]
    public void AHighSeasonOfTwoYears_IsNoError(int months, int doubted)
    {
        decimal[] season = [16, 12, 4, 4, 4, 4, 4, 4, 4, 4, 16, 16];
        InvestmentCase plan = InvestmentCase.Create("Season", Currency.Cny, new LocalDate(2025, 1, 1)).WithDiscountRate(0).WithBenefits(BenefitItem.OfYearlyAmount(BenefitCategory.OperatingCost, Service, Money.Cny(120_000)))
            .WithCosts(new CostItem(Seats, CostCategory.Software, new SubscriptionCost(10, Money.Cny(100), BillingCycle.Monthly)));
        YearMonth start = new(2025, 1);
        YearMonth last = start.PlusMonths(months - 1);
        ReviewReport report = CaseReview.Review(
            plan, new Actuals([.. ReviewCases.OnPlan(plan, last).Where(row => row.Line == Seats), .. Enumerable.Range(0, months).Select(month => Rows.Benefit(Service, start.PlusMonths(month), 1_000 * season[month % 12]))]), last);
        Assert.Equal(doubted, report.Lines.Single(line => line.Name == Service).Measurement!.Doubted.Rows);
        if (doubted == 0)
        {
            Assert.Equal(3_000 * season.Sum(), report.Forecast[^1].Forecast.TotalBenefit.Amount, 2);
        }
    }

    /// <summary>Totals since the first month of each quarter, and monthly rows among which every third is the total of its quarter.</summary>
    [Theory]
    [InlineData("7 14 21 7 14 21 7 14 21", true)]
    [InlineData("7 14 21 8 15 22 6 13 20", true)]
    [InlineData("7 7 21 7 7 21 7 7 21", true)]
    [InlineData("7 7 21 7 7 7 7 7 7", false)]
    [InlineData("7 8 9 7 8 9 7 8 9", false)]
    [InlineData("5 8 12 6 8 11 7 9 10", false)]
    public void TotalsOfAQuarter_CountOnce(string amounts, bool areTotals)
    {
        decimal[] rows = [.. amounts.Split(' ').Select(part => 1_000 * decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        decimal told = Enumerable.Range(0, rows.Length).Where(i => i % 3 == 2).Sum(i => rows[i]);
        YearMonth last = First.PlusMonths(rows.Length - 1);
        List<Actual> actuals = [.. ReviewCases.OnPlan(Case, last).Where(row => row.Line != Service), .. rows.Select((amount, i) => Rows.Benefit(Service, First.PlusMonths(i), amount))];
        ReviewReport report = CaseReview.Review(Case, new Actuals(actuals), last);
        Assert.Equal((9 * 8_000) + (areTotals ? told : rows.Sum()), report.RealizedAsForecast.Benefit.Amount);
        Assert.Equal(areTotals, report.Findings.Any(finding => finding.Message.Id is "benefitImplausible.total" or "benefitImplausible.periodTotal"));
        actuals.Add(Actual.Verified(Service, last));
        Assert.Equal((9 * 8_000) + rows.Sum(), CaseReview.Review(Case, new Actuals(actuals), last).RealizedAsForecast.Benefit.Amount);
    }

    /// <summary>Monthly rows of uneven amounts, and in the sixth and the twelfth month the total of the half year.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(0.5, false)]
    public void TotalsOfAHalfYearAmongMonths_CountOnce(decimal part, bool areTotals)
    {
        decimal[] rows = [9_000, 10_000, 8_000, 11_000, 10_000, 9_500, 9_000, 8_500, 10_500, 10_000, 9_000, 11_000];
        decimal plain = rows.Sum();
        (rows[5], rows[11]) = (rows[5] + (part * rows.Take(5).Sum()), rows[11] + (part * rows.Skip(6).Take(5).Sum()));
        YearMonth last = First.PlusMonths(11);
        ReviewReport report = CaseReview.Review(
            Case, new Actuals([.. ReviewCases.OnPlan(Case, last).Where(row => row.Line != Service), .. rows.Select((amount, i) => Rows.Benefit(Service, First.PlusMonths(i), amount))]), last);
        Assert.Equal(areTotals ? ["benefitImplausible.periodTotal"] : [], report.Findings.Select(finding => finding.Message.Id).Where(id => id == "benefitImplausible.periodTotal"));
        if (areTotals)
        {
            Assert.Equal((12 * 8_000) + plain, report.RealizedAsForecast.Benefit.Amount);
        }
    }

    /// <summary>Two measurements in one month after a month without: the one before came late, and nothing was corrected.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AMeasurementThatCameLate_CorrectsNothing(int late)
    {
        YearMonth missing = new(2025, 6);
        ReviewReport report = Of([.. OnPlan().Without(Service, missing, missing), Rows.Benefit(Service, missing.PlusMonths(late), 9_500)]);
        Assert.Equal(Benefit - 500, report.Realized.Benefit.Amount);
        Assert.DoesNotContain(report.Findings, finding => finding.Rule == "duplicateActuals");
    }

    /// <summary>Half more than the plan all along counts, and is asked about until it is verified.</summary>
    [Theory]
    [InlineData(1.5, false)]
    [InlineData(1.51, true)]
    [InlineData(2.9, true)]
    public void FarAboveThePlanAllAlong_IsAsked(decimal share, bool isAsked)
    {
        List<Actual> rows = OnPlan().Change(Service, row => row.Times(share));
        ReviewReport report = Of(rows);
        Assert.Equal((18 * 8_000) + (180_000 * share), report.RealizedAsForecast.Benefit.Amount);
        Assert.Equal(isAsked ? [("benefitImplausible.high", 180_000 * (share - 1))] : [], report.Findings.Select(finding => (finding.Message.Id, finding.AtStake.Amount)));
        Assert.Empty(Of([.. rows, Actual.Verified(Service, AsOf)]).Findings);
    }

    /// <summary>Of before go-live, where the plan has nothing: no benefit of the system until it is verified.</summary>
    [Fact]
    public void ABenefitOfBeforeGoLive_CountsNowhereUntilItIsVerified()
    {
        InvestmentCase late = InvestmentCase.Create("Late", Currency.Cny, goLive: new LocalDate(2024, 10, 1), start: ReviewCases.Start).WithDiscountRate(0).WithCosts([.. Case.Costs]).WithBenefits([.. Case.Benefits]);
        List<Actual> rows = ReviewCases.OnPlan(late, AsOf);
        decimal plan = 15 * 18_000;
        Assert.Equal(plan, CaseReview.Review(late, new Actuals(rows), AsOf).Realized.Benefit.Amount);
        rows.AddRange([Rows.Benefit(Service, First, 5_000), Rows.Benefit(Service, First.PlusMonths(2), 5_000)]);
        ReviewReport report = CaseReview.Review(late, new Actuals(rows), AsOf);
        Assert.Equal(plan, report.Realized.Benefit.Amount);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("benefitImplausible.beforeGoLive", 10_000m, First), (finding.Message.Id, finding.AtStake.Amount, finding.Since));
        Assert.Equal(plan + 10_000, CaseReview.Review(late, new Actuals([.. rows, Actual.Verified(Service, AsOf)]), AsOf).Realized.Benefit.Amount);
        Assert.Equal(plan - 5_000, CaseReview.Review(late, new Actuals([.. ReviewCases.OnPlan(late, AsOf), Rows.Benefit(Service, First, -5_000)]), AsOf).Realized.Benefit.Amount);
    }

    /// <summary>A benefit that falls is forecast at what it brought of late, and the review says so; one bad month, and noise, is no fall.</summary>
    [Theory]
    [InlineData("10 10 10 10 10 10 10 10 10 0 0 0", 0.0)]
    [InlineData("12 11 10 9 8 7 6 5 4 3 2 1", 0.2)]
    [InlineData("14 13 12 11 10 9 8 7 6 6 6 6", 0.6)]
    [InlineData("10 10 10 10 10 10 10 10 10 10 10 0", null)]
    [InlineData("10 9 10 11 9 10 8 11 10 9 10 9", null)]
    [InlineData("9 8 8 8 8 8 8 8 8 8 8 8", null)]
    public void AFall_IsForecastAtWhatCameOfLate(string amounts, double? share)
    {
        decimal[] rows = [.. amounts.Split(' ').Select(part => 1_000 * decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture))];
        YearMonth last = First.PlusMonths(11);
        ReviewReport report = CaseReview.Review(
            Case, new Actuals([.. ReviewCases.OnPlan(Case, last).Where(row => row.Line != Service), .. rows.Select((amount, i) => Rows.Benefit(Service, First.PlusMonths(i), amount))]), last);
        Finding? finding = report.Findings.SingleOrDefault(found => found.Message.Id == "benefitBelowPlan.falling");
        Assert.Equal(share is null, finding is null);
        if (share is { } recent)
        {
            Assert.Equal((36 * 8_000) + rows.Sum() + (24 * 10_000 * (decimal)recent), report.Forecast[^1].Forecast.TotalBenefit.Amount, 6);
            Assert.Equal((Service, last.PlusMonths(-2)), (finding!.Subject, finding.Since));
            Assert.InRange(report.Forecast[^1].Forecast.TotalBenefit.Amount, report.Forecast[^1].BenefitLower.Amount, report.Forecast[^1].BenefitUpper.Amount);
        }
    }

    /// <summary>Money outside the plan that came twice a year apart comes again; twice at another spacing it does not.</summary>
    [Theory]
    [InlineData(12, 2, true)]
    [InlineData(6, 2, false)]
    [InlineData(12, 1, false)]
    public void MoneyOutsideThePlanThatComesEachYear_ComesAgain(int apart, int times, bool comesAgain)
    {
        YearMonth[] months = [.. Enumerable.Range(0, times).Select(k => First.PlusMonths(2 + (k * apart)))];
        ReviewReport report = Of([.. OnPlan(), .. months.Select(month => Rows.UnplannedCost("Audit", month, 12_000))]);
        Assert.Equal(540_000 + (times * 12_000) + (comesAgain ? 18_000 : 0), report.Forecast[^1].Forecast.TotalCost.Amount);
        Assert.Equal(comesAgain, report.Findings.Any(finding => finding.Rule == "recurringUnplanned"));
    }

    /// <summary>Negative amounts outside the plan, without anything that they could take back: an error of the sign where they keep coming.</summary>
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void NegativeMoneyOutsideThePlan_ThatKeepsComing_IsNoCredit(int months, bool isError)
    {
        ReviewReport report = Of([.. OnPlan(), .. Months(months).Select(month => Rows.UnplannedCost("Travel", month, -2_000))]);
        Assert.Equal(270_000 - (isError ? 0 : months * 2_000), report.Realized.Cost.Amount);
        Assert.Equal(isError ? ["creditNote.beyond"] : ["creditNote"], report.Findings.Select(finding => finding.Message.Id));
    }

    /// <summary>A cost above all that its plan has is no matter of timing, however small beside its bill.</summary>
    [Theory]
    [InlineData(110_000, false)]
    [InlineData(112_000, true)]
    public void MoreThanAllOfAPlan_IsAnOverrun(decimal booked, bool isFound)
    {
        InvestmentCase plan = Case.AddCosts(CostItem.OfAmounts(CostCategory.Implementation, "Set-up", [new DatedAmount(new LocalDate(2024, 8, 1), Money.Cny(100_000))]));
        List<Actual> rows = [.. OnPlan(), Rows.Cost("Set-up", First.PlusMonths(1), 60_000), Rows.Cost("Set-up", First.PlusMonths(4), booked - 60_000)];
        ReviewReport report = CaseReview.Review(plan, new Actuals(rows), AsOf);
        Assert.Equal(isFound ? ["costOverrun"] : [], report.Findings.Select(finding => finding.Rule));
        Assert.Equal(540_000 + booked, report.Forecast[^1].Forecast.TotalCost.Amount);
    }
}
