using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Evaluation;

/// <summary>One year of an evaluation after tax.</summary>
public sealed class AfterTaxRow
{
    internal AfterTaxRow(LocalDate start, LocalDate end)
    {
        Start = start;
        End = end;
    }

    /// <summary>The first day of the row; the row of the start date alone has the same <see cref="End"/>.</summary>
    public LocalDate Start { get; }

    /// <summary>The first day after the row.</summary>
    public LocalDate End { get; }

    /// <summary>Whether this is the row of the flows on the start date itself (t = 0).</summary>
    public bool IsInitial => Start == End;

    /// <summary>Costs net of credited value-added tax, positive.</summary>
    public Money Cost { get; internal init; }

    /// <summary>Short-term benefits without value-added tax, positive; hours saved among them, which are not taxed.</summary>
    public Money Benefit { get; internal init; }

    /// <summary>Input tax that is credited (可抵扣进项税额); negative where a credit is taken back.</summary>
    public Money CreditedVat { get; internal init; }

    /// <summary>Cashable benefits, which are taxed (应税收益).</summary>
    public Money TaxableBenefit { get; internal init; }

    /// <summary>Cost that is deducted (税前扣除额), whenever it was paid.</summary>
    public Money DeductibleCost { get; internal init; }

    /// <summary>Income tax: positive when paid, negative when it is a relief against other profits or a refund.</summary>
    public Money Tax { get; internal init; }

    /// <summary><see cref="Benefit"/> - <see cref="Cost"/> - <see cref="Tax"/>: 税后净流量.</summary>
    public Money Net => Benefit - Cost - Tax;

    /// <summary>The sum of <see cref="Net"/> up to and with this row.</summary>
    public Money CumulativeNet { get; internal init; }

    /// <summary>The present value of <see cref="Net"/>, or why there is none.</summary>
    public Figure<Money> DiscountedNet { get; internal init; }

    /// <summary>The sum of <see cref="DiscountedNet"/> up to and with this row, or why there is none.</summary>
    public Figure<Money> CumulativeDiscountedNet { get; internal init; }

    /// <summary>Start, cost, benefit and tax, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd}: cost {1}, benefit {2}, tax {3}", Start, Cost, Benefit, Tax);
}
