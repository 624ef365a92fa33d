namespace TcmCrm.Roi.Returns;

/// <summary>The one place where a double becomes decimal money.</summary>
internal static class MoneyConversion
{
    /// <summary>The amount times a finite factor; out of the range of decimal is a reason, not an exception.</summary>
    internal static Figure<Money> Scaled(Money amount, double factor) => TryScale(amount.Amount, factor, out decimal scaled)
        ? Figure.Of(new Money(scaled, amount.Currency))
        : Figure.NotApplicable<Money>(NotApplicableReason.OutOfRange);

    /// <summary>
    /// Multiplies by all 53 bits of the factor: the conversion of .NET keeps 15 digits only, so what it drops is converted as a second part.
    /// </summary>
    internal static bool TryScale(decimal amount, double factor, out decimal scaled)
    {
        scaled = 0;
        if (amount == 0 || double.IsNaN(factor))
        {
            return amount == 0;
        }

        try
        {
            decimal high = (decimal)factor;
            scaled = amount * (high + (decimal)(factor - (double)high));
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    internal static bool TryAdd(ref decimal total, decimal amount)
    {
        try
        {
            total += amount;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
