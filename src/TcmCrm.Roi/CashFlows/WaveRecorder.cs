using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>Collects what one line records in each wave of a go-live, and gives it on as one amount a date, in order of date.</summary>
internal sealed class WaveRecorder(MonthGrid grid, bool asksForCover) : FlowRecorder
{
    private readonly decimal[] _atStart = new decimal[grid.Count];
    private readonly decimal[] _through = new decimal[grid.Count];
    private readonly SortedDictionary<LocalDate, decimal> _on = [];
    private readonly Dictionary<LocalDate, LocalDate> _paidUntil = [];

    /// <summary>The share of the wave that is being recorded.</summary>
    internal decimal Share { get; set; } = 1;

    internal override bool AsksForCover => asksForCover;

    /// <summary>Bills of one date pay for the same time, except a last one that its term cuts short: the shortest counts, so that nothing seems prepaid that is not.</summary>
    internal override void Covers(LocalDate from, LocalDate until) =>
        _paidUntil[from] = _paidUntil.TryGetValue(from, out LocalDate other) && other < until ? other : until;

    internal override void AtMonthStart(int month, decimal amount) => _atStart[month] += amount * Share;

    internal override void ThroughMonth(int month, decimal amount) => _through[month] += amount * Share;

    internal override void On(LocalDate date, decimal amount)
    {
        int month = grid.IndexOf(date);
        if (month < 0 || month >= grid.Count)
        {
            return;
        }

        if (grid[month] == date)
        {
            AtMonthStart(month, amount);
        }
        else
        {
            _on[date] = (_on.TryGetValue(date, out decimal sum) ? sum : 0) + (amount * Share);
        }
    }

    /// <summary>Gives everything on and forgets it.</summary>
    internal void Replay(FlowRecorder recorder)
    {
        using (IEnumerator<KeyValuePair<LocalDate, decimal>> dates = _on.GetEnumerator())
        {
            bool has = dates.MoveNext();
            for (int month = 0; month < grid.Count; month++)
            {
                Cover(recorder, grid[month]);
                recorder.AtMonthStart(month, _atStart[month]);
                for (; has && dates.Current.Key < grid[month + 1]; has = dates.MoveNext())
                {
                    Cover(recorder, dates.Current.Key);
                    recorder.On(dates.Current.Key, dates.Current.Value);
                }

                recorder.ThroughMonth(month, _through[month]);
                _atStart[month] = 0;
                _through[month] = 0;
            }
        }

        _on.Clear();
        _paidUntil.Clear();
    }

    private void Cover(FlowRecorder recorder, LocalDate from)
    {
        if (_paidUntil.TryGetValue(from, out LocalDate until))
        {
            recorder.Covers(from, until);
        }
    }
}
