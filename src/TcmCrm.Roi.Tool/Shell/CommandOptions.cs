using System.CommandLine;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Shell;

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
    /// internal static Command Create(Language language)
    /// {
    ///     var file = new Argument&lt;string&gt;("FLOWS") { Description = language.Say("help.returns.flows") };
    ///     return new Command("returns", language.Say("help.returns")) { file }.Runs(language, [OutputFormat.Table, OutputFormat.Json], context =>
    ///     {
    ///         using Stream stream = InputFile.Open(context, context.Value(file));
    ///         // read; context.Problems.Add(name, line, Place.Column("amount"), Told.As("flows.notDate", ("value", "x"))); then
    ///         context.Problems.ThrowIfAny();
    ///         // compute; JSON and CSV go to context.Output, tables and Markdown through context.Write(report)
    ///         var report = new Report(title, language);
    ///         ReportTable table = report.AddSection("...").AddTable("", ReportColumn.Text("..."), ReportColumn.Number("..."));
    ///         context.Write(report);
    ///         return ExitCode.Done;
    ///     });
    /// }
    /// </code>
    /// </example>
    internal static Command Runs(this Command command, Language language, OutputFormat[] formats, Func<CommandContext, int> body)
    {
        string[] formatNames = [.. formats.Select(f => f.ToString().ToLowerInvariant())];
        var format = new Option<string>("--format", "-f")
        {
            Description = language.Say("help.format", Told.Names("formats", formatNames)),
            HelpName = string.Join('|', formatNames),
            DefaultValueFactory = _ => formatNames[0],
        };
        format.AcceptOnlyFromAmong(formatNames);
        var lang = new Option<string>("--lang", "-l")
        {
            Description = language.Say("help.lang"),
            HelpName = string.Join('|', ToolLanguage.Tags),
            DefaultValueFactory = _ => language.Tag,
        };
        lang.AcceptOnlyFromAmong(ToolLanguage.Tags);
        var output = new Option<string?>("--output", "-o")
        {
            Description = language.Say("help.output"),
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = language.Say("help.force") };
        command.Options.Add(format);
        command.Options.Add(lang);
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
                Language = invocation.Language,
                Format = formats[Array.IndexOf(formatNames, arguments.GetValue(format))],
                Target = target!,
                Overwrite = arguments.GetValue(force),
            });
            invocation.Problems.ThrowIfAny();
            invocation.Problems.WriteNotesTo(invocation.Host.Error, invocation.Language);
            target!.Commit(invocation.Problems);
            invocation.Problems.ThrowIfAny();
            return exit;
        });
        return command;
    }
}
