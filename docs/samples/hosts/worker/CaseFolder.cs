using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TcmCrm.Roi;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;

namespace Worker;

/// <summary>Evaluates the case documents of a folder, then stops the host. A bad document is logged with all its problems and does not stop the others.</summary>
internal sealed class CaseFolder(IRoiEngine engine, IConfiguration configuration, IHostApplicationLifetime lifetime, ILogger<CaseFolder> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            string folder = configuration["Folder"] ?? throw new InvalidOperationException("The setting Folder is missing.");
            foreach (string file in Directory.GetFiles(folder, "*.json").Where(file => !file.EndsWith(".result.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            {
                await Evaluate(file, stoppingToken);
            }
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task Evaluate(string file, CancellationToken cancellation)
    {
        CaseReading reading;
        await using (FileStream input = File.OpenRead(file))
        {
            reading = await engine.ReadCaseAsync(input, cancellation);
        }

        if (!reading.TryGetCase(out InvestmentCase? investmentCase))
        {
            foreach (DocumentProblem problem in reading.Problems)
            {
                log.LogError("{File}({Line}): {Path}: {Message}", file, problem.Line, problem.Path, engine.LanguageOf("en").Say(problem.Message));
            }

            Environment.ExitCode = 2;
            return;
        }

        RoiEvaluation evaluation = engine.Evaluate(investmentCase, cancellation: cancellation);
        await using FileStream output = File.Create(Path.ChangeExtension(file, ".result.json"));
        await engine.WriteAsync(evaluation, output, ResultDetail.Lines, cancellation);
        log.LogInformation("{Evaluation}", evaluation);
    }
}
