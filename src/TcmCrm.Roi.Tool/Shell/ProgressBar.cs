using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>How far a long run is, on one line of standard error that it rewrites; nothing where standard error is no terminal.</summary>
internal sealed class ProgressBar : IProgress<double>, IDisposable
{
    private const int Cells = 30;

    private readonly TextWriter? terminal;
    private readonly Language language;
    private readonly Lock gate = new();
    private int shown = -1;
    private int width;

    internal ProgressBar(CommandContext context)
    {
        terminal = context.Host.ErrorIsTerminal ? context.Host.Error : null;
        language = context.Language;
    }

    public void Report(double value)
    {
        if (terminal is null)
        {
            return;
        }

        lock (gate)
        {
            int percent = (int)(value * 100);
            if (percent <= shown)
            {
                return;
            }

            shown = percent;
            int full = percent * Cells / 100;
            string line = language.Say("run.share", ("bar", new string('█', full) + new string('░', Cells - full)), ("percent", percent + "%"));
            width = Math.Max(width, 2 * line.Length);
            terminal.Write("\r" + line);
            terminal.Flush();
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (terminal is not null && shown >= 0)
        {
            terminal.Write("\r" + new string(' ', width) + "\r");
            terminal.Flush();
        }
    }
}
