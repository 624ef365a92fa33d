namespace TcmCrm.Roi.Tool.Csv;

/// <summary>What the numbers of a series file are.</summary>
internal enum SeriesKind
{
    /// <summary>Amounts, such as sales of a month.</summary>
    Level,

    /// <summary>Shares, as numerator and denominator or as fractions.</summary>
    Ratio,

    /// <summary>Scores, as they are or as counts of promoters, passives and detractors.</summary>
    Score,
}
