using TcmCrm.Roi.Spreadsheets;
using TcmCrm.Roi.Tool.Problems;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>Tables that the user named: CSV or xlsx, from a file or standard input.</summary>
internal static class TableInput
{
    /// <summary>Opens a table, reads it, and tells its problems and notes; null where the file cannot be read at all.</summary>
    internal static T? Read<T>(CommandContext context, string path, Func<Stream, T> read, Func<T, (IReadOnlyList<TableRemark> Problems, IReadOnlyList<TableRemark> Notes)> remarks)
        where T : class
    {
        try
        {
            using Stream stream = InputFile.Open(context, path);
            T reading = read(stream);
            (IReadOnlyList<TableRemark> problems, IReadOnlyList<TableRemark> notes) = remarks(reading);
            Tell(context, InputFile.NameOf(path), problems, notes);
            return reading;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            context.Problems.Add(InputFile.NameOf(path), null, null, InputFile.Unreadable(e));
            return null;
        }
    }

    /// <summary>Adds the problems of a table to those of the run; says its notes where there is none.</summary>
    internal static void Tell(CommandContext context, Message name, IReadOnlyList<TableRemark> problems, IReadOnlyList<TableRemark> notes)
    {
        foreach (TableRemark problem in problems)
        {
            context.Problems.Add(name, problem.Line, PlaceOf(problem), problem.Sentence);
        }

        foreach (TableRemark note in problems.Count == 0 ? notes : [])
        {
            context.Problems.Note(name, note.Line, PlaceOf(note), note.Sentence);
        }
    }

    internal static Message? PlaceOf(TableRemark remark) => remark.Column is { } column ? Place.Column(column) : null;
}
