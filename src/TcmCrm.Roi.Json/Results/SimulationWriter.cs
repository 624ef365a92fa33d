using System.Text.Json;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Json.Results;

/// <summary>Writes the document of a simulation.</summary>
internal sealed class SimulationWriter(Utf8JsonWriter writer)
{
    public const string Version = "1.0";

    private static readonly Choices<CaseBasis> Bases = Choices.Of<CaseBasis>();

    public void Write(SimulationResult result, DocumentWriteOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("schemaVersion", Version);
        writer.WriteString("name", result.Evaluation.Case.Name);
        writer.WriteString("currency", result.Evaluation.Case.Currency.Code);
        writer.WriteNumber("trials", result.Options.Trials);
        writer.WriteNumber("seed", result.Options.Seed);
        writer.WriteStartArray("assumed");
        foreach (AssumedUncertainty assumed in result.Assumed)
        {
            writer.WriteStartObject();
            writer.WriteString("line", assumed.Line.Text);
            writer.WriteString("name", assumed.Name);
            writer.WriteBoolean("measured", assumed.IsMeasured);
            new DistributionField("distribution", isRequired: true).Write(writer, assumed.Distribution);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("periods");
        foreach (SimulatedPeriod period in result.Periods)
        {
            WritePeriod(period);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("inputs");
        foreach (SimulatedInput input in result.Inputs)
        {
            WriteInput(input);
        }

        writer.WriteEndArray();
        SimulatedPeriod longest = result.Longest;
        WriteEstimate("evpi", longest.ValueOfPerfectInformation, longest);
        WriteStudies(options.Studies ?? result.Studies());
        WriteBreakEven(options.BreakEven);
        WriteHistogram(longest);
        writer.WriteStartArray("scenarios");
        foreach (ScenarioResult scenario in options.Scenarios)
        {
            writer.WriteStartObject();
            writer.WriteString("name", scenario.Name);
            writer.WriteStartArray("periods");
            foreach (PeriodResult period in scenario.Evaluation.Periods)
            {
                PeriodWriter.Write(writer, period, null, scenario.Evaluation.Measures, ResultDetail.Figures, options.Languages);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteMessages("warnings", [.. result.Warnings, .. result.Evaluation.WarningsToLongest], options.Languages);
        writer.WriteEndObject();
    }

    public void WriteEstimate(string name, Figure<Estimate> figure, SimulatedPeriod? of = null)
    {
        writer.WriteStartObject(name);
        if (of is not null)
        {
            WriteSubject(of.Period, of.Basis);
        }

        if (figure.TryGetValue(out Estimate estimate))
        {
            WriteNumber("value", estimate.Value, estimate.StandardError);
            WriteNumber("standardError", estimate.StandardError, estimate.StandardError);
        }
        else
        {
            WriteReason(figure.Reason);
        }

        writer.WriteEndObject();
    }

    public void WriteSubject(EvaluationPeriod period, CaseBasis basis)
    {
        writer.WriteString("period", period.ToString());
        writer.WriteString("basis", Bases.WordFor(basis));
    }

    private void WritePeriod(SimulatedPeriod period)
    {
        writer.WriteStartObject();
        WriteSubject(period.Period, period.Basis);
        writer.WriteStartObject("figures");
        WriteFigure("roi", period.ReturnOnInvestment);
        WriteFigure("netPresentValue", period.NetPresentValue);
        WriteFigure("benefitCostRatio", period.BenefitCostRatio);
        WriteFigure("paybackMonths", period.PaybackMonths);
        WriteFigure("internalRateOfReturn", period.InternalRateOfReturn);
        writer.WriteEndObject();
        writer.WriteNumber("deterministicNetPresentValue", period.DeterministicNetPresentValue);
        Figure<double> error = period.NetPresentValue.StandardError;
        WriteSupported(
            "meanLessDeterministic",
            period.NetPresentValue.Mean.TryGetValue(out double mean) && period.DeterministicNetPresentValue.TryGetValue(out double plan) ? Figure.Of(mean - plan) : period.NetPresentValue.Mean, error);
        WriteEstimate("probabilityNpvPositive", period.ProbabilityNpvPositive);
        writer.WriteStartArray("paidBackBy");
        foreach (KeyValuePair<int, Estimate> by in period.PaidBackBy)
        {
            writer.WriteStartObject();
            writer.WriteNumber("months", by.Key);
            WriteNumber("probability", by.Value.Value, by.Value.StandardError);
            WriteNumber("standardError", by.Value.StandardError, by.Value.StandardError);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        WriteEstimate("expectedShortfall", period.ExpectedShortfall);
        writer.WriteEndObject();
    }

    public void WriteFigure(string name, SimulatedFigure figure)
    {
        writer.WriteStartObject(name);
        WriteMembers(figure);
        writer.WriteEndObject();
    }

    /// <summary>The members of a figure's object, for who adds members of its own.</summary>
    public void WriteMembers(SimulatedFigure figure)
    {
        Figure<double> error = figure.StandardError;
        WriteSupported("mean", figure.Mean, error);
        WriteSupported("standardDeviation", figure.StandardDeviation, error);
        WriteSupported("standardError", error, error);
        WriteSupported("p5", figure.P5, error);
        WriteSupported("p10", figure.P10, error);
        WriteSupported("p25", figure.P25, error);
        WriteSupported("p50", figure.P50, error);
        WriteSupported("p75", figure.P75, error);
        WriteSupported("p90", figure.P90, error);
        WriteSupported("p95", figure.P95, error);
        writer.WriteNumber("noAnswer", figure.NoAnswer);
    }

    private void WriteInput(SimulatedInput input)
    {
        writer.WriteStartObject();
        writer.WriteString("id", input.Id);
        writer.WriteString("name", input.Name);
        WriteSubject(input.Period, input.Basis);
        writer.WriteBoolean("hasEffect", input.HasEffect);
        writer.WriteNumber("mean", Figure.Of(input.Mean));
        writer.WriteNumber("meanWithoutCut", Figure.Of(input.MeanWithoutCut));
        writer.WriteNumber("p10", Figure.Of(input.P10));
        writer.WriteNumber("p90", Figure.Of(input.P90));
        writer.WriteNumber("npvLow", input.NetPresentValueAtP10);
        writer.WriteNumber("npvHigh", input.NetPresentValueAtP90);
        writer.WriteNumber("swing", input.Swing);
        writer.WriteNumber("roiLow", input.ReturnOnInvestmentAtP10);
        writer.WriteNumber("roiHigh", input.ReturnOnInvestmentAtP90);
        writer.WriteNumber("firstOrder", input.FirstOrderShare);
        WriteEstimate("evppi", input.ValueOfInformation);
        writer.WriteEndObject();
    }

    private void WriteStudies(IReadOnlyList<StudyProposal> studies)
    {
        writer.WriteStartArray("measureNext");
        foreach (StudyProposal study in studies)
        {
            writer.WriteStartObject();
            writer.WriteString("id", study.Input.Id);
            writer.WriteString("name", study.Input.Name);
            WriteEstimate("evppi", Figure.Of(study.Worth));
            WriteMonths("monthsPaidFor", study.MonthsPaidFor);
            WriteMonths("months", study.Months);
            writer.WriteNumber("cost", study.Cost);
            WriteSupported("worthLessCost", study.WorthLessCost, Figure.Of(study.Worth.StandardError));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteMonths(string name, Figure<int> months)
    {
        if (months.TryGetValue(out int number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteReason(name, months.Reason);
        }
    }

    private void WriteBreakEven(IReadOnlyList<BreakEvenPoint> points)
    {
        writer.WriteStartArray("breakEven");
        foreach (BreakEvenPoint point in points)
        {
            writer.WriteStartObject();
            writer.WriteString("lever", point.Lever);
            if (point.Subject is null)
            {
                writer.WriteNull("line");
            }
            else
            {
                writer.WriteString("line", point.Subject);
            }

            WriteSubject(point.Period, point.Basis);
            writer.WriteNumber("current", point.Current);
            if (point.Value.IsApplicable)
            {
                writer.WriteNumber("value", point.Value);
            }
            else
            {
                WriteReason(point.Value.Reason);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteHistogram(SimulatedPeriod period)
    {
        writer.WriteStartObject("histogram");
        WriteSubject(period.Period, period.Basis);
        writer.WriteStartArray("edges");
        foreach (double edge in period.HistogramEdges)
        {
            writer.WriteDouble(edge);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("counts");
        foreach (int count in period.HistogramCounts)
        {
            writer.WriteNumberValue(count);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteSupported(string name, Figure<double> figure, Figure<double> error)
    {
        if (figure.TryGetValue(out double value))
        {
            WriteNumber(name, value, error.GetValueOrDefault(0));
        }
        else
        {
            writer.WriteReason(name, figure.Reason);
        }
    }

    /// <summary>A number to two digits of its standard error: what stands behind them is chance.</summary>
    private void WriteNumber(string name, double value, double error) => writer.WriteNumber(name, Figure.Of(SupportedDigits.Rounded(value, error, digits: 2)));

    private void WriteReason(NotApplicableReason? reason) => writer.WriteString(ResultNames.NotApplicable, Figure.IdOf(reason ?? NotApplicableReason.NotComputed));
}
