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
    private readonly TaxableFlows _flows;
    private readonly LocalDate _end;

    internal TaxedPeriod(TaxableFlows flows, int period)
    {
        Projection before = flows.Before;
        _flows = flows;
        _end = before.Sums.End(period);
        var book = new RuleBook(flows.Book.Rules);
        var tax = new IncomeTax(before.Case.Taxation!, book, flows, _end);
        LocalDate last = _end.PlusDays(-1);
        Payments = [.. tax.Payments.Select(payment => (payment.Date > last ? last : payment.Date, payment.Amount))];
        UnusedLoss = tax.UnusedLoss;
        Reasons = Array.AsReadOnly([.. flows.Book.ReasonsBefore(_end), .. book.ReasonsBefore(LocalDate.MaxIsoValue)]);
        Rules = Array.AsReadOnly([.. flows.Book.UsedBefore(_end), .. book.UsedBefore(LocalDate.MaxIsoValue)]);
        LineFlow[] row = [.. Payments.Select(payment => Row(before, payment.Date, -payment.Amount))];
        After = before.With([.. flows.Rows, row], [new ProjectionLine(new LineId("tax"), "tax", FlowSide.Benefit)]);
    }

    /// <summary>The same case with its rows after tax, good for this period alone.</summary>
    internal Projection After { get; }

    /// <summary>Income tax by date within the period.</summary>
    internal IReadOnlyList<(LocalDate Date, decimal Amount)> Payments { get; }

    /// <summary>Losses that are not yet set against profits.</summary>
    internal decimal UnusedLoss { get; }

    internal IReadOnlyList<Message> Reasons { get; }

    internal IReadOnlyList<TaxRule> Rules { get; }

    internal IEnumerable<(LocalDate Date, decimal Amount)> Deductions => Within(_flows.Deductions);

    internal IEnumerable<(LocalDate Date, decimal Amount)> Income => Within(_flows.Income);

    internal IEnumerable<(LocalDate Date, decimal Amount)> Credits => Within(_flows.Credits);

    /// <summary>What is left to deduct after the end of the period.</summary>
    internal decimal Undeducted => Within(_flows.Costs).Sum(one => one.Amount) - Deductions.Sum(one => one.Amount);

    private IEnumerable<(LocalDate Date, decimal Amount)> Within((LocalDate Date, decimal Amount)[] amounts) => amounts.TakeWhile(one => one.Date < _end);

    private static LineFlow Row(Projection before, LocalDate date, decimal amount)
    {
        int month = before.Timeline.Grid.IndexOf(date);
        return new LineFlow(month, before.Timeline.Grid[month] == date ? FlowPlace.Start : FlowPlace.Within, date, amount);
    }
}
