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
                    throw Check.Wrong(
                        $"The driver '{driver.Id}' acts on '{selector}', which is no line and no tag of the case.", argument, "argument.driverOnUnknown",
                        MessageArgument.Text("driver", driver.Id), MessageArgument.Text("line", selector.ToString()));
                }
            }
        }

        foreach (UncertaintyDriver driver in source.Drivers)
        {
            if (!ids.Add(driver.Id))
            {
                throw Check.Wrong(
                    $"The driver '{driver.Id}' has the id of a line; allowed: an id of its own.", argument, "argument.driverId", MessageArgument.Text("driver", driver.Id));
            }
        }

        CheckCorrelations(source.Correlations, ids, argument);
    }

    private static void CheckScenarios(IReadOnlyList<CaseScenario> scenarios, HashSet<string> ids, string argument)
    {
        if (scenarios.Count > CaseScenario.Most)
        {
            throw Check.Wrong(
                $"There are {scenarios.Count} scenarios; allowed: {CaseScenario.Most}.", argument, "argument.scenarios",
                MessageArgument.Number("count", scenarios.Count), MessageArgument.Number("most", CaseScenario.Most));
        }

        foreach (CaseScenario scenario in scenarios)
        {
            foreach (ScenarioChange change in scenario.Changes)
            {
                if (change.Line != LineId.None && !ids.Contains(change.Line.Text))
                {
                    throw Check.Wrong(
                        $"The scenario '{scenario.Name}' changes '{change.Line}', which is no line of the case.", argument, "argument.scenarioLine",
                        MessageArgument.Text("scenario", scenario.Name), MessageArgument.Text("line", change.Line.Text));
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
                    throw Check.Wrong($"'{id}' is correlated and is neither a line nor a driver of the case.", argument, "argument.correlatedUnknown", MessageArgument.Text("factor", id));
                }
            }

            if (!pairs.Add((correlation.First, correlation.Second)) || pairs.Contains((correlation.Second, correlation.First)))
            {
                throw Check.Wrong(
                    $"'{correlation.First}' and '{correlation.Second}' are correlated twice; allowed: once.", argument, "argument.correlatedTwice",
                    MessageArgument.Text("first", correlation.First), MessageArgument.Text("second", correlation.Second));
            }
        }

        if (correlations.Count > MostCorrelations || FactorsOf(correlations).Count > MostCorrelatedFactors)
        {
            throw Check.Wrong(
                string.Format(
                    CultureInfo.InvariantCulture, "There are {0} correlations of {1} factors; allowed: {2} of {3}.",
                    correlations.Count, FactorsOf(correlations).Count, MostCorrelations, MostCorrelatedFactors),
                argument, "argument.correlations", MessageArgument.Number("count", correlations.Count), MessageArgument.Number("factors", FactorsOf(correlations).Count),
                MessageArgument.Number("most", MostCorrelations), MessageArgument.Number("mostFactors", MostCorrelatedFactors));
        }

        if (!IsPossible(correlations, out (RankCorrelation Pair, double Nearest)? change))
        {
            throw change is { } found
                ? Check.Wrong(
                    string.Format(
                        CultureInfo.InvariantCulture, "The correlations contradict each other; the least change that helps: '{0}' and '{1}' at {2:0.####} in place of {3}.",
                        found.Pair.First, found.Pair.Second, found.Nearest, found.Pair.Rank),
                    argument, "argument.correlationPair", MessageArgument.Text("first", found.Pair.First), MessageArgument.Text("second", found.Pair.Second),
                    MessageArgument.Text("nearest", found.Nearest.ToString("0.####", CultureInfo.InvariantCulture)), MessageArgument.Text("rank", found.Pair.Rank.ToString(CultureInfo.InvariantCulture)))
                : Check.Wrong("The correlations contradict each other, and no change of a single one helps.", argument, "argument.contradiction");
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
