using System.CommandLine;
using System.Globalization;
using System.Text;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Commands;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Entrance;

internal static class Program
{
    private static int Main(string[] args)
    {
        if (!Console.IsOutputRedirected)
        {
            // A Windows console in a legacy code page would show Chinese as question marks.
            Console.OutputEncoding = new UTF8Encoding(false);
        }

        using var ending = new Ending();
        // Not disposed: Run flushes it, and a second flush of a full device would throw outside of all handling.
        var output = new StreamWriter(ClosedPipe.OpenOutput(), new UTF8Encoding(false), 1 << 14) { NewLine = "\n" };
        using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { NewLine = "\n", AutoFlush = true };
        return Run(args, new ToolHost
        {
            OpenInput = Console.OpenStandardInput,
            Output = output,
            Error = error,
            TerminalWidth = Console.IsOutputRedirected ? null : Math.Max(Console.WindowWidth, 80),
            IsColored = !OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable("NO_COLOR") is null or "" && Environment.GetEnvironmentVariable("TERM") is not "dumb",
            Language = ToolLanguage.OfUser(Environment.GetEnvironmentVariable, ToolLanguage.OfWindows),
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Cancellation = ending.Token,
        });
    }

    /// <summary>The whole tool without the process around it.</summary>
    internal static int Run(string[] args, ToolHost host) => Run(CreateRoot, args, host);

    internal static int Run(Func<Language, RootCommand> root, string[] args, ToolHost host)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        CultureInfo uiCulture = CultureInfo.CurrentUICulture;
        // System.CommandLine converts numbers in the current culture: 0.08 must mean the same everywhere.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        try
        {
            return RunInvariant(root, args, host);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = uiCulture;
        }
    }

    private static int RunInvariant(Func<Language, RootCommand> root, string[] args, ToolHost host)
    {
        Language language = ToolLanguage.From(args, host.Language);
        var invocation = new ToolInvocation(host, language);
        try
        {
            RootCommand commands = root(language);
            HelpText.AddTo(commands, language);
            // An argument that begins with @ is a name like any other: nobody expects arguments to be read out of a file.
            ParseResult parsed = commands.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            foreach (Message problem in parsed.Action is { ClearsParseErrors: true } ? [] : ParseProblem.Of(parsed))
            {
                invocation.Problems.Add(Place.CommandLine, null, null, problem);
            }

            invocation.Problems.ThrowIfAny();
            int exit = parsed.Invoke(invocation);
            host.Output.Flush();
            return exit;
        }
        catch (BadInputException)
        {
            invocation.Problems.WriteTo(host.Error, language);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (host.Cancellation.IsCancellationRequested)
        {
            host.Error.WriteLine(language.Say("run.interrupted"));
            return ExitCode.Interrupted;
        }
        catch (IOException e) when (ClosedPipe.Is(e))
        {
            // Whoever read the output has what it wanted (head, less): there is nobody to tell.
            return ExitCode.ClosedPipe;
        }
        catch (IOException e) when (DeviceReason.IsFull(e))
        {
            host.Error.WriteLine(language.Say(new Message("run.unwritable", MessageArgument.Part("reason", DeviceReason.Of(e)))));
            return ExitCode.BadInput;
        }
        catch (Exception e)
        {
            bool debug = Environment.GetEnvironmentVariable("TCM_ROI_DEBUG") is { Length: > 0 };
            host.Error.WriteLine(debug ? e.ToString() : PlainText.OneLine(language.Say("run.internalError", ("kind", e.GetType().Name), ("reason", e.Message))));
            return ExitCode.InternalError;
        }
    }

    private static RootCommand CreateRoot(Language language) => new(language.Say("help.root"))
    {
        InitCommand.Create(language),
        EvaluateCommand.Create(language),
        SimulateCommand.Create(language),
        CompareCommand.Create(language),
        ReturnsCommand.Create(language),
        ImpactCommand.Create(language),
        TrendCommand.Create(language),
        KpisCommand.Create(language),
        ReviewCommand.Create(language),
        PortfolioCommand.Create(language),
        SchemaCommand.Create(language),
    };
}
