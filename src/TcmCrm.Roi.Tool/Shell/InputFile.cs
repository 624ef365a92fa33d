using TcmCrm.Roi.Tool.Problems;

namespace TcmCrm.Roi.Tool.Shell;

/// <summary>Opens what the user named: a file, or <c>-</c> for standard input.</summary>
internal static class InputFile
{
    internal const string StandardInput = "-";

    /// <summary>The name to print in problems.</summary>
    internal static Message NameOf(string path) => path == StandardInput ? Place.StandardInput : Place.Of(path);

    internal static Message Unreadable(Exception reason) => new("file.unreadable", MessageArgument.Part("reason", DeviceReason.Of(reason)));

    /// <summary>Opens the file for reading, or notes why it cannot be read and leaves the command.</summary>
    /// <exception cref="BadInputException">The file is missing, a directory, or may not be read.</exception>
    internal static Stream Open(CommandContext context, string path)
    {
        if (path == StandardInput)
        {
            return context.Host.OpenInput();
        }

        Message problem;
        try
        {
            if (!Directory.Exists(path))
            {
                var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                context.Inputs.Add(path);
                return stream;
            }

            problem = Told.As("file.isDirectory");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = Told.As("file.missing");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = Unreadable(e);
        }

        context.Problems.Add(Place.Of(path), null, null, problem);
        throw new BadInputException();
    }
}
