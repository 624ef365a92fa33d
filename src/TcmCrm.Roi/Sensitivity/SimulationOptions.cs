using System.Globalization;

namespace TcmCrm.Roi.Sensitivity;

/// <summary>How a case is simulated.</summary>
public sealed class SimulationOptions
{
    /// <summary>The most trials that a run may have.</summary>
    public const int MostTrials = 10_000_000;

    /// <summary>The most threads that a run may have.</summary>
    public const int MostDegree = 1_024;

    private readonly int _trials = 100_000;
    private readonly int _degree = 1;
    private readonly CaseBasis _basis = CaseBasis.All;

    /// <summary>100,000 trials, seed 1, one thread, defaults for silent lines.</summary>
    public static SimulationOptions Usual { get; } = new();

    /// <summary>How many trials, 100 to 10,000,000; 100,000 by default. More trials leave the draws of the first ones as they are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int Trials
    {
        get => _trials;
        init => _trials = Check.InRange(value, 100, MostTrials, nameof(Trials));
    }

    /// <summary>The seed of the draws; 1 by default.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many threads at most, 1 to 1,024; 1, which touches no other thread, by default. The figures are the same bits for every degree.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside that range.</exception>
    public int DegreeOfParallelism
    {
        get => _degree;
        init => _degree = Check.InRange(value, 1, MostDegree, nameof(DegreeOfParallelism));
    }

    /// <summary>Which benefits count in what is said of the inputs; all by default. Periods are given on both.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not one of the two.</exception>
    public CaseBasis Basis
    {
        get => _basis;
        init => _basis = value is CaseBasis.All or CaseBasis.Cashable ? value : throw Check.OutOfRange(nameof(Basis), value, "All or Cashable");
    }

    /// <summary>Whether lines that state no uncertainty get one by evidence and category; true by default.</summary>
    public bool UsesDefaultUncertainty { get; init; } = true;

    /// <summary>Trials, seed and degree, invariant.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} trials, seed {1}, degree {2}", Trials, Seed, DegreeOfParallelism);
}
