using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Measures;

/// <summary>What one tag of a case's lines comes to within an evaluation period, with its part of what tags share.</summary>
public sealed class TagResult
{
    private TagResult(string? tag, Money cost, Money benefit, Figure<decimal> returnOnInvestment)
    {
        Tag = tag;
        TotalCost = cost;
        TotalBenefit = benefit;
        ReturnOnInvestment = returnOnInvestment;
    }

    /// <summary>The tag; null for what belongs to no one tag and is shared by no key.</summary>
    public string? Tag { get; }

    /// <summary>Its own costs, and its part of shared ones by the key of the case; not rounded.</summary>
    public Money TotalCost { get; }

    /// <summary>Its own short-term monetised benefits, and its part of shared ones; not rounded.</summary>
    public Money TotalBenefit { get; }

    /// <summary><see cref="TotalBenefit"/> - <see cref="TotalCost"/>.</summary>
    public Money NetBenefit => TotalBenefit - TotalCost;

    /// <summary>
    /// Net benefit / cost as a ratio. Not applicable without cost, nor for a tag of a case that states no key (<see cref="Cases.SharedCostKey"/>) while a cost belongs to no one tag
    /// (<see cref="NotApplicableReason.SharedCostUndivided"/>): each tag would look as if the shared system were free.
    /// </summary>
    public Figure<decimal> ReturnOnInvestment { get; }

    /// <summary>Tag, cost and benefit, invariant.</summary>
    public override string ToString() => $"{Tag ?? "-"}: cost {TotalCost}, benefit {TotalBenefit}";

    /// <summary>The tags in the order of the key, or of their first line where there is none, and last what is left undivided; nothing for a case without tags.</summary>
    internal static IReadOnlyList<TagResult> Of(PeriodResult result)
    {
        Cases.SharedCostKey? key = result.Case.SharedCostKey;
        string[] tags = key is null
            ? [.. result.Case.Costs.SelectMany(cost => cost.Tags).Concat(result.Case.Benefits.SelectMany(benefit => benefit.Tags)).Distinct(StringComparer.Ordinal)]
            : [.. key.Tags];
        if (tags.Length == 0)
        {
            return Array.AsReadOnly(Array.Empty<TagResult>());
        }

        var cost = new decimal[tags.Length + 1];
        var benefit = new decimal[tags.Length + 1];
        for (int line = 0; line < result.Projection.LineCount; line++)
        {
            FlowSide side = result.Projection.SideOf(line);
            if (side == FlowSide.LongTermBenefit)
            {
                continue;
            }

            IReadOnlyList<string> own = result.Projection.CostOf(line)?.Tags ?? result.Projection.BenefitOf(line)?.Tags ?? [];
            decimal[] weights = key is null ? WithoutKey(tags, own) : key.WeightsOf(own, side == FlowSide.Cost);
            Share(result.LineTotal(line), weights, side == FlowSide.Cost ? cost : benefit);
        }

        Currency currency = result.Case.Currency;
        bool isShared = key is null && cost[tags.Length] != 0;
        return Array.AsReadOnly((TagResult[])[.. cost.Select((_, i) => Make(i))]);

        TagResult Make(int i)
        {
            var paid = new Money(cost[i], currency);
            var gained = new Money(benefit[i], currency);
            bool isTag = i < tags.Length;
            return new TagResult(
                isTag ? tags[i] : null, paid, gained,
                isTag && isShared ? Figure.NotApplicable<decimal>(NotApplicableReason.SharedCostUndivided)
                : paid.Amount < 0 ? Figure.NotApplicable<decimal>(NotApplicableReason.NoCost) : Returns.ReturnOnInvestment.Simple(gained, paid));
        }
    }

    /// <summary>The same with the amounts that are printed.</summary>
    internal TagResult WithAmounts(Money cost, Money benefit) => new(Tag, cost, benefit, ReturnOnInvestment);

    /// <summary>Without a key a line belongs to its one tag, and a line of several cannot be divided.</summary>
    private static decimal[] WithoutKey(string[] tags, IReadOnlyList<string> own) => [.. tags.Select(tag => own.Count == 1 && own[0] == tag ? 1m : 0)];

    /// <summary>Adds the parts of an amount; what the division of decimals leaves goes to the last part, and what nobody has a part in to the end.</summary>
    private static void Share(decimal amount, decimal[] weights, decimal[] into)
    {
        decimal sum = weights.Sum();
        if (sum == 0)
        {
            into[weights.Length] += amount;
            return;
        }

        decimal left = amount;
        int last = Array.FindLastIndex(weights, weight => weight > 0);
        for (int i = 0; i < last; i++)
        {
            decimal part = weights[i] == 0 ? 0 : amount * (weights[i] / sum);
            into[i] += part;
            left -= part;
        }

        into[last] += left;
    }
}
