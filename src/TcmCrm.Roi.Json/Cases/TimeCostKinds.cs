using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class LearningTimeCostKind : CostKind<LearningTimeCost>
{
    private readonly WholeField people;
    private readonly NumberField hoursEach;
    private readonly MoneyField loadedHourlyRate;
    private readonly StartField on;
    private readonly WorkTimeField workTime;

    public LearningTimeCostKind()
        : base("learning", CostElement.Learning)
    {
        people = Shape.Add(new WholeField("people", 0, 10_000_000));
        hoursEach = Shape.Add(new NumberField("hoursEach", 0, 100_000));
        loadedHourlyRate = Shape.Add(new MoneyField("loadedHourlyRate"));
        on = Shape.Add(new StartField("on", CostStart.GoLive));
        workTime = Shape.Add(new WorkTimeField());
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        int count = o.Whole(people, 0);
        decimal hours = o.Number(hoursEach, 0);
        Money rate = o.Amount(loadedHourlyRate);
        CostStart when = on.Read(o, context);
        WorkTimeFactor factor = workTime.Read(o, context);
        return () => new LearningTimeCost(count, hours, rate, when, factor);
    }

    protected override void Write(Utf8JsonWriter writer, LearningTimeCost cost)
    {
        writer.Put(people, cost.People);
        writer.Put(hoursEach, cost.HoursEach);
        writer.Put(loadedHourlyRate, cost.LoadedHourlyRate);
        on.Write(writer, cost.On);
        workTime.Write(writer, cost.WorkTime);
    }
}

internal sealed class ProductivityDipCostKind : CostKind<ProductivityDipCost>
{
    private readonly WholeField people;
    private readonly NumberField hoursPerWeek;
    private readonly MoneyField loadedHourlyRate;
    private readonly ShareField dip;
    private readonly WholeField weeks;
    private readonly ChoiceField<DipRecovery> recovery;
    private readonly StartField from;
    private readonly WorkTimeField workTime;

    public ProductivityDipCostKind()
        : base("productivityDip", CostElement.ProductivityDip)
    {
        people = Shape.Add(new WholeField("people", 0, 10_000_000));
        hoursPerWeek = Shape.Add(new NumberField("hoursPerWeek", 0, 168));
        loadedHourlyRate = Shape.Add(new MoneyField("loadedHourlyRate"));
        dip = Shape.Add(new ShareField("dip"));
        weeks = Shape.Add(new WholeField("weeks", 1, 520));
        recovery = Shape.Add(new ChoiceField<DipRecovery>("recovery", Choices.Of<DipRecovery>(), isRequired: false));
        from = Shape.Add(new StartField("from", CostStart.GoLive));
        workTime = Shape.Add(new WorkTimeField());
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        int count = o.Whole(people, 0);
        decimal hours = o.Number(hoursPerWeek, 0);
        Money rate = o.Amount(loadedHourlyRate);
        Share lost = o.Fraction(dip, Share.None);
        int length = o.Whole(weeks, 1);
        DipRecovery way = o.Choice(recovery, DipRecovery.Linear);
        CostStart when = from.Read(o, context);
        WorkTimeFactor factor = workTime.Read(o, context);
        return () => new ProductivityDipCost(count, hours, rate, lost, length, way, when, factor);
    }

    protected override void Write(Utf8JsonWriter writer, ProductivityDipCost cost)
    {
        writer.Put(people, cost.People);
        writer.Put(hoursPerWeek, cost.HoursPerWeek);
        writer.Put(loadedHourlyRate, cost.LoadedHourlyRate);
        writer.Put(dip, cost.Dip.Value);
        writer.Put(weeks, cost.Weeks);
        writer.PutUnless(recovery, cost.Recovery, DipRecovery.Linear);
        from.Write(writer, cost.From);
        workTime.Write(writer, cost.WorkTime);
    }
}
