namespace TcmCrm.Roi.Returns;

/// <summary>Where the first of a list of periodic flows stands. Always said, never assumed: spreadsheets and libraries differ
/// (numpy/numpy#10877 shows what silence costs).</summary>
public enum PeriodicTiming
{
    /// <summary>The first flow stands at t = 0 and is not discounted: numpy-financial, textbooks, a table with an initial column.</summary>
    StartAtZero = 0,

    /// <summary>The first flow stands at the end of the first period, t = 1: Excel's NPV.</summary>
    EndOfFirstPeriod,
}
