using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>The words of flow files: names of timings and day counts, and dates.</summary>
internal static class FlowFields
{
    internal const string Timings = "startAtZero, endOfFirstPeriod";
    internal const string DayCounts = "anniversary, actual365Fixed, actualActualIsda, thirty360";

    internal static PeriodicTiming? Timing(string text) => text switch
    {
        "startAtZero" => PeriodicTiming.StartAtZero,
        "endOfFirstPeriod" => PeriodicTiming.EndOfFirstPeriod,
        _ => null,
    };

    internal static DayCount? DayCount(string text) => text switch
    {
        "anniversary" => Periods.DayCount.Anniversary,
        "actual365Fixed" => Periods.DayCount.Actual365Fixed,
        "actualActualIsda" => Periods.DayCount.ActualActualIsda,
        "thirty360" => Periods.DayCount.Thirty360,
        _ => null,
    };

    internal static bool TryDate(string text, [NotNullWhen(true)] out LocalDate? date)
    {
        ParseResult<LocalDate> parsed = LocalDatePattern.Iso.Parse(text);
        date = parsed.Success ? parsed.Value : null;
        return parsed.Success;
    }

    /// <summary>The name of a status or proof in camel case.</summary>
    internal static string Camel(Enum value)
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
