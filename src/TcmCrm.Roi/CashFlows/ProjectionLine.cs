using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.CashFlows;

/// <summary>One line of a projection: a cost or a benefit with its dated amounts.</summary>
public sealed class ProjectionLine
{
    private readonly Projection? _projection;
    private readonly int _index;

    internal ProjectionLine(Projection projection, int index, CostItem cost)
        : this(projection, index, cost.Id, cost.Name, FlowSide.Cost, cost, null)
    {
    }

    internal ProjectionLine(Projection projection, int index, BenefitItem benefit, FlowSide side)
        : this(projection, index, benefit.Id, benefit.Name, side, null, benefit)
    {
    }

    /// <summary>A line that the plan does not have.</summary>
    internal ProjectionLine(LineId id, string name, FlowSide side)
        : this(null, -1, id, name, side, null, null)
    {
    }

    private ProjectionLine(Projection? projection, int index, LineId id, string name, FlowSide side, CostItem? cost, BenefitItem? benefit)
    {
        _projection = projection;
        _index = index;
        Id = id;
        Name = name;
        Side = side;
        Cost = cost;
        Benefit = benefit;
    }

    /// <summary>The id of the line.</summary>
    public LineId Id { get; }

    /// <summary>The name that reports show.</summary>
    public string Name { get; }

    /// <summary>Where its amounts count.</summary>
    public FlowSide Side { get; }

    /// <summary>The cost as described; null for a benefit, and for a cost that the case does not have.</summary>
    public CostItem? Cost { get; }

    /// <summary>The benefit as described; null for a cost.</summary>
    public BenefitItem? Benefit { get; }

    /// <summary>Its flows in order of date, in the currency of the case: negative for a cost, positive for a benefit; not rounded.</summary>
    public CashFlowSeries Flows => _projection is null
        ? throw new InvalidOperationException("The line belongs to no projection yet.")
        : new CashFlowSeries(_projection.Case.Currency, _projection.FlowsOf(_index).Select(flow =>
            new CashFlow(flow.Date, new Money(Side == FlowSide.Cost ? -flow.Amount : flow.Amount, _projection.Case.Currency))));

    /// <summary>Name and side, invariant.</summary>
    public override string ToString() => $"{Name} ({Side})";

    /// <summary>Its place in the projection.</summary>
    internal int Index => _index;

    internal ProjectionLine In(Projection projection, int index) => new(projection, index, Id, Name, Side, Cost, Benefit);
}
