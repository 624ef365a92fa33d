namespace TcmCrm.Roi.Reporting;

/// <summary>A file that a report was made from, so that a reader can tell whether it is the one at hand.</summary>
public sealed class ReportInput
{
    /// <summary>An input.</summary>
    /// <param name="name">What it is called, without its folder; not blank.</param>
    /// <param name="hash">The SHA-256 of its bytes as hexadecimal digits; not blank.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument is blank.</exception>
    public ReportInput(string name, string hash)
    {
        Name = NotBlank(name, nameof(name));
        Hash = NotBlank(hash, nameof(hash));
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The SHA-256 of its bytes as hexadecimal digits.</summary>
    public string Hash { get; }

    private static string NotBlank(string? text, string name) => text is null ? throw new ArgumentNullException(name)
        : string.IsNullOrWhiteSpace(text) ? throw new ArgumentException("The text must not be blank.", name)
        : text;
}
