using TcmCrm.Roi.CashFlows;

namespace TcmCrm.Roi.Review;

/// <summary>The plan of one line by calendar month, which can be moved by whole months: exact, and as running sums in whole minor units.</summary>
internal sealed class LinePlan
{
    private readonly int _digits;
    private readonly int _start;
    private readonly decimal[]? _byMonth;
    private readonly decimal[] _cumulative;
    private readonly decimal _past;

    /// <summary>
    /// Rounds the running sums, not the months: a sum over any stretch is within a minor unit of the exact one, and every difference of sums is a whole
    /// number of minor units, so that variances add up to the last digit. Sums after the review's month are seldom asked for and not kept.
    /// </summary>
    /// <param name="flows">The flows of the line in the projection of the plan.</param>
    /// <param name="months">The months of the review.</param>
    /// <param name="digits">The digits of the currency's minor unit.</param>
    internal LinePlan(LineFlow[] flows, ReviewMonths months, int digits)
    {
        Flows = flows;
        First = -1;
        _digits = digits;
        _cumulative = [];
        if (flows.Length == 0)
        {
            return;
        }

        decimal all = 0;
        foreach (LineFlow flow in flows)
        {
            all += flow.Amount;
        }

        IsReversed = all < 0;
        (_start, int end, bool isOneAMonth) = Extent(flows, months);
        _byMonth = isOneAMonth ? null : Sums(flows, months, end);
        int past = Math.Min(end, months.AsOf + 1) - _start;
        _cumulative = past > 0 ? new decimal[past] : [];
        decimal sum = 0;
        for (int i = 0; i < (First < 0 ? MonthsHeld : past); i++)
        {
            sum += Exact(_start + i);
            decimal rounded = Rounded(sum);
            First = First < 0 && rounded != 0 ? _start + i : First;
            if (i < past)
            {
                _cumulative[i] = rounded;
                _past = sum;
            }
        }
    }

    /// <summary>The flows of the line in the projection of the plan.</summary>
    internal LineFlow[] Flows { get; }

    /// <summary>Whether the line works against its side: a cost that comes back (a rebate, a residual value), or a benefit that is a loss.</summary>
    internal bool IsReversed { get; }

    /// <summary>The first month with a flow; 0 when there is none.</summary>
    internal int Start => _start;

    /// <summary>The month after the last flow; 0 when there is none.</summary>
    internal int End => Flows.Length == 0 ? 0 : _start + MonthsHeld;

    /// <summary>The first month with an amount; -1 when there is none.</summary>
    internal int First { get; }

    /// <summary>The sum up to and with a month, which may lie outside the grid.</summary>
    internal decimal Through(int month)
    {
        int index = month - _start;
        if (index < 0 || Flows.Length == 0)
        {
            return 0;
        }

        if (index < _cumulative.Length)
        {
            return _cumulative[index];
        }

        decimal sum = _past;
        for (int coming = _cumulative.Length; coming <= Math.Min(index, MonthsHeld - 1); coming++)
        {
            sum += Exact(_start + coming);
        }

        return Rounded(sum);
    }

    internal decimal In(int month) => Through(month) - Through(month - 1);

    /// <summary>The amount of a month as it is planned, not rounded.</summary>
    internal decimal Exact(int month)
    {
        int index = month - _start;
        return index < 0 || index >= MonthsHeld ? 0 : _byMonth is null ? Flows[index].Amount : _byMonth[index];
    }

    /// <summary>The sum of the months between two, both included, not rounded.</summary>
    internal decimal Between(int first, int last)
    {
        decimal sum = 0;
        for (int month = first; month <= last; month++)
        {
            sum += Exact(month);
        }

        return sum;
    }

    /// <summary>
    /// Whether the plan has its own seasons: the last twelve months differ by a fifth at least and repeat those of the year before. Such a plan belongs to
    /// its calendar months: a late start does not move it.
    /// </summary>
    internal bool IsSeasonal()
    {
        const int Year = 12;
        const decimal Apart = 1.2m;
        const decimal Alike = 0.1m;
        if (Flows.Length == 0 || MonthsHeld < 2 * Year)
        {
            return false;
        }

        (decimal least, decimal most, decimal growth) = (decimal.MaxValue, decimal.MinValue, 0);
        for (int month = End - Year; month < End; month++)
        {
            decimal now = Exact(month);
            decimal before = Exact(month - Year);
            if (now <= 0 || before <= 0)
            {
                return false;
            }

            least = Math.Min(least, now);
            most = Math.Max(most, now);
            growth += now / before / Year;
        }

        bool isAlike = most >= Apart * least;
        bool isRising = true;
        for (int month = End - Year; isAlike && month < End; month++)
        {
            isAlike = Math.Abs((Exact(month) / Exact(month - Year)) - growth) <= Alike * growth;
            isRising &= month == End - Year || Exact(month) >= Exact(month - 1);
        }

        return isAlike && !isRising;
    }

    /// <summary>Whether a booking has the amount of a bill as it stands, and after its conversion half more at least than any bill.</summary>
    internal bool IsMisread(decimal stated, decimal converted)
    {
        if (stated <= 0 || converted <= stated)
        {
            return false;
        }

        bool isBill = false;
        for (int month = Start; month < End; month++)
        {
            decimal bill = Exact(month);
            isBill |= bill > 0 && BillMatching.IsSame(stated, bill);
            if (converted < BillMatching.FurthestPrice * bill)
            {
                return false;
            }
        }

        return isBill;
    }

    /// <summary>From the first month with a flow to the last.</summary>
    private int MonthsHeld => _byMonth?.Length ?? Flows.Length;

    /// <summary>The first month with a flow, the month after the last, and whether each month between has one flow, in order: then the flows are the months.</summary>
    private static (int Start, int End, bool IsOneAMonth) Extent(LineFlow[] flows, ReviewMonths months)
    {
        int start = months.IndexOf(flows[0].Date);
        int end = start + 1;
        bool isOneAMonth = true;
        for (int i = 1; i < flows.Length; i++)
        {
            int month = months.IndexOf(flows[i].Date);
            isOneAMonth &= month == start + i;
            start = Math.Min(start, month);
            end = Math.Max(end, month + 1);
        }

        return (start, end, isOneAMonth);
    }

    private decimal[] Sums(LineFlow[] flows, ReviewMonths months, int end)
    {
        var sums = new decimal[end - _start];
        foreach (LineFlow flow in flows)
        {
            sums[months.IndexOf(flow.Date) - _start] += flow.Amount;
        }

        return sums;
    }

    private decimal Rounded(decimal sum) => decimal.Round(sum, _digits, MidpointRounding.AwayFromZero);
}
