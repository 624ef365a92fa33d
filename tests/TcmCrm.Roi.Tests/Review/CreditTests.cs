using NodaTime;
using TcmCrm.Roi.Review;
using static TcmCrm.Roi.Tests.Review.EvenCase;

namespace TcmCrm.Roi.Tests.Review;

/// <summary>Credits that have a document, or the wrong sign, and bills that came once with a document and once without: 15,000 a month, 540,000 in three years.</summary>
public class CreditTests
{
    private static readonly YearMonth Month = new(2025, 3);

    [Fact]
    public void ACreditNoteWithADocumentOfItsOwn_IsTold()
    {
        ReviewReport report = Of([.. OnPlan(), Rows.Cost(Seats, Month, -15_000, document: "CN-1")]);
        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("creditNote", 15_000m, Month), (finding.Message.Id, finding.AtStake.Amount, finding.Since));
        Assert.Equal((525_000m, 0m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Owed.Amount));
    }

    /// <summary>Taken back and billed again under other numbers: one bill, and the month after it, which nobody booked, stays owed.</summary>
    [Fact]
    public void ABillThatWasTakenBackAndBilledAgain_PaysOneBill()
    {
        ReviewReport report = Of([
            .. OnPlan().Without(Seats, Month.PlusMonths(1), Month.PlusMonths(1)),
            Rows.Cost(Seats, Month, -15_000, document: "CN-1"), Rows.Cost(Seats, Month, 15_000, document: "B-2")]);
        Assert.Equal((540_000m, 15_000m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Owed.Amount));
        Assert.Equal(["costNotBooked", "creditNote"], report.Findings.Select(finding => finding.Rule).Order());
    }

    /// <summary>A credit with a positive amount may be one, or a bill: it counts as cost and hides no bill that is owed.</summary>
    [Theory]
    [InlineData("红字发票-0315")]
    [InlineData("贷项通知单 7")]
    [InlineData("退款2025031")]
    [InlineData("Credit note 12")]
    public void ACreditWithAPositiveAmount_IsAQuestionAndPaysNoBill(string document)
    {
        ReviewReport report = Of([.. OnPlan().Without(Seats, Month.PlusMonths(1), Month.PlusMonths(1)), Rows.Cost(Seats, Month.PlusMonths(2), 15_000, document: document)]);
        Assert.Equal((555_000m, 15_000m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Owed.Amount));
        Finding finding = Assert.Single(report.Findings, found => found.Message.Id == "creditNote.sign");
        Assert.Equal((Seats, 15_000m, Month.PlusMonths(2), "confirmCredit"), (finding.Subject, finding.AtStake.Amount, finding.Since, finding.Action.Id));

        // The same row under the number of a bill pays it.
        report = Of([.. OnPlan().Without(Seats, Month.PlusMonths(1), Month.PlusMonths(1)), Rows.Cost(Seats, Month.PlusMonths(3), 15_001, document: "B-3")]);
        Assert.Equal((540_001m, 0m, 0), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Owed.Amount, report.Findings.Count));
    }

    [Fact]
    public void ARefundOutsideThePlan_IsAQuestionOfItsSign()
    {
        Assert.Contains(Of([.. OnPlan(), Rows.UnplannedCost("供应商退款", Month, 20_000)]).Findings, found => found.Message.Id == "creditNote.sign");
        Assert.DoesNotContain(Of([.. OnPlan(), Rows.UnplannedCost("短信费", Month, 20_000)]).Findings, found => found.Rule == "creditNote");
        Assert.DoesNotContain(Of([.. OnPlan(), Rows.UnplannedCost("供应商退款", Month, -20_000)]).Findings, found => found.Message.Id == "creditNote.sign");
    }

    [Fact]
    public void TheSameMoneyWithADocumentAndWithout_IsThereTwice()
    {
        Actual[] rows = [Rows.Cost(Seats, Month, 15_000), Rows.Cost(Seats, Month, 15_000, document: "B-1")];
        foreach (IEnumerable<Actual> order in new[] { rows, rows.Reverse() })
        {
            Message refused = Message.Of(Assert.Throws<ArgumentException>(() => new Actuals(order)))!;
            Assert.Equal("argument.repeatedActual", refused.Id);
            Assert.Null(((CostActual)Assert.Single(new Actuals(order, allowDuplicates: true).Duplicates)).Document);
        }

        // Allowed, the cost counts every time, and a finding says so.
        ReviewReport report = CaseReview.Review(Case, new Actuals([.. OnPlan(), rows[1]], allowDuplicates: true), AsOf);
        Assert.Equal((285_000m, "duplicateActuals.cost"), (report.Realized.Cost.Amount, Assert.Single(report.Findings).Message.Id));

        // Two documents are two bills, other amounts are parts, and a bill that was taken back and billed again is one.
        Assert.Empty(new Actuals([Rows.Cost(Seats, Month, 15_000, document: "B-1"), Rows.Cost(Seats, Month, 15_000, document: "B-2")]).Duplicates);
        Assert.Empty(new Actuals([Rows.Cost(Seats, Month, 15_000, document: "B-1"), Rows.Cost(Seats, Month, 14_000)]).Duplicates);
        Assert.Empty(new Actuals([.. rows, Rows.Cost(Seats, Month, -15_000)]).Duplicates);
    }
}
