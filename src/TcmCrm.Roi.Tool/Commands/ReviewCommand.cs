using System.CommandLine;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Tool.Csv;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Reviewing;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi review CASE.json ACTUALS.csv</c>: plan against actual to date, outlook, findings, decisions.</summary>
internal sealed class ReviewCommand
{
    private readonly Argument<string> caseFile = new("CASE")
    {
        Description = "The case document (JSON) as approved.",
    };

    private readonly Argument<string> actualsFile = new("ACTUALS")
    {
        Description = "The observations (CSV): kind,line,month,amount[,quantity][,denominator][,planned]; - for standard input.",
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "The last month that counts as past, such as 2025-12. The latest month with a cost or a benefit unless given.",
        HelpName = "MONTH",
    };

    private readonly Option<bool> includeLongTerm = new("--include-long-term")
    {
        Description = "Count the long-term block (loyalty, cross-sell, up-sell, process efficiency) in totals, forecasts and decisions.",
    };

    internal static Command Create() => new ReviewCommand().Build();

    private Command Build() => new Command("review", "Plan against actual to date, outlook, findings and decisions.")
    {
        caseFile, actualsFile, asOf, includeLongTerm,
    }.Runs([OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown], Run);

    private int Run(CommandContext context)
    {
        YearMonth month = default;
        bool hasMonth = context.Value(asOf) is { } text;
        if (hasMonth && !MonthText.TryParse(context.Value(asOf)!, out month))
        {
            context.Problems.AddOption(asOf.Name, $"'{context.Value(asOf)}' is not a month; write 2025-12");
        }

        if (context.Value(caseFile) == InputFile.StandardInput && context.Value(actualsFile) == InputFile.StandardInput)
        {
            context.Problems.AddOption("ACTUALS", "standard input can hold the case or the actuals, not both");
            context.Problems.ThrowIfAny();
        }

        InvestmentCase? plan = ReadCase(context);
        context.Problems.ThrowIfAny();
        ActualsCsv? csv = ReadActuals(context, plan!);
        context.Problems.ThrowIfAny();

        var actuals = new Actuals(csv!.Actuals);
        string actualsName = InputFile.NameOf(context.Value(actualsFile));
        if (!hasMonth && !actuals.TryGetLastMonth(out month))
        {
            context.Problems.Add(actualsName, null, "", "holds no cost and no benefit; give --as-of to review the plan alone");
            throw new BadInputException();
        }

        ReviewReport report = Review(context, plan!, actuals, month, new ReviewSettings { Contracts = csv.Contracts, IncludeLongTerm = context.Value(includeLongTerm) });
        if (context.Format == OutputFormat.Json)
        {
            context.Output.Write(ReviewDocument.Write(report).TrimEnd('\n'));
            context.Output.Write('\n');
        }
        else
        {
            context.Write(new ReviewReportWriter(report, context.Language).Create());
        }

        return ExitCode.Done;
    }

    private InvestmentCase? ReadCase(CommandContext context)
    {
        string path = context.Value(caseFile);
        try
        {
            using Stream stream = InputFile.Open(context, path);
            CaseReading reading = CaseDocument.Read(stream, SeriesBesideDocument.Options(context, path));
            foreach (DocumentProblem problem in reading.Problems)
            {
                context.Problems.Add(InputFile.NameOf(path), problem.Line, problem.Path, JsonTexts.In(context.Language.Words()).Say(problem.Message));
            }

            return reading.TryGetCase(out InvestmentCase? read) ? read : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(InputFile.NameOf(path), null, "", $"cannot be read: {e.Message}");
            return null;
        }
    }

    private ActualsCsv? ReadActuals(CommandContext context, InvestmentCase plan)
    {
        string path = context.Value(actualsFile);
        try
        {
            using Stream stream = InputFile.Open(context, path);
            return ActualsCsv.Read(stream, InputFile.NameOf(path), plan, context.Problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(InputFile.NameOf(path), null, "", $"cannot be read: {e.Message}");
            return null;
        }
    }

    private ReviewReport Review(CommandContext context, InvestmentCase plan, Actuals actuals, YearMonth month, ReviewSettings settings)
    {
        string problem;
        string file = InputFile.NameOf(context.Value(caseFile));
        try
        {
            return CaseReview.Review(plan, actuals, month, settings);
        }
        catch (ArgumentOutOfRangeException e) when (e.ParamName == "asOf")
        {
            context.Problems.AddOption(asOf.Name, $"{MonthText.Of(month)} lies outside the case; allowed: {MonthText.Of(plan.Start.ToYearMonth())} to a hundred years later");
            throw new BadInputException();
        }
        catch (ArgumentException e)
        {
            // KPI values that their definition does not allow: only known once the series is put together.
            file = InputFile.NameOf(context.Value(actualsFile));
            problem = e.Message;
        }
        catch (InvalidOperationException e)
        {
            problem = e.Message;
        }
        catch (OverflowException)
        {
            problem = "the amounts are too large: a sum exceeds 7.9e28";
        }

        context.Problems.Add(file, null, "", problem);
        throw new BadInputException();
    }
}
