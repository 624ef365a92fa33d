using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Impact;

/// <summary>From a study to the months and values that the designs work on (METHODS C0).</summary>
internal static class StudyPreparation
{
    public static StudyContext Prepare(ImpactStudy study, out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap)
    {
        double[] treated = Adjusted(study.Series, study);
        int start = Number(study.Series.Start);
        int goLive = Number(study.GoLive);
        var notes = new List<Message>();
        bool isLog = IsLog(study, notes);
        if (study.OtherUnits.Count > 0)
        {
            return Stacked(study, isLog, notes, out controls, out gap);
        }

        var series = new StudySeries(start, treated, goLive, study.TransitionMonths, isLog, hasCalendar: true);
        var context = new StudyContext(study, series, UnitOf(study.Series.Definition.Unit, isLog));
        context.Warnings.AddRange(notes);
        gap = null;
        controls = [];
        if (study.Controls.Count > 0)
        {
            double[] control = MeanControl(study, start, treated.Length);
            // Working days are the same on both sides of a gap: it is formed from the values as they are.
            double[] difference = Gap(study.Series.RawValues, control, isLog);
            gap = new StudySeries(start, difference, goLive, study.TransitionMonths, isLog, hasCalendar: true);
            controls = ControlChecks(study, start, treated.Length, goLive, isLog);
        }

        return context;
    }

    internal static int Number(YearMonth month) => (month.Year * 12) + month.Month - 1;

    private static EffectUnit UnitOf(KpiUnit unit, bool isLog) => isLog ? EffectUnit.Relative : unit switch
    {
        KpiUnit.Ratio => EffectUnit.Share,
        KpiUnit.Score or KpiUnit.NetScore => EffectUnit.ScorePoints,
        _ => EffectUnit.KpiUnit,
    };

    /// <summary>The log scale when it is wanted, or when the KPI is an amount of money that is always above zero.</summary>
    private static bool IsLog(ImpactStudy study, List<Message> notes)
    {
        bool isMoney = study.Series.Definition.Unit is KpiUnit.Money or KpiUnit.MoneyPerDay;
        if (study.Scale == EffectScale.Linear || (study.Scale == EffectScale.Auto && !isMoney))
        {
            return false;
        }

        foreach (KpiSeries series in study.Controls.Concat(study.OtherUnits.Select(u => u.Series)).Prepend(study.Series))
        {
            for (int i = 0; i < series.Count; i++)
            {
                if (series.TryGetValue(i, out double value) && !(value > 0))
                {
                    if (study.Scale == EffectScale.Log)
                    {
                        throw Check.Wrong(
                            string.Format(
                                CultureInfo.InvariantCulture, "{0}{1:uuuu-MM} is {2:R}; on the log scale every value has to be above 0.",
                                series.Segment.Length == 0 ? string.Empty : series.Segment + ", ", series.MonthAt(i), value),
                            nameof(study), "argument.logScale", MessageArgument.Month("month", series.MonthAt(i)),
                            MessageArgument.Text("value", value.ToString("R", CultureInfo.InvariantCulture)));
                    }

                    notes.Add(ImpactWarnings.NotOnLogScale(Number(series.MonthAt(i)), value));
                    return false;
                }
            }
        }

        return true;
    }

    private static double[] Adjusted(KpiSeries series, ImpactStudy study)
    {
        var values = (double[])series.RawValues.Clone();
        if (study.WorkingDays is null)
        {
            return values;
        }

        var days = new double[values.Length];
        double sum = 0.0;
        for (int i = 0; i < values.Length; i++)
        {
            days[i] = study.WorkingDays.WorkingDaysIn(series.MonthAt(i));
            sum += days[i];
        }

        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= sum / values.Length / days[i];
        }

        return values;
    }

    /// <summary>The mean of the controls in the months of the treated series; a gap where one of them has none.</summary>
    private static double[] MeanControl(ImpactStudy study, int start, int count)
    {
        var mean = new double[count];
        for (int i = 0; i < count; i++)
        {
            foreach (KpiSeries control in study.Controls)
            {
                int at = start + i - Number(control.Start);
                double value = at >= 0 && at < control.Count ? control.RawValues[at] : double.NaN;
                mean[i] += value / study.Controls.Count;
            }
        }

        return mean;
    }

    /// <summary>treated - control; on the log scale the ratio, whose logarithm the designs take.</summary>
    private static double[] Gap(double[] treated, double[] control, bool isLog)
    {
        var gap = new double[treated.Length];
        for (int i = 0; i < gap.Length; i++)
        {
            gap[i] = isLog ? treated[i] / control[i] : treated[i] - control[i];
        }

        return gap;
    }

    /// <summary>What is looked at to see whether a control moved by itself: one control as it is, one of several against the mean of the others.</summary>
    private static List<(string Segment, StudySeries Series)> ControlChecks(ImpactStudy study, int start, int count, int goLive, bool isLog)
    {
        var checks = new List<(string Segment, StudySeries Series)>();
        for (int c = 0; c < study.Controls.Count; c++)
        {
            KpiSeries control = study.Controls[c];
            double[] own = MeanControl(study.WithControls(control), start, count);
            double[] looked = own;
            if (study.Controls.Count > 1)
            {
                KpiSeries[] others = [.. study.Controls.Where((_, i) => i != c)];
                looked = Gap(own, MeanControl(study.WithControls(others), start, count), isLog);
            }

            checks.Add((control.Segment, new StudySeries(start, looked, goLive, study.TransitionMonths, isLog, hasCalendar: true)));
        }

        return checks;
    }

    /// <summary>
    /// Staggered go-lives: every unit in time since its own go-live, over the months that all units have, less its own mean before, averaged over the
    /// units; with controls, the gap of each unit to them instead.
    /// </summary>
    private static StudyContext Stacked(
        ImpactStudy study, bool isLog, List<Message> notes, out IReadOnlyList<(string Segment, StudySeries Series)> controls, out StudySeries? gap)
    {
        (KpiSeries Series, int GoLive)[] units =
            [(study.Series, Number(study.GoLive)), .. study.OtherUnits.Select(u => (u.Series, Number(u.GoLive)))];
        int from = units.Max(u => Number(u.Series.Start) - u.GoLive);
        int to = units.Min(u => Number(u.Series.End) - u.GoLive);
        double[] own = EventTimeMean(study, units, from, to, isLog, compares: false);
        controls = [];
        gap = null;

        // Event time 0 is put at a month number that keeps all numbers positive; it is not a calendar month.
        const int origin = 12_000;
        var series = new StudySeries(origin + from, own, origin, study.TransitionMonths, isLog, hasCalendar: false);
        if (study.Controls.Count > 0)
        {
            double[] compared = EventTimeMean(study, units, from, to, isLog, compares: true);
            gap = new StudySeries(origin + from, compared, origin, study.TransitionMonths, isLog, hasCalendar: false);
        }

        var context = new StudyContext(study, series, UnitOf(study.Series.Definition.Unit, isLog));
        context.Warnings.AddRange(notes);
        context.Warnings.Add(ImpactWarnings.StaggeredStack(units.Length, series.Before, series.After));
        return context;
    }

    private static double[] EventTimeMean(
        ImpactStudy study, (KpiSeries Series, int GoLive)[] units, int from, int to, bool isLog, bool compares)
    {
        int count = Math.Max(to - from + 1, 0);
        var sum = new double[count];
        double level = 0.0;
        foreach ((KpiSeries series, int goLive) in units)
        {
            int start = Number(series.Start);
            double[] values = compares
                ? Gap(series.RawValues, MeanControl(study, start, series.Count), isLog)
                : Adjusted(series, study);

            double before = 0.0;
            int months = 0;
            for (int i = from; i < 0; i++)
            {
                double value = values[goLive + i - start];
                if (!double.IsNaN(value))
                {
                    before += isLog ? Math.Log(value) : value;
                    months++;
                }
            }

            double mean = before / Math.Max(months, 1);
            level += mean / units.Length;
            for (int i = 0; i < count; i++)
            {
                double value = values[goLive + from + i - start];
                sum[i] += ((isLog ? Math.Log(value) : value) - mean) / units.Length;
            }
        }

        for (int i = 0; i < count; i++)
        {
            sum[i] = isLog ? Math.Exp(sum[i] + level) : sum[i] + level;
        }

        return sum;
    }
}
