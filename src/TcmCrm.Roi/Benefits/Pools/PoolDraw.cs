using System.Globalization;

namespace TcmCrm.Roi.Benefits;

/// <summary>What a benefit takes from a value pool in a year.</summary>
public sealed class PoolDraw : IEquatable<PoolDraw>
{
    /// <summary>A draw.</summary>
    /// <param name="poolId">The identifier of the pool.</param>
    /// <param name="amountPerYear">In the unit of the pool, 0 to 1e15; null for what the basis of the benefit implies (its revenue base, hours or customers).</param>
    /// <exception cref="ArgumentException">The identifier is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The amount is outside its range.</exception>
    public PoolDraw(string poolId, decimal? amountPerYear = null)
    {
        PoolId = Check.NotBlank(poolId);
        AmountPerYear = amountPerYear is { } amount ? Check.InRange(amount, 0, LineRange.MostMoney, nameof(amountPerYear)) : null;
    }

    /// <summary>The identifier of the pool.</summary>
    public string PoolId { get; }

    /// <summary>In the unit of the pool; null for what the basis of the benefit implies.</summary>
    public decimal? AmountPerYear { get; }

    /// <inheritdoc/>
    public bool Equals(PoolDraw? other) => other is not null && PoolId == other.PoolId && AmountPerYear == other.AmountPerYear;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PoolDraw);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(PoolId);

    /// <summary>The invariant text, for example <c>sales-hours: 1200</c>.</summary>
    public override string ToString() => PoolId + ": " + (AmountPerYear?.ToString(CultureInfo.InvariantCulture) ?? "by its basis");
}
