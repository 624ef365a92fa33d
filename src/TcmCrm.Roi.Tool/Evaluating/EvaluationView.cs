using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Rendering;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>An evaluation together with how its figures are written; what every section of the report starts from.</summary>
internal sealed class EvaluationView(RoiEvaluation evaluation, Language language)
{
    internal RoiEvaluation Evaluation { get; } = evaluation;

    internal InvestmentCase Case => Evaluation.Case;

    internal Language Language { get; } = language;

    internal FigureFormat Format { get; } = new(language, evaluation.Case.Currency);

    internal IReadOnlyList<PeriodResult> Results => Evaluation.Periods;

    /// <summary>The longest period: what is not shown for all periods is shown for this one.</summary>
    internal PeriodResult Longest => Results[^1];

    internal string Say(string id, params (string Name, string Text)[] texts) => Language.Say(id, texts);

    internal string NameOf(EvaluationPeriod period) => Language.Write(period.Length);

    internal string TextOf(NotApplicableReason reason) => Language.NameOf(reason);

    /// <summary>First date to last date, both in the period.</summary>
    internal string DatesOf(PeriodResult result) =>
        Say("span", ("from", Format.Date(result.Start)), ("to", Format.Date(result.End.PlusDays(-1))));

    /// <summary>Printed benefit less printed cost: a reader who subtracts gets the printed figure.</summary>
    internal decimal NetOf(PeriodResult result) => Format.Rounded(result.TotalBenefit) - Format.Rounded(result.TotalCost);

    /// <summary>Printed present values differ by this figure.</summary>
    internal Figure<Money> NetPresentValueOf(PeriodResult result) =>
        result.PresentValueOfBenefits.TryGetValue(out Money benefits) && result.PresentValueOfCosts.TryGetValue(out Money costs)
            ? Figure.Of(new Money(Format.Rounded(benefits) - Format.Rounded(costs), Case.Currency))
            : result.NetPresentValue;

    internal string Cell(Figure<Money> figure) => figure.TryGetValue(out Money money) ? Format.Amount(money) : None(figure.Reason);

    internal string Cell(FigureUnit unit, Figure<decimal> figure) => figure.TryGetValue(out decimal value) ? Format.Write(unit, value) : None(figure.Reason);

    internal string Cell(FigureUnit unit, Figure<double> figure) => figure.TryGetValue(out double value) ? Format.Write(unit, value) : None(figure.Reason);

    /// <summary>Text columns, then one number column a period.</summary>
    internal ReportColumn[] ColumnsByPeriod(params string[] textHeaders) =>
        [.. textHeaders.Select(ReportColumn.Text), .. Results.Select(result => ReportColumn.Number(NameOf(result.Period)))];

    /// <summary>One cell a period.</summary>
    internal IEnumerable<string> ByPeriod(Func<PeriodResult, string> cell) => Results.Select(cell);

    private string None(NotApplicableReason? reason) => Format.NotApplicable(TextOf(reason ?? NotApplicableReason.NotComputed));
}
