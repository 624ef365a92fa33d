using NodaTime;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.CashFlows;

/// <summary>Collects what one line records in each wave of a go-live, and gives it on as one amount a date, in order of date.</summary>
internal sealed class WaveRecorder(MonthGrid grid) : FlowRecorder
{
    private readonly decimal[] _atStart = new decimal[grid.Count];
    private readonly decimal[] _through = new decimal[grid.Count];
    private readonly SortedDictionary<LocalDate, decimal> _on = [];

    /// <summary>The share of the wave that is being recorded.</summary>
    internal decimal Share { get; set; } = 1;

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
                recorder.AtMonthStart(month, _atStart[month]);
                for (; has && dates.Current.Key < grid[month + 1]; has = dates.MoveNext())
                {
                    recorder.On(dates.Current.Key, dates.Current.Value);
                }

                recorder.ThroughMonth(month, _through[month]);
                _atStart[month] = 0;
                _through[month] = 0;
            }
        }

        _on.Clear();
    }
}
