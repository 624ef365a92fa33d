namespace TcmCrm.Roi.Kpis;

/// <summary>
/// The marks of an NHS chart once the whole series is known: points that led up to a run or a pattern bear its mark too. The order of
/// seriousness is: outside the limits, trend of seven, two of three, seven on one side (NHSRplotthedots).
/// </summary>
internal static class NhsMarks
{
    internal static (AlarmRule Rule, AlarmSide Side)[] Of(double[] values, ControlLimits limits)
    {
        int n = values.Length;
        values = Array.ConvertAll(values, value => Math.Abs(value - limits.Center) <= limits.Slack ? limits.Center : value);
        var flags = new (AlarmRule Rule, AlarmSide Side)[n];
        double reach = limits.Upper - limits.Center;
        var sides = new int[n];
        var near = new bool[n];
        var outside = new bool[n];
        var trend = new bool[n];
        var run = new bool[n];
        var two = new bool[n];
        for (int i = 0; i < n; i++)
        {
            sides[i] = Math.Sign(values[i] - limits.Center);
            outside[i] = values[i] > limits.Upper || values[i] < limits.Lower;
            near[i] = !outside[i] && Math.Abs(values[i] - limits.Center) > reach * 2 / 3;
        }

        for (int i = 6; i < n; i++)
        {
            MarkWhen(Same(i - 6, i, j => sides[j]), run, i);
            MarkWhen(Same(i - 5, i, j => Math.Sign(values[j] - values[j - 1])), trend, i);
        }

        for (int i = 2; i < n; i++)
        {
            int count = (near[i - 2] ? 1 : 0) + (near[i - 1] ? 1 : 0) + (near[i] ? 1 : 0);
            if (count >= 2 && Same(i - 2, i, j => sides[j]))
            {
                for (int j = i - 2; j <= i; j++)
                {
                    two[j] |= near[j];
                }
            }
        }

        for (int i = 0; i < n; i++)
        {
            AlarmRule rule = outside[i] ? AlarmRule.OutsideLimits
                : trend[i] ? AlarmRule.TrendOfSeven
                : two[i] ? AlarmRule.TwoOfThree
                : run[i] ? AlarmRule.SevenOnOneSide
                : AlarmRule.None;
            int sign = rule == AlarmRule.TrendOfSeven ? TrendSign(values, trend, i) : sides[i];
            flags[i] = (rule, rule == AlarmRule.None ? AlarmSide.None : sign > 0 ? AlarmSide.Above : AlarmSide.Below);
        }

        return flags;
    }

    private static void MarkWhen(bool condition, bool[] marks, int last)
    {
        for (int j = last - 6; condition && j <= last; j++)
        {
            marks[j] = true;
        }
    }

    private static bool Same(int from, int to, Func<int, int> sign)
    {
        int first = sign(from);
        for (int j = from + 1; first != 0 && j <= to; j++)
        {
            if (sign(j) != first)
            {
                return false;
            }
        }

        return first != 0;
    }

    /// <summary>A point between two trends belongs to the later one.</summary>
    private static int TrendSign(double[] values, bool[] trend, int i)
    {
        int after = i + 1 < values.Length && trend[i + 1] ? Math.Sign(values[i + 1] - values[i]) : 0;
        return after != 0 ? after : Math.Sign(values[i] - values[i - 1]);
    }
}
