using NodaTime;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tool.Flows;

/// <summary>One cash-flow series as it was read, with what its line leaves to the command line.</summary>
internal sealed record FlowLine
{
    /// <summary>The identifier as JSON text (a string or a number); the number of the line when it has none.</summary>
    internal required string Id { get; init; }

    internal required double[] Amounts { get; init; }

    /// <summary>One date an amount, or null for the periodic forms.</summary>
    internal LocalDate[]? Dates { get; init; }

    internal double? Rate { get; init; }

    internal double? FinanceRate { get; init; }

    internal double? ReinvestRate { get; init; }

    internal PeriodicTiming? Timing { get; init; }

    internal LocalDate? BaseDate { get; init; }

    internal DayCount? DayCount { get; init; }

    /// <summary>Which of several rates is picked; only the command line says.</summary>
    internal RateSelection? RateSelection { get; init; }

    /// <summary>Takes from the command line what the line itself does not say.</summary>
    internal FlowLine Over(FlowDefaults defaults) => this with
    {
        Rate = Rate ?? defaults.Rate,
        FinanceRate = FinanceRate ?? defaults.FinanceRate,
        ReinvestRate = ReinvestRate ?? defaults.ReinvestRate,
        Timing = Timing ?? defaults.Timing,
        BaseDate = BaseDate ?? defaults.BaseDate,
        DayCount = DayCount ?? defaults.DayCount,
        RateSelection = defaults.RateSelection,
    };
}
