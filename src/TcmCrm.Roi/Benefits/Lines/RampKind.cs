namespace TcmCrm.Roi.Benefits;

/// <summary>How a benefit grows from nothing to its full size after go-live.</summary>
public enum RampKind
{
    /// <summary>Full at once.</summary>
    Immediate,

    /// <summary>Linear from nothing to full.</summary>
    Linear,

    /// <summary>Slow, fast, slow: the smoothstep curve 3x^2 - 2x^3.</summary>
    SCurve,

    /// <summary>By points of one's own, linear between them.</summary>
    Custom,
}
