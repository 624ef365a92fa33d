using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;

namespace TcmCrm.Roi.Tool.Problems;

/// <summary>What is wrong with the command line, from what the parser points at: its own sentences follow the culture of the machine and name types of the framework.</summary>
internal static class ParseProblem
{
    internal static IEnumerable<Message> Of(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors)
        {
            if (error.SymbolResult is not CommandResult || parsed.UnmatchedTokens.Count == 0)
            {
                yield return Of(error);
            }
        }

        // The parser takes a word that begins with a dash for the value of the option before it, and does not hold that against the allowed values.
        foreach (OptionResult result in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            if (!result.Errors.Any() && !parsed.Errors.Any(error => IsOf(error, result)) && result.Tokens.Any(token => token.Value.StartsWith('-') && token.Value.Length > 2 && !char.IsAsciiDigit(token.Value[1])))
            {
                yield return new Message("parse.noValue", MessageArgument.Text("option", result.Option.Name));
            }
        }

        // Behind a command that there is not, every word is unknown; the first says it.
        foreach (string token in parsed.CommandResult.Command.Subcommands.Count > 0 ? parsed.UnmatchedTokens.Take(1) : parsed.UnmatchedTokens)
        {
            yield return Told.As("parse.unknown", ("word", token));
        }
    }

    private static bool IsOf(ParseError error, OptionResult option) =>
        ReferenceEquals(error.SymbolResult, option) || ReferenceEquals(error.SymbolResult?.Parent, option);

    private static Message Of(ParseError error) => error.SymbolResult switch
    {
        OptionResult option => Of(option),
        ArgumentResult { Parent: OptionResult option } => Of(option),
        ArgumentResult argument when argument.Tokens.Count < argument.Argument.Arity.MinimumNumberOfValues =>
            Told.As("parse.missingArgument", ("argument", argument.Argument.HelpName ?? argument.Argument.Name)),
        ArgumentResult argument => new Message(
            "parse.wrongArgument", MessageArgument.Text("argument", argument.Argument.HelpName ?? argument.Argument.Name), Values(argument.Tokens)),
        CommandResult { Command.Subcommands: { Count: > 0 } commands } => new Message("parse.noCommand", Told.Quoted("commands", commands.Select(command => command.Name))),
        _ => Told.As("parse.malformed"),
    };

    private static Message Of(OptionResult result)
    {
        Option option = result.Option;
        MessageArgument name = MessageArgument.Text("option", option.Name);
        if (result.Tokens.Count == 0)
        {
            return new Message(result.IdentifierToken is null ? "parse.missingOption" : "parse.noValue", name);
        }

        if (result.Tokens.Count > option.Arity.MaximumNumberOfValues || (result.IdentifierTokenCount > 1 && option.Arity.MaximumNumberOfValues == 1))
        {
            return new Message("parse.twice", name);
        }

        Type type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        string[] allowed = [.. option.GetCompletions(CompletionContext.Empty).Select(item => item.Label)];
        return allowed.Length > 0 && !result.Tokens.All(token => allowed.Contains(token.Value))
                ? new Message("parse.notAmong", name, Values(result.Tokens), Told.Quoted("allowed", allowed))
            : type == typeof(int) ? new Message("parse.notWhole", name, Values(result.Tokens))
            : type == typeof(double) || type == typeof(decimal) ? new Message("parse.notNumber", name, Values(result.Tokens))
            : new Message("parse.wrongValue", name, Values(result.Tokens));
    }

    private static MessageArgument Values(IReadOnlyList<Token> tokens) => Told.Quoted("value", tokens.Select(token => token.Value));
}
