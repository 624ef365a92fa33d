namespace TcmCrm.Roi.Tool.Shell;

/// <summary>The temporary files of the process, which a signal that ends it deletes.</summary>
internal static class TemporaryFiles
{
    private static readonly HashSet<string> Paths = new(StringComparer.Ordinal);

    internal static void Add(string path)
    {
        lock (Paths)
        {
            Paths.Add(path);
        }
    }

    /// <summary>Deletes a file, where it still is.</summary>
    internal static void Delete(string path)
    {
        lock (Paths)
        {
            Paths.Remove(path);
        }

        File.Delete(path);
    }

    internal static void DeleteAll()
    {
        // The lock stays taken: the process ends, and no other thread is to make one more.
        Monitor.Enter(Paths);
        foreach (string path in Paths)
        {
            try
            {
                File.Delete(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that cannot be deleted must not keep the others.
            }
        }
    }
}
