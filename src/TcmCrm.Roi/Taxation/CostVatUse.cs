using NodaTime;

namespace TcmCrm.Roi.Taxation;

/// <summary>A rate of value-added tax that a cost was computed with.</summary>
internal sealed class CostVatUse(TaxRuleKind? kind, decimal rate, LocalDate first)
{
    /// <summary>The rule that it is of; null where the case states it.</summary>
    internal TaxRuleKind? Kind { get; } = kind;

    internal decimal Rate { get; } = rate;

    /// <summary>The first date of an amount that bore it.</summary>
    internal LocalDate First { get; } = first;
}
