namespace TcmCrm.Roi.Cases;

/// <summary>Changes to a case that are looked at together, such as a pessimistic view.</summary>
/// <remarks>Immutable; equal where name and changes are. A scenario without changes is the case as stated.</remarks>
public sealed class CaseScenario : IEquatable<CaseScenario>
{
    internal const int Most = 20;
    internal const int MostChanges = 200;

    private readonly ScenarioChange[] _changes;

    /// <summary>A scenario.</summary>
    /// <param name="name">What it is called, such as 悲观; not blank.</param>
    /// <param name="changes">What it changes, at most 200; each line's factor and input, go-live and the rate once.</param>
    /// <exception cref="ArgumentNullException">An argument or a change is null.</exception>
    /// <exception cref="ArgumentException">The name is blank, there are too many changes, or one of them contradicts another.</exception>
    public CaseScenario(string name, params ScenarioChange[] changes)
    {
        Name = Check.NotBlank(name);
        _changes = (ScenarioChange[])Check.NotNull(changes).Clone();
        if (_changes.Length > MostChanges)
        {
            throw Check.Wrong(
                $"The scenario '{name}' has {_changes.Length} changes; allowed: {MostChanges}.", nameof(changes), "argument.scenarioChanges",
                MessageArgument.Text("scenario", name), MessageArgument.Number("count", _changes.Length), MessageArgument.Number("most", MostChanges));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ScenarioChange change in _changes)
        {
            if (!seen.Add(SubjectOf(Check.NotNull(change, nameof(changes)))))
            {
                throw Check.Wrong(
                    $"The scenario '{name}' changes the same twice: {change}; allowed: once.", nameof(changes), "argument.scenarioTwice",
                    MessageArgument.Text("scenario", name), MessageArgument.Text("change", change.ToString()));
            }
        }

        Changes = Array.AsReadOnly(_changes);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>What it changes, in order.</summary>
    public IReadOnlyList<ScenarioChange> Changes { get; }

    /// <inheritdoc/>
    public bool Equals(CaseScenario? other) => other is not null && Name == other.Name && _changes.AsEnumerable().SequenceEqual(other._changes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CaseScenario);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name) ^ _changes.Length;

    /// <summary>Name and changes, invariant.</summary>
    public override string ToString() => $"{Name}: {string.Join(", ", _changes.AsEnumerable())}";

    /// <summary>What a change acts on: two of one subject contradict each other.</summary>
    internal static string SubjectOf(ScenarioChange change) => change.Input is not null ? change.Line.Text + "\n" + change.Input
        : change.Factor is not null ? change.Line.Text + "\n*"
        : change.GoLive is not null ? "\ngoLive" : "\ndiscountRate";
}
