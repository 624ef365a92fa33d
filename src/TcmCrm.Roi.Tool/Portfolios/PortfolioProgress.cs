using System.Diagnostics;
using System.Globalization;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Portfolios;

/// <summary>How many tenants are done, how fast, and how long the rest will take, on one line of standard error that it rewrites; nothing where standard error is no terminal.</summary>
internal sealed class PortfolioProgress(CommandContext context) : IDisposable
{
    private const long Pause = 250;

    private readonly TextWriter? terminal = context.Host.ErrorIsTerminal ? context.Host.Error : null;
    private readonly Language language = context.Language;
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long shown = -Pause;
    private int width;
    private long done;

    internal void Report(double share)
    {
        done++;
        if (terminal is null || clock.ElapsedMilliseconds - shown < Pause)
        {
            return;
        }

        shown = clock.ElapsedMilliseconds;
        double seconds = Math.Max(0.001, clock.Elapsed.TotalSeconds);
        double left = share > 0 ? seconds * (1 - share) / share : 0;
        string line = language.Say(
            "portfolio.progress", ("done", Number(done)), ("percent", Number((long)(share * 100)) + "%"), ("rate", Number((long)(done / seconds))),
            ("left", TimeSpan.FromSeconds(Math.Ceiling(left)).ToString(left < 3600 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture)));
        width = Math.Max(width, 2 * line.Length);
        terminal.Write("\r" + line + new string(' ', Math.Max(0, (width / 2) - line.Length)));
        terminal.Flush();
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (width > 0)
        {
            terminal!.Write("\r" + new string(' ', width) + "\r");
            terminal.Flush();
        }
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
