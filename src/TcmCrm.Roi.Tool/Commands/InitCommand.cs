using System.CommandLine;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary><c>tcm-roi init [FILE.xlsx|FILE.json] [--from CASE]</c>: an example case to fill in, or a case that there is, as a workbook or a document.</summary>
internal static class InitCommand
{
    private const string Name = "FILE";

    internal static Command Create(Language language)
    {
        var file = new Argument<string?>(Name) { Description = language.Say("help.init.file"), Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = language.Say("help.init.from"), HelpName = "CASE" };
        return new Command("init", language.Say("help.init")) { file, from }.Runs(language, [OutputFormat.Json, OutputFormat.Xlsx], context =>
        {
            string? path = context.Arguments.GetValue(file);
            OutputFormat format = path is null ? context.Format : FormatOf(context, path);
            if (path is null)
            {
                Write(context, context.Target, format, context.Value(from), context.Arguments.GetValue<string?>("--output"));
                return ExitCode.Done;
            }

            if (context.Target.IsFile)
            {
                context.Problems.AddOption(Name, Told.As("init.twoFiles"));
            }

            context.Problems.ThrowIfAny();
            using OutputTarget? target = OutputTarget.ToFile(path, context.Overwrite, context.Problems, Name);
            context.Problems.ThrowIfAny();
            Write(context, target!, format, context.Value(from), path);
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

    private static void Write(CommandContext context, OutputTarget target, OutputFormat format, string? source, string? path)
    {
        byte[]? book = null;
        string document = source is null ? CaseWorkbook.Template(context.Language) : Converted(context, source, path, format == OutputFormat.Xlsx, out book);
        if (format != OutputFormat.Xlsx)
        {
            target.Writer.Write(document);
        }
        else if (book is not null)
        {
            target.Binary(context.Problems).Write(book);
        }
        else
        {
            CaseWorkbook.Write(document, target.Binary(context.Problems), context.Language);
        }
    }

    /// <summary>The case of a document or a workbook as a document and, where asked for, as a workbook that was read again and is the same case.</summary>
    private static string Converted(CommandContext context, string source, string? path, bool isBook, out byte[]? book)
    {
        book = null;
        var studies = new List<ImpactResult>();
        var series = new List<string>();
        Func<ImpactReference, ImpactResult> run = SeriesBesideDocument.Options(context, source).Impacts!;
        InvestmentCase? read = CaseFile.Read(context, source, new DocumentReadOptions
        {
            Impacts = reference =>
            {
                series.Add(reference.Series);
                studies.Add(run(reference));
                return studies[^1];
            },
        });
        context.Problems.ThrowIfAny();
        if (series.Count > 0 && !IsSameFolder(source, path))
        {
            context.Problems.Note(InputFile.NameOf(source), null, null, new Message("init.series", Told.Names("series", series.Distinct())));
        }

        string document = CaseDocument.Write(read!);
        if (!isBook)
        {
            return document + "\n";
        }

        // What a workbook could not hold would be lost without a word: it is read as every command would.
        int study = 0;
        Message? fault = null;
        try
        {
            using var stream = new MemoryStream();
            CaseWorkbook.Write(document, stream, context.Language);
            book = stream.ToArray();
            stream.Position = 0;
            CaseWorkbookReading back = CaseWorkbook.Read(stream, new DocumentReadOptions { Impacts = _ => studies[Math.Min(study++, studies.Count - 1)] });
            fault = back.Problems.Count > 0 ? back.Problems[0].Message
                : back.TryGetCase(out InvestmentCase? again) && CaseDocument.Write(again) == document ? null : new Message("init.notHeld");
        }
        catch (ArgumentException)
        {
            fault = new Message("init.notHeld");
        }

        if (fault is not null)
        {
            context.Problems.Add(InputFile.NameOf(source), null, null, fault);
            throw new BadInputException();
        }

        return document;
    }

    private static bool IsSameFolder(string source, string? path) =>
        Folder(source) == Folder(path is null ? InputFile.StandardInput : path);

    private static string Folder(string path) => path == InputFile.StandardInput ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(path))!;
}
