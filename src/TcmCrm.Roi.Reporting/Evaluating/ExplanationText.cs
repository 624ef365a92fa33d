using System.Globalization;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting.Figures;

namespace TcmCrm.Roi.Reporting.Evaluating;

/// <summary>Inputs and results of figures in the language of the reader, with every digit that they have.</summary>
internal sealed class ExplanationText(EvaluationView view, PeriodResult result)
{
    private CaseTerms Terms => result.Terms;

    internal string ResultOf(Measure measure) => Value(measure.Unit, measure.Of(result));

    /// <summary>An input is called what the formula calls it; where the formula does not, by its name.</summary>
    internal string InputOf(Measure measure, FigureInput input)
    {
        bool isLine = !measure.Inputs.Contains(input.Name);
        string name = isLine || view.Language.Say(measure.Formula).Contains(input.Name) ? input.Name : NameOf(input.Name);
        return view.Say("explanation.input", ("name", name), ("value", isLine ? Amount(input.Value) : ValueOf(input)));
    }

    /// <summary>An input of a figure after tax, which brings its value along.</summary>
    internal string InputAfterTax(Measure measure, FigureInput input)
    {
        bool isAmount = input.Unit == view.Evaluation.Case.Currency.Code;
        string name = measure.Inputs.Contains(input.Name) ? NameOf(input.Name) : input.Name;
        string value = input.Name == "incomeTaxRate" ? FigureFormat.Rate(decimal.Parse(input.Value, CultureInfo.InvariantCulture)) : isAmount ? Amount(input.Value) : ValueOf(input);
        return view.Say("explanation.input", ("name", name), ("value", value));
    }

    private string NameOf(string input) => view.Language.Say((view.Language.Knows("measure." + input) ? "measure." : "measureInput.") + input);

    private string ValueOf(FigureInput input) => input.Name switch
    {
        "discountRate" => Rate(Terms.DiscountRate),
        "financeRate" => Rate(Terms.FinanceRate ?? Terms.DiscountRate),
        "reinvestmentRate" => Rate(Terms.ReinvestmentRate ?? Terms.DiscountRate),
        "flowTiming" => view.Language.NameOf(Terms.FlowTiming!.Value),
        "dayCount" => view.Language.NameOf(Terms.DayCount!.Value),
        "years" => view.Say("explanation.years", ("years", input.Value)),
        "goLive" => view.Format.Date(view.Evaluation.Case.GoLive),
        "netFlows" or "yearlyTable" => view.NameOf(result.Period),
        _ => view.Evaluation.Measures.FirstOrDefault(measure => measure.Id == input.Name) is { } measure ? ResultOf(measure) : input.Value,
    };

    internal string Value(MeasureUnit unit, MeasureValue value) => value switch
    {
        { Rates: { Count: > 0 } rates } => view.Language.Join(rates.Roots.Select(root => root.Rate.ToString("R", CultureInfo.InvariantCulture))),
        { IsApplicable: false } => view.None(value.Reason).Text,
        _ when unit == MeasureUnit.Money => Amount(value.ToString()),
        _ when unit == MeasureUnit.Months => view.Say("length.months", ("months", value.ToString())),
        _ => value.ToString(),
    };

    private string Amount(string digits) => view.Format.Unrounded(digits);

    private string Rate(decimal? rate) => rate is { } given ? FigureFormat.Rate(given) : view.None(NotApplicableReason.NoRate).Text;
}
