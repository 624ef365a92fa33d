namespace TcmCrm.Roi.Benefits;

/// <summary>Whether benefits are counted twice, and whether each is plausible by its own figures.</summary>
/// <remarks>
/// <para>The codes of the warnings:</para>
/// <list type="bullet">
/// <item><c>poolOverdrawn</c>: two or more benefits draw more from a pool than it holds; all their ids, and the excess.</item>
/// <item><c>poolAttributionAboveWhole</c>: even after their attribution shares they draw more than it holds, so more than 100 % of it is attributed.</item>
/// <item><c>drawAbovePool</c>: one benefit alone draws more than the pool holds.</item>
/// <item><c>poolUnknown</c>: a draw names a pool that is not given.</item>
/// <item><c>poolDrawUnstated</c>: a draw has no amount, and the basis of the benefit implies none of that kind or currency; the pool cannot be checked for it.</item>
/// <item><c>hoursAboveCapacity</c>, <c>upliftAboveWhole</c>, <c>marginOfWhole</c>, <c>churnOfZero</c>, <c>expiryLossOfZero</c>, <c>everyCustomerBuys</c>: a single
/// benefit claims what hardly can be.</item>
/// <item><c>satisfactionWithoutChain</c>: satisfaction in money as a plain amount, without the chain to retention that would explain it.</item>
/// <item><c>marginNotShown</c>: sales growth as a plain amount, which may be revenue; only contribution margin is a benefit.</item>
/// <item><c>satisfactionAndRetention</c>: a chain from satisfaction to retention beside a fall in churn of as many customers with the same churn before, without
/// a common pool; the customers who stay may be counted twice.</item>
/// <item><c>countedTwice</c>: two benefits of one kind with the same base (revenue, customers and churn, loss, credit sales) or the same figures throughout, without a common pool.</item>
/// </list>
/// <para>Nothing is corrected: the amounts count as they were given, except hours above capacity, which are capped.</para>
/// </remarks>
internal static class PoolCheck
{
    /// <summary>What is implausible in a set of benefits.</summary>
    /// <param name="pools">The pools; no identifier twice.</param>
    /// <param name="benefits">The benefit lines of the case.</param>
    /// <returns>The warnings, those of single benefits first; empty where there is nothing to say.</returns>
    /// <exception cref="ArgumentNullException">A list or an element is null.</exception>
    /// <exception cref="ArgumentException">Two pools have one identifier.</exception>
    public static IReadOnlyList<Message> Warnings(IReadOnlyList<ValuePool> pools, IReadOnlyList<BenefitItem> benefits)
    {
        List<Message> warnings = [];
        List<PoolTally>? tallies = null;
        foreach (ValuePool pool in Check.NotNull(pools))
        {
            tallies ??= [];
            Check.NotNull(pool, nameof(pools));
            if (Find(tallies, pool.Id) is not null)
            {
                throw Check.Wrong($"Two pools have the identifier '{pool.Id}'; allowed: one.", nameof(pools), "argument.poolTwice", MessageArgument.Text("pool", pool.Id));
            }

            tallies.Add(new PoolTally(pool));
        }

        Check.NotNull(benefits);
        var first = new Dictionary<(Type, object), BenefitItem>();
        for (int item = 0; item < benefits.Count; item++)
        {
            BenefitItem benefit = Check.NotNull(benefits[item], nameof(benefits));
            benefit.Basis.Examine(benefit, warnings);
            ExaminePlainAmount(benefit, warnings);
            if (benefit.Basis is SatisfactionChainBenefit chain)
            {
                ExamineChain(benefit, chain, benefits, warnings);
            }

            ExamineBase(benefit, first, warnings);

            for (int i = 0; i < benefit.PoolDraws.Count; i++)
            {
                AddDraw(benefit, benefit.PoolDraws[i], tallies, warnings);
            }
        }

        tallies?.ForEach(tally => tally.Report(warnings));
        return warnings.AsReadOnly();
    }

    private static void ExaminePlainAmount(BenefitItem benefit, List<Message> warnings)
    {
        // A loss that is stated too large flatters nobody.
        if (benefit.IsDisbenefit || benefit.Basis is not (DatedBenefit or YearlyBenefit))
        {
            return;
        }

        if (benefit.Category == BenefitCategory.Satisfaction)
        {
            warnings.Add(new Message("satisfactionWithoutChain", benefit.Argument()));
        }
        else if (benefit.Category == BenefitCategory.SalesGrowth)
        {
            warnings.Add(new Message("marginNotShown", benefit.Argument()));
        }
    }

    private static void ExamineChain(BenefitItem item, SatisfactionChainBenefit chain, IReadOnlyList<BenefitItem> items, List<Message> warnings)
    {
        foreach (BenefitItem other in items)
        {
            if (other.Basis is RetentionBenefit retention
                && retention.Customers == chain.Customers
                && retention.ChurnBefore == chain.ChurnBefore
                && !ShareAPool(item, other))
            {
                warnings.Add(new Message("satisfactionAndRetention", item.Argument("satisfaction"), other.Argument("retention")));
            }
        }
    }

    private static void ExamineBase(BenefitItem item, Dictionary<(Type, object), BenefitItem> first, List<Message> warnings)
    {
        if (item.IsDisbenefit || item.Basis.PartOf is not { } whole)
        {
            return;
        }

        var key = (item.Basis.GetType(), whole);
        if (!first.TryGetValue(key, out BenefitItem? other))
        {
            first.Add(key, item);
        }
        else if (!ShareAPool(item, other))
        {
            warnings.Add(new Message("countedTwice", other.Argument("first"), item.Argument("second")));
        }
    }

    private static bool ShareAPool(BenefitItem left, BenefitItem right) => left.PoolDraws.Any(draw => right.PoolDraws.Any(shared => shared.PoolId == draw.PoolId));

    private static void AddDraw(BenefitItem benefit, PoolDraw draw, List<PoolTally>? tallies, List<Message> warnings)
    {
        PoolTally? tally = Find(tallies, draw.PoolId);
        if (tally is null)
        {
            warnings.Add(new Message("poolUnknown", benefit.Argument(), MessageArgument.Text("pool", draw.PoolId)));
            return;
        }

        // A loss takes nothing from a pool.
        if (benefit.IsDisbenefit)
        {
            return;
        }

        decimal? implied = tally.Pool.Kind == ValuePoolKind.Revenue && tally.Pool.Currency != benefit.Currency ? null : benefit.Basis.ImpliedDraw(tally.Pool.Kind);
        if ((draw.AmountPerYear ?? implied) is { } amount)
        {
            tally.Add(benefit, amount);
            return;
        }

        warnings.Add(new Message("poolDrawUnstated", benefit.Argument(), tally.Name));
    }

    private static PoolTally? Find(List<PoolTally>? tallies, string pool)
    {
        for (int i = 0; tallies is not null && i < tallies.Count; i++)
        {
            if (tallies[i].Pool.Id == pool)
            {
                return tallies[i];
            }
        }

        return null;
    }
}
