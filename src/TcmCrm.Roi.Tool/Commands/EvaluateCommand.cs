using System.CommandLine;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;
using TcmCrm.Roi.Tool.Evaluating;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Gates;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi evaluate CASE.json</c>: the figures of a business case over its evaluation periods.</summary>
internal sealed class EvaluateCommand
{
    private readonly Argument<string> file = new("CASE")
    {
        Description = "The case document (JSON); - for standard input.",
    };

    private readonly Option<string[]> horizon = new("--horizon")
    {
        Description = "Evaluation periods in place of those of the case, as ISO 8601 periods: P6M,P1Y,P3Y.",
        HelpName = "PERIODS",
    };

    private readonly Option<string[]> convention = new("--convention")
    {
        Description = $"ROI conventions to show beside the simple ROI: {ConventionOption.Names}. JSON holds all of them.",
        HelpName = "NAMES",
    };

    private readonly Option<string?> discountRate = new("--discount-rate")
    {
        Description = "Yearly discount rate in place of that of the case: 0.08 or 8%.",
        HelpName = "RATE",
    };

    private readonly Option<string> cashFlow = new("--cash-flow")
    {
        Description = "Cash-flow table by year, by month, or none. JSON always holds the years; month adds the months.",
        HelpName = "year|month|none",
        DefaultValueFactory = _ => "year",
    };

    private readonly Option<bool> explain = new("--explain")
    {
        Description = "Add formula, inputs and result of each figure.",
    };

    private readonly GateOptions gates = new();

    internal static Command Create() => new EvaluateCommand().Build();

    private Command Build()
    {
        cashFlow.AcceptOnlyFromAmong("year", "month", "none");
        var command = new Command("evaluate", "Cost, benefit, ROI and the other figures of a business case.")
        {
            file, horizon, convention, discountRate, cashFlow, explain,
        };
        gates.AddTo(command);
        return command.Runs([OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown], Run);
    }

    private int Run(CommandContext context)
    {
        EvaluationPeriod[]? horizons = HorizonOption.Read(context, horizon);
        RoiConvention[] conventions = ConventionOption.Read(context, convention);
        decimal? rate = RateOption.Read(context, discountRate);
        CashFlowDetail table = Enum.Parse<CashFlowDetail>(context.Value(cashFlow)!, ignoreCase: true);
        gates.Read(context);
        InvestmentCase? investmentCase = Read(context);
        context.Problems.ThrowIfAny();

        RoiEvaluation evaluation = Evaluate(context, rate is { } given ? investmentCase!.WithDiscountRate(given) : investmentCase!, horizons);
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
            context.Problems.Add(InputFile.NameOf(path), null, "", $"cannot be read: {e.Message}");
            return null;
        }

        foreach (DocumentProblem problem in reading.Problems)
        {
            context.Problems.Add(InputFile.NameOf(path), problem.Line, problem.Path, JsonTexts.In(context.Language.Words()).Say(problem.Message));
        }

        return reading.TryGetCase(out InvestmentCase? read) ? read : null;
    }

    private RoiEvaluation Evaluate(CommandContext context, InvestmentCase investmentCase, EvaluationPeriod[]? horizons)
    {
        string problem;
        try
        {
            return RoiEvaluator.Evaluate(investmentCase, new EvaluationSettings(horizons));
        }
        catch (InvalidOperationException e)
        {
            // An item in another currency without an exchange rate for one of its dates: only known once the flows are laid out.
            problem = e.Message;
        }
        catch (ArgumentException e) when (horizons is not null)
        {
            context.Problems.AddOption(horizon.Name, e.Message);
            throw new BadInputException();
        }
        catch (OverflowException)
        {
            problem = "the amounts or dates are too large: a sum exceeds 7.9e28, or the last period ends after the year 9999";
        }

        context.Problems.Add(InputFile.NameOf(context.Value(file)), null, "", problem);
        throw new BadInputException();
    }
}
