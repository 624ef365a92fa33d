using System.Collections.ObjectModel;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

/// <summary>What a review uses beside the case and the actuals.</summary>
/// <remarks>Immutable: a list that is set is copied. What is not set has the default that its property names.</remarks>
public sealed class ReviewSettings
{
    /// <summary>The settings with every default.</summary>
    public static ReviewSettings Default { get; } = new();

    /// <summary>Thresholds and assumptions; <see cref="ReviewPolicy.Default"/> by default.</summary>
    /// <exception cref="ArgumentNullException">Null is given.</exception>
    public ReviewPolicy Policy { get; init => field = Check.NotNull(value, nameof(Policy)); } = ReviewPolicy.Default;

    /// <summary>Terms for what the case does not state: those of the host; <see cref="CaseTerms.None"/> by default, which leaves <see cref="CaseTerms.Usual"/>.</summary>
    /// <exception cref="ArgumentNullException">Null is given.</exception>
    public CaseTerms Defaults { get; init => field = Check.NotNull(value, nameof(Defaults)); } = CaseTerms.None;

    /// <summary>Renewal terms of contracts behind cost lines; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    public IReadOnlyList<ContractTerms> Contracts { get; init => field = Closed(value, nameof(Contracts)); } = Closed<ContractTerms>([], nameof(Contracts));

    /// <summary>The rules, in the order in which they are asked; those of the library by default. A host adds its own to them: <c>[.. ReviewSettings.Default.Rules, own]</c>.</summary>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    /// <exception cref="ArgumentException">Two rules have the same id.</exception>
    public IReadOnlyList<IReviewRule> Rules { get; init => field = Distinct(Closed(value, nameof(Rules)), nameof(Rules)); } = ReviewRules.All;

    /// <summary>Definitions of KPIs that are not in the catalogue, or in place of its own; none by default.</summary>
    /// <exception cref="ArgumentNullException">The list or an entry is null.</exception>
    public IReadOnlyList<KpiDefinition> Kpis { get; init => field = Closed(value, nameof(Kpis)); } = Closed<KpiDefinition>([], nameof(Kpis));

    /// <summary>
    /// Whether the long-term block counts in totals, forecasts and decisions; false by default, as in the evaluation. Its lines are reviewed either way.
    /// </summary>
    public bool IncludeLongTerm { get; init; }

    /// <summary>The most work that a review may ask for: lines x months covered x evaluation periods, 1 to 1,000,000,000; 50,000,000 by default. A plan that asks for more is refused
    /// with an <see cref="InvalidOperationException"/> whose <see cref="Message.Of"/> is <c>evaluation.tooMuchWork</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public int MaximumCells { get; init => field = Check.InRange(value, 1, WorkLimit.Most, nameof(MaximumCells)); } = WorkLimit.Usual;

    /// <summary>What fixing the causes would cost, for <see cref="DecisionKind.Fix"/>; null, which counts as nothing and says so, by default.</summary>
    public Money? FixCost { get; init; }

    /// <summary>Whether a review with these settings knows a KPI: the catalogue's, and <see cref="Kpis"/>.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentNullException">The id is null.</exception>
    public bool IsKnownKpi(string id) => KpiObservations.TryFindDefinition(id, Kpis, out _);

    private static ReadOnlyCollection<T> Closed<T>(IReadOnlyList<T> given, string name)
        where T : class => Array.AsReadOnly(Check.NotNull(given, name).Select(entry => Check.NotNull(entry, name)).ToArray());

    private static ReadOnlyCollection<IReviewRule> Distinct(ReadOnlyCollection<IReviewRule> rules, string name)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReviewRule rule in rules)
        {
            if (!ids.Add(rule.Id))
            {
                throw Check.Wrong($"Two rules have the id '{rule.Id}'; each is allowed once.", name, "argument.ruleTwice", MessageArgument.Text("rule", rule.Id));
            }
        }

        return rules;
    }
}
