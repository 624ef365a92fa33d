using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
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

    /// <summary>A figure of the list by its id.</summary>
    internal Measure Measure(string id) => Evaluation.Measures.First(measure => measure.Id == id);

    internal string NameOf(Measure measure) => Language.Say(measure.Name);

    /// <summary>An amount as tables print it: a difference is that of the printed amounts, so that a reader who subtracts gets it.</summary>
    internal bool TryAmount(Measure measure, PeriodResult result, out decimal amount)
    {
        if (measure.IsPrintedDifference && TryAmount(Measure(measure.Inputs[0]), result, out decimal first) && TryAmount(Measure(measure.Inputs[1]), result, out decimal second))
        {
            amount = first - second;
            return true;
        }

        bool isMoney = measure.Printed(result).TryGetMoney(out Money money);
        amount = isMoney ? Format.Rounded(money) : 0;
        return isMoney;
    }

    internal string Cell(Measure measure, PeriodResult result)
    {
        MeasureValue value = measure.Printed(result);
        return value.Rates is { } rates ? RateText.Of(this, rates, value)
            : TryAmount(measure, result, out decimal amount) ? Format.Amount(amount)
            : value.TryGetExact(out decimal exact) ? Format.Write(measure.Unit, exact)
            : value.TryGetNumber(out double number) ? Format.Write(measure.Unit, number)
            : None(value.Reason);
    }

    internal string Cell(string measure, PeriodResult result) => Cell(Measure(measure), result);

    internal string Cell(Figure<Money> figure) => figure.TryGetValue(out Money money) ? Format.Amount(Format.Rounded(money)) : None(figure.Reason);

    internal string Share(Figure<decimal> figure) => figure.TryGetValue(out decimal value) ? FigureFormat.Percent(value) : None(figure.Reason);

    /// <summary>Text columns, then one number column a period.</summary>
    internal ReportColumn[] ColumnsByPeriod(params string[] textHeaders) =>
        [.. textHeaders.Select(ReportColumn.Text), .. Results.Select(result => ReportColumn.Number(NameOf(result.Period)))];

    /// <summary>One cell a period.</summary>
    internal IEnumerable<string> ByPeriod(Func<PeriodResult, string> cell) => Results.Select(cell);

    internal string None(NotApplicableReason? reason) => Format.NotApplicable(TextOf(reason ?? NotApplicableReason.NotComputed));
}
