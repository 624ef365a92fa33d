using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Cases;

/// <summary>Whether drivers and correlations fit the lines of a case.</summary>
internal static class UncertaintyCheck
{
    /// <summary>How many pairs a case may correlate, and how many factors: the search for the pair that stands in the way is bounded by them.</summary>
    internal const int MostCorrelations = 200;

    internal const int MostCorrelatedFactors = 60;

    internal const int MostDrivers = 1_000;

    internal static void Run(InvestmentCase source, string argument)
    {
        if (source.Drivers.Count == 0 && source.Correlations.Count == 0 && source.Scenarios.Count == 0)
        {
            return;
        }

        var ids = new HashSet<string>(source.Costs.Select(cost => cost.Id.Text).Concat(source.Benefits.Select(benefit => benefit.Id.Text)), StringComparer.Ordinal);
        CheckScenarios(source.Scenarios, ids, argument);
        foreach (UncertaintyDriver driver in source.Drivers)
        {
            foreach (LineSelector selector in driver.On)
            {
                if ((selector.Line != LineId.None || selector.Tag is not null) && !source.Costs.Any(selector.Covers) && !source.Benefits.Any(selector.Covers))
                {
                    throw new ArgumentException($"The driver '{driver.Id}' acts on '{selector}', which is no line and no tag of the case.", argument);
                }
            }
        }

        foreach (UncertaintyDriver driver in source.Drivers)
        {
            if (!ids.Add(driver.Id))
            {
                throw new ArgumentException($"The driver '{driver.Id}' has the id of a line; allowed: an id of its own.", argument);
            }
        }

        CheckCorrelations(source.Correlations, ids, argument);
    }

    private static void CheckScenarios(IReadOnlyList<CaseScenario> scenarios, HashSet<string> ids, string argument)
    {
        if (scenarios.Count > CaseScenario.Most)
        {
            throw new ArgumentException($"There are {scenarios.Count} scenarios; allowed: {CaseScenario.Most}.", argument);
        }

        foreach (CaseScenario scenario in scenarios)
        {
            foreach (ScenarioChange change in scenario.Changes)
            {
                if (change.Line != LineId.None && !ids.Contains(change.Line.Text))
                {
                    throw new ArgumentException($"The scenario '{scenario.Name}' changes '{change.Line}', which is no line of the case.", argument);
                }
            }
        }
    }

    private static void CheckCorrelations(IReadOnlyList<RankCorrelation> correlations, HashSet<string> ids, string argument)
    {
        var pairs = new HashSet<(string, string)>();
        foreach (RankCorrelation correlation in correlations)
        {
            Check.NotNull(correlation, argument);
            foreach (string id in new[] { correlation.First, correlation.Second })
            {
                if (!ids.Contains(id))
                {
                    throw new ArgumentException($"'{id}' is correlated and is neither a line nor a driver of the case.", argument);
                }
            }

            if (!pairs.Add((correlation.First, correlation.Second)) || pairs.Contains((correlation.Second, correlation.First)))
            {
                throw new ArgumentException($"'{correlation.First}' and '{correlation.Second}' are correlated twice; allowed: once.", argument);
            }
        }

        if (correlations.Count > MostCorrelations || FactorsOf(correlations).Count > MostCorrelatedFactors)
        {
            throw new ArgumentException(
                string.Format(
                    CultureInfo.InvariantCulture, "There are {0} correlations of {1} factors; allowed: {2} of {3}.",
                    correlations.Count, FactorsOf(correlations).Count, MostCorrelations, MostCorrelatedFactors),
                argument);
        }

        if (!IsPossible(correlations, out (RankCorrelation Pair, double Nearest)? change))
        {
            throw new ArgumentException(
                change is { } found
                    ? string.Format(
                        CultureInfo.InvariantCulture, "The correlations contradict each other; the least change that helps: '{0}' and '{1}' at {2:0.####} in place of {3}.",
                        found.Pair.First, found.Pair.Second, found.Nearest, found.Pair.Rank)
                    : "The correlations contradict each other, and no change of a single one helps.",
                argument);
        }
    }

    /// <summary>Whether correlations can hold at once.</summary>
    /// <param name="correlations">Each pair once.</param>
    /// <param name="change">The pair whose least change alone makes them possible, with its nearest correlation; null where no single change does.</param>
    internal static bool IsPossible(IReadOnlyList<RankCorrelation> correlations, out (RankCorrelation Pair, double Nearest)? change)
    {
        List<string> factors = FactorsOf(correlations);
        var pairs = correlations.Select(correlation => (factors.IndexOf(correlation.First), factors.IndexOf(correlation.Second), correlation.Rank)).ToList();
        bool isPossible = RankCopula.TryCreate(factors.Count, pairs, out _, out (int Pair, double Nearest)? conflict);
        change = conflict is { } found ? (correlations[found.Pair], found.Nearest) : null;
        return isPossible;
    }

    /// <summary>The ids that are correlated, in the order in which they stand.</summary>
    internal static List<string> FactorsOf(IReadOnlyList<RankCorrelation> correlations) =>
        [.. correlations.Where(correlation => correlation is not null).SelectMany(correlation => new[] { correlation.First, correlation.Second }).Distinct(StringComparer.Ordinal)];
}
