using System.Globalization;

namespace TcmCrm.Roi.Costs;

/// <summary>What a cost says of taxes; what it does not say is null and follows from the rules by what is paid for.</summary>
/// <remarks>Read only where the case states its taxes; it changes no figure before tax.</remarks>
public sealed class CostTax : IEquatable<CostTax>
{
    private readonly decimal? _vatRate;

    /// <summary>When it is deducted; null for what is usual for the element.</summary>
    public TaxTreatment? Treatment { get; init; }

    /// <summary>Whether its amounts include value-added tax (含税价); null for what the case says of all amounts, and true where that is silent too.</summary>
    public bool? PriceIncludesVat { get; init; }

    /// <summary>The rate of value-added tax on it as a fraction, 0.06 is 6 %; 0 to 1; null for what the rules say for the element and the date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? VatRate
    {
        get => _vatRate;
        init => _vatRate = value is { } rate ? Check.InRange(rate, 0, 1, nameof(VatRate)) : null;
    }

    /// <inheritdoc/>
    public bool Equals(CostTax? other) =>
        other is not null && Equals(Treatment, other.Treatment) && PriceIncludesVat == other.PriceIncludesVat && _vatRate == other._vatRate;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CostTax);

    /// <inheritdoc/>
    public override int GetHashCode() => (Treatment?.GetHashCode() ?? 0) ^ _vatRate.GetHashCode();

    /// <summary>What is stated, invariant.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}; price includes VAT {1}; VAT rate {2}",
        Treatment?.ToString() ?? "-", PriceIncludesVat?.ToString() ?? "-", _vatRate?.ToString(CultureInfo.InvariantCulture) ?? "-");

    internal bool IsSilent => Treatment is null && PriceIncludesVat is null && _vatRate is null;
}
