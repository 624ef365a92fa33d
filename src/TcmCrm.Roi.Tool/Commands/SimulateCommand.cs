using System.CommandLine;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Simulating;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi simulate CASE.json</c>: how sure the figures are, what they hang on, what to measure next.</summary>
internal sealed class SimulateCommand(Language language)
{
    private readonly Argument<string> file = new("CASE") { Description = language.Say("help.evaluate.case") };

    private readonly Option<string[]> periods = new("--horizon") { Description = language.Say("help.evaluate.horizon"), HelpName = "PERIODS" };

    private readonly Option<string?> discountRate = new("--discount-rate") { Description = language.Say("help.evaluate.discountRate"), HelpName = "RATE" };

    private readonly Option<string> basis = new("--basis")
    {
        Description = language.Say("help.simulate.basis"),
        HelpName = "all|cashable",
        DefaultValueFactory = _ => "all",
    };

    private readonly StudyOption study = new(language);

    private readonly SimulationOption simulation = new(language);

    internal static Command Create(Language language) => new SimulateCommand(language).Build();

    private Command Build()
    {
        var command = new Command("simulate", language.Say("help.simulate")) { file, periods, discountRate, basis };
        basis.AcceptOnlyFromAmong("all", "cashable");
        study.AddTo(command);
        simulation.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html, OutputFormat.Csv, OutputFormat.Xlsx], Run);
    }

    private int Run(CommandContext context)
    {
        EvaluationPeriod[]? given = PeriodOption.Read(context, periods);
        decimal? rate = RateOption.Read(context, discountRate);
        SimulationOptions options = simulation.Read(context, context.Value(basis) == "cashable" ? CaseBasis.Cashable : CaseBasis.All);
        decimal? studyCost = study.ReadCost(context);
        string path = context.Value(file);
        InvestmentCase? source = CaseFile.Read(context, path);
        IReadOnlyDictionary<string, int> months = source is null ? new Dictionary<string, int>() : study.ReadMonths(context, source);
        context.Problems.ThrowIfAny();
        var settings = CommandContext.Settings(new CaseTerms { Periods = given, DiscountRate = rate });
        SimulationResult result = Simulate(context, source!, options, settings, path);
        IReadOnlyList<BreakEvenPoint> breakEven = BreakEven.Of(result.Evaluation, CaseInputs.Levers(source!), basis: options.Basis);
        IReadOnlyList<StudyProposal> studies = result.Studies(studyCost, months);
        IReadOnlyList<ScenarioResult> scenarios = Scenarios.Evaluate(source!, CaseInputs.Apply, settings);
        switch (context.Format)
        {
            case OutputFormat.Json:
                context.Output.Write(SimulationDocument.Write(result, new DocumentWriteOptions { BreakEven = breakEven, Scenarios = scenarios, Studies = studies }).TrimEnd('\n') + "\n");
                break;
            case OutputFormat.Csv:
                SimulationCsv.Write(result, context.Output);
                break;
            default:
                context.Write(RoiReport.Of(result, breakEven, scenarios, studies, context.ReportOptions), "book.sheet.uncertainty");
                break;
        }

        return ExitCode.Done;
    }

    /// <summary>The report of a simulation as this command makes it where nothing more is asked.</summary>
    internal static Report ReportOf(CommandContext context, SimulationResult result, EvaluationSettings settings) => RoiReport.Of(
        result, BreakEven.Of(result.Evaluation, CaseInputs.Levers(result.Evaluation.Case), basis: result.Options.Basis), Scenarios.Evaluate(result.Evaluation.Case, CaseInputs.Apply, settings), result.Studies(),
        context.ReportOptions);

    /// <summary>Runs a simulation with its progress on a terminal; what does not fit is noted.</summary>
    internal static SimulationResult Simulate(CommandContext context, InvestmentCase source, SimulationOptions options, EvaluationSettings settings, string path)
    {
        Message name = InputFile.NameOf(path);
        foreach (Message missing in Projection.MissingRates(source, settings.Overrides))
        {
            context.Problems.Add(name, null, null, missing);
        }

        context.Problems.ThrowIfAny();
        using var progress = new ProgressBar(context);
        try
        {
            return Simulation.Run(source, options, settings, progress, context.Cancellation);
        }
        catch (InvalidOperationException e)
        {
            context.Problems.Add(name, null, null, Message.Of(e) ?? Told.As("simulate.tooLarge"));
        }
        catch (OverflowException)
        {
            context.Problems.Add(name, null, null, Told.As("evaluate.tooLarge"));
        }

        throw new BadInputException();
    }
}
