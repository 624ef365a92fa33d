using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>An evaluation together with how its figures are written; what every section of the report starts from.</summary>
internal sealed class EvaluationView(RoiEvaluation evaluation, Language language)
{
    internal RoiEvaluation Evaluation { get; } = evaluation;

    internal InvestmentCase Case => Evaluation.Case;

    internal Language Language { get; } = language;

    internal FigureFormat Format { get; } = new(language, evaluation.Case.Currency);

    internal IReadOnlyList<HorizonResult> Horizons => Evaluation.Horizons;

    /// <summary>The longest period: what is not shown for all periods is shown for this one.</summary>
    internal HorizonResult Longest => Horizons[^1];

    internal string Say(string english, string chinese) => Language.Say(english, chinese);

    internal string NameOf(EvaluationPeriod period) => Words.Write(period.Length);

    internal string NameOf(RoiConvention convention) => Say(RoiConventionNames.English(convention), RoiConventionNames.Chinese(convention));

    internal string TextOf(NotApplicableReason reason) => Words.NameOf(reason);

    internal Texts.Language Words { get; } = language.Words();

    /// <summary>First date to last date, both in the period.</summary>
    internal string DatesOf(HorizonResult horizon) =>
        Format.Date(horizon.Start) + Say(" to ", "至") + Format.Date(horizon.End.PlusDays(-1));

    /// <summary>Printed benefit less printed cost, as in result documents: a reader who subtracts gets the printed figure.</summary>
    internal static decimal NetOf(HorizonResult horizon) => (horizon.TotalBenefit.RoundToMinorUnit() - horizon.TotalCost.RoundToMinorUnit()).Amount;

    /// <summary>Printed present values differ by this figure.</summary>
    internal static Figure<Money> NetPresentValueOf(HorizonResult horizon) =>
        horizon.PresentValueOfBenefits.TryGetValue(out Money benefits) && horizon.PresentValueOfCosts.TryGetValue(out Money costs)
            ? Figure.Of(benefits.RoundToMinorUnit() - costs.RoundToMinorUnit())
            : horizon.NetPresentValue;

    internal string Cell<T>(Figure<T> figure, Func<T, string> print)
        where T : struct => figure.TryGetValue(out T value) ? print(value) : Format.NotApplicable(TextOf(figure.Reason!.Value));

    internal string Cell(Figure<Money> figure) => Cell(figure, Format.Amount);

    /// <summary>A ratio in percent.</summary>
    internal string Cell(Figure<decimal> figure) => Cell(figure, ratio => FigureFormat.Percent(ratio));

    /// <summary>A ratio in percent.</summary>
    internal string Cell(Figure<double> figure) => Cell(figure, ratio => FigureFormat.Percent(ratio));

    /// <summary>Text columns, then one number column a period.</summary>
    internal ReportColumn[] ColumnsByHorizon(params string[] textHeaders) =>
        [.. textHeaders.Select(ReportColumn.Text), .. Horizons.Select(horizon => ReportColumn.Number(NameOf(horizon.Period)))];

    /// <summary>One cell a period.</summary>
    internal IEnumerable<string> ByHorizon(Func<HorizonResult, string> cell) => Horizons.Select(cell);
}
