using System.Globalization;
using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Measures;

/// <summary>The trace of a period's figures: for each measure its inputs and its result.</summary>
internal static class Explanations
{
    private const string PerYear = "fraction per year";

    internal static IReadOnlyList<FigureExplanation> Of(PeriodResult result, IReadOnlyList<Measure> measures)
    {
        var explanations = new FigureExplanation[measures.Count];
        for (int i = 0; i < explanations.Length; i++)
        {
            Measure measure = Check.NotNull(measures[i], nameof(measures));
            var inputs = new List<FigureInput>();
            foreach (string input in measure.Inputs)
            {
                AddInput(result, measures, input, inputs);
            }

            explanations[i] = new FigureExplanation(measure, measure.Of(result), UnitOf(measure.Unit, result), inputs.AsReadOnly());
        }

        return Array.AsReadOnly(explanations);
    }

    private static void AddInput(PeriodResult result, IReadOnlyList<Measure> measures, string id, List<FigureInput> inputs)
    {
        switch (id)
        {
            case MeasureInputs.DiscountRate:
                AddRate(result.Terms.DiscountRate);
                break;
            case MeasureInputs.FinanceRate:
                AddRate(result.Terms.FinanceRate ?? result.Terms.DiscountRate);
                break;
            case MeasureInputs.ReinvestmentRate:
                AddRate(result.Terms.ReinvestmentRate ?? result.Terms.DiscountRate);
                break;
            case MeasureInputs.Years:
                inputs.Add(new FigureInput(id, result.Years.ToString("R", CultureInfo.InvariantCulture), "years"));
                break;
            case MeasureInputs.GoLive:
                inputs.Add(new FigureInput(id, result.Case.GoLive.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "date"));
                break;
            case MeasureInputs.FlowTiming:
                inputs.Add(new FigureInput(id, result.Terms.FlowTiming!.Value.ToString(), "convention"));
                break;
            case MeasureInputs.DayCount:
                inputs.Add(new FigureInput(id, result.Terms.DayCount!.Value.ToString(), "convention"));
                break;
            case MeasureInputs.NetFlows or MeasureInputs.YearlyTable:
                inputs.Add(new FigureInput(id, result.Period.ToString(), "evaluation period"));
                break;
            case MeasureInputs.CostLines:
                AddLines(result.CostLines(), _ => true);
                break;
            case MeasureInputs.PrepaidLines:
                int before = inputs.Count;
                inputs.AddRange(Prepayment.ByLine(result.Projection, result.End).Select(part => new FigureInput(
                    result.Projection.Lines[part.Line].Name, part.Unexpired.ToString(CultureInfo.InvariantCulture), result.Case.Currency.Code)));
                if (inputs.Count == before)
                {
                    inputs.Add(new FigureInput(id, "0", result.Case.Currency.Code));
                }

                break;
            case MeasureInputs.BenefitLines:
                AddLines(result.BenefitLines(), line => line.Side == FlowSide.Benefit && line.Benefit is not { Basis.IsMonetized: false });
                break;
            case MeasureInputs.LongTermLines:
                AddLines(result.BenefitLines(), line => line.Side == FlowSide.LongTermBenefit && line.Benefit is not { Basis.IsMonetized: false });
                break;
            default:
                Measure? measure = measures.FirstOrDefault(candidate => candidate.Id == id) ?? StandardMeasures.Find(id);
                inputs.Add(measure is null
                    ? new FigureInput(id, string.Empty, string.Empty)
                    : new FigureInput(id, measure.Of(result).ToString(), UnitOf(measure.Unit, result)));
                break;
        }

        void AddRate(decimal? rate) => inputs.Add(new FigureInput(
            id, rate?.ToString(CultureInfo.InvariantCulture) ?? Figure.NotApplicable<decimal>(NotApplicableReason.NoRate).ToString(), PerYear));

        void AddLines(IReadOnlyList<LineResult> lines, Func<ProjectionLine, bool> isCounted) => inputs.AddRange(lines
            .Where(line => isCounted(line.Line))
            .Select(line => new FigureInput(line.Line.Name, line.Total.Amount.ToString(CultureInfo.InvariantCulture), line.Total.Currency.Code)));
    }

    internal static string UnitOf(MeasureUnit unit, PeriodResult result) => unit switch
    {
        MeasureUnit.Money => result.Case.Currency.Code,
        MeasureUnit.Rate => PerYear,
        MeasureUnit.Months => "months",
        _ => "ratio",
    };
}
