namespace TcmCrm.Roi.Spreadsheets;

/// <summary>What the numbers of a series are.</summary>
public enum SeriesKind
{
    /// <summary>Amounts, such as sales of a month.</summary>
    Level,

    /// <summary>Shares, as numerator and denominator, in per cent or as fractions.</summary>
    Ratio,

    /// <summary>Scores, as they are or as counts of promoters, passives and detractors.</summary>
    Score,
}
