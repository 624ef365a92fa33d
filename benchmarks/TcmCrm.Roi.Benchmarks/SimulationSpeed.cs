using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Benchmarks;

/// <summary>Time of a simulation of the sample on one thread, and the sample's flows by line and month for a rival that computes the same in the same run.</summary>
internal static class SimulationSpeed
{
    private const int Rounds = 3;

    /// <summary>Writes the flows for the rival to a file, and the library's times as one line of JSON.</summary>
    internal static void Run(string document, string flows, int trials)
    {
        InvestmentCase sample = CaseDocument.Read(File.ReadAllBytes(document)).Case;
        EvaluationPeriod longest = RoiEvaluator.Evaluate(sample).Periods[^1].Period;
        InvestmentCase one = sample.WithTerms(new CaseTerms { Periods = [longest] });
        WriteFlows(one, flows);
        double everything = Least(sample, trials);
        double alone = Least(one, trials);
        Console.Out.WriteLine(JsonSerializer.Serialize(new Dictionary<string, double>
        {
            ["everything"] = everything,
            ["onePeriodBothBases"] = alone,
        }));
    }

    private static double Least(InvestmentCase source, int trials)
    {
        var options = new SimulationOptions { Trials = trials, Seed = 20250101 };
        Simulation.Run(source, options);
        double least = double.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.UserTime;
            Simulation.Run(source, options);
            least = Math.Min(least, (Environment.CpuUsage.UserTime - before).TotalSeconds);
        }

        return least;
    }

    private static void WriteFlows(InvestmentCase source, string path)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        Projection projection = evaluation.Projection;
        int months = evaluation.Periods[^1].Period.Months;
        using FileStream file = File.Create(path);
        using var writer = new Utf8JsonWriter(file);
        writer.WriteStartObject();
        writer.WriteNumber("rate", projection.Terms.DiscountRate!.Value);
        writer.WriteStartArray("lines");
        foreach (ProjectionLine line in projection.Lines)
        {
            var byMonth = new double[months];
            foreach (CashFlow flow in line.Flows)
            {
                int month = ((flow.Date.Year - source.Start.Year) * 12) + flow.Date.Month - source.Start.Month;
                if (month >= 0 && month < months)
                {
                    byMonth[month] += (double)flow.Amount.Amount;
                }
            }

            writer.WriteStartObject();
            writer.WriteBoolean("isCost", line.Side == FlowSide.Cost);
            writer.WriteStartArray("amounts");
            Array.ForEach(byMonth, writer.WriteNumberValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
