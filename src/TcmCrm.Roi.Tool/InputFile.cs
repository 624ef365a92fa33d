namespace TcmCrm.Roi.Tool;

/// <summary>Opens what the user named: a file, or <c>-</c> for standard input.</summary>
internal static class InputFile
{
    internal const string StandardInput = "-";

    /// <summary>The name to print in problems.</summary>
    internal static string NameOf(string path) => path == StandardInput ? "standard input" : path;

    /// <summary>Opens the file for reading, or notes why it cannot be read and leaves the command.</summary>
    /// <exception cref="BadInputException">The file is missing, a directory, or may not be read.</exception>
    internal static Stream Open(CommandContext context, string path)
    {
        if (path == StandardInput)
        {
            return context.Host.OpenInput();
        }

        string problem;
        try
        {
            if (!Directory.Exists(path))
            {
                return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            }

            problem = "is a directory, a file is expected";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = "does not exist";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            problem = $"cannot be read: {e.Message}";
        }

        context.Problems.Add(path, null, "", problem);
        throw new BadInputException();
    }
}
