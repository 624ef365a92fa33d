using System.Globalization;
using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Cases;

/// <summary>Whether drivers and correlations fit the lines of a case.</summary>
internal static class UncertaintyCheck
{
    internal static void Run(InvestmentCase source, string argument)
    {
        if (source.Drivers.Count == 0 && source.Correlations.Count == 0)
        {
            return;
        }

        var ids = new HashSet<string>(source.Costs.Select(cost => cost.Id.Text).Concat(source.Benefits.Select(benefit => benefit.Id.Text)), StringComparer.Ordinal);
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

    private static void CheckCorrelations(IReadOnlyList<RankCorrelation> correlations, HashSet<string> ids, string argument)
    {
        List<string> factors = FactorsOf(correlations);
        var pairs = new List<(int First, int Second, double Rank)>();
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

            (int first, int second) = (factors.IndexOf(correlation.First), factors.IndexOf(correlation.Second));
            if (pairs.Any(pair => (pair.First == first && pair.Second == second) || (pair.First == second && pair.Second == first)))
            {
                throw new ArgumentException($"'{correlation.First}' and '{correlation.Second}' are correlated twice; allowed: once.", argument);
            }

            pairs.Add((first, second, correlation.Rank));
        }

        if (!RankCopula.TryCreate(factors.Count, pairs, out _, out (int Pair, double Nearest)? conflict))
        {
            throw new ArgumentException(
                conflict is { } found
                    ? string.Format(
                        CultureInfo.InvariantCulture, "The correlations contradict each other; the least change that helps: '{0}' and '{1}' at {2:0.####} in place of {3}.",
                        correlations[found.Pair].First, correlations[found.Pair].Second, found.Nearest, correlations[found.Pair].Rank)
                    : "The correlations contradict each other, and no change of a single one helps.",
                argument);
        }
    }

    /// <summary>The ids that are correlated, in the order in which they stand.</summary>
    internal static List<string> FactorsOf(IReadOnlyList<RankCorrelation> correlations) =>
        [.. correlations.Where(correlation => correlation is not null).SelectMany(correlation => new[] { correlation.First, correlation.Second }).Distinct(StringComparer.Ordinal)];
}
