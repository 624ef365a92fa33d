using System.CommandLine;

namespace TcmCrm.Roi.Tool;

/// <summary>The options that every command has, and the one way in which every command runs.</summary>
internal static class CommandOptions
{
    /// <summary>
    /// Adds <c>--format</c> (the first of <paramref name="formats"/> is the default), <c>--lang</c>, <c>--output</c> and <c>--force</c>, and
    /// runs <paramref name="body"/> with them. The body returns an <see cref="ExitCode"/>; it adds what is wrong with the input to
    /// <see cref="CommandContext.Problems"/> and calls <see cref="ProblemList.ThrowIfAny"/> before it computes anything.
    /// </summary>
    /// <example>
    /// <code>
    /// internal static Command Create()
    /// {
    ///     var file = new Argument&lt;string&gt;("FLOWS") { Description = "CSV or JSON lines; - for standard input." };
    ///     return new Command("returns", "Figures of cash-flow series.") { file }.Runs([OutputFormat.Table, OutputFormat.Json], context =>
    ///     {
    ///         using Stream stream = InputFile.Open(context, context.Value(file));
    ///         // read; context.Problems.Add(name, line, "column amount", "'x' is not a number"); then
    ///         context.Problems.ThrowIfAny();
    ///         // compute; JSON and CSV go to context.Output, tables and Markdown through context.Write(report)
    ///         var report = new Report(context.Language.Say("Returns", "收益指标"));
    ///         ReportTable table = report.AddSection("...").AddTable("", ReportColumn.Text("..."), ReportColumn.Number("..."));
    ///         context.Write(report);
    ///         return ExitCode.Done;
    ///     });
    /// }
    /// </code>
    /// </example>
    internal static Command Runs(this Command command, OutputFormat[] formats, Func<CommandContext, int> body)
    {
        string[] formatNames = [.. formats.Select(f => f.ToString().ToLowerInvariant())];
        var format = new Option<string>("--format", "-f")
        {
            Description = $"Form of the output: {string.Join(", ", formatNames)}.",
            HelpName = string.Join('|', formatNames),
            DefaultValueFactory = _ => formatNames[0],
        };
        format.AcceptOnlyFromAmong(formatNames);
        var language = new Option<string>("--lang", "-l")
        {
            Description = "Language of tables and Markdown: en or zh. JSON does not change with it.",
            HelpName = "en|zh",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong("en", "zh");
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Write to this file instead of standard output. An existing file is left alone unless --force is given.",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Let --output and other files be written over." };
        command.Options.Add(format);
        command.Options.Add(language);
        command.Options.Add(output);
        command.Options.Add(force);

        command.SetAction(arguments =>
        {
            var invocation = (ToolInvocation)arguments.InvocationConfiguration;
            string? path = arguments.GetValue(output);
            using OutputTarget? target = path is null
                ? OutputTarget.StandardOutput(invocation.Host.Output)
                : OutputTarget.ToFile(path, arguments.GetValue(force), invocation.Problems);
            invocation.Problems.ThrowIfAny();
            int exit = body(new CommandContext
            {
                Arguments = arguments,
                Host = invocation.Host,
                Problems = invocation.Problems,
                Language = arguments.GetValue(language) == "zh" ? Language.Chinese : Language.English,
                Format = formats[Array.IndexOf(formatNames, arguments.GetValue(format))],
                Target = target!,
                Overwrite = arguments.GetValue(force),
            });
            invocation.Problems.ThrowIfAny();
            target!.Commit(invocation.Problems);
            invocation.Problems.ThrowIfAny();
            return exit;
        });
        return command;
    }
}
