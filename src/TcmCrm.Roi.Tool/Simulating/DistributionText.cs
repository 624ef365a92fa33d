using TcmCrm.Roi.Tool.Evaluating;
using TcmCrm.Roi.Tool.Rendering;

namespace TcmCrm.Roi.Tool.Simulating;

/// <summary>A distribution in words.</summary>
internal static class DistributionText
{
    internal static string Of(EvaluationView view, Distribution distribution)
    {
        string id = "distribution." + char.ToLowerInvariant(distribution.Kind.ToString()[0]) + distribution.Kind.ToString()[1..];
        return distribution.Kind == DistributionKind.Discrete
            ? view.Say(id, ("values", view.Language.Join(distribution.Values.Select(value => Text(value)))))
            : view.Say(id, [.. distribution.Parameters.Select(parameter => (parameter.Key, parameter.Key == "confidence" ? FigureFormat.Percent(parameter.Value, 0) : Text(parameter.Value)))]);
    }

    private static string Text(double value) => FigureFormat.Number(value, 2);
}
