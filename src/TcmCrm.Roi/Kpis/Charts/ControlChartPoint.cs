using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>One point of a control chart. The default is an unmarked 0 in January of year 1.</summary>
public readonly record struct ControlChartPoint
{
    internal ControlChartPoint(int index, YearMonth month, double value, bool isInBaseline, AlarmRule rule, AlarmSide side, double cusumHigh, double cusumLow, double? observed = null)
    {
        Index = index;
        Month = month;
        Value = value;
        Observed = observed ?? value;
        IsInBaseline = isInBaseline;
        Rule = rule;
        Side = side;
        CusumHigh = cusumHigh;
        CusumLow = cusumLow;
    }

    /// <summary>The index from 0 among the points of the chart (months without a value are not points).</summary>
    public int Index { get; }

    /// <summary>The month.</summary>
    public YearMonth Month { get; }

    /// <summary>The value that is charted: in the unit of the KPI, deseasonalised or as a logarithm as the basis says.</summary>
    public double Value { get; }

    /// <summary>The value of the month as it was observed, in the unit of the KPI.</summary>
    public double Observed { get; }

    /// <summary>Whether the limits were computed from it, or it stands before those months.</summary>
    public bool IsInBaseline { get; }

    /// <summary>The most serious rule that it broke.</summary>
    public AlarmRule Rule { get; }

    /// <summary>Whether the alarm points above the centre, or up; false without an alarm.</summary>
    public bool IsAbove => Side == AlarmSide.Above;

    /// <summary>Whether the alarm points below the centre, or down; false without an alarm.</summary>
    public bool IsBelow => Side == AlarmSide.Below;

    internal AlarmSide Side { get; }

    /// <summary>The upper cumulative sum in sigma; 0 in the baseline.</summary>
    public double CusumHigh { get; }

    /// <summary>The lower cumulative sum in sigma; 0 in the baseline.</summary>
    public double CusumLow { get; }

    /// <summary>The cumulative sum to one side.</summary>
    internal double CusumOf(bool above) => above ? CusumHigh : CusumLow;

    /// <summary>Whether a rule was broken.</summary>
    public bool IsAlarm => Rule != AlarmRule.None;

    /// <summary>
    /// The name of the alarm: of its rule and side together; in English the labels of the NHS charts, such as <c>7 Points Above CL</c>, and <c>Common Cause</c>
    /// where no rule was broken.
    /// </summary>
    public Message AlarmName => Rule == AlarmRule.None
        ? Message.NameOf(Rule)
        : new Message(Message.NameId(Rule) + (Side == AlarmSide.Above ? ".above" : ".below"));

    /// <summary>An invariant text, such as <c>2026-03: 97.2 OutsideLimits Below</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, IsAlarm ? "{0:uuuu-MM}: {1:G6} {2} {3}" : "{0:uuuu-MM}: {1:G6}", Month, Value, Rule, Side);
}
