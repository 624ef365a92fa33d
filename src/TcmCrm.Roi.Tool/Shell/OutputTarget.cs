using System.Text;
using TcmCrm.Roi.Tool.Problems;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>
/// Where a command's output goes: standard output, or a file that appears whole or not at all. A new file is written beside its
/// place under a temporary name and moved there on <see cref="Commit"/>; disposing without a commit leaves nothing behind. What is there
/// already (<c>--force</c>), a device, a link or a file with a mode of its own, is written in place on <see cref="Commit"/>, so that it stays what it is.
/// </summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly string? path;
    private readonly string? temporary;
    private readonly bool inPlace;
    private readonly StreamWriter? file;
    private readonly string option;

    private OutputTarget(TextWriter writer, StreamWriter? file, string? path, string? temporary, bool inPlace, string option)
    {
        this.option = option;
        Writer = writer;
        this.file = file;
        this.path = path;
        this.temporary = temporary;
        this.inPlace = inPlace;
    }

    /// <summary>UTF-8 without a byte order mark, lines end with a line feed.</summary>
    internal TextWriter Writer { get; }

    internal bool IsFile => path is not null;

    /// <summary>The bytes of the file, for what is no text; a terminal or a pipe gets none.</summary>
    /// <exception cref="BadInputException">The output is no file; the problem is noted.</exception>
    internal Stream Binary(ProblemList problems)
    {
        if (file is null)
        {
            problems.AddOption(option, Told.As("output.needsFile"));
            throw new BadInputException();
        }

        file.Flush();
        return file.BaseStream;
    }

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

            bool isRegular = FileKind.IsRegular(full), exists = File.Exists(full) || new FileInfo(full).LinkTarget is not null;
            if (exists && isRegular && !overwrite)
            {
                problems.AddOption(option, Told.As("output.exists", ("path", path)));
                return null;
            }

            if (exists && isRegular)
            {
                // Asked now: a run must not end in a file that may not be written.
                using FileStream open = new(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            }

            string temporary = exists ? Path.Combine(Path.GetTempPath(), "tcm-roi." + Path.GetRandomFileName() + ".tmp") : full + "." + Path.GetRandomFileName() + ".tmp";
            TemporaryFiles.Add(temporary);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
            if (exists && !OperatingSystem.IsWindows())
            {
                // The folder of temporary files is everybody's; the file to be written may not be.
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            var stream = new FileStream(temporary, options);
            var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
            return new OutputTarget(writer, writer, full, temporary, exists, option);
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
            if (!inPlace)
            {
                File.Move(temporary!, path!, overwrite: false);
                return true;
            }

            using FileStream source = new(temporary!, FileMode.Open, FileAccess.Read, FileShare.Read);
            using FileStream place = new(path!, FileMode.Open, FileAccess.Write, FileShare.Read);
            if (FileKind.IsRegular(path!))
            {
                place.SetLength(0);
            }

            source.CopyTo(place);
            place.Flush();
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

        TemporaryFiles.Delete(temporary!);
    }
}
