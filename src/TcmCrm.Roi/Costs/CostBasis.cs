using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Costs;

/// <summary>What a cost amounts to and when it is paid. The kinds are the sealed classes of this namespace; hosts cannot add one, but any cost can be given as <see cref="DatedCost"/>.</summary>
/// <remarks>Describes only; figures are computed elsewhere. Amounts are 0 or more, before the risk uplift of the item.</remarks>
public abstract class CostBasis
{
    private protected CostBasis(Currency currency) => Currency = currency;

    /// <summary>The currency of every amount of this cost.</summary>
    public Currency Currency { get; }

    /// <summary>Writes the amounts that fall on the grid of the case, in <see cref="Currency"/>.</summary>
    internal abstract void Record(CaseTimeline timeline, FlowRecorder recorder);

    private protected static void RecordOn(CaseTimeline timeline, FlowRecorder recorder, NodaTime.LocalDate date, decimal amount)
    {
        if (timeline.Grid.TryGetBoundary(date, out int month) && month < timeline.Grid.Count)
        {
            recorder.AtMonthStart(month, amount);
        }
        else
        {
            recorder.On(date, amount);
        }
    }

    private protected static Money NotNegative(Money money, string name)
    {
        Check.NotNegative(money.Amount, name);
        return money;
    }

    /// <summary>A yearly price change as a fraction. The upper end is far above any contract; the lower keeps a price above zero.</summary>
    private protected static decimal YearlyChange(decimal value, string name) => Check.InRange(value, -0.99m, 1m, name);
}
