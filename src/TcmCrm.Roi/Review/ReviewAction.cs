namespace TcmCrm.Roi.Review;

/// <summary>What to do about a finding: an entry of the catalogue <see cref="ReviewActions"/>, or of a host's own.</summary>
public sealed record ReviewAction
{
    /// <summary>An action.</summary>
    /// <param name="id">A stable identifier in camelCase.</param>
    /// <param name="english">What to do, in English.</param>
    /// <param name="chinese">The same in Chinese.</param>
    /// <exception cref="ArgumentException">A text is blank.</exception>
    public ReviewAction(string id, string english, string chinese)
    {
        Id = Check.NotBlank(id);
        English = Check.NotBlank(english);
        Chinese = Check.NotBlank(chinese);
    }

    /// <summary>The stable identifier, camelCase.</summary>
    public string Id { get; }

    /// <summary>What to do, in English.</summary>
    public string English { get; }

    /// <summary>What to do, in Chinese.</summary>
    public string Chinese { get; }

    /// <summary>The identifier.</summary>
    public override string ToString() => Id;
}
