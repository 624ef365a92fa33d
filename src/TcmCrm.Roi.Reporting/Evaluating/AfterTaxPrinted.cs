using TcmCrm.Roi.Evaluation;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>Amounts after tax as every report prints them: those of the printed table by year, so that one figure has one rounding.</summary>
internal static class AfterTaxPrinted
{
    /// <summary>A column of the table, summed over the period.</summary>
    internal static Figure<Money> Sum(EvaluationView view, AfterTaxResult one, Func<AfterTaxRow, Money> of) =>
        one.Reasons.Count > 0 ? Figure.NotApplicable<Money>(one.Tax.Reason!.Value) : Figure.Of(new Money(one.PrintedTable(view.Format.Step).Sum(row => of(row).Amount), view.Case.Currency));

    internal static Figure<Money> NetPresentValue(EvaluationView view, AfterTaxResult one) =>
        one.PrintedTable(view.Format.Step) is { Count: > 0 } rows ? rows[rows.Count - 1].CumulativeDiscountedNet : one.NetPresentValue;
}
