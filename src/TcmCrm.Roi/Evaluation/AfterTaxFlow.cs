using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Evaluation;

/// <summary>What one line brings on one date after value-added tax, and what of it counts for income tax; or a payment of income tax.</summary>
/// <remarks>A date may have a deduction without a payment: a licence that is paid once is deducted month by month.</remarks>
public sealed class AfterTaxFlow
{
    internal AfterTaxFlow(LineId line, LocalDate date)
    {
        Line = line;
        Date = date;
    }

    /// <summary>The line; <see cref="LineId.None"/> for income tax, which is of no line.</summary>
    public LineId Line { get; }

    /// <summary>The date.</summary>
    public LocalDate Date { get; }

    /// <summary>Cost net of credited value-added tax, positive; a credit is negative.</summary>
    public Money Cost { get; internal init; }

    /// <summary>Short-term benefit without value-added tax, positive.</summary>
    public Money Benefit { get; internal init; }

    /// <summary>Input tax that is credited (可抵扣进项税额); negative where a credit is taken back.</summary>
    public Money CreditedVat { get; internal init; }

    /// <summary>Benefit that is taxed (应税收益).</summary>
    public Money TaxableBenefit { get; internal init; }

    /// <summary>Cost that is deducted (税前扣除额) on the date, whenever it was paid.</summary>
    public Money DeductibleCost { get; internal init; }

    /// <summary>Income tax: positive when paid, negative when it is a relief or a refund.</summary>
    public Money Tax { get; internal init; }

    /// <summary>Date, line, cost, benefit and tax, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM-dd} {1}: cost {2}, benefit {3}, tax {4}", Date, Line, Cost, Benefit, Tax);
}
