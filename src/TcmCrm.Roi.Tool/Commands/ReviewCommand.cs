using System.CommandLine;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi review CASE.json ACTUALS.csv</c>: plan against actual to date, outlook, findings, decisions.</summary>
internal sealed class ReviewCommand(Language language)
{
    private static readonly string[] CreditChoices = ["negative", "as-given"];

    private readonly Argument<string> caseFile = new("CASE")
    {
        Description = language.Say("help.review.case"),
    };

    private readonly Argument<string> actualsFile = new("ACTUALS")
    {
        Description = language.Say("help.review.actuals"),
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = language.Say("help.review.asOf"),
        HelpName = "MONTH",
    };

    private readonly Option<bool> includeLongTerm = new("--include-long-term")
    {
        Description = language.Say("help.review.includeLongTerm"),
    };

    private readonly Option<bool> allowDuplicates = new("--allow-duplicates")
    {
        Description = language.Say("help.review.allowDuplicates"),
    };

    private readonly Option<string?> credits = new("--credits")
    {
        Description = language.Say("help.review.credits"),
        HelpName = string.Join('|', CreditChoices),
    };

    private readonly TableOptions tables = new(language, withKpis: true);

    internal static Command Create(Language language) => new ReviewCommand(language).Build();

    private Command Build()
    {
        var command = new Command("review", language.Say("help.review")) { caseFile, actualsFile, asOf, includeLongTerm, allowDuplicates, credits };
        credits.AcceptOnlyFromAmong(CreditChoices);
        tables.AddTo(command);
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html, OutputFormat.Xlsx], Run);
    }

    private int Run(CommandContext context)
    {
        YearMonth month = default;
        bool hasMonth = context.Value(asOf) is { } text;
        if (hasMonth && !MonthText.TryParse(context.Value(asOf)!, out month))
        {
            context.Problems.AddOption(asOf.Name, MonthText.NotAMonth(context.Value(asOf)!, "2025-12"));
        }

        if (context.Value(caseFile) == InputFile.StandardInput && context.Value(actualsFile) == InputFile.StandardInput)
        {
            context.Problems.AddOption("ACTUALS", Told.As("review.bothFromInput"));
            context.Problems.ThrowIfAny();
        }

        InvestmentCase? plan = CaseFile.Read(context, context.Value(caseFile));
        context.Problems.ThrowIfAny();
        ActualsReading? read = TableInput.Read(
            context, context.Value(actualsFile), stream => ActualsTable.Read(stream, plan!, tables.Read(context, context.Value(credits) is { } choice ? choice == CreditChoices[0] : null), context.Value(allowDuplicates)), reading => (reading.Problems, reading.Notes));
        context.Problems.ThrowIfAny();

        Message actualsName = InputFile.NameOf(context.Value(actualsFile));
        Actuals actuals = ActualsOf(context, read!.Actuals, actualsName);
        if (!hasMonth && !CaseReview.TryFindMonth(plan!, actuals, out month))
        {
            context.Problems.Add(actualsName, null, null, Told.As("review.noActuals"));
            throw new BadInputException();
        }

        ReviewReport report = Review(context, plan!, actuals, month, new ReviewSettings { Contracts = read.Contracts, Kpis = tables.Kpis(context), IncludeLongTerm = context.Value(includeLongTerm) });
        if (context.Format == OutputFormat.Json)
        {
            context.WriteDocument(stream => ReviewDocument.Write(report, stream, null));
        }
        else
        {
            context.Write(RoiReport.Of(report, context.ReportOptions), "book.sheet.review");
        }

        return ExitCode.Done;
    }

    private Actuals ActualsOf(CommandContext context, IReadOnlyList<Actual> rows, Message file)
    {
        try
        {
            return new Actuals(rows, context.Value(allowDuplicates));
        }
        catch (ArgumentException e)
        {
            // Bills with a document and without: only known once all rows are read.
            context.Problems.Add(file, null, null, Told.Said(e));
            throw new BadInputException();
        }
    }

    private ReviewReport Review(CommandContext context, InvestmentCase plan, Actuals actuals, YearMonth month, ReviewSettings settings)
    {
        Message problem;
        Message file = InputFile.NameOf(context.Value(caseFile));
        try
        {
            return CaseReview.Review(plan, actuals, month, settings, context.Cancellation);
        }
        catch (ArgumentOutOfRangeException e) when (e.ParamName == "asOf")
        {
            context.Problems.AddOption(asOf.Name, new Message("review.asOfOutside", MessageArgument.Month("month", month), MessageArgument.Month("from", plan.Start.ToYearMonth())));
            throw new BadInputException();
        }
        catch (ArgumentException e)
        {
            // KPI values that their definition does not allow: only known once the series is put together.
            file = InputFile.NameOf(context.Value(actualsFile));
            problem = Told.Said(e);
        }
        catch (InvalidOperationException e)
        {
            problem = Told.Said(e);
        }
        catch (OverflowException)
        {
            problem = Told.As("review.tooLarge");
        }

        context.Problems.Add(file, null, null, problem);
        throw new BadInputException();
    }
}
