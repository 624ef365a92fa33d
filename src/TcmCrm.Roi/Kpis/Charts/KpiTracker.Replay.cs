using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <content>The history of months and the chart that runs along it.</content>
public sealed partial class KpiTracker
{
    private void CheckKind(bool parts)
    {
        if (count > 0 && parts != numerators is not null)
        {
            throw new InvalidOperationException(parts
                ? "Months before were observed as values: numerators and denominators cannot follow."
                : "Months before were observed as numerators and denominators: a value alone cannot follow.");
        }
    }

    private double ValueOf(YearMonth month, double numerator, double denominator)
    {
        Check.Finite(numerator);
        if (!(Check.Finite(denominator) > 0))
        {
            throw Check.OutOfRange(nameof(denominator), denominator, "above 0", AllowedRange.Positive);
        }

        double value = Definition.PartsScale * numerator / denominator * KpiSeries.DaysFactor(Definition, KpiSeries.CheckMonth(month), KpiFrequency.Monthly, 0);
        CheckRange(value);
        return value;
    }

    private void CheckRange(double value)
    {
        if (!Definition.IsInRange(value))
        {
            throw Check.OutOfRange(nameof(value), value, Definition.RangeText, Definition.Range);
        }
    }

    private void SetParts(int index, double numerator, double denominator)
    {
        if (double.IsNaN(numerator))
        {
            return;
        }

        numerators ??= new double[reserved];
        denominators ??= new double[reserved];
        numerators[index] = numerator;
        denominators[index] = denominator;
    }

    private double?[] Current(double[] values)
    {
        var current = new double?[count];
        for (int i = 0; i < count; i++)
        {
            current[i] = double.IsNaN(values[i]) ? null : values[i];
        }

        return current;
    }

    private ControlChartPoint Append(YearMonth month, int index, double value, double numerator, double denominator)
    {
        Reserve(index + 1);
        while (count < index)
        {
            SetParts(count, numerator, denominator);
            if (numerators is not null)
            {
                numerators[count] = denominators![count] = double.NaN;
            }

            values[count++] = double.NaN;
        }

        SetParts(count, numerator, denominator);

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
            if (numerators is not null)
            {
                Array.Resize(ref numerators, reserved);
                Array.Resize(ref denominators, reserved);
            }
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
        baselineFirst = 0;
        limits = null;
        monitor = default;
        season = SeasonModel.Plain;
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
            baselineFirst = baselineObserved == 0 && !Baseline.IsAutomatic ? observed - 1 : baselineFirst;
            baselineObserved = Baseline.IsAutomatic ? observed : baselineObserved + 1;
        }

        if (baselineObserved >= 2 && (inBaseline || (Basis == ChartBasis.Adjusted && SeasonModel.IsLearnedAt(observed))))
        {
            return Freeze(index);
        }

        charted = value - season.EffectOf((start.Month - 1 + index) % 12);
        isInBaseline = limits is null;
        if (limits is not null)
        {
            (rule, side) = monitor.Next(charted, inBaseline: false);
        }

        return false;
    }

    /// <summary>Learns season and limits from the months up to an index and runs the chart up to there again.</summary>
    private bool Freeze(int lastIndex)
    {
        // At most 48 values, or the months that the caller named: a bounded cost, a few times (a month, for named ones).
        var sofar = new double[observed];
        int[]? times = observed == lastIndex + 1 ? null : new int[observed];
        int next = 0;
        for (int i = 0; i <= lastIndex; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                if (times is not null)
                {
                    times[next] = i;
                }

                sofar[next++] = values[i];
            }
        }

        if (Basis == ChartBasis.Adjusted)
        {
            season = SeasonModel.Of(sofar, times, start.Month - 1, baselineFirst, baselineObserved, observed);
            sofar = season.Without(sofar, times, start.Month - 1);
        }

        ControlLimits? before = limits;
        (int from, int onLevel) = season.OnOneLevel(baselineFirst, baselineObserved);
        limits = ControlLimits.OnOneLevel(sofar, baselineFirst, baselineObserved, season, screenOutliers: false);
        monitor = new ChartMonitor(limits, Rules);
        int baselineEnd = from + onLevel;
        for (int i = 0; i < sofar.Length; i++)
        {
            (rule, side) = monitor.Next(sofar[i], inBaseline: i < baselineEnd);
        }

        charted = sofar[sofar.Length - 1];
        isInBaseline = sofar.Length <= baselineEnd;
        return !limits.Equals(before);
    }
}
