using System.Globalization;
using NodaTime;

namespace TcmCrm.Roi.Kpis;

/// <summary>What an observation did to a tracker. The default is a new, unmarked month without limits.</summary>
public readonly record struct KpiTrackerUpdate
{
    internal KpiTrackerUpdate(YearMonth month, KpiObservationKind kind, int version, AlarmRule rule, AlarmSide side, bool limitsChanged)
    {
        Month = month;
        Kind = kind;
        Version = version;
        Rule = rule;
        Side = side;
        LimitsChanged = limitsChanged;
    }

    /// <summary>The month that was observed.</summary>
    public YearMonth Month { get; }

    /// <summary>Whether it was new, late, or a correction.</summary>
    public KpiObservationKind Kind { get; }

    /// <summary>The version of the month, from 1.</summary>
    public int Version { get; }

    /// <summary>The most serious rule that the latest month breaks, as far as is known with it; for a late or corrected month too the latest one's.</summary>
    public AlarmRule Rule { get; }

    /// <summary>The side of that alarm.</summary>
    public AlarmSide Side { get; }

    /// <summary>
    /// Whether the limits are others than before: they became provisional (12 values) or firm (24), or a month of their baseline came late or was
    /// corrected.
    /// </summary>
    public bool LimitsChanged { get; }

    /// <summary>Whether the latest month is an alarm.</summary>
    public bool IsAlarm => Rule != AlarmRule.None;

    /// <summary>An invariant text, such as <c>2026-03 v1 New: Above UCL</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0:uuuu-MM} v{1} {2}: {3}", Month, Version, Kind, AlarmNames.English(Rule, Side));
}
