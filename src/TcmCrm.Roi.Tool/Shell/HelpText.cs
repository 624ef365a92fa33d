using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>The page of <c>--help</c> in the language of the run; that of System.CommandLine follows the culture of the machine.</summary>
internal sealed class HelpText(Language language) : SynchronousCommandLineAction
{
    private const int WidestNames = 44;
    private const int UsualWidth = 120;

    /// <summary>What people type, not what the program file is called.</summary>
    private const string ToolName = "tcm-roi";

    /// <summary>Whoever asks for help is not told what else is missing.</summary>
    public override bool ClearsParseErrors => true;

    /// <summary>Puts this page behind <c>--help</c> of a root command, and words of the language behind the options that every program has.</summary>
    internal static void AddTo(RootCommand root, Language language)
    {
        foreach (Option option in root.Options)
        {
            switch (option)
            {
                case HelpOption help:
                    help.Action = new HelpText(language);
                    help.Description = language.Say("help.help");
                    break;
                case VersionOption version:
                    version.Description = language.Say("help.version");
                    break;
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var invocation = (ToolInvocation)parseResult.InvocationConfiguration;
        Command command = parseResult.CommandResult.Command;
        TextWriter output = invocation.Output;
        int width = invocation.Host.TerminalWidth ?? UsualWidth;
        output.WriteLine(language.Say("help.description"));
        WriteWrapped(output, command.Description ?? "", 2, width, atStart: true);
        output.WriteLine();
        output.WriteLine(language.Say("help.usage"));
        output.WriteLine("  " + UsageOf(command, parseResult.RootCommandResult.Command));
        Option[] options = [.. command.Options.Concat(Above(command)).Where(option => !option.Hidden).Distinct()];
        WriteList(output, "help.arguments", [.. command.Arguments.Select(argument => (NameOf(argument), DescriptionOf(argument)))], width);
        WriteList(output, "help.options", [.. options.Select(option => (NameOf(option), DescriptionOf(option)))], width);
        WriteList(output, "help.commands", [.. command.Subcommands.Select(sub => (NameOf(sub), sub.Description ?? ""))], width);
        return ExitCode.Done;
    }

    private static IEnumerable<Option> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => parent.Options.Where(option => option.Recursive).Concat(Above(parent)));

    private string UsageOf(Command command, Command root)
    {
        var parts = new List<string>();
        for (Command? at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
        {
            parts.Insert(0, ReferenceEquals(at, root) ? ToolName : at.Name);
        }

        parts.AddRange(command.Arguments.Select(NameOf));
        if (command.Subcommands.Count > 0)
        {
            parts.Add(language.Say("help.usage.command"));
        }

        parts.Add(language.Say("help.usage.options"));
        return string.Join(' ', parts);
    }

    private static string NameOf(Argument argument) => $"<{argument.HelpName ?? argument.Name}>";

    private static string NameOf(Command command) => string.Join(' ', [command.Name, .. command.Arguments.Select(NameOf)]);

    private string NameOf(Option option)
    {
        string names = string.Join(", ", option.Aliases.Append(option.Name).Where(name => name[0] != '/').OrderBy(name => name.Length));
        bool takesValue = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool) && option is not (HelpOption or VersionOption);
        string value = takesValue ? $" <{option.HelpName ?? option.Name.TrimStart('-')}>" : "";
        return names + value + (option.Required ? language.Say("help.required") : "");
    }

    private string DescriptionOf(Argument argument) => Described(argument.Description, argument.HasDefaultValue ? argument.GetDefaultValue() : null);

    private string DescriptionOf(Option option) =>
        Described(option.Description, option.HasDefaultValue && option.ValueType != typeof(bool) ? option.GetDefaultValue() : null);

    private string Described(string? description, object? standard) => standard is null or System.Collections.ICollection { Count: 0 }
        ? description ?? ""
        : description + language.Say("help.default", ("value", Convert.ToString(standard, System.Globalization.CultureInfo.InvariantCulture)!));

    private void WriteList(TextWriter output, string heading, (string Name, string Text)[] rows, int width)
    {
        if (rows.Length == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(language.Say(heading));
        int column = Math.Min(rows.Max(row => Cells(row.Name)), WidestNames) + 4;
        foreach ((string name, string text) in rows)
        {
            output.Write("  " + name);
            int at = 2 + Cells(name);
            if (at + 2 > column)
            {
                output.WriteLine();
                at = 0;
            }

            output.Write(new string(' ', column - at));
            WriteWrapped(output, text, column, width, atStart: false);
        }
    }

    /// <summary>Breaks between words, and between Chinese characters, but never before a mark that closes.</summary>
    private static void WriteWrapped(TextWriter output, string text, int indent, int width, bool atStart)
    {
        var line = new StringBuilder();
        int room = Math.Max(width - indent - 1, 20);
        bool isFirst = true;
        foreach (string piece in Pieces(text))
        {
            if (line.Length > 0 && Cells(line.ToString()) + Cells(piece.TrimEnd()) > room)
            {
                Flush();
            }

            line.Append(line.Length == 0 ? piece.TrimStart() : piece);
        }

        Flush();

        void Flush()
        {
            output.Write(isFirst && !atStart ? "" : new string(' ', indent));
            output.WriteLine(line.ToString().TrimEnd());
            line.Clear();
            isFirst = false;
        }
    }

    private static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        for (int i = 1; i < text.Length; i++)
        {
            bool isBreak = text[i - 1] == ' ' || (IsWide(text[i]) && !IsClosing(text[i]) && !IsOpening(text[i - 1])) || (IsWide(text[i - 1]) && !IsClosing(text[i]) && !IsOpening(text[i - 1]) && text[i] != ' ');
            if (isBreak)
            {
                yield return text[start..i];
                start = i;
            }
        }

        yield return text[start..];
    }

    private static bool IsClosing(char c) => "，。；：、！？）”’】》%".Contains(c, StringComparison.Ordinal);

    private static bool IsOpening(char c) => "（“‘【《".Contains(c, StringComparison.Ordinal);

    private static bool IsWide(char c) => c >= 0x2E80 || c is '“' or '”' or '‘' or '’' or '—' or '…';

    private static int Cells(string text) => text.Sum(c => IsWide(c) ? 2 : 1);
}
