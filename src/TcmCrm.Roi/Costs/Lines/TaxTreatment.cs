using System.Globalization;

namespace TcmCrm.Roi.Costs;

/// <summary>When a cost is deducted from taxable income, and over how many years.</summary>
public sealed class TaxTreatment : IEquatable<TaxTreatment>
{
    internal const int MostYears = 60;

    private TaxTreatment(TaxTreatmentKind kind, int? years, decimal salvage)
    {
        Kind = kind;
        Years = years is { } given ? Check.InRange(given, 1, MostYears, nameof(years)) : null;
        Salvage = Check.InRange(salvage, 0, 1);
    }

    /// <summary>Deducted on the day it is due.</summary>
    public static TaxTreatment Expensed { get; } = new(TaxTreatmentKind.Expensed, null, 0);

    /// <summary>Deducted in the month after the month of use, as far as the rule for equipment allows.</summary>
    public static TaxTreatment DeductedAtOnce { get; } = new(TaxTreatmentKind.DeductedAtOnce, null, 0);

    /// <summary>How it is deducted.</summary>
    public TaxTreatmentKind Kind { get; }

    /// <summary>Over how many years, 1 to 60; null where that is left to the rules, and for what is not spread.</summary>
    public int? Years { get; }

    /// <summary>The part that is left at the end (净残值率), as a fraction of the cost from 0 to 1: it is not deducted. 0 where nothing is spread.</summary>
    public decimal Salvage { get; }

    /// <summary>Deducted in equal months from the month of use on.</summary>
    /// <param name="years">1 to 60; null for what the rules say of bought software, 10.</param>
    /// <param name="salvage">The part that is left at the end, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static TaxTreatment Amortized(int? years = null, decimal salvage = 0) => new(TaxTreatmentKind.Amortized, years, salvage);

    /// <summary>Deducted in equal months from the month after the month of use on.</summary>
    /// <param name="years">1 to 60; null for what the rules say: 3 for electronic equipment, 10 for software.</param>
    /// <param name="salvage">The part that is left at the end, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static TaxTreatment Depreciated(int? years = null, decimal salvage = 0) => new(TaxTreatmentKind.Depreciated, years, salvage);

    /// <inheritdoc/>
    public bool Equals(TaxTreatment? other) => other is not null && Kind == other.Kind && Years == other.Years && Salvage == other.Salvage;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TaxTreatment);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Kind * 397) ^ Years.GetValueOrDefault();

    /// <summary>Kind, years and what is left, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}, years {1}, salvage {2}", Kind, Years?.ToString(CultureInfo.InvariantCulture) ?? "-", Salvage);
}
