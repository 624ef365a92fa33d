namespace TcmCrm.Roi.Benefits;

/// <summary>When the margin of a customer's period is counted in a lifetime value.</summary>
public enum MarginTiming
{
    /// <summary>
    /// At the start of each period, from the customers that are there then: t = 0, 1, ..., n - 1, the first undiscounted (Fader and Hardie). The default.
    /// </summary>
    StartOfPeriod,

    /// <summary>At the end of each period, from the customers that have stayed through it: t = 1, 2, ..., n.</summary>
    EndOfPeriod,
}
