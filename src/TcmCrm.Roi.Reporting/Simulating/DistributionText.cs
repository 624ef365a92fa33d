using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Simulating;

/// <summary>A distribution in words.</summary>
internal static class DistributionText
{
    internal static string Of(EvaluationView view, Distribution distribution)
    {
        string id = distribution.Kind switch
        {
            DistributionKind.Triangular => "distribution.triangular",
            DistributionKind.TriangularOfPercentiles => "distribution.triangularOfPercentiles",
            DistributionKind.Pert => "distribution.pert",
            DistributionKind.Uniform => "distribution.uniform",
            DistributionKind.Normal => "distribution.normal",
            DistributionKind.Lognormal => "distribution.lognormal",
            DistributionKind.NormalInterval => "distribution.normalInterval",
            DistributionKind.LognormalInterval => "distribution.lognormalInterval",
            _ => "distribution.discrete",
        };
        return distribution.Kind == DistributionKind.Discrete
            ? view.Say(id, ("values", view.Language.Join(distribution.Values.Select(value => Text(value)))))
            : view.Say(id, [.. distribution.Parameters.Select(parameter => (parameter.Key, parameter.Key == "confidence" ? FigureFormat.Percent(parameter.Value, 0) : Text(parameter.Value)))]);
    }

    private static string Text(double value) => FigureFormat.Number(value, 2);
}
