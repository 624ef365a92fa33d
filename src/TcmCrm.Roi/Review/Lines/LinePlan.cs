namespace TcmCrm.Roi.Review;

/// <summary>The plan of one line by month, as running sums, which can be moved by whole months.</summary>
internal sealed class LinePlan
{
    private readonly decimal[] _cumulative;
    private readonly decimal[] _shareBeforeEnd;

    /// <param name="cumulative">The running sum to the end of each month, in whole minor units.</param>
    /// <param name="shareBeforeEnd">For each evaluation period, the share of its last month's plan that falls before its end; 1 when it ends with a month.</param>
    internal LinePlan(decimal[] cumulative, decimal[] shareBeforeEnd)
    {
        _cumulative = cumulative;
        _shareBeforeEnd = shareBeforeEnd;
        First = -1;
        for (int month = 0; month < cumulative.Length && First < 0; month++)
        {
            First = cumulative[month] != 0 ? month : -1;
        }
    }

    /// <summary>The first month with an amount; -1 when there is none.</summary>
    internal int First { get; }

    internal static LinePlan Nothing(int months, int periods) =>
        new(new decimal[months], [.. Enumerable.Repeat(1m, periods)]);

    /// <summary>The sum up to and with a month, which may lie outside the grid.</summary>
    internal decimal Through(int month) => month < 0 ? 0 : _cumulative[Math.Min(month, _cumulative.Length - 1)];

    internal decimal In(int month) => Through(month) - Through(month - 1);

    internal decimal ShareBeforeEnd(int period) => _shareBeforeEnd[period];
}
