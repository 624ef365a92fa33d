using System.Globalization;

namespace TcmCrm.Roi.Tool;

/// <summary>One thing that is wrong with the input, and where.</summary>
/// <param name="file">The file as the user named it, or <see cref="CommandLine"/>.</param>
/// <param name="line">The line in the file, from 1; null where there is none.</param>
/// <param name="where">The JSON path, CSV column or option; empty where the whole file is meant.</param>
/// <param name="message">What is wrong, with the value and what is allowed.</param>
internal sealed class Problem(string file, long? line, string where, string message)
{
    /// <summary>The file name of a problem that is in the arguments.</summary>
    internal const string CommandLine = "command line";

    internal string File { get; } = file;

    internal long? Line { get; } = line;

    internal string Where { get; } = where;

    internal string Message { get; } = message;

    /// <summary><c>FILE(LINE): WHERE: MESSAGE</c>, on one line whatever the input held.</summary>
    public override string ToString()
    {
        string place = Line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{File}({number})") : File;
        return PlainText.OneLine(Where.Length == 0 ? $"{place}: {Message}" : $"{place}: {Where}: {Message}");
    }
}
