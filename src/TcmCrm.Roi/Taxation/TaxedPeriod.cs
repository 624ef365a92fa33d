using NodaTime;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Taxation;

/// <summary>One evaluation period of a projection after tax: projection in, projection out.</summary>
/// <remarks>
/// Income tax stands as a line of its own on the benefit side, negative when paid, so that the return is still one on the cost. What is owed on the period but
/// paid after it (the last prepayment, the settlement) counts on its last day: no tax is left out by ending a period early.
/// </remarks>
internal sealed class TaxedPeriod
{
    private TaxedPeriod(Projection after, TaxableFlows flows, IReadOnlyList<(LocalDate Date, decimal Amount)> payments, decimal unusedLoss)
    {
        After = after;
        Flows = flows;
        Payments = payments;
        UnusedLoss = unusedLoss;
    }

    /// <summary>The same case with its rows after tax, of this period alone.</summary>
    internal Projection After { get; }

    internal TaxableFlows Flows { get; }

    /// <summary>Income tax by date within the period.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Payments { get; }

    internal decimal UnusedLoss { get; }

    internal static TaxedPeriod Of(Projection before, int period, RuleBook book)
    {
        var flows = new TaxableFlows(before, period, book);
        var tax = new IncomeTax(before.Case.Taxation!, book, flows);
        LocalDate last = before.Sums.End(period).PlusDays(-1);
        (LocalDate Date, decimal Amount)[] payments = [.. tax.Payments.Select(payment => (payment.Date > last ? last : payment.Date, payment.Amount))];
        LineFlow[] row = [.. payments.Select(payment => Row(before, payment.Date, -payment.Amount))];
        Projection after = before.With([.. flows.Rows, row], [new ProjectionLine(new LineId("tax"), "tax", FlowSide.Benefit)]);
        return new TaxedPeriod(after, flows, payments, tax.UnusedLoss);
    }

    private static LineFlow Row(Projection before, LocalDate date, decimal amount)
    {
        int month = before.Timeline.Grid.IndexOf(date);
        return new LineFlow(month, before.Timeline.Grid[month] == date ? FlowPlace.Start : FlowPlace.Within, date, amount);
    }
}
