using System.Globalization;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Problems;

/// <summary>The problems of one run, in the order they were met.</summary>
internal sealed class ProblemList
{
    /// <summary>A file of a million bad lines must not bury the terminal; the rest is counted.</summary>
    internal const int PrintedAtMost = 1000;

    private readonly List<Problem> problems = [];
    private readonly List<Problem> notes = [];
    private long count;

    internal bool Any => count > 0;

    internal IReadOnlyList<Problem> Printed => problems;

    internal void Add(Message file, long? line, Message? where, Message what)
    {
        if (count++ < PrintedAtMost)
        {
            problems.Add(new Problem(file, line, where, what));
        }
    }

    /// <summary>Something that was passed over or assumed: no problem, but the reader is to know.</summary>
    internal void Note(Message file, long? line, Message? where, Message what) => notes.Add(new Problem(file, line, where, what));

    /// <summary>Says the notes, each on its own line; once.</summary>
    internal void WriteNotesTo(TextWriter error, Language language)
    {
        foreach (Problem note in notes)
        {
            error.WriteLine(language.Say("problem.note", ("text", note.In(language))));
        }

        notes.Clear();
    }

    /// <summary>A problem of an option or argument, for example <c>--horizon</c>.</summary>
    internal void AddOption(string option, Message what) => Add(Place.CommandLine, null, Place.Of(option), what);

    /// <summary>Leaves the command when anything was wrong; the shell prints the list and returns 2.</summary>
    internal void ThrowIfAny()
    {
        if (Any)
        {
            throw new BadInputException();
        }
    }

    internal void WriteTo(TextWriter error, Language language)
    {
        foreach (Problem problem in problems)
        {
            error.WriteLine(problem.In(language));
        }

        if (count > problems.Count)
        {
            error.WriteLine(More(count - problems.Count, language));
        }
    }

    /// <summary>What stands in place of the problems that are not printed.</summary>
    internal static string More(long count, Language language) => language.Say("problem.more", ("count", count.ToString(CultureInfo.InvariantCulture)));
}
