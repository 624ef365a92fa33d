using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class DatedCostKind : CostKind<DatedCost>
{
    private readonly FlowsField flows = new();

    public DatedCostKind()
        : base("amounts", CostElement.Unspecified) => Shape.Add(flows.List);

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        DatedAmount[] amounts = flows.Read(o, context);
        return () => new DatedCost(amounts);
    }

    protected override void Write(Utf8JsonWriter writer, DatedCost cost) => flows.Write(writer, cost.Flows, cost.Currency);
}

internal sealed class OneOffCostKind : CostKind<OneOffCost>
{
    private readonly MoneyField amount;
    private readonly StartField on;

    public OneOffCostKind()
        : base("oneOff", CostElement.Unspecified)
    {
        amount = Shape.Add(new MoneyField("amount"));
        on = Shape.Add(new StartField("on", CostStart.CaseStart));
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        Money money = o.Amount(amount);
        CostStart when = on.Read(o, context);
        return () => new OneOffCost(money, when);
    }

    protected override void Write(Utf8JsonWriter writer, OneOffCost cost)
    {
        writer.Put(amount, cost.Amount);
        on.Write(writer, cost.On);
    }
}

internal sealed class RecurringCostKind : CostKind<RecurringCost>
{
    private readonly MoneyField amount;
    private readonly RecurrenceFields recurrence;

    public RecurringCostKind()
        : base("recurring", CostElement.Unspecified)
    {
        amount = Shape.Add(new MoneyField("amount"));
        recurrence = new RecurrenceFields(Shape, everyIsRequired: true, "escalationPerYear");
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        Money money = o.Amount(amount);
        Recurrence when = recurrence.Read(o, context);
        return () => new RecurringCost(money, when.Every, when.From, when.Term, when.EscalationPerYear);
    }

    protected override void Write(Utf8JsonWriter writer, RecurringCost cost)
    {
        writer.Put(amount, cost.Amount);
        recurrence.Write(writer, new Recurrence(cost.Every, cost.From, cost.Term, cost.EscalationPerYear));
    }
}
