using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>What the command line says for every series that does not say it itself.</summary>
internal sealed record FlowDefaults(
    double? Rate, double? FinanceRate, double? ReinvestRate, PeriodicTiming Timing, LocalDate? BaseDate, DayCount DayCount, RateSelection? RateSelection);
