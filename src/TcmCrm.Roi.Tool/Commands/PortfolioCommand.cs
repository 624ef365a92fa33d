using System.CommandLine;
using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Portfolio;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Sensitivity;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Portfolios;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi portfolio FOLDER|FILE.jsonl</c>: many cases at once.</summary>
internal sealed class PortfolioCommand(Language language)
{
    private readonly Argument<string> source = new("SOURCE") { Description = language.Say("help.portfolio.source") };

    private readonly Option<string[]> periods = new("--horizon") { Description = language.Say("help.evaluate.horizon"), HelpName = "PERIODS" };

    private readonly Option<string?> discountRate = new("--discount-rate") { Description = language.Say("help.evaluate.discountRate"), HelpName = "RATE" };

    private readonly Option<string?> asOf = new("--as-of") { Description = language.Say("help.review.asOf"), HelpName = "MONTH" };

    private readonly Option<string?> trials = new("--trials") { Description = language.Say("help.portfolio.trials"), HelpName = "N" };

    private readonly Option<string?> seed = new("--seed") { Description = language.Say("help.simulate.seed"), HelpName = "N" };

    private readonly Option<string?> degree = new("--degree") { Description = language.Say("help.simulate.degree"), HelpName = "N" };

    private readonly Option<string[]> shared = new("--shared-driver") { Description = language.Say("help.portfolio.sharedDriver"), HelpName = "ID=LOW,MODE,HIGH" };

    private readonly Option<string?> resume = new("--resume") { Description = language.Say("help.portfolio.resume"), HelpName = "FILE" };

    internal static Command Create(Language language) => new PortfolioCommand(language).Build();

    private Command Build()
    {
        var command = new Command("portfolio", language.Say("help.portfolio")) { source, periods, discountRate, asOf, trials, seed, degree, shared, resume };
        return command.Runs(language, [OutputFormat.Table, OutputFormat.Json, OutputFormat.Markdown, OutputFormat.Html, OutputFormat.Csv], Run);
    }

    private int Run(CommandContext context)
    {
        PortfolioOptions options = Options(context);
        string path = context.Value(source);
        context.Problems.ThrowIfAny();
        using Stream? earlier = Earlier(context);
        using PortfolioJournal journal = Journal(context, options, earlier);
        using Stream? lines = IsFolder(path) || IsOneCase(path) ? null : InputFile.Open(context, path);
        IEnumerable<TenantSource> tenants = lines is null ? Files(context, path) : Lines(lines, path);
        if (context.Format == OutputFormat.Csv)
        {
            TenantCsv.WriteHeader(context.Output);
        }

        PortfolioResult result = Compute(context, options, tenants, journal);
        if (result.Evaluated + result.Failed == 0)
        {
            context.Problems.Add(InputFile.NameOf(path), null, null, Told.As("portfolio.emptyFile"));
            throw new BadInputException();
        }

        switch (context.Format)
        {
            case OutputFormat.Json:
                string hash = journal.ContentHash();
                context.WriteDocument(stream => PortfolioDocument.Write(result, stream, new DocumentWriteOptions { ContentHash = hash }));
                break;
            case OutputFormat.Csv:
                break;
            default:
                context.Write(RoiReport.Of(result, context.ReportOptions));
                break;
        }

        return result.Failed == 0 ? ExitCode.Done : ExitCode.BadInput;
    }

    private static PortfolioResult Compute(CommandContext context, PortfolioOptions options, IEnumerable<TenantSource> tenants, PortfolioJournal journal)
    {
        var evaluator = new PortfolioEvaluator(options);
        var reading = new TenantReading(context);
        using var progress = new PortfolioProgress(context);
        int told = 0;
        PortfolioResult result = evaluator.Sum(evaluator.Each(tenants, Computed, context.Cancellation).Select(Taken));
        foreach (TenantResult failure in result.Failures.Where(failure => failure.Problems[0].Id == "portfolio.duplicateTenant"))
        {
            context.Problems.Note(InputFile.NameOf(context.Arguments.GetRequiredValue<string>("SOURCE")), null, null, failure.Problems[0]);
        }

        return result;

        (TenantSource Source, string Hash, TenantResult Result) Computed(TenantSource source)
        {
            try
            {
                (ReadOnlyMemory<byte> document, byte[] actuals) = TenantReading.Bytes(source);
                string hash = journal.HashOf(Encoding.UTF8.GetBytes(source.Id), document, actuals);
                TenantResult? earlier = TenantReading.HasSeries(document) ? null : journal.Find(hash);
                return (source, hash, earlier ?? evaluator.Evaluate(reading.Read(source, document, actuals), context.Cancellation));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return (source, string.Empty, evaluator.Evaluate(TenantReading.Unreadable(source, e), context.Cancellation));
            }
        }

        TenantResult Taken((TenantSource Source, string Hash, TenantResult Result) done)
        {
            journal.Add(done.Result, done.Hash);
            progress.Report(done.Source.Share);
            string problem = string.Empty;
            foreach (Message one in done.Result.Problems)
            {
                problem = problem.Length == 0 ? context.Language.Say(one) : problem;
                if (told++ < ProblemList.PrintedAtMost)
                {
                    context.Problems.Note(InputFile.NameOf(done.Source.Path), done.Source.Line, Told.As("portfolio.tenant.place", ("tenant", done.Result.Tenant)), one);
                }
            }

            if (context.Format == OutputFormat.Csv)
            {
                TenantCsv.Write(context.Output, done.Result, problem);
            }

            return done.Result;
        }
    }

    private static bool IsFolder(string path) => path != InputFile.StandardInput && Directory.Exists(path);

    /// <summary>A case by itself is a portfolio of one; documents of many lines are no lines of documents.</summary>
    private static bool IsOneCase(string path) => Path.GetExtension(path).ToLowerInvariant() is ".json" or ".xlsx" && File.Exists(path);

    private static IReadOnlyList<TenantSource> Files(CommandContext context, string path)
    {
        if (!IsFolder(path))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            return [new TenantSource(name) { Path = path, Actuals = TenantSource.ActualsBeside(path, File.Exists), Share = 1 }];
        }

        try
        {
            if (TenantSource.Of(path) is { Count: > 0 } found)
            {
                return found;
            }

            context.Problems.Add(Place.Of(path), null, null, Told.As("portfolio.empty"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(Place.Of(path), null, null, InputFile.Unreadable(e));
        }

        throw new BadInputException();
    }

    private static IEnumerable<TenantSource> Lines(Stream stream, string path)
    {
        double length = stream.CanSeek ? stream.Length : 0;
        foreach (KeyValuePair<long, ReadOnlyMemory<byte>> line in TenantDocument.Lines(stream))
        {
            yield return new TenantSource("#" + line.Key.ToString(CultureInfo.InvariantCulture))
            {
                Path = path, Line = line.Key, Document = line.Value, Share = length > 0 ? stream.Position / length : 0,
            };
        }
    }

    private PortfolioOptions Options(CommandContext context)
    {
        EvaluationPeriod[]? given = PeriodOption.Read(context, periods);
        decimal? rate = RateOption.Read(context, discountRate);
        YearMonth month = default;
        bool hasMonth = context.Value(asOf) is { } text;
        if (hasMonth && !MonthText.TryParse(context.Value(asOf)!, out month))
        {
            context.Problems.AddOption(asOf.Name, MonthText.NotAMonth(context.Value(asOf)!, "2025-12"));
        }

        UncertaintyDriver[] drivers = Drivers(context);
        if (drivers.Length > 0 && context.Value(trials) is null)
        {
            context.Problems.AddOption(shared.Name, Told.As("portfolio.sharedDriverAlone"));
        }

        ulong drawn = SimulationOption.Number(context, seed, 0, ulong.MaxValue, SimulationOptions.Usual.Seed);
        int count = (int)SimulationOption.Number(context, trials, 100, SimulationOptions.MostTrials, 100);
        int threads = (int)SimulationOption.Number(context, degree, 1, SimulationOptions.MostDegree, (ulong)Math.Min(SimulationOptions.MostDegree, Environment.ProcessorCount));
        context.Problems.ThrowIfAny();
        EvaluationSettings settings = CommandContext.Settings(new CaseTerms { Periods = given, DiscountRate = rate });
        return new PortfolioOptions
        {
            DegreeOfParallelism = threads,
            Evaluation = settings,
            Review = new ReviewSettings { MaximumCells = settings.MaximumCells },
            AsOf = hasMonth ? month : null,
            Simulation = context.Value(trials) is null ? null : new SimulationOptions { Trials = count, Seed = drawn },
            SharedDrivers = drivers,
        };
    }

    private UncertaintyDriver[] Drivers(CommandContext context)
    {
        var drivers = new List<UncertaintyDriver>();
        foreach (string given in context.Value(shared) ?? [])
        {
            int at = given.IndexOf('=', StringComparison.Ordinal);
            string id = at > 0 ? given[..at].Trim() : string.Empty;
            var numbers = new List<double>();
            bool isRead = id.Length > 0;
            foreach (string part in isRead ? given[(at + 1)..].Split(',') : [])
            {
                isRead &= double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number);
                numbers.Add(number);
            }

            try
            {
                isRead = isRead && numbers.Count == 3;
                if (isRead && drivers.Exists(driver => driver.Id == id))
                {
                    context.Problems.AddOption(shared.Name, Told.As("portfolio.sharedDriverTwice", ("id", id)));
                }
                else if (isRead)
                {
                    drivers.Add(UncertaintyDriver.OfAmounts(id, Distribution.Pert(numbers[0], numbers[1], numbers[2]), [LineSelector.AllBenefits]));
                }
            }
            catch (ArgumentException)
            {
                isRead = false;
            }

            if (!isRead)
            {
                context.Problems.AddOption(shared.Name, Told.As("portfolio.sharedDriver", ("value", given)));
            }
        }

        return [.. drivers];
    }

    private FileStream? Earlier(CommandContext context)
    {
        if (context.Value(resume) is not { } path)
        {
            return null;
        }

        Message problem;
        try
        {
            if (!Directory.Exists(path))
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
            }

            problem = Told.As("file.isDirectory");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = new Message("portfolio.resumeUnusable", MessageArgument.Part("reason", DeviceReason.Of(e)));
        }

        context.Problems.AddOption(resume.Name, problem);
        throw new BadInputException();
    }

    private PortfolioJournal Journal(CommandContext context, PortfolioOptions options, Stream? earlier)
    {
        try
        {
            return new PortfolioJournal(options, earlier);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException)
        {
            context.Problems.AddOption(resume.Name, Told.As("portfolio.notJournal"));
            throw new BadInputException();
        }
    }
}
