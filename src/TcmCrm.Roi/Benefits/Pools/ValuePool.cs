using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>Something limited that benefits draw on: the revenue of a region, the hours of a team, the customers lost in a year. Two benefits that claim the same part of it are counted twice.</summary>
public sealed class ValuePool : IEquatable<ValuePool>
{
    private ValuePool(string id, string name, ValuePoolKind kind, decimal capacityPerYear, Currency currency)
    {
        Id = Check.NotBlank(id);
        Name = Check.NotBlank(name);
        Kind = kind;
        CapacityPerYear = Check.InRange(capacityPerYear, 0, LineRange.MostMoney);
        Currency = currency;
    }

    /// <summary>The identifier that draws name.</summary>
    public string Id { get; }

    /// <summary>The name that warnings show.</summary>
    public string Name { get; }

    /// <summary>What it holds.</summary>
    public ValuePoolKind Kind { get; }

    /// <summary>What it holds a year: money in <see cref="Currency"/>, hours, or customers.</summary>
    public decimal CapacityPerYear { get; }

    /// <summary>The currency of a revenue pool; <see cref="Currency.None"/> for the others.</summary>
    public Currency Currency { get; }

    /// <summary>A pool of revenue.</summary>
    /// <param name="id">The identifier that draws name.</param>
    /// <param name="name">The name that warnings show.</param>
    /// <param name="revenuePerYear">0 to 1e15.</param>
    /// <exception cref="ArgumentException">The identifier or the name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The revenue is outside its range.</exception>
    public static ValuePool Revenue(string id, string name, Money revenuePerYear) =>
        new(id, name, ValuePoolKind.Revenue, revenuePerYear.Amount, revenuePerYear.Currency);

    /// <summary>A pool of working hours.</summary>
    /// <param name="id">The identifier that draws name.</param>
    /// <param name="name">The name that warnings show.</param>
    /// <param name="hoursPerYear">0 to 1e15: people x hours worked a year.</param>
    /// <exception cref="ArgumentException">The identifier or the name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The hours are outside their range.</exception>
    public static ValuePool Hours(string id, string name, decimal hoursPerYear) => new(id, name, ValuePoolKind.Hours, hoursPerYear, Currency.None);

    /// <summary>A pool of customers: for retention, those who would leave in a year; for selling, those who can be sold to.</summary>
    /// <param name="id">The identifier that draws name.</param>
    /// <param name="name">The name that warnings show.</param>
    /// <param name="customersPerYear">0 to 1e15.</param>
    /// <exception cref="ArgumentException">The identifier or the name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The customers are outside their range.</exception>
    public static ValuePool Customers(string id, string name, decimal customersPerYear) =>
        new(id, name, ValuePoolKind.Customers, customersPerYear, Currency.None);

    /// <inheritdoc/>
    public bool Equals(ValuePool? other) =>
        other is not null && (Id, Name, Kind, CapacityPerYear, Currency).Equals((other.Id, other.Name, other.Kind, other.CapacityPerYear, other.Currency));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValuePool);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    /// <summary>The invariant text, for example <c>sales-hours: 41000 Hours a year</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}: {1} {2} a year", Id, CapacityPerYear, Kind);
}
