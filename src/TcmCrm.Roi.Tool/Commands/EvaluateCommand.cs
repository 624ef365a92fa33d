using System.CommandLine;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Evaluating;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Gates;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi evaluate CASE.json</c>: the figures of a business case over its evaluation periods.</summary>
internal sealed class EvaluateCommand(Language language)
{
    private readonly Argument<string> file = new("CASE")
    {
        Description = language.Say("help.evaluate.case"),
    };

    private readonly Option<string[]> periods = new("--horizon")
    {
        Description = language.Say("help.evaluate.horizon"),
        HelpName = "PERIODS",
    };

    private readonly Option<string[]> convention = new("--convention")
    {
        Description = language.Say("help.evaluate.convention", Told.Names("names", ConventionOption.Names)),
        HelpName = "NAMES",
    };

    private readonly Option<string?> discountRate = new("--discount-rate")
    {
        Description = language.Say("help.evaluate.discountRate"),
        HelpName = "RATE",
    };

    private readonly Option<string> cashFlow = new("--cash-flow")
    {
        Description = language.Say("help.evaluate.cashFlow"),
        HelpName = "year|month|none",
        DefaultValueFactory = _ => "year",
    };

    private readonly Option<bool> explain = new("--explain")
    {
        Description = language.Say("help.evaluate.explain"),
    };

    private readonly GateOptions gates = new(language);

    internal static Command Create(Language language) => new EvaluateCommand(language).Build();

    private Command Build()
    {
        cashFlow.AcceptOnlyFromAmong("year", "month", "none");
        var command = new Command("evaluate", language.Say("help.evaluate"))
        {
            file, periods, convention, discountRate, cashFlow, explain,
        };
        gates.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown], Run);
    }

    private int Run(CommandContext context)
    {
        EvaluationPeriod[]? given = PeriodOption.Read(context, periods);
        RoiConvention[] conventions = ConventionOption.Read(context, convention);
        decimal? rate = RateOption.Read(context, discountRate);
        CashFlowDetail table = Enum.Parse<CashFlowDetail>(context.Value(cashFlow)!, ignoreCase: true);
        gates.Read(context);
        InvestmentCase? investmentCase = Read(context);
        context.Problems.ThrowIfAny();

        RoiEvaluation evaluation = Evaluate(context, rate is { } other ? investmentCase!.WithDiscountRate(other) : investmentCase!, given);
        int exit = gates.Judge(context, evaluation);
        if (context.Format == OutputFormat.Json)
        {
            ResultDetail detail = context.Value(explain) || table == CashFlowDetail.Month ? ResultDetail.Full : ResultDetail.Lines;
            context.Output.Write(ResultDocument.Write(evaluation, detail).TrimEnd('\n'));
            context.Output.Write('\n');
        }
        else
        {
            context.Write(EvaluationReport.Create(evaluation, context.Language, conventions, table, context.Value(explain)));
        }

        return exit;
    }

    private InvestmentCase? Read(CommandContext context)
    {
        string path = context.Value(file);
        CaseReading reading;
        try
        {
            using Stream stream = InputFile.Open(context, path);
            reading = CaseDocument.Read(stream, SeriesBesideDocument.Options(context, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(InputFile.NameOf(path), null, null, InputFile.Unreadable(e));
            return null;
        }

        foreach (DocumentProblem problem in reading.Problems)
        {
            context.Problems.Add(InputFile.NameOf(path), problem.Line, Place.Of(problem.Path), Told.Finished(problem.Message));
        }

        return reading.TryGetCase(out InvestmentCase? read) ? read : null;
    }

    private RoiEvaluation Evaluate(CommandContext context, InvestmentCase investmentCase, EvaluationPeriod[]? given)
    {
        Message problem;
        try
        {
            return RoiEvaluator.Evaluate(investmentCase, new EvaluationSettings(given));
        }
        catch (InvalidOperationException e)
        {
            // An item in another currency without an exchange rate for one of its dates: only known once the flows are laid out.
            problem = Told.Finished(e.Message);
        }
        catch (ArgumentException e) when (given is not null)
        {
            context.Problems.AddOption(periods.Name, Told.Finished(e.Message));
            throw new BadInputException();
        }
        catch (OverflowException)
        {
            problem = Told.As("evaluate.tooLarge");
        }

        context.Problems.Add(InputFile.NameOf(context.Value(file)), null, null, problem);
        throw new BadInputException();
    }
}
