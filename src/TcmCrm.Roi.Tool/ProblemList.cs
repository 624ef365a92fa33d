using System.Globalization;

namespace TcmCrm.Roi.Tool;

/// <summary>The problems of one run, in the order they were met.</summary>
internal sealed class ProblemList
{
    /// <summary>A file of a million bad lines must not bury the terminal; the rest is counted.</summary>
    internal const int PrintedAtMost = 1000;

    private readonly List<Problem> problems = [];
    private long count;

    internal bool Any => count > 0;

    internal IReadOnlyList<Problem> Printed => problems;

    internal void Add(string file, long? line, string where, string message)
    {
        if (count++ < PrintedAtMost)
        {
            problems.Add(new Problem(file, line, where, message));
        }
    }

    /// <summary>A problem of an option or argument, for example <c>--horizon</c>.</summary>
    internal void AddOption(string option, string message) => Add(Problem.CommandLine, null, option, message);

    /// <summary>Leaves the command when anything was wrong; the shell prints the list and returns 2.</summary>
    internal void ThrowIfAny()
    {
        if (Any)
        {
            throw new BadInputException();
        }
    }

    internal void WriteTo(TextWriter error)
    {
        foreach (Problem problem in problems)
        {
            error.WriteLine(problem.ToString());
        }

        if (count > problems.Count)
        {
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"... and {count - problems.Count} more problems"));
        }
    }
}
