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
        Assert.Equal(["costNotBooked.takenBack"], report.Findings.Select(finding => finding.Message.Id));
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

    /// <summary>One bill under two spellings of its number is there twice; signs between digits and other digits make another number.</summary>
    [Theory]
    [InlineData("FP-001", "fp001", true)]
    [InlineData("FP-001", "ＦＰ－００１", true)]
    [InlineData("FP-001", "FP 1", true)]
    [InlineData("00012345", "12345", true)]
    [InlineData("记-1-11", "记-11-1", false)]
    [InlineData("FP-001", "FP-010", false)]
    [InlineData("FP-001", "FP-001A", false)]
    public void ANumberInAnotherSpelling_IsTheSame(string one, string other, bool isSame)
    {
        Actual[] rows = [Rows.Cost(Seats, Month, 15_000, document: one), Rows.Cost(Seats, Month, 15_000, document: other)];
        Assert.Equal(isSame ? 1 : 0, new Actuals(rows, allowDuplicates: true).Duplicates.Count);
        Assert.NotEqual(rows[0], rows[1]);

        // As parts of one bill in two months they are one bill too.
        rows = [Rows.Cost(Seats, Month, 9_000, document: one), Rows.Cost(Seats, Month.PlusMonths(1), 6_000, document: other)];
        ReviewReport report = Of([.. OnPlan().Without(Seats, Month, Month), .. rows]);
        Assert.Equal((540_000m, 0m), (report.Forecast[^1].Forecast.TotalCost.Amount, report.Owed.Amount));
    }

    /// <summary>What people write where there is no number makes no bill of rows of many months; nor does the number of the contract.</summary>
    [Theory]
    [InlineData("无", 1)]
    [InlineData("-", 1)]
    [InlineData("N/A", 1.1)]
    [InlineData("HT-2024-018", 1)]
    [InlineData("HT-2024-018", 1.1)]
    [InlineData("HT-2024-018", 1.6)]
    public void TheNumberOfAContract_IsNoBill(string document, decimal price)
    {
        List<Actual> plain = OnPlan().Change(Seats, row => row.Month == Month ? null : Rows.Cost(Seats, row.Month, price * 15_000));
        ReviewReport report = Of(plain.Change(Seats, row => Rows.Cost(Seats, row.Month, row.Number, document: document)));
        ReviewReport without = Of(plain);
        Assert.Equal(without.Forecast[^1].Forecast.TotalCost, report.Forecast[^1].Forecast.TotalCost);
        Assert.Equal((without.Owed, price * 15_000), (report.Owed, report.Owed.Amount));
        Assert.Equal(without.Findings.Select(finding => finding.Message.InChinese()), report.Findings.Select(finding => finding.Message.InChinese()));
    }

    /// <summary>A note that says so is as good as a document; one that denies it says nothing.</summary>
    [Theory]
    [InlineData("冲销2月多计费用", true)]
    [InlineData("红字发票", true)]
    [InlineData("供应商退款", true)]
    [InlineData("该发票已作废", true)]
    [InlineData("Credit note for March", true)]
    [InlineData("REFUND of seats", true)]
    [InlineData("reversal of accrual", true)]
    [InlineData("3月订阅费，不可退款", false)]
    [InlineData("未退款", false)]
    [InlineData("non-refundable deposit", false)]
    [InlineData("no refund", false)]
    [InlineData("to avoid downtime", false)]
    [InlineData("paid by credit card", false)]
    public void ANote_ReadsAsCreditOrNot(string note, bool isCredit)
    {
        Actual row = Actual.Cost(Seats, Month, Money.Cny(15_000)).WithNote(note);
        Assert.Equal(isCredit, row.ReadsAsCredit || row.ReadsAsVoid);
        Assert.False(Actual.Cost(Seats, Month, Money.Cny(-15_000)).WithNote(note) is { ReadsAsCredit: true } or { ReadsAsVoid: true });
        ReviewReport report = Of([.. OnPlan().Without(Seats, Month.PlusMonths(1), Month.PlusMonths(1)), row.Month == Month ? Actual.Cost(Seats, Month.PlusMonths(2), Money.Cny(15_001)).WithNote(note) : row]);
        Assert.Equal(isCredit, report.Findings.Any(finding => finding.Message.Id == "creditNote.sign"));
        Assert.Equal(isCredit ? 15_000m : 0, report.Owed.Amount);
    }

    /// <summary>A measurement that reads as taken back counts nowhere until its line is verified; that less was refunded is a benefit.</summary>
    [Theory]
    [InlineData("冲回1月多计的工时", true)]
    [InlineData("作废", true)]
    [InlineData("void", true)]
    [InlineData("退款减少", false)]
    [InlineData("fewer refunds", false)]
    public void AMeasurementThatIsTakenBack_CountsNowhere(string note, bool isTakenBack)
    {
        Actual row = Actual.Benefit(Service, Month, Money.Cny(3_500)).WithNote(note);
        ReviewReport report = Of([.. OnPlan(), row]);
        Assert.Equal(isTakenBack ? 324_000m : 327_500m, report.Realized.Benefit.Amount);
        Assert.Equal(isTakenBack ? ["benefitImplausible.takenBack"] : [], report.Findings.Select(finding => finding.Message.Id));
        Assert.Equal(327_500m, Of([.. OnPlan(), Actual.Verified(Service, AsOf), row]).Realized.Benefit.Amount);
        Assert.Equal(320_500m, Of([.. OnPlan(), Actual.Benefit(Service, Month, Money.Cny(-3_500)).WithNote(note)]).Realized.Benefit.Amount);
    }

    [Fact]
    public void OnlyMoneyHasANote()
    {
        Assert.Equal("n", Actual.Cost(Seats, Month, Money.Cny(1)).WithNote("n").Note);
        Assert.Throws<ArgumentException>(() => Actual.Seats(Seats, Month, 1, 2).WithNote("n"));
        Assert.Throws<ArgumentException>(() => Actual.Cost(Seats, Month, Money.Cny(1)).WithNote(" "));
        Assert.NotEqual(Actual.Cost(Seats, Month, Money.Cny(1)), Actual.Cost(Seats, Month, Money.Cny(1)).WithNote("n"));
    }
}
