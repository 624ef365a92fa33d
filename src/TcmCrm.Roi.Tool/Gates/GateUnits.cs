using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary>The unit of a figure by its path in the result document: that of the measure, of the measure at a limit, or of a part of a total.</summary>
internal static class GateUnits
{
    private const string Shares = "benefitShareByEvidence.";

    internal static MeasureUnit Of(string figure)
    {
        figure = figure.StartsWith(Gate.AfterTaxPrefix, StringComparison.Ordinal) ? figure[Gate.AfterTaxPrefix.Length..] : figure;
        figure = figure.StartsWith(Gate.CashablePrefix, StringComparison.Ordinal) ? figure[Gate.CashablePrefix.Length..] : figure;
        string id = figure.Split('.') is ["limits", _, var last] ? last : figure;
        return Measure.Find(id)?.Unit ?? (figure.StartsWith(Shares, StringComparison.Ordinal) ? MeasureUnit.Ratio : MeasureUnit.Money);
    }
}
