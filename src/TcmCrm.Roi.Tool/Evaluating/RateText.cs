using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>An internal rate of return in a cell: the rate where it is the only one, otherwise why not, with all rates there are.</summary>
internal static class RateText
{
    internal static string Of(EvaluationView view, InternalRateOfReturnResult result, MeasureValue value)
    {
        if (result.TryGetRate(out double rate))
        {
            return FigureFormat.Percent(rate);
        }

        if (view.Evaluation.Terms.RateSelection is { } selection && value.TryGetNumber(out double selected))
        {
            return view.Say(
                "value.selectedRate",
                ("rate", FigureFormat.Percent(selected)), ("policy", view.Language.Say(selection.InWords)), ("rates", view.Language.Join(result.Roots.Select(root => FigureFormat.Percent(root.Rate)))));
        }

        string reason = view.TextOf(result.ToFigure().Reason!.Value);
        return view.Format.NotApplicable(result.Count == 0
            ? reason
            : view.Say("value.rates", ("reason", reason), ("rates", view.Language.Join(result.Roots.Select(root => FigureFormat.Percent(root.Rate))))));
    }
}
