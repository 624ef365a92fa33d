namespace TcmCrm.Roi.Tool.Shell;

/// <summary>The streams and the terminal that a run writes to; tests give their own.</summary>
internal sealed class ToolHost
{
    internal required Func<Stream> OpenInput { get; init; }

    internal required TextWriter Output { get; init; }

    internal required TextWriter Error { get; init; }

    /// <summary>Width of the terminal in cells, or null when standard output is a file or a pipe.</summary>
    internal int? TerminalWidth { get; init; }

    /// <summary>Whether the terminal understands colour and the user wants it.</summary>
    internal bool IsColored { get; init; }

    /// <summary>The language of a run that asks for none.</summary>
    internal string Language { get; init; } = "en";

    /// <summary>Whether standard error is a terminal, on which a line may be rewritten.</summary>
    internal bool ErrorIsTerminal { get; init; }

    internal CancellationToken Cancellation { get; init; }
}
