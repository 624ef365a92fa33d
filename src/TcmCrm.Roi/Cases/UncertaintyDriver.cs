namespace TcmCrm.Roi.Cases;

/// <summary>An uncertain factor that several lines share, such as adoption or price, or a delay of go-live.</summary>
/// <remarks>Immutable; equal where all members are.</remarks>
public sealed class UncertaintyDriver : IEquatable<UncertaintyDriver>
{
    private readonly LineSelector[] _on;

    private UncertaintyDriver(string id, string? name, DriverAction acts, Distribution distribution, LineSelector[] on)
    {
        Id = Check.NotBlank(id);
        Name = name is null || name.Length == 0 ? id : name;
        Acts = acts;
        Distribution = Check.NotNull(distribution);
        _on = on;
        On = Array.AsReadOnly(on);
    }

    /// <summary>What everything that refers to it calls it; no line and no other driver of the case has it.</summary>
    public string Id { get; }

    /// <summary>The name that reports show.</summary>
    public string Name { get; }

    /// <summary>Whether it moves go-live later by so many months; otherwise it multiplies the amounts of the lines that it acts on, and 1 is the plan.</summary>
    public bool DelaysGoLive => Acts == DriverAction.DelayMonths;

    internal DriverAction Acts { get; }

    /// <summary>How it is distributed: a factor around 1, or months of delay.</summary>
    public Distribution Distribution { get; }

    /// <summary>The lines whose amounts it multiplies; empty for a delay.</summary>
    public IReadOnlyList<LineSelector> On { get; }

    /// <summary>A driver that multiplies the amounts of lines.</summary>
    /// <param name="id">Its id, not blank.</param>
    /// <param name="distribution">The factor; 1 is the plan.</param>
    /// <param name="on">At least one selector.</param>
    /// <param name="name">The name that reports show; the id where null.</param>
    /// <exception cref="ArgumentNullException">An argument or a selector is null.</exception>
    /// <exception cref="ArgumentException">The id is blank, or there is no selector.</exception>
    public static UncertaintyDriver OfAmounts(string id, Distribution distribution, IEnumerable<LineSelector> on, string? name = null)
    {
        LineSelector[] copy = [.. Check.NotNull(on)];
        foreach (LineSelector selector in copy)
        {
            Check.NotNull(selector, nameof(on));
        }

        return copy.Length > 0
            ? new(id, name, DriverAction.Amount, distribution, copy)
            : throw Check.Wrong($"The driver '{id}' acts on no line; allowed: at least one.", nameof(on), "argument.idleDriver", MessageArgument.Text("driver", id));
    }

    /// <summary>A driver that delays go-live.</summary>
    /// <param name="id">Its id, not blank.</param>
    /// <param name="months">Months of delay, rounded half up and at least 0 in each trial.</param>
    /// <param name="name">The name that reports show; the id where null.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public static UncertaintyDriver OfDelay(string id, Distribution months, string? name = null) => new(id, name, DriverAction.DelayMonths, months, []);

    /// <inheritdoc/>
    public bool Equals(UncertaintyDriver? other) =>
        other is not null && Id == other.Id && Name == other.Name && Acts == other.Acts && Distribution.Equals(other.Distribution)
        && _on.AsEnumerable().SequenceEqual(other._on);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UncertaintyDriver);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>Id, action and distribution, invariant.</summary>
    public override string ToString() => $"{Id} ({Acts}): {Distribution}";
}
