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

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi compare CASE CASE...</c>: alternatives side by side, of which doing nothing is one.</summary>
internal sealed class CompareCommand(Language language)
{
    private readonly Argument<string[]> files = new("CASE") { Description = language.Say("help.compare.cases"), Arity = ArgumentArity.OneOrMore };

    private readonly Option<string[]> periods = new("--horizon") { Description = language.Say("help.evaluate.horizon"), HelpName = "PERIODS" };

    private readonly Option<string?> discountRate = new("--discount-rate") { Description = language.Say("help.evaluate.discountRate"), HelpName = "RATE" };

    private readonly Option<string> basis = new("--basis")
    {
        Description = language.Say("help.compare.basis"),
        HelpName = "all|cashable",
        DefaultValueFactory = _ => "all",
    };

    private readonly Option<bool> afterTax = new("--after-tax") { Description = language.Say("help.compare.afterTax") };

    private readonly SimulationOption simulation = new(language);

    internal static Command Create(Language language) => new CompareCommand(language).Build();

    private Command Build()
    {
        basis.AcceptOnlyFromAmong("all", "cashable");
        var command = new Command("compare", language.Say("help.compare")) { files, periods, discountRate, basis, afterTax };
        simulation.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html, OutputFormat.Xlsx], Run);
    }

    private int Run(CommandContext context)
    {
        EvaluationPeriod[]? given = PeriodOption.Read(context, periods);
        decimal? rate = RateOption.Read(context, discountRate);
        SimulationOptions options = simulation.Read(context);
        string[] paths = context.Value(files);
        InvestmentCase?[] cases = [.. paths.Select(path => CaseFile.Read(context, path))];
        for (int i = 0; context.Value(afterTax) && i < cases.Length; i++)
        {
            if (cases[i] is { Taxation: null })
            {
                context.Problems.Add(InputFile.NameOf(paths[i]), null, null, Told.As("tax.notStated"));
            }
        }

        context.Problems.ThrowIfAny();
        var settings = CommandContext.Settings(new CaseTerms { Periods = given, DiscountRate = rate });
        RoiEvaluation[] evaluations = [.. cases.Select((source, i) => Evaluate(context, source!, settings, paths[i]))];
        foreach (Message obstacle in Comparison.Obstacles(evaluations))
        {
            context.Problems.Add(Place.CommandLine, null, null, obstacle);
        }

        context.Problems.ThrowIfAny();
        ComparisonResult result = Comparison.Of(
            cases!, options, settings, basis: context.Value(basis) == "cashable" ? CaseBasis.Cashable : CaseBasis.All, cancellation: context.Cancellation);
        if (context.Format == OutputFormat.Json)
        {
            context.Output.Write(ComparisonDocument.Write(result).TrimEnd('\n') + "\n");
        }
        else
        {
            context.Write(RoiReport.Of(result, new RoiReportOptions { Language = context.Language, Inputs = context.ReportOptions.Inputs, AfterTax = context.Value(afterTax) }), "book.sheet.comparison");
        }

        return ExitCode.Done;
    }

    private static RoiEvaluation Evaluate(CommandContext context, InvestmentCase source, EvaluationSettings settings, string path)
    {
        Message name = InputFile.NameOf(path);
        foreach (Message missing in Projection.MissingRates(source, settings.Overrides))
        {
            context.Problems.Add(name, null, null, missing);
        }

        context.Problems.ThrowIfAny();
        try
        {
            return RoiEvaluator.Evaluate(source, settings, context.Cancellation);
        }
        catch (InvalidOperationException e) when (Message.Of(e) is { } refusal)
        {
            context.Problems.Add(name, null, null, refusal);
            throw new BadInputException();
        }
        catch (OverflowException)
        {
            context.Problems.Add(name, null, null, Told.As("evaluate.tooLarge"));
            throw new BadInputException();
        }
    }
}
