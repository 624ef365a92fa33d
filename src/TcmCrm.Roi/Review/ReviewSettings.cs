using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Review;

/// <summary>What a review uses beside the case and the actuals.</summary>
public sealed class ReviewSettings
{
    /// <summary>Settings; every one may be left out.</summary>
    /// <param name="policy">Thresholds and assumptions; <see cref="ReviewPolicy.Default"/> unless told.</param>
    /// <param name="contracts">Renewal terms of contracts behind cost lines; none unless told.</param>
    /// <param name="rules">The rules, in order; <see cref="ReviewRules.All"/> unless told. A host adds its own to those.</param>
    /// <param name="kpis">Definitions of KPIs that are not in the catalogue, or in place of its own; none unless told.</param>
    /// <param name="includeLongTerm">
    /// Whether the long-term block counts in totals, forecasts and decisions; false unless told, as in the evaluation. Its lines are reviewed either way.
    /// </param>
    /// <param name="fixCost">What fixing the causes would cost, for <see cref="DecisionKind.Fix"/>; zero unless told.</param>
    /// <exception cref="ArgumentNullException">An entry of a list is null.</exception>
    /// <exception cref="ArgumentException">Two rules have the same id.</exception>
    public ReviewSettings(
        ReviewPolicy? policy = null,
        IEnumerable<ContractTerms>? contracts = null,
        IEnumerable<IReviewRule>? rules = null,
        IEnumerable<KpiDefinition>? kpis = null,
        bool includeLongTerm = false,
        Money? fixCost = null)
    {
        Policy = policy ?? ReviewPolicy.Default;
        Contracts = contracts is null ? [] : Array.AsReadOnly(contracts.Select(contract => Check.NotNull(contract, nameof(contracts))).ToArray());
        Rules = rules is null ? ReviewRules.All : Array.AsReadOnly(rules.Select(rule => Check.NotNull(rule, nameof(rules))).ToArray());
        Kpis = kpis is null ? [] : Array.AsReadOnly(kpis.Select(kpi => Check.NotNull(kpi, nameof(kpis))).ToArray());
        IncludeLongTerm = includeLongTerm;
        FixCost = fixCost;
        for (int i = 0; i < Rules.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (Rules[i].Id == Rules[j].Id)
                {
                    throw new ArgumentException($"Two rules have the id '{Rules[i].Id}'; each is allowed once.", nameof(rules));
                }
            }
        }
    }

    /// <summary>The settings where nothing is told.</summary>
    public static ReviewSettings Default { get; } = new();

    /// <summary>Thresholds and assumptions.</summary>
    public ReviewPolicy Policy { get; }

    /// <summary>Renewal terms of contracts behind cost lines.</summary>
    public IReadOnlyList<ContractTerms> Contracts { get; }

    /// <summary>The rules, in the order in which they are asked.</summary>
    public IReadOnlyList<IReviewRule> Rules { get; }

    /// <summary>Definitions of KPIs that are not in the catalogue, or in place of its own.</summary>
    public IReadOnlyList<KpiDefinition> Kpis { get; }

    /// <summary>Whether the long-term block counts in totals, forecasts and decisions.</summary>
    public bool IncludeLongTerm { get; }

    /// <summary>What fixing the causes would cost, or null where that is not known; it then counts as zero.</summary>
    public Money? FixCost { get; }

    /// <summary>Whether a review with these settings knows a KPI: the catalogue's, and <see cref="Kpis"/>.</summary>
    /// <param name="id">The id.</param>
    public bool IsKnownKpi(string id) => KpiObservations.TryFindDefinition(id, this, out _);
}
