using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Bills of 10,000 a month, or 30,000 a quarter, of three years: accruals that are taken back, with and without the invoice, and money that came back.</summary>
public class ReversalTests
{
    private const string Line = "fee";
    private static readonly YearMonth First = new(2025, 1);

    /// <summary>Bookings as month:thousands, a "c" for one that says it takes an accrual back, an "r" for a refund; cost of three years and what is owed, in thousands; the findings.</summary>
    [Theory]
    [InlineData(1, 13, "0:10 1:10 2:10 3:10 4:10 5:10 6:10 7:10 8:10 9:10 10:10 11:10 12:-10c 12:-10c 12:-10c", 360, 40, "costNotBooked.takenBack")]
    [InlineData(1, 13, "0:10 1:10 2:10 3:10 4:10 5:10 6:10 7:10 8:10 9:10 10:10 11:10 12:-30c", 360, 40, "costNotBooked.takenBack")]
    [InlineData(1, 13, "0:10 1:10 2:10 3:10 4:10 5:10 6:10 7:10 8:10 9:10 10:10 11:10 12:-10 12:-10 12:-10", 360, 40, "costNotBooked.takenBack")]
    [InlineData(1, 4, "0:10 1:10 1:-10 2:10 2:-10 3:10 3:-10", 360, 30, "costNotBooked.takenBack")]
    [InlineData(1, 4, "0:10 1:10 1:-10c 1:10.3 2:10 2:-10c 2:10.3 3:10 3:-10c 3:10.3", 40.9 + (32 * 10.3), 0, "")]
    [InlineData(3, 12, "0:10 1:10 2:10 2:-30 2:30 3:10 4:10 5:10 5:-30 5:30 6:10 7:10 8:10 8:-30 8:30 9:10 10:10 11:10 11:-30 11:30", 360, 0, "")]
    [InlineData(3, 3, "0:10 1:10 2:10 2:-30 2:30.9", 370.8, 0, "")]
    [InlineData(1, 12, "0:10 1:10 2:10 3:10 4:10 5:10 6:10 7:10 8:10 9:10 10:10 11:-110 11:120", 360, 0, "")]
    [InlineData(1, 6, "0:10 1:10 2:10 3:10 4:10 5:10 5:-40r", 320, 0, "creditNote")]
    [InlineData(1, 6, "0:10 1:10 2:10 3:10 4:10 5:10 5:-40", 320, 0, "creditNote")]
    [InlineData(1, 6, "0:10 1:10 2:10 3:10 4:10 5:10 5:-10r", 350, 0, "creditNote")]
    [InlineData(1, 6, "0:10 1:10 2:10 3:10 4:10 5:10 5:-10", 350, 0, "creditNote")]
    [InlineData(1, 6, "0:10 1:10 2:10 3:10 4:10 5:10 5:-10c", 360, 10, "costNotBooked.takenBack")]
    public void WhatIsTakenBack_IsOpenUntilItsInvoiceComes(int every, int months, string bookings, decimal cost, decimal owed, string found)
    {
        InvestmentCase plan = InvestmentCase.Create("bills", Currency.Cny, new LocalDate(2025, 1, 1)).WithPeriods(EvaluationPeriod.ThreeYears).WithDiscountRate(0)
            .WithCosts(new CostItem(Line, CostCategory.Software, new SubscriptionCost(1, Money.Cny(10_000 * every), every == 1 ? BillingCycle.Monthly : BillingCycle.Quarterly)));
        foreach (bool isNumbered in new[] { false, true })
        {
            ReviewReport report = CaseReview.Review(plan, new Actuals(bookings.Split(' ').Select((text, i) => RowOf(text, isNumbered ? $"P{i}X" : null)), allowDuplicates: true), First.PlusMonths(months - 1));
            Assert.Equal((1_000 * cost, 1_000 * owed), (decimal.Round(report.Forecast[^1].Forecast.TotalCost.Amount, 2), decimal.Round(report.Owed.Amount, 2)));
            Assert.Equal(
                found.Split(' ', StringSplitOptions.RemoveEmptyEntries), report.Findings.Select(finding => finding.Message.Id).Where(id => !id.StartsWith("duplicateActuals", StringComparison.Ordinal)));
        }
    }

    private static Actual RowOf(string text, string? document)
    {
        string[] parts = text.TrimEnd('c', 'r').Split(':');
        Actual row = Rows.Cost(Line, First.PlusMonths(int.Parse(parts[0], CultureInfo.InvariantCulture)), 1_000 * decimal.Parse(parts[1], CultureInfo.InvariantCulture), document: document);
        return text[^1] == 'c' ? row.WithNote("冲回暂估") : text[^1] == 'r' ? row.WithNote("refund") : row;
    }
}
