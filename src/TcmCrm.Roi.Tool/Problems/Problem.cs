using System.Globalization;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Problems;

/// <summary>One thing that is wrong with the input, and where.</summary>
/// <param name="file">The file as the user named it, or <see cref="Place.CommandLine"/>.</param>
/// <param name="line">The line in the file, from 1; null where there is none.</param>
/// <param name="where">The JSON path, CSV column or option; null where the whole file or line is meant.</param>
/// <param name="what">What is wrong, with the value and what is allowed.</param>
internal sealed class Problem(Message file, long? line, Message? where, Message what)
{
    internal Message File { get; } = file;

    internal long? Line { get; } = line;

    internal Message? Where { get; } = where;

    internal Message What { get; } = what;

    /// <summary><c>FILE(LINE): WHERE: WHAT</c>, on one line whatever the input held.</summary>
    internal string In(Language language)
    {
        string place = language.Say(File);
        if (Line is { } number)
        {
            place = language.Say("problem.place", ("file", place), ("line", number.ToString(CultureInfo.InvariantCulture)));
        }

        string what = language.Say(What);
        return PlainText.OneLine(Where is null
            ? language.Say("problem.whole", ("place", place), ("what", what))
            : language.Say("problem.part", ("place", place), ("where", language.Say(Where)), ("what", what)));
    }
}
