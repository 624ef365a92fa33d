using System.CommandLine;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Gates;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

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

    private readonly Option<string?> rateSelection = RateSelectionOption.Create(language);

    private readonly Option<string> cashFlow = new("--cash-flow")
    {
        Description = language.Say("help.evaluate.cashFlow"),
        HelpName = "year|month|none",
        DefaultValueFactory = _ => "year",
    };

    private readonly Option<string?> detail = new("--detail")
    {
        Description = language.Say("help.evaluate.detail"),
        HelpName = "figures|lines|full",
    };

    private readonly Option<bool> explain = new("--explain")
    {
        Description = language.Say("help.evaluate.explain"),
    };

    private readonly Option<bool> simulate = new("--simulate") { Description = language.Say("help.evaluate.simulate") };

    private readonly Option<bool> afterTax = new("--after-tax") { Description = language.Say("help.evaluate.afterTax") };

    private readonly SimulationOption simulation = new(language);

    private readonly GateOptions gates = new(language);

    internal static Command Create(Language language) => new EvaluateCommand(language).Build();

    private Command Build()
    {
        cashFlow.AcceptOnlyFromAmong("year", "month", "none");
        detail.AcceptOnlyFromAmong("figures", "lines", "full");
        var command = new Command("evaluate", language.Say("help.evaluate"))
        {
            file, periods, convention, discountRate, rateSelection, cashFlow, detail, explain, simulate, afterTax,
        };
        simulation.AddTo(command);
        gates.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html, OutputFormat.Xlsx], Run);
    }

    private int Run(CommandContext context)
    {
        EvaluationPeriod[]? given = PeriodOption.Read(context, periods);
        IReadOnlyList<string> conventions = ConventionOption.Read(context, convention);
        decimal? rate = RateOption.Read(context, discountRate);
        RateSelection? selection = RateSelectionOption.Read(context, rateSelection);
        CashFlowDetail table = Enum.Parse<CashFlowDetail>(context.Value(cashFlow)!, ignoreCase: true);
        gates.Read(context);
        if (context.Value(detail) is not null && context.Format != OutputFormat.Json)
        {
            context.Problems.AddOption(detail.Name, Told.As("evaluate.detailOfJson"));
        }

        InvestmentCase? investmentCase = CaseFile.Read(context, context.Value(file));
        if (context.Value(afterTax) && investmentCase is { Taxation: null })
        {
            context.Problems.Add(InputFile.NameOf(context.Value(file)), null, null, Told.As("tax.notStated"));
        }

        SimulationOptions? options = context.Value(simulate) ? simulation.Read(context) : null;
        context.Problems.ThrowIfAny();

        RoiEvaluation evaluation = Evaluate(context, investmentCase!, new CaseTerms { Periods = given, DiscountRate = rate, RateSelection = selection });
        EvaluationSettings settings = CommandContext.Settings(new CaseTerms { Periods = given, DiscountRate = rate, RateSelection = selection });
        SimulationResult? simulated = options is null ? null : SimulateCommand.Simulate(context, investmentCase!, options, settings, context.Value(file));
        int exit = gates.Judge(context, evaluation);
        if (context.Format == OutputFormat.Xlsx)
        {
            EvaluationWorkbook.Write(evaluation, context.Target.Binary(context.Problems), context.Language, context.Value(afterTax), simulated is null ? null : SimulateCommand.ReportOf(context, simulated, settings));
        }
        else if (context.Format == OutputFormat.Json)
        {
            ResultDetail much = context.Value(detail) is { } asked ? Enum.Parse<ResultDetail>(asked, ignoreCase: true)
                : context.Value(explain) || table == CashFlowDetail.Month ? ResultDetail.Full : ResultDetail.Lines;
            context.WriteDocument(stream => ResultDocument.Write(evaluation, stream, new DocumentWriteOptions { Detail = much, Simulation = simulated }));
        }
        else
        {
            context.Write(RoiReport.Of(
                evaluation,
                new RoiReportOptions
                {
                    Language = context.Language, Inputs = context.ReportOptions.Inputs, Conventions = conventions, CashFlow = table, Explain = context.Value(explain), Simulation = simulated,
                    AfterTax = context.Value(afterTax),
                }));
        }

        return exit;
    }

    private RoiEvaluation Evaluate(CommandContext context, InvestmentCase investmentCase, CaseTerms overrides)
    {
        Message name = InputFile.NameOf(context.Value(file));
        try
        {
            foreach (Message missing in Projection.MissingRates(investmentCase, overrides))
            {
                context.Problems.Add(name, null, null, missing);
            }

            context.Problems.ThrowIfAny();
            return RoiEvaluator.Evaluate(investmentCase, CommandContext.Settings(overrides), context.Cancellation);
        }
        catch (InvalidOperationException e) when (Message.Of(e) is { } refusal)
        {
            context.Problems.Add(name, null, null, refusal);
        }
        catch (ArgumentException e) when (overrides.Periods is not null)
        {
            context.Problems.AddOption(periods.Name, Told.Said(e));
        }
        catch (OverflowException)
        {
            context.Problems.Add(name, null, null, Told.As("evaluate.tooLarge"));
        }

        throw new BadInputException();
    }
}
