using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Measures;

/// <summary>One month or one year of the cash-flow table of an evaluation period.</summary>
public sealed class FlowTableRow
{
    internal FlowTableRow(LocalDate start, LocalDate end, Money cost, Money benefit, Money cumulative, Figure<Money> discountedNet, Figure<Money> cumulativeDiscounted)
    {
        Start = start;
        End = end;
        Cost = cost;
        Benefit = benefit;
        CumulativeNet = cumulative;
        DiscountedNet = discountedNet;
        CumulativeDiscountedNet = cumulativeDiscounted;
    }

    /// <summary>The first day of the row; the row of the start date alone has the same <see cref="End"/>.</summary>
    public LocalDate Start { get; }

    /// <summary>The first day after the row.</summary>
    public LocalDate End { get; }

    /// <summary>Whether this is the row of the flows on the start date itself (t = 0), which stands before month or year 1.</summary>
    public bool IsInitial => Start == End;

    /// <summary>Costs in the row, positive.</summary>
    public Money Cost { get; }

    /// <summary>Short-term benefits in the row, positive.</summary>
    public Money Benefit { get; }

    /// <summary><see cref="Benefit"/> - <see cref="Cost"/>: 净现金流量.</summary>
    public Money Net => Benefit - Cost;

    /// <summary>The sum of <see cref="Net"/> up to and with this row: 累计净现金流量.</summary>
    public Money CumulativeNet { get; }

    /// <summary>The present value of <see cref="Net"/>, or why there is none.</summary>
    public Figure<Money> DiscountedNet { get; }

    /// <summary>The sum of <see cref="DiscountedNet"/> up to and with this row, or why there is none.</summary>
    public Figure<Money> CumulativeDiscountedNet { get; }

    /// <summary>Start, cost and benefit, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd}: cost {1}, benefit {2}", Start, Cost, Benefit);
}
