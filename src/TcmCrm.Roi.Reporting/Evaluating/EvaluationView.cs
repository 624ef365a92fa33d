using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>An evaluation together with how its figures are written; what every section of the report starts from.</summary>
internal sealed class EvaluationView(RoiEvaluation evaluation, Language language)
{
    private readonly Dictionary<PeriodResult, PrintedPeriod> printed = [];

    internal RoiEvaluation Evaluation { get; } = evaluation;

    /// <summary>Whether figures after tax are shown, and so what they rest on.</summary>
    internal bool IsAfterTax { get; init; }

    internal IEnumerable<Message> AssumedTerms => IsAfterTax ? Evaluation.AssumedTerms : Evaluation.AssumedTerms.Except(Evaluation.AssumedTaxes);

    /// <summary>The warnings of the case, those of its taxes only where figures after tax are shown.</summary>
    internal IEnumerable<Message> Warnings => IsAfterTax ? Evaluation.Warnings : Evaluation.Warnings.Except(Evaluation.TaxWarnings);

    internal InvestmentCase Case => Evaluation.Case;

    internal Language Language { get; } = language;

    internal FigureFormat Format { get; } = new(language, evaluation.Case.Currency);

    internal IReadOnlyList<PeriodResult> Results => Evaluation.Periods;

    /// <summary>The longest period: what is not shown for all periods is shown for this one.</summary>
    internal PeriodResult Longest => Results[Results.Count - 1];

    internal string Say(string id, params (string Name, string Text)[] texts) => Language.Say(id, texts);

    internal Report NewReport(string title) => Format.NewReport(title);

    internal string NameOf(EvaluationPeriod period) => Language.Write(period.Length);

    internal string TextOf(NotApplicableReason reason) => Language.NameOf(reason);

    /// <summary>Whether benefits are planned and none of them can come within the period.</summary>
    internal bool IsGoLiveAfter(PeriodResult result) => Case.GoLive >= result.End && Case.Benefits.Any(benefit => benefit.Basis.IsMonetized);

    /// <summary>First date to last date, both in the period.</summary>
    internal string DatesOf(PeriodResult result) =>
        Say("span", ("from", Format.Date(result.Start)), ("to", Format.Date(result.End.PlusDays(-1))));

    /// <summary>A figure of the list by its id.</summary>
    internal Measure Measure(string id) => Evaluation.Measures.First(measure => measure.Id == id);

    internal string NameOf(Measure measure) => Language.Say(measure.Name);

    /// <summary>The amounts of a period as this report prints them, the same in all of its tables.</summary>
    internal PrintedPeriod Printed(PeriodResult result)
    {
        if (!printed.TryGetValue(result, out PrintedPeriod? period))
        {
            printed.Add(result, period = PrintedPeriod.Of(result).At(Format.Step));
        }

        return period;
    }

    /// <summary>An amount as tables print it: a difference is that of the printed amounts, so that a reader who subtracts gets it.</summary>
    /// <summary>Whether a benefit of the case is expressed in money, be it counted in a period or not.</summary>
    internal bool HasMoney => Case.Benefits.Any(benefit => benefit.Basis.IsMonetized);

    internal bool TryAmount(Measure measure, PeriodResult result, out decimal amount)
    {
        bool isMoney = Printed(result).Value(measure).TryGetMoney(out Money money);
        amount = money.Amount;
        return isMoney;
    }

    /// <summary>A figure as it is printed.</summary>
    internal ReportCell Cell(Measure measure, PeriodResult result)
    {
        MeasureValue value = Printed(result).Value(measure);
        ReportSource? source = IsShown(result) ? ReportSource.Measure(measure.Id, result.Period, IsCashable(result)) : null;
        return value.Rates is { } rates ? RateText.Of(this, rates, value, source)
            : value.TryGetMoney(out Money money) ? Format.Cell(money, source)
            : value.TryGetExact(out decimal exact) ? Format.Cell(measure.Unit, exact, source)
            : value.TryGetNumber(out double number) ? Format.Cell(measure.Unit, number, source)
            : value.Reason == NotApplicableReason.NoBenefit && IsGoLiveAfter(result) ? Format.None(Say("reason.goLiveAfterPeriod"), source) : None(value.Reason, source);
    }

    internal ReportCell Cell(string measure, PeriodResult result) => Cell(Measure(measure), result);

    /// <summary>A figure within a sentence.</summary>
    internal string Text(string measure, PeriodResult result) => Cell(measure, result).Text;

    /// <summary>An amount that is printed already.</summary>
    internal ReportCell Cell(Figure<Money> figure, ReportSource? source = null) => figure.TryGetValue(out Money money) ? Format.Cell(money, source) : None(figure.Reason, source);

    /// <summary>Whether it is the cash basis of a period that has another one.</summary>
    internal bool IsCashable(PeriodResult result) => !IsOnAll(result) && IsShown(result);

    private bool IsOnAll(PeriodResult result) => Results.Any(one => ReferenceEquals(one, result));

    /// <summary>Whether it is a period as evaluated, on one of the bases, and not one at the limits of what was measured.</summary>
    private bool IsShown(PeriodResult result) => Results.Any(one => ReferenceEquals(one, result) || ReferenceEquals(one.Cashable, result));

    /// <summary>Text columns, then one number column a period.</summary>
    internal ReportColumn[] ColumnsByPeriod(params string[] textHeaders) =>
        [.. textHeaders.Select(ReportColumn.Text), .. Results.Select(result => ReportColumn.Number(NameOf(result.Period)))];

    /// <summary>One cell a period.</summary>
    internal IEnumerable<ReportCell> ByPeriod(Func<PeriodResult, ReportCell> cell) => Results.Select(cell);

    internal ReportCell None(NotApplicableReason? reason, ReportSource? source = null) => Format.None(TextOf(reason ?? NotApplicableReason.NotComputed), source);
}
