namespace TcmCrm.Roi.Measures;

/// <summary>The unit of a figure, which decides how it is shown.</summary>
public enum MeasureUnit
{
    /// <summary>Money in the currency of the case.</summary>
    Money,

    /// <summary>A ratio that is shown in per cent: 0.6 is 60 %.</summary>
    Ratio,

    /// <summary>A ratio that is shown as a number: a benefit-cost ratio of 1.3.</summary>
    Multiple,

    /// <summary>A yearly rate as a fraction, shown in per cent.</summary>
    Rate,

    /// <summary>Months from the start of the case.</summary>
    Months,
}
