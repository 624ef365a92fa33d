using System.Globalization;
using System.Text.RegularExpressions;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Evaluating;

/// <summary>A threshold that a pipeline sets: <c>roi&gt;=0.2</c>, <c>paybackMonths&lt;=24@P3Y</c>. Without a period it is for the longest.</summary>
internal sealed partial class Gate
{
    /// <summary>The figures by their names in result documents; money as it is printed there, so that 200000.00 passes a threshold of 200000.</summary>
    private static readonly Dictionary<string, Func<HorizonResult, Figure<double>>> Figures = new(StringComparer.Ordinal)
    {
        ["netBenefit"] = horizon => Figure.Of((double)EvaluationView.NetOf(horizon)),
        ["roi"] = horizon => horizon.ReturnOnInvestment.Select(ratio => (double)ratio),
        ["discountedRoi"] = horizon => horizon.DiscountedReturnOnInvestment.Select(ratio => (double)ratio),
        ["netPresentValue"] = horizon => EvaluationView.NetPresentValueOf(horizon).Select(amount => (double)amount.Amount),
        ["benefitCostRatio"] = horizon => horizon.BenefitCostRatio.Select(ratio => (double)ratio),
        ["internalRateOfReturn"] = horizon => horizon.InternalRateOfReturn.ToFigure(),
        ["totalCost"] = horizon => Figure.Of((double)horizon.TotalCost.RoundToMinorUnit().Amount),
        ["totalBenefit"] = horizon => Figure.Of((double)horizon.TotalBenefit.RoundToMinorUnit().Amount),
        ["paybackMonths"] = horizon => horizon.Payback.FirstMonths,
        ["durablePaybackMonths"] = horizon => horizon.Payback.DurableMonths,
        ["discountedPaybackMonths"] = horizon => horizon.Payback.DiscountedFirstMonths,
        ["requiredBenefitShare"] = horizon => horizon.RequiredBenefitShare().Select(ratio => (double)ratio),
    };

    private readonly string name;
    private readonly bool isLeast;
    private readonly double threshold;
    private readonly EvaluationPeriod? period;
    private readonly string text;

    private Gate(string name, bool isLeast, double threshold, EvaluationPeriod? period, string text)
    {
        this.name = name;
        this.isLeast = isLeast;
        this.threshold = threshold;
        this.period = period;
        this.text = text;
    }

    internal static string Names => string.Join(", ", Figures.Keys);

    internal static bool TryParse(string text, out Gate? gate, out string? problem)
    {
        gate = null;
        Match match = Form().Match(text);
        if (!match.Success)
        {
            problem = $"'{text}' is not a threshold; expected for example roi>=0.2 or paybackMonths<=24@P3Y";
            return false;
        }

        string name = match.Groups["name"].Value;
        if (!Figures.ContainsKey(name))
        {
            problem = $"'{name}' is not a figure; allowed: {Names}";
            return false;
        }

        EvaluationPeriod? period = null;
        if (match.Groups["period"] is { Success: true } given && !EvaluationPeriod.TryParse(given.Value, out period, out problem))
        {
            return false;
        }

        double number = double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        problem = null;
        gate = new Gate(name, match.Groups["least"].Value == ">=", match.Groups["percent"].Length > 0 ? number / 100 : number, period, text);
        return true;
    }

    /// <summary>Why the evaluation does not pass, or null where it does. A figure without an answer does not pass.</summary>
    internal string? Failure(RoiEvaluation evaluation)
    {
        HorizonResult? horizon = evaluation.Horizons[^1];
        if (period is not null && !evaluation.TryGet(period, out horizon))
        {
            return $"{text}: the period {period} was not evaluated";
        }

        Figure<double> figure = Figures[name](horizon);
        if (!figure.TryGetValue(out double value))
        {
            return $"{text}: {name} of {horizon.Period} is not applicable: {NotApplicableReasonNames.English(figure.Reason!.Value)}";
        }

        return (isLeast ? value >= threshold : value <= threshold)
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{text}: {name} of {horizon.Period} is {value:0.######}");
    }

    [GeneratedRegex(@"^\s*(?<name>[A-Za-z]+)\s*(?<least>>=|<=)\s*(?<number>-?[0-9]{1,28}(\.[0-9]{1,28})?)(?<percent>%?)\s*(@(?<period>\S+))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
