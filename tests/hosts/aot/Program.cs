using System;
using System.IO;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TcmCrm.Roi;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Sensitivity;

// AotApp CASE.json: the result document of a case with a simulation, or its problems.
using Stream input = File.OpenRead(args[0]);
CaseReading reading = CaseDocument.Read(input);
if (!reading.TryGetCase(out var investmentCase))
{
    foreach (DocumentProblem problem in reading.Problems)
    {
        Console.Error.WriteLine(problem);
    }

    return 2;
}

using ServiceProvider services = new ServiceCollection().AddTcmCrmRoi(options => options.DiscountRate = 0.08m).BuildServiceProvider();
IRoiEngine engine = services.GetRequiredService<IRoiEngine>();
string result = ResultDocument.Write(
    engine.Evaluate(investmentCase),
    new DocumentWriteOptions { Detail = ResultDetail.Full, Simulation = engine.Simulate(investmentCase, new SimulationOptions { Trials = 5_000 }) });
using Stream output = Console.OpenStandardOutput();
output.Write(Encoding.UTF8.GetBytes(result));
return 0;
