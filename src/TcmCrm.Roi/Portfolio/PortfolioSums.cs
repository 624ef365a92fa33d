using TcmCrm.Roi.Sensitivity;

namespace TcmCrm.Roi.Portfolio;

/// <summary>Takes results one by one and keeps what sums, ranking and distribution need: per tenant its id and its ROI, and the lists up to their length.</summary>
internal sealed class PortfolioSums(int mostListed)
{
    /// <summary>The largest amount of a tenant: a hundred million of them sum exactly, four digits behind the point included.</summary>
    internal const decimal MostAmount = 10_000_000_000_000_000m;

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Currency, string Period), GroupSums> _groups = [];
    private readonly SortedDictionary<(int Months, int Days), ReturnRanking> _rankings = [];
    private readonly SortedDictionary<string, BestList> _atRisk = new(StringComparer.Ordinal);
    private readonly List<TenantResult> _failures = [];
    private readonly List<double> _returns = [];
    private readonly int[] _counts = new int[PortfolioResult.ReturnEdges.Count + 1];
    private int _place;
    private int _evaluated;
    private int _withWarnings;

    internal void Add(TenantResult result)
    {
        _place = checked(_place + 1);
        if (_places.TryGetValue(result.Tenant, out int first))
        {
            Fail(new TenantResult(result.Tenant, Array.AsReadOnly<Message>(
                [new Message("portfolio.duplicateTenant", MessageArgument.Text("tenant", result.Tenant), MessageArgument.Number("first", first), MessageArgument.Number("again", _place))])));
            return;
        }

        _places.Add(result.Tenant, _place);
        if (!result.IsEvaluated)
        {
            Fail(result);
            return;
        }

        _evaluated++;
        _withWarnings += result.WarningCount > 0 ? 1 : 0;
        var key = (result.Currency.Code, result.Period!.ToString());
        if (!_groups.TryGetValue(key, out GroupSums? group))
        {
            _groups.Add(key, group = new GroupSums(result.Currency, result.Period));
        }

        group.Add(result);

        // Currencies share a ranking, an ROI has none; lengths of time do not.
        var length = (result.Period.Months, result.Period.Days);
        if (!_rankings.TryGetValue(length, out ReturnRanking? ranking))
        {
            _rankings.Add(length, ranking = new ReturnRanking(mostListed));
        }

        ranking.Add(result);
        TakeReturn(result.ReturnOnInvestment);
        if (result.IsAtRisk)
        {
            if (!_atRisk.TryGetValue(result.Currency.Code, out BestList? atRisk))
            {
                _atRisk.Add(result.Currency.Code, atRisk = new BestList(mostListed, static (left, right) => right.AtStake.Amount.CompareTo(left.AtStake.Amount)));
            }

            atRisk.Add(result);
        }
    }

    internal PortfolioResult Result()
    {
        GroupSums[] groups = [.. _groups.Values.OrderBy(group => group.Currency.Code, StringComparer.Ordinal).ThenBy(group => group.Period.Months).ThenBy(group => group.Period.Days)];
        // The distribution must not depend on the order of the tenants, and sums of doubles do.
        double[] returns = [.. _returns];
        Array.Sort(returns);
        return new PortfolioResult
        {
            Evaluated = _evaluated,
            Failed = _place - _evaluated,
            Failures = _failures.AsReadOnly(),
            Totals = Array.AsReadOnly(Array.ConvertAll(groups, group => group.Total())),
            Ranking = Array.AsReadOnly([.. _rankings.Values.SelectMany(ranking => ranking.Ranked())]),
            ReturnOnInvestment = returns.Length == 0 ? SimulatedFigure.Without(NotApplicableReason.NoCost, _evaluated) : SimulatedFigure.Of(returns, NotApplicableReason.NoCost),
            ReturnCounts = Array.AsReadOnly(_counts),
            AtRisk = Array.AsReadOnly([.. _atRisk.Values.SelectMany(list => list.Items)]),
            Warnings = Array.AsReadOnly([.. Warnings(groups)]),
        };
    }

    private void Fail(TenantResult result)
    {
        if (_failures.Count < mostListed)
        {
            _failures.Add(result);
        }
    }

    private void TakeReturn(Figure<decimal> figure)
    {
        // One without an ROI is a trial without an answer.
        if (!figure.TryGetValue(out decimal exact))
        {
            _returns.Add(double.NaN);
            return;
        }

        double roi = (double)exact;
        _returns.Add(roi);
        int at = 0;
        while (at < PortfolioResult.ReturnEdges.Count && roi >= PortfolioResult.ReturnEdges[at])
        {
            at++;
        }

        _counts[at]++;
    }

    private IEnumerable<Message> Warnings(GroupSums[] groups)
    {
        var periods = groups.GroupBy(group => group.Period.ToString()).Select(period => (Name: period.Key, Count: period.Sum(group => group.Count))).ToArray();
        if (periods.Length > 1)
        {
            yield return new Message("portfolio.mixedPeriods", MessageArgument.Parts("periods", periods.Select(period =>
                new Message("portfolio.periodCount", MessageArgument.Period("period", period.Name), MessageArgument.Number("count", period.Count)))));
        }

        if (_withWarnings > 0)
        {
            yield return new Message("portfolio.caseWarnings", MessageArgument.Number("count", _withWarnings), MessageArgument.Number("evaluated", _evaluated));
        }

        int withoutRate = groups.Sum(group => group.WithoutNetPresentValue);
        if (withoutRate > 0)
        {
            yield return new Message("portfolio.withoutRate", MessageArgument.Number("count", withoutRate));
        }

        int more = _place - _evaluated - _failures.Count;
        if (more > 0)
        {
            yield return new Message("portfolio.moreFailures", MessageArgument.Number("count", more), MessageArgument.Number("listed", _failures.Count));
        }
    }
}
