using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>An internal rate of return in a cell: the rate where it is the only one, otherwise why not, with all rates there are.</summary>
internal static class RateText
{
    internal static ReportCell Of(EvaluationView view, InternalRateOfReturnResult result, MeasureValue value, ReportSource? source)
    {
        if (result.TryGetRate(out double rate))
        {
            return view.Format.Cell(MeasureUnit.Rate, rate, source);
        }

        if (view.Evaluation.Terms.RateSelection is { } selection && value.TryGetNumber(out double selected))
        {
            return new ReportCell(view.Say(
                "value.selectedRate",
                ("rate", view.Format.RateOf(selected)), ("policy", view.Language.Say(selection.InWords)), ("rates", view.Language.Join(result.Roots.Select(root => view.Format.RateOf(root.Rate)))))) { Source = source };
        }

        string reason = view.TextOf(result.ToFigure().Reason!.Value);
        return view.Format.None(
            result.Count == 0 ? reason : view.Say("value.rates", ("reason", reason), ("rates", view.Language.Join(result.Roots.Select(root => view.Format.RateOf(root.Rate))))), source);
    }
}
