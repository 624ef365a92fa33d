using System.CommandLine;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi init [FILE.xlsx|FILE.json]</c>: an example case to fill in, as a workbook or a document.</summary>
internal static class InitCommand
{
    private const string Name = "FILE";

    internal static Command Create(Language language)
    {
        var file = new Argument<string?>(Name) { Description = language.Say("help.init.file"), Arity = ArgumentArity.ZeroOrOne };
        return new Command("init", language.Say("help.init")) { file }.Runs(language, [OutputFormat.Json, OutputFormat.Xlsx], context =>
        {
            string? path = context.Arguments.GetValue(file);
            OutputFormat format = path is null ? context.Format : FormatOf(context, path);
            if (path is null)
            {
                Write(context, context.Target, format);
                return ExitCode.Done;
            }

            if (context.Target.IsFile)
            {
                context.Problems.AddOption(Name, Told.As("init.twoFiles"));
            }

            context.Problems.ThrowIfAny();
            using OutputTarget? target = OutputTarget.ToFile(path, context.Overwrite, context.Problems, Name);
            context.Problems.ThrowIfAny();
            Write(context, target!, format);
            target!.Commit(context.Problems);
            return ExitCode.Done;
        });
    }

    private static OutputFormat FormatOf(CommandContext context, string path)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx":
                return OutputFormat.Xlsx;
            case ".json":
                return OutputFormat.Json;
            default:
                context.Problems.AddOption(Name, Told.As("init.extension", ("path", path)));
                return OutputFormat.Json;
        }
    }

    private static void Write(CommandContext context, OutputTarget target, OutputFormat format)
    {
        string template = CaseWorkbook.Template(context.Language);
        if (format == OutputFormat.Xlsx)
        {
            CaseWorkbook.Write(template, target.Binary(context.Problems), context.Language);
        }
        else
        {
            target.Writer.Write(template);
        }
    }
}
