using System.Globalization;

namespace TcmCrm.Roi.Cases;

/// <summary>Of which legal entity a case is, as far as value-added tax and income tax in China go; what is null follows from the rules and is shown as an assumption.</summary>
/// <remarks>Plain data: it changes no figure before tax. Rules are not here but in <c>TaxRules</c>, with their dates.</remarks>
public sealed class CaseTaxation : IEquatable<CaseTaxation>
{
    private readonly decimal? _vatExemptShare;
    private readonly decimal? _incomeTaxRate;
    private readonly decimal? _surchargeRate;
    private readonly decimal? _benefitVatRate;
    private readonly LossRelief? _lossRelief;
    private readonly TaxPayment? _payment;
    private readonly int? _lossYears;

    /// <summary>The taxes of an entity.</summary>
    /// <param name="vatPayer">How it pays value-added tax.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public CaseTaxation(VatPayer vatPayer) => VatPayer = Check.Defined(vatPayer);

    /// <summary>How it pays value-added tax.</summary>
    public VatPayer VatPayer { get; }

    /// <summary>The part of turnover that is exempt from value-added tax, such as medical services, 0 to 1; null for none. Input tax on what serves it is not credited.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? VatExemptShare
    {
        get => _vatExemptShare;
        init => _vatExemptShare = Fraction(value, nameof(VatExemptShare));
    }

    /// <summary>
    /// The rate of income tax as a fraction, 0 to 1: 0.25 usual, 0.15 high-tech, 0.05 what a small-profit company pays; null for the usual one. A rate that
    /// is one of the rules ends with its rule; any other holds for ever.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? IncomeTaxRate
    {
        get => _incomeTaxRate;
        init => _incomeTaxRate = Fraction(value, nameof(IncomeTaxRate));
    }

    /// <summary>What a loss is good for; null for <see cref="Cases.LossRelief.Group"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public LossRelief? LossRelief
    {
        get => _lossRelief;
        init => _lossRelief = value is { } given ? Check.Defined(given, nameof(LossRelief)) : null;
    }

    /// <summary>For how many years a loss is carried forward, 1 to 20; null for what the rules say: 10 at the rate of high-tech companies, else 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int? LossYears
    {
        get => _lossYears;
        init => _lossYears = value is { } years ? Check.InRange(years, 1, 20, nameof(LossYears)) : null;
    }

    /// <summary>When income tax is paid; null for <see cref="TaxPayment.Quarterly"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public TaxPayment? Payment
    {
        get => _payment;
        init => _payment = value is { } given ? Check.Defined(given, nameof(Payment)) : null;
    }

    /// <summary>
    /// Surcharges on value-added tax (附加税费) as a fraction of it, 0 to 1: 0.12 in a city; null where they are not counted. They are saved on what is credited and
    /// paid on what cashable benefits add; of a general taxpayer alone.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? SurchargeRate
    {
        get => _surchargeRate;
        init => _surchargeRate = Fraction(value, nameof(SurchargeRate));
    }

    /// <summary>
    /// The rate of value-added tax on what cashable benefits add, 0 to 1; null for the rate of goods (general taxpayer) or the levy rate (small-scale). It is taken
    /// off benefits where the case says that its amounts include the tax, and surcharges are paid on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public decimal? BenefitVatRate
    {
        get => _benefitVatRate;
        init => _benefitVatRate = Fraction(value, nameof(BenefitVatRate));
    }

    /// <summary>
    /// Whether services are sold together with a bought licence by its seller, so that the whole bears the rate of the licence from 2026 on; each cost may
    /// still say its own rate.
    /// </summary>
    public bool ServicesSoldWithLicense { get; init; }

    /// <inheritdoc/>
    public bool Equals(CaseTaxation? other) =>
        other is not null && VatPayer == other.VatPayer && _vatExemptShare == other._vatExemptShare && _incomeTaxRate == other._incomeTaxRate && _lossRelief == other._lossRelief
        && _lossYears == other._lossYears && _payment == other._payment && _surchargeRate == other._surchargeRate && _benefitVatRate == other._benefitVatRate
        && ServicesSoldWithLicense == other.ServicesSoldWithLicense;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CaseTaxation);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)VatPayer * 397) ^ _vatExemptShare.GetHashCode() ^ _incomeTaxRate.GetHashCode();

    /// <summary>Payer, exempt share and income tax rate, invariant.</summary>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0}, exempt {1}, income tax {2}, losses {3}", VatPayer, Shown(_vatExemptShare), Shown(_incomeTaxRate), _lossRelief?.ToString() ?? "-");

    private static string Shown(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "-";

    private static decimal? Fraction(decimal? value, string name) => value is { } given ? Check.InRange(given, 0, 1, name) : null;
}
