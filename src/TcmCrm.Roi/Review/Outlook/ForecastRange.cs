namespace TcmCrm.Roi.Review;

/// <summary>What one line comes to in an evaluation period: its parts, and its least and most.</summary>
internal readonly struct ForecastRange(decimal total, decimal lower, decimal upper)
{
    internal decimal Total { get; } = total;

    internal decimal Lower { get; } = lower;

    internal decimal Upper { get; } = upper;

    /// <summary>Due and not booked, of a cost.</summary>
    internal decimal Accrued { get; init; }

    /// <summary>Expected, which is neither booked nor due.</summary>
    internal decimal Coming { get; init; }

    /// <summary>What the plan has for months that are due to be measured and are not, of a benefit.</summary>
    internal decimal Unmeasured { get; init; }

    /// <summary>What the plan has for all months that are due, of a benefit.</summary>
    internal decimal Due { get; init; }

    /// <summary>The present value of one unit of what may still change.</summary>
    internal double Discount { get; init; }
}
