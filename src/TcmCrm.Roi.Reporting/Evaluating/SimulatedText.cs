using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>Writes simulated numbers with no more digits than their standard error supports.</summary>
internal sealed class SimulatedText(EvaluationView view)
{
    private const double Wan = 10_000;

    private readonly bool inWan = view.Language.Tag == "zh";

    /// <summary>A cell of a table whose title carries the unit.</summary>
    internal ReportCell Amount(Figure<double> figure, double error) =>
        figure.TryGetValue(out double value) ? Number(inWan ? value / Wan : value, inWan ? error / Wan : error, most: 2) : view.None(figure.Reason);

    /// <summary>An amount in running text.</summary>
    internal string AmountWithUnit(double value, double error)
    {
        string number = Number(inWan ? value / Wan : value, inWan ? error / Wan : error, most: 2);
        return view.Say(inWan ? "amount.tenThousands" : "amount.plain", ("amount", number), ("currency", view.Format.CurrencyName));
    }

    internal ReportCell Ratio(Figure<double> figure, double error) =>
        figure.TryGetValue(out double value) ? Number(100 * value, 100 * error, most: 1) + "%" : view.None(figure.Reason);

    internal ReportCell Multiple(Figure<double> figure, double error) => figure.TryGetValue(out double value) ? Number(value, error, most: 2) : view.None(figure.Reason);

    internal ReportCell Months(Figure<double> figure, double error) =>
        figure.TryGetValue(out double value) ? view.Say("length.months", ("months", Number(value, error, most: 1))) : view.None(figure.Reason);

    /// <summary>A probability; one that no trial, or every trial, showed is below or above a bound, not 0 or 1.</summary>
    internal ReportCell Probability(Figure<Estimate> figure, int trials) =>
        figure.TryGetValue(out Estimate estimate) ? Probability(estimate.Value, estimate.StandardError, trials) : view.None(figure.Reason);

    internal string Probability(double value, double error, int trials)
    {
        // Of n trials without an event its probability is below 3 / n (95 %).
        double bound = Math.Max(0.001, 3.0 / trials);
        return value == 0 ? view.Say("probability.below", ("bound", Number(100 * bound, 100 * bound, most: 1) + "%"))
            : value == 1 ? view.Say("probability.above", ("bound", Number(100 * (1 - bound), 100 * bound, most: 1) + "%"))
            : Ratio(Figure.Of(value), error).Text;
    }

    /// <summary>A number in the steps that its error supports, with at most so many decimals.</summary>
    internal static string Number(double value, double error, int most)
    {
        double step = SupportedDigits.Step(error);
        int decimals = step <= 0 ? most : Math.Max(0, Math.Min(most, (int)Math.Round(-Math.Log10(step))));
        double rounded = SupportedDigits.Rounded(value, error);
        return FigureFormat.Number(rounded == 0 ? 0 : rounded, decimals);
    }

    internal string BasisName(CaseBasis basis) => view.Say(basis == CaseBasis.All ? "basis.all" : "basis.cashable");
}
