using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Usage that the plan estimates at 10,000 a month from January 2025 on, three years: what is to come rests on all that was billed, peaks included.</summary>
public class EstimatedBillTests
{
    private const string Line = "sms";
    private static readonly YearMonth First = new(2025, 1);

    private static readonly InvestmentCase Usage = InvestmentCase.Create("usage", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithPeriods(EvaluationPeriod.ThreeYears).WithDiscountRate(0).WithCosts(new CostItem(Line, CostCategory.Maintenance, CostBasis.Usage(10_000, Money.Cny(1))));

    /// <summary>Thousands booked by month; the cost of three years, what is owed, and what the interval must hold, in thousands; the findings.</summary>
    [Theory]
    [InlineData("10 10 10 10 10 10", 360, 0, 360, "")]
    [InlineData("18.4 18.4 4 4 18.4 18.4 18.4 4 4 4 4 4", 360, 0, 360, "")]
    [InlineData("4 4 4 4 18.4 18.4 4 4 4 18.4 18.4 18.4", 360, 0, 360, "")]
    [InlineData("7 7 7 7 7 7 7 7 7 7 43 7 7 7 7 7 7 7", 360, 0, 360, "")]
    [InlineData("7 7 7 7 7 7 7 7 7 7 43 7 7 7 7 7 7 7 7 7 7 7 43", 360, 0, 360, "")]
    [InlineData("6 6 8 8 8 16 8 8 8 10 18 18", 366, 0, 366, "")]
    [InlineData("10 11 12 13 14 15 16 17 18 19 20 21", 666, 0, 690, "costOverrun")]
    [InlineData("5 4 6 5.5 4.5 5", 180, 0, 180, "")]
    [InlineData("10 10 10 10 10 10 10 10 10 10 10 3", 360, 7, 353, "")]
    [InlineData("10 10 10 10 10 2 10 10 10 10", 360, 8, 352, "costNotBooked")]
    [InlineData("10 10 10 0.001 10 0.001 10", 360, 19.998, 360, "costNotBooked")]
    [InlineData("5 5", 360, 10, 360, "costNotBooked")]
    [InlineData("10 0 10 20 10 10", 360, 0, 360, "")]
    public void UsageToCome_RestsOnAllThatWasBilled(string amounts, decimal cost, decimal owed, decimal truth, string found)
    {
        decimal[] booked = [.. amounts.Split(' ').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture))];
        ReviewReport report = Of(booked);
        PeriodForecast longest = report.Forecast[^1];
        Assert.Equal((1_000 * cost, 1_000 * owed), (decimal.Round(longest.Forecast.TotalCost.Amount, 2), decimal.Round(longest.Accrued.Amount, 2)));
        Assert.InRange(1_000 * truth, longest.CostLower.Amount, longest.CostUpper.Amount);
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), report.Findings.Select(finding => finding.Rule));
    }

    /// <summary>A peak comes in its month: by the end of 2026 of two Novembers one is still to come.</summary>
    [Fact]
    public void APeakOfTheYear_ComesInItsMonth()
    {
        ReviewReport report = Of([.. Enumerable.Range(0, 18).Select(month => month == 10 ? 43m : 7)]);
        Assert.Equal(1m, report.Lines[0].Settlement!.PriceRatio);
        Assert.Equal([0.7m, 4.3m, 0.7m], Enumerable.Range(21, 3).Select(month => report.Lines[0].Settlement!.PriceIn(month)));
        Assert.True(report.Forecast[^1].CostLower < report.Forecast[^1].CostUpper);
    }

    private static ReviewReport Of(decimal[] booked) => CaseReview.Review(
        Usage,
        new Actuals(booked.Select((amount, month) => (amount, month)).Where(row => row.amount != 0).Select(row => Rows.Cost(Line, First.PlusMonths(row.month), 1_000 * row.amount))),
        First.PlusMonths(booked.Length - 1));
}
