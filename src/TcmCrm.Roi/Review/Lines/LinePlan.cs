using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>The plan of one line by calendar month, which can be moved by whole months: exact, and as running sums in whole minor units.</summary>
internal sealed class LinePlan
{
    private readonly decimal[] _exact;
    private readonly decimal[] _cumulative;

    /// <summary>
    /// Rounds the running sums, not the months: a sum over any stretch is within a minor unit of the exact one, and every difference of sums is a whole
    /// number of minor units, so that variances add up to the last digit.
    /// </summary>
    /// <param name="exact">The amount of each month.</param>
    /// <param name="flows">The flows that it is the sum of.</param>
    /// <param name="digits">The digits of the currency's minor unit.</param>
    internal LinePlan(decimal[] exact, LineFlow[] flows, int digits)
    {
        _exact = exact;
        Flows = flows;
        First = -1;
        _cumulative = new decimal[exact.Length];
        decimal sum = 0;
        for (int month = 0; month < exact.Length; month++)
        {
            sum += exact[month];
            _cumulative[month] = decimal.Round(sum, digits, MidpointRounding.AwayFromZero);
            First = First < 0 && _cumulative[month] != 0 ? month : First;
        }
    }

    /// <summary>The flows of the line in the projection of the plan.</summary>
    internal LineFlow[] Flows { get; }

    /// <summary>The first month with an amount; -1 when there is none.</summary>
    internal int First { get; }

    internal static LinePlan Of(LineFlow[] flows, ReviewMonths months, int digits)
    {
        var exact = new decimal[months.Count];
        foreach (LineFlow flow in flows)
        {
            exact[months.IndexOf(flow.Date)] += flow.Amount;
        }

        return new LinePlan(exact, flows, digits);
    }

    internal static LinePlan Nothing(ReviewMonths months) => new(new decimal[months.Count], [], 0);

    /// <summary>The sum up to and with a month, which may lie outside the grid.</summary>
    internal decimal Through(int month) => month < 0 ? 0 : _cumulative[Math.Min(month, _cumulative.Length - 1)];

    internal decimal In(int month) => Through(month) - Through(month - 1);

    /// <summary>The amount of a month as it is planned, not rounded.</summary>
    internal decimal Exact(int month) => month < 0 || month >= _exact.Length ? 0 : _exact[month];
}
