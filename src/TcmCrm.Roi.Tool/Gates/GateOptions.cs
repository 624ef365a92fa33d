using System.CommandLine;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Gates;

/// <summary><c>--gate</c>, <c>--junit</c> and <c>--summary</c>: an evaluation as a step of a pipeline.</summary>
internal sealed class GateOptions(Language language)
{
    internal const string GateName = "--gate";

    private readonly Option<string[]> gate = new(GateName)
    {
        Description = language.Say("help.evaluate.gate"),
        HelpName = "FIGURE[:PERIOD]>=NUMBER",
    };

    private readonly Option<string?> junit = new("--junit")
    {
        Description = language.Say("help.evaluate.junit"),
        HelpName = "FILE",
    };

    private readonly Option<string?> summary = new("--summary")
    {
        Description = language.Say("help.evaluate.summary"),
        HelpName = "FILE",
    };

    private readonly List<Gate> gates = [];

    internal void AddTo(Command command)
    {
        command.Options.Add(gate);
        command.Options.Add(junit);
        command.Options.Add(summary);
    }

    /// <summary>Reads the gates, so that a malformed one shows before anything is computed.</summary>
    internal void Read(CommandContext context)
    {
        foreach (string text in context.Value(gate) ?? [])
        {
            if (Gate.TryParse(text, out Gate? parsed, out Message? problem))
            {
                gates.Add(parsed!);
            }
            else
            {
                context.Problems.AddOption(GateName, problem!);
            }
        }
    }

    /// <summary>Judges the gates, says how on standard error, writes the files that were asked for, and gives the exit code.</summary>
    internal int Judge(CommandContext context, RoiEvaluation evaluation)
    {
        IReadOnlyList<GateResult> results = GateCheck.Run(context, evaluation, gates);
        context.Problems.ThrowIfAny();
        var text = new GateText(language, new FigureFormat(language, evaluation.Case.Currency));
        Write(context, junit, writer => JUnitReport.Write(writer, evaluation.Case.Name, results, text));
        Write(context, summary, writer => GateSummary.Create(evaluation, language, results).ToMarkdown(writer));
        context.Problems.ThrowIfAny();
        foreach (GateResult result in results)
        {
            context.Host.Error.WriteLine(text.Verdict(result));
        }

        return results.All(result => result.IsPassed) ? ExitCode.Done : ExitCode.GateFailed;
    }

    private static void Write(CommandContext context, Option<string?> option, Action<TextWriter> write)
    {
        if (context.Value(option) is not { } path)
        {
            return;
        }

        using OutputTarget? target = OutputTarget.ToFile(path, context.Overwrite, context.Problems, option.Name);
        if (target is not null)
        {
            write(target.Writer);
            target.Commit(context.Problems);
        }
    }
}
