namespace TcmCrm.Roi.Tool.Rendering;

/// <summary>What a figure is counted in, which decides how it is printed.</summary>
internal enum FigureUnit
{
    /// <summary>An amount in the currency of the case.</summary>
    Money,

    /// <summary>A ratio or a rate, printed in per cent.</summary>
    Ratio,

    /// <summary>A length in months.</summary>
    Months,

    /// <summary>A ratio that is printed as it is, such as a benefit-cost ratio.</summary>
    Index,
}
