using TcmCrm.Roi.Statistics;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>One factor of a simulation: a line's own, or a driver.</summary>
internal sealed class UncertainFactor(string id, string name, Distribution stated, bool isDelay, bool isCut, Dictionary<(double, double), QuantileTable> tables)
{
    internal string Id { get; } = id;

    internal string Name { get; } = name;

    /// <summary>The distribution as stated, or as assumed where the line is silent.</summary>
    internal Distribution Stated { get; } = stated;

    internal FactorDistribution Distribution { get; } = new(stated, isCut, tables);

    /// <summary>Whether it moves go-live; otherwise it multiplies amounts.</summary>
    internal bool IsDelay { get; } = isDelay;

    /// <summary>The stream of its draws: it depends on the id alone, so that no other line, order or number of trials changes a draw.</summary>
    internal ulong Stream { get; } = Philox.Stream(id);

    /// <summary>The seed of its draws where other cases share them; null for that of the case.</summary>
    internal ulong? SharedSeed { get; init; }

    /// <summary>Whether it is a driver, which may act on several lines, and not a line's own.</summary>
    internal bool IsDriver { get; init; }

    /// <summary>Whether it multiplies a benefit: what a study before and after can measure.</summary>
    internal bool ActsOnBenefits { get; set; }

    /// <summary>Its place among the correlated factors; -1 where it is independent.</summary>
    internal int CopulaPlace { get; set; } = -1;

    /// <summary>Whole months of a delay: rounded half up, 0 to the most.</summary>
    internal static int Months(double value, int most) => !(value >= 0.5) ? 0 : value >= most ? most : (int)Math.Floor(value + 0.5);
}
