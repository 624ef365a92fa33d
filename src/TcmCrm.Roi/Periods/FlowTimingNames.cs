namespace TcmCrm.Roi.Periods;

/// <summary>Display names of <see cref="FlowTiming"/>.</summary>
public static class FlowTimingNames
{
    /// <summary>The Chinese name.</summary>
    /// <param name="timing">The timing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string Chinese(this FlowTiming timing) => Names(timing).Chinese;

    /// <summary>The English name.</summary>
    /// <param name="timing">The timing.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a named value.</exception>
    public static string English(this FlowTiming timing) => Names(timing).English;

    private static (string Chinese, string English) Names(FlowTiming timing) => timing switch
    {
        FlowTiming.Dated => ("按实际日期", "At its own date"),
        FlowTiming.StartOfMonth => ("月初", "Start of month"),
        FlowTiming.MidMonth => ("月中", "Middle of month"),
        FlowTiming.EndOfMonth => ("月末", "End of month"),
        FlowTiming.EndOfYear => ("年末", "End of year"),
        _ => throw Check.OutOfRange(nameof(timing), timing, "a named flow timing"),
    };
}
