using NodaTime;

namespace TcmCrm.Roi.CashFlows;

/// <summary>One amount of a line on the months of a projection, positive on its own side, in the currency of the case.</summary>
/// <remarks>24 bytes: a review keeps some hundreds of them for each case. A grid has at most 1,201 months.</remarks>
internal readonly struct LineFlow(int month, FlowPlace place, LocalDate date, decimal amount)
{
    private readonly short _month = (short)month;

    /// <summary>The month of the grid that holds it.</summary>
    internal int Month => _month;

    /// <summary>Where in the month it stands.</summary>
    internal FlowPlace Place { get; } = place;

    /// <summary>Its date.</summary>
    internal LocalDate Date { get; } = date;

    /// <summary>The amount, not rounded.</summary>
    internal decimal Amount { get; } = amount;

    internal LineFlow Of(decimal amount) => new(_month, Place, Date, amount);
}

/// <summary>Where in a month of the grid an amount stands.</summary>
internal enum FlowPlace : byte
{
    /// <summary>On its first day.</summary>
    Start,

    /// <summary>On another day, at its own date.</summary>
    Within,

    /// <summary>In the course of it, dated its last day.</summary>
    Through,
}
