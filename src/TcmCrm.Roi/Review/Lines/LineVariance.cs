namespace TcmCrm.Roi.Review;

/// <summary>Actual less plan of one line, to date, split into three parts that sum to it exactly.</summary>
/// <remarks>
/// <para>Positive is more than planned: bad on a cost line, good on a benefit line. With k the months by which the line started late:</para>
/// <para><see cref="Timing"/> = plan to date had it started as it did (the plan moved by k months) - plan to date. A line that has not started is in full a
/// matter of timing.</para>
/// <para><see cref="VolumeAndAdoption"/> = (actual units - planned units) x planned money a unit, at the actual timing, where units were counted; otherwise, on a
/// benefit line with adoption observed, moved plan x (actual adoption / planned adoption - 1), over the months with both; otherwise 0. An unplanned cost is
/// volume in full.</para>
/// <para><see cref="PriceAndRate"/> = the rest: what a unit cost or brought more than planned, and on a line without units and adoption everything that is not
/// timing.</para>
/// </remarks>
public sealed class LineVariance : IEquatable<LineVariance>
{
    internal LineVariance(Money plan, Money actual, Money timing, Money volumeAndAdoption)
    {
        Plan = plan;
        Actual = actual;
        Timing = timing;
        VolumeAndAdoption = volumeAndAdoption;
    }

    /// <summary>The plan to date, at the planned timing.</summary>
    public Money Plan { get; }

    /// <summary>The actual to date.</summary>
    public Money Actual { get; }

    /// <summary>Actual less plan.</summary>
    public Money Total => Actual - Plan;

    /// <summary>The part that comes from starting later or earlier than planned.</summary>
    public Money Timing { get; }

    /// <summary>The part that comes from more or fewer units, or from adoption.</summary>
    public Money VolumeAndAdoption { get; }

    /// <summary>The part that comes from the price of a unit or the yield of one.</summary>
    public Money PriceAndRate => Total - Timing - VolumeAndAdoption;

    /// <summary>The variance of two lines together.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another, of the same currency.</param>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    /// <exception cref="ArgumentNullException">A variance is null.</exception>
    public static LineVariance operator +(LineVariance left, LineVariance right)
    {
        Check.NotNull(left);
        Check.NotNull(right);
        return new LineVariance(
            left.Plan + right.Plan, left.Actual + right.Actual, left.Timing + right.Timing, left.VolumeAndAdoption + right.VolumeAndAdoption);
    }

    /// <inheritdoc/>
    public bool Equals(LineVariance? other) => other is not null && Plan == other.Plan && Actual == other.Actual && Timing == other.Timing && VolumeAndAdoption == other.VolumeAndAdoption;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LineVariance);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Plan.GetHashCode() * 31) + Actual.GetHashCode());

    /// <summary>Invariant text, for logs and test messages.</summary>
    public override string ToString() => $"{Total} = timing {Timing} + volume {VolumeAndAdoption} + price {PriceAndRate}";

    internal static LineVariance None(Currency currency) =>
        new(Money.Zero(currency), Money.Zero(currency), Money.Zero(currency), Money.Zero(currency));
}
