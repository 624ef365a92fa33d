namespace TcmCrm.Roi.Tool.Shell;

/// <summary>What the process returns to its caller.</summary>
internal static class ExitCode
{
    internal const int Done = 0;

    /// <summary>The figures were computed and written, and a threshold that the user set was missed.</summary>
    internal const int GateFailed = 1;

    /// <summary>The command line or an input file is wrong; every problem stands on its own line of standard error.</summary>
    internal const int BadInput = 2;

    internal const int InternalError = 3;

    /// <summary>128 + SIGPIPE, what shells report for a program whose reader has gone.</summary>
    internal const int ClosedPipe = 141;

    /// <summary>128 + SIGINT, what shells report for an interrupted program.</summary>
    internal const int Interrupted = 130;
}
