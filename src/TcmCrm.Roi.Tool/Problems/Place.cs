namespace TcmCrm.Roi.Tool.Problems;

/// <summary>Where a problem is: the file, and what in it.</summary>
internal static class Place
{
    /// <summary>The place of a problem that is in the arguments.</summary>
    internal static Message CommandLine { get; } = new("place.commandLine");

    internal static Message StandardInput { get; } = new("place.standardInput");

    /// <summary>A file as the user named it, a JSON path, an option: what is the same in every language.</summary>
    internal static Message Of(string text) => Told.Finished(text);

    /// <summary>A column of a table.</summary>
    internal static Message Column(string name) => Told.As("place.column", ("name", name));
}
