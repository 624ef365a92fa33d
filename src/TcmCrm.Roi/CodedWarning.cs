namespace TcmCrm.Roi;

/// <summary>Something that a reader of a figure must know: a stable code, a text in both languages, and what it is about.</summary>
public sealed class CodedWarning : IEquatable<CodedWarning>
{
    /// <summary>A warning.</summary>
    /// <param name="code">A stable identifier in camelCase that programs may test, for example <c>serverCostInSaas</c>.</param>
    /// <param name="english">The text in English, with the figures in it.</param>
    /// <param name="chinese">The same text in Chinese, with the same figures.</param>
    /// <param name="subjects">The names of the items, KPIs or series that it is about; may be empty.</param>
    /// <exception cref="ArgumentException">The code or a text is blank.</exception>
    public CodedWarning(string code, string english, string chinese, params string[] subjects)
    {
        Code = Check.NotBlank(code);
        English = Check.NotBlank(english);
        Chinese = Check.NotBlank(chinese);
        Subjects = (string[])Check.NotNull(subjects).Clone();
    }

    /// <summary>The stable identifier, camelCase.</summary>
    public string Code { get; }

    /// <summary>The text in English.</summary>
    public string English { get; }

    /// <summary>The text in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>The names of what it is about, in order of importance; may be empty.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <inheritdoc/>
    public bool Equals(CodedWarning? other) =>
        other is not null && Code == other.Code && English == other.English && Chinese == other.Chinese && Subjects.SequenceEqual(other.Subjects);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CodedWarning);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(English);

    /// <summary>Code and English text.</summary>
    public override string ToString() => Code + ": " + English;
}
