using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <content>The history of months and the chart that runs along it.</content>
public sealed partial class KpiTracker
{
    private double?[] Current()
    {
        var current = new double?[count];
        for (int i = 0; i < count; i++)
        {
            current[i] = double.IsNaN(values[i]) ? null : values[i];
        }

        return current;
    }

    private ControlChartPoint Append(YearMonth month, int index, double value)
    {
        Reserve(index + 1);
        while (count < index)
        {
            values[count++] = double.NaN;
        }

        values[count++] = value;
        latest = month;
        LimitsChanged = Advance(index, value);
        return Latest;
    }

    private void Reserve(int months)
    {
        if (months > reserved)
        {
            reserved = Math.Max(months, 2 * reserved);
            Array.Resize(ref values, reserved);
        }
    }

    private ControlChartPoint ReplayFrom(ControlLimits? before)
    {
        Replay();
        LimitsChanged = !Equals(before, limits);
        return Latest;
    }

    private void Replay()
    {
        observed = 0;
        baselineObserved = 0;
        limits = null;
        monitor = default;
        rule = AlarmRule.None;
        side = AlarmSide.None;
        for (int i = 0; i < count; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                latest = start.PlusMonths(i);
                Advance(i, values[i]);
            }
        }
    }

    /// <summary>Takes the value at an index into limits and monitor; true when the limits changed.</summary>
    private bool Advance(int index, double value)
    {
        observed++;
        bool inBaseline = Baseline.IsAutomatic
            ? observed is ControlLimits.ProvisionalCount or ControlLimits.FirmCount
            : latest <= Baseline.To && latest >= Baseline.From;
        if (inBaseline)
        {
            baselineObserved = Baseline.IsAutomatic ? observed : baselineObserved + 1;
        }

        if (inBaseline && baselineObserved >= 2)
        {
            return Freeze(index);
        }

        isInBaseline = limits is null;
        if (limits is not null)
        {
            (rule, side) = monitor.Next(value, inBaseline: false);
        }

        return false;
    }

    /// <summary>Computes the limits of the baseline that ends at an index and runs the chart up to there again.</summary>
    private bool Freeze(int lastIndex)
    {
        // A baseline has at most 24 values, or the months that the caller named: a bounded cost, once (a month, for named ones).
        var baseline = new double[baselineObserved];
        int next = baseline.Length;
        for (int i = lastIndex; next > 0; i--)
        {
            if (!double.IsNaN(values[i]))
            {
                baseline[--next] = values[i];
            }
        }

        isInBaseline = true;
        limits = ControlLimits.Of(baseline, 0, baseline.Length, false, 1);
        monitor = new ChartMonitor(limits, Rules);
        for (int i = 0; i <= lastIndex; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                (rule, side) = monitor.Next(values[i], inBaseline: true);
            }
        }

        return true;
    }
}
