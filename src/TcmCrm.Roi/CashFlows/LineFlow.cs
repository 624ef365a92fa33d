using NodaTime;

namespace TcmCrm.Roi.CashFlows;

/// <summary>One amount of a line on the months of a projection, positive on its own side, in the currency of the case.</summary>
/// <param name="Month">The month of the grid that holds it.</param>
/// <param name="Place">Where in the month it stands.</param>
/// <param name="Date">Its date.</param>
/// <param name="Amount">The amount, not rounded.</param>
internal readonly record struct LineFlow(int Month, FlowPlace Place, LocalDate Date, decimal Amount);

/// <summary>Where in a month of the grid an amount stands.</summary>
internal enum FlowPlace
{
    /// <summary>On its first day.</summary>
    Start,

    /// <summary>On another day, at its own date.</summary>
    Within,

    /// <summary>In the course of it, dated its last day.</summary>
    Through,
}
