using System.Globalization;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Tool.Simulating;

/// <summary>One row a period, basis and figure.</summary>
internal static class SimulationCsv
{
    internal static void Write(SimulationResult result, TextWriter writer)
    {
        writer.Write("period,basis,figure,mean,standardDeviation,standardError,p5,p10,p25,p50,p75,p90,p95,noAnswer\n");
        foreach (SimulatedPeriod period in result.Periods)
        {
            Row(writer, period, "roi", period.ReturnOnInvestment);
            Row(writer, period, "netPresentValue", period.NetPresentValue);
            Row(writer, period, "benefitCostRatio", period.BenefitCostRatio);
            Row(writer, period, "paybackMonths", period.PaybackMonths);
            Row(writer, period, "internalRateOfReturn", period.InternalRateOfReturn);
        }
    }

    private static void Row(TextWriter writer, SimulatedPeriod period, string name, SimulatedFigure figure)
    {
        double error = figure.StandardError.GetValueOrDefault(0);
        string[] numbers =
        [
            .. new[] { figure.Mean, figure.StandardDeviation, figure.StandardError, figure.P5, figure.P10, figure.P25, figure.P50, figure.P75, figure.P90, figure.P95 }
                .Select(number => number.TryGetValue(out double value) ? SupportedDigits.Rounded(value, error, digits: 2).ToString("R", CultureInfo.InvariantCulture) : string.Empty),
        ];
        string basis = period.Basis == CaseBasis.All ? "all" : "cashable";
        writer.Write($"{period.Period},{basis},{name},{string.Join(',', numbers)},{figure.NoAnswer.ToString(CultureInfo.InvariantCulture)}\n");
    }
}
