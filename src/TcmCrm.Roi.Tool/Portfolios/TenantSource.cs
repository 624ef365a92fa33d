namespace TcmCrm.Roi.Tool.Portfolios;

/// <summary>Where the documents of a tenant are: a line of a file, or a case with its actuals beside it.</summary>
/// <param name="id">What the tenant is called where its document does not say.</param>
internal sealed class TenantSource(string id)
{
    /// <summary>Behind the name of a case in the name of the table of its actuals.</summary>
    internal const string ActualsEnding = "-actuals";

    private static readonly string[] Tables = [".csv", ".xlsx"];

    internal string Id { get; } = id;

    /// <summary>The file that problems are told of.</summary>
    internal required string Path { get; init; }

    /// <summary>The line of the file; null where the whole file is the tenant.</summary>
    internal long? Line { get; init; }

    /// <summary>The document, where it was read with the file; else it is read when it is computed.</summary>
    internal ReadOnlyMemory<byte>? Document { get; init; }

    /// <summary>The table of actuals; null where there is none.</summary>
    internal string? Actuals { get; init; }

    /// <summary>The share of the input that is read once this tenant is, 0 to 1.</summary>
    internal double Share { get; init; }

    /// <summary>The tenants of a folder by the names of their files, letter by letter: that order is the same on every machine.</summary>
    internal static IReadOnlyList<TenantSource> Of(string folder)
    {
        string[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
        var known = new HashSet<string>(files, StringComparer.Ordinal);
        string[] cases = [.. files.Where(file => IsCase(file) && !System.IO.Path.GetFileNameWithoutExtension(file).EndsWith(ActualsEnding, StringComparison.Ordinal))];
        return [.. cases.Select((file, place) => new TenantSource(System.IO.Path.GetFileNameWithoutExtension(file))
        {
            Path = file,
            Actuals = ActualsBeside(file, known.Contains),
            Share = (place + 1.0) / cases.Length,
        })];
    }

    /// <summary>The table of actuals beside a case; null where there is none.</summary>
    internal static string? ActualsBeside(string file, Func<string, bool> isThere) =>
        Tables.Select(ending => file[..^System.IO.Path.GetExtension(file).Length] + ActualsEnding + ending).FirstOrDefault(isThere);

    private static bool IsCase(string file) => System.IO.Path.GetExtension(file).ToLowerInvariant() is ".json" or ".xlsx" && System.IO.Path.GetFileName(file)[0] is not ('.' or '~');
}
