namespace TcmCrm.Roi;

/// <summary>How an uncertain factor is distributed.</summary>
public enum DistributionKind
{
    /// <summary>A triangle with its two ends and its mode.</summary>
    Triangular,

    /// <summary>A triangle with its mode, given by its 10 % and 90 % quantiles in place of its ends.</summary>
    TriangularOfPercentiles,

    /// <summary>A beta distribution with two ends and a mode of weight 4 (PERT).</summary>
    Pert,

    /// <summary>Every value between two ends alike.</summary>
    Uniform,

    /// <summary>A normal distribution.</summary>
    Normal,

    /// <summary>A lognormal distribution.</summary>
    Lognormal,

    /// <summary>A normal distribution given by a confidence interval.</summary>
    NormalInterval,

    /// <summary>A lognormal distribution given by a confidence interval.</summary>
    LognormalInterval,

    /// <summary>Single values, each with a weight.</summary>
    Discrete,
}
