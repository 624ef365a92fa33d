using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Flows;
using TcmCrm.Roi.Tool.Impacts;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Commands;

/// <summary>Reads the case that an argument names, a document or a workbook as its first bytes say, with the series beside it.</summary>
internal static class CaseFile
{
    /// <summary>The case, or null with its problems noted.</summary>
    internal static InvestmentCase? Read(CommandContext context, string path) => Read(context, path, SeriesBesideDocument.Options(context, path));

    /// <summary>The same, with options of one's own.</summary>
    internal static InvestmentCase? Read(CommandContext context, string path, DocumentReadOptions options)
    {
        try
        {
            using Stream stream = InputFile.Open(context, path);
            byte[] start = new byte[2];
            int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            using var whole = new PrefixedStream(start.AsMemory(0, count), stream);
            return start.AsSpan(0, count).SequenceEqual("PK"u8) ? Workbook(context, path, CaseWorkbook.Read(whole, options)) : Document(context, path, CaseDocument.Read(whole, options));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(InputFile.NameOf(path), null, null, InputFile.Unreadable(e));
            return null;
        }
    }

    private static InvestmentCase? Document(CommandContext context, string path, CaseReading reading)
    {
        foreach (DocumentProblem problem in reading.Problems)
        {
            context.Problems.Add(InputFile.NameOf(path), problem.Line, Place.Of(problem.Path), problem.Message);
        }

        return reading.TryGetCase(out InvestmentCase? read) ? read : null;
    }

    private static InvestmentCase? Workbook(CommandContext context, string path, CaseWorkbookReading reading)
    {
        foreach (CaseWorkbookProblem problem in reading.Problems)
        {
            Message? place = problem.Sheet is not { } sheet ? null
                : problem.Cell is { } cell ? Told.As("place.cell", ("sheet", sheet), ("cell", cell)) : Told.As("place.sheet", ("sheet", sheet));
            context.Problems.Add(InputFile.NameOf(path), null, place, problem.Message);
        }

        return reading.TryGetCase(out InvestmentCase? read) ? read : null;
    }
}
