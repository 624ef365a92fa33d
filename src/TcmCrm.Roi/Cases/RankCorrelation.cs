using System.Globalization;

namespace TcmCrm.Roi.Cases;

/// <summary>How strongly two uncertain factors rise together: Spearman's rank correlation.</summary>
public sealed class RankCorrelation : IEquatable<RankCorrelation>
{
    /// <summary>A rank correlation of two factors.</summary>
    /// <param name="first">The id of a line or of a driver.</param>
    /// <param name="second">The id of another.</param>
    /// <param name="rank">Spearman's correlation, from -1 to 1, and 0 or at least 1e-9 from 0.</param>
    /// <exception cref="ArgumentNullException">An id is null.</exception>
    /// <exception cref="ArgumentException">An id is blank, or both are the same.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The correlation is outside its range.</exception>
    public RankCorrelation(string first, string second, double rank)
    {
        First = Check.NotBlank(first);
        Second = Check.NotBlank(second) != first ? second : throw Check.Wrong($"'{second}' is correlated with itself; allowed: two factors.", nameof(second), "argument.selfCorrelation", MessageArgument.Text("factor", second));
        Rank = rank == 0 || (Math.Abs(rank) >= Distribution.Least && Math.Abs(rank) <= 1)
            ? rank
            : throw Check.OutOfRange(nameof(rank), rank, "from -1 to 1, and 0 or at least 1e-9 from 0", AllowedRange.AwayFromZero(-1, 1));
    }

    /// <summary>The id of one factor.</summary>
    public string First { get; }

    /// <summary>The id of the other.</summary>
    public string Second { get; }

    /// <summary>Spearman's correlation.</summary>
    public double Rank { get; }

    /// <inheritdoc/>
    public bool Equals(RankCorrelation? other) => other is not null && First == other.First && Second == other.Second && Rank == other.Rank;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RankCorrelation);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(First) ^ StringComparer.Ordinal.GetHashCode(Second);

    /// <summary>Both ids and the correlation, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} and {1}: {2}", First, Second, Rank);
}
