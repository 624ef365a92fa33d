using System.Text;
using TcmCrm.Roi.Tool.Problems;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>
/// Where a command's output goes: standard output, or a file that appears whole or not at all. The file is written beside its
/// place under a temporary name and moved there on <see cref="Commit"/>; disposing without a commit leaves nothing behind.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? path;
    private readonly string? temporary;
    private readonly bool overwrite;
    private readonly StreamWriter? file;
    private readonly string option;

    private OutputTarget(TextWriter writer, StreamWriter? file, string? path, string? temporary, bool overwrite, string option)
    {
        this.option = option;
        Writer = writer;
        this.file = file;
        this.path = path;
        this.temporary = temporary;
        this.overwrite = overwrite;
    }

    /// <summary>UTF-8 without a byte order mark, lines end with a line feed.</summary>
    internal TextWriter Writer { get; }

    internal bool IsFile => path is not null;

    internal static OutputTarget StandardOutput(TextWriter output) => new(output, null, null, null, false, "--output");

    /// <summary>Opens the file, or notes in <paramref name="problems"/> why that cannot be and returns null.</summary>
    internal static OutputTarget? ToFile(string path, bool overwrite, ProblemList problems, string option = "--output")
    {
        try
        {
            string full = Path.GetFullPath(path);
            if (Directory.Exists(full))
            {
                problems.AddOption(option, Told.As("output.isDirectory", ("path", path)));
                return null;
            }

            if (File.Exists(full) && !overwrite)
            {
                problems.AddOption(option, Told.As("output.exists", ("path", path)));
                return null;
            }

            string temporary = full + "." + Path.GetRandomFileName() + ".tmp";
            var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
            return new OutputTarget(writer, writer, full, temporary, overwrite, option);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problems.AddOption(option, Unwritable(path, e));
            return null;
        }
    }

    /// <summary>Puts the file in its place; false (and a problem) when the disk is full or another program has taken the place meanwhile.</summary>
    internal bool Commit(ProblemList problems)
    {
        if (file is null)
        {
            Writer.Flush();
            return true;
        }

        try
        {
            file.Dispose();
            File.Move(temporary!, path!, overwrite);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.AddOption(option, Unwritable(path!, e));
            return false;
        }
    }

    private static Message Unwritable(string path, Exception reason) => new("output.unwritable", MessageArgument.Text("path", path), MessageArgument.Part("reason", DeviceReason.Of(reason)));

    public void Dispose()
    {
        if (file is null)
        {
            return;
        }

        try
        {
            file.Dispose();
        }
        catch (IOException)
        {
            // What cannot be written any more (a full disk) was reported by the write that failed first.
        }

        File.Delete(temporary!);
    }
}
