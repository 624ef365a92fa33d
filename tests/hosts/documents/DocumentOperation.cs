using System;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TcmCrm.Roi;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;

namespace RoiDocuments;

/// <summary>A case document in, its result document with a simulation out; a bad document gives its problems, one a line.</summary>
public sealed class DocumentOperation
{
    private static readonly Language English = JsonTexts.In(Language.Of("en"));

    /// <summary>Evaluates a case document.</summary>
    /// <param name="input">The document as JSON.</param>
    /// <returns>The result document, or the problems.</returns>
    public string Execute(string input)
    {
        CaseReading reading = CaseDocument.Read(input);
        if (!reading.TryGetCase(out var investmentCase))
        {
            var problems = new StringBuilder();
            foreach (DocumentProblem problem in reading.Problems)
            {
                problems.AppendFormat(CultureInfo.InvariantCulture, "{0}:{1} {2} {3} {4}\n", problem.Line, problem.Column, problem.Kind, problem.Path, English.Say(problem.Message));
            }

            return problems.ToString();
        }

        using ServiceProvider services = new ServiceCollection().AddTcmCrmRoi(options => options.DiscountRate = 0.08m).BuildServiceProvider();
        IRoiEngine engine = services.GetRequiredService<IRoiEngine>();
        return ResultDocument.Write(
            engine.Evaluate(investmentCase),
            new DocumentWriteOptions { Detail = ResultDetail.Full, Simulation = engine.Simulate(investmentCase, new SimulationOptions { Trials = 5_000 }) });
    }
}
