namespace TcmCrm.Roi.Review;

/// <summary>A share observed month by month beside the one that was planned: adoption, seats in use.</summary>
internal sealed class MonthlyShare(int months, bool isForAll = false)
{
    private readonly Actual?[] _rows = new Actual?[months];

    /// <summary>Whether it stands for every line without one of its own.</summary>
    internal bool IsForAll { get; } = isForAll;

    /// <summary>The first month with an observation; the number of months where there is none.</summary>
    internal int First => Array.FindIndex(_rows, row => row is not null) is >= 0 and var first ? first : _rows.Length;

    internal void Set(int month, Actual row) => _rows[month] = row;

    internal Actual? At(int month) => month >= 0 && month < _rows.Length ? _rows[month] : null;

    /// <summary>Observed over planned. A plan that was not stated is the target, and more than the target is then no surplus.</summary>
    internal bool TryGetRatio(int month, Share target, out decimal ratio)
    {
        Actual? row = At(month);
        ratio = row is null ? 1
            : row.Plan is { } planned ? row.Ratio / planned
            : Math.Min(1, row.Ratio / target.Value);
        return row is not null;
    }

    /// <summary>The mean of observed over planned in the last so many months with an observation, up to and with a month.</summary>
    internal bool TryGetMeanRatio(int through, int most, Share target, out decimal ratio)
    {
        decimal sum = 0;
        int count = 0;
        for (int month = Math.Min(through, _rows.Length - 1); month >= 0 && count < most; month--)
        {
            if (TryGetRatio(month, target, out decimal one))
            {
                sum += one;
                count++;
            }
        }

        ratio = count == 0 ? 1 : sum / count;
        return count > 0;
    }

    /// <summary>The mean of what was observed in the last so many months with an observation; 0 without one.</summary>
    internal decimal RecentShare(int through, int most)
    {
        decimal sum = 0;
        int count = 0;
        for (int month = Math.Min(through, _rows.Length - 1); month >= 0 && count < most; month--)
        {
            if (_rows[month] is { } row)
            {
                sum += row.Ratio;
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>The first month of the last run of observations below a ratio, up to and with a month; that month itself where the last one is not below.</summary>
    internal int Since(int through, Share target, decimal below)
    {
        int since = through;
        for (int month = Math.Min(through, _rows.Length - 1); month >= 0; month--)
        {
            if (TryGetRatio(month, target, out decimal ratio))
            {
                if (ratio >= below)
                {
                    break;
                }

                since = month;
            }
        }

        return since;
    }
}
