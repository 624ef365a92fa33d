using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class SubscriptionCostKind : CostKind<SubscriptionCost>
{
    private readonly WholeField seats;
    private readonly MoneyField pricePerSeat;
    private readonly RecurrenceFields recurrence;
    private readonly ChoiceField<ContractRenewal> renewal;
    private readonly NumberField seatGrowth;
    private readonly ListField seatPlan;
    private readonly Shape step = new("seatStep");
    private readonly DateField stepFrom;
    private readonly WholeField freeMonths;
    private readonly TiersField tiers;
    private readonly WholeField stepSeats;

    public SubscriptionCostKind()
        : base("subscription", CostElement.Subscription)
    {
        seats = Shape.Add(new WholeField("seats", 0, 10_000_000));
        pricePerSeat = Shape.Add(new MoneyField("pricePerSeat"));
        recurrence = new RecurrenceFields(Shape, everyIsRequired: true, "priceEscalationPerYear");
        renewal = Shape.Add(new ChoiceField<ContractRenewal>("renewal", Choices.Of<ContractRenewal>(), isRequired: false));
        seatGrowth = Shape.Add(new NumberField("seatGrowthPerYear", -0.99m, 1, isRequired: false));
        stepFrom = step.Add(new DateField("from"));
        stepSeats = step.Add(new WholeField("seats", 0, 10_000_000));
        seatPlan = Shape.Add(new ListField("seatPlan", 1, 1200, isRequired: false, new ListElement(step)));
        freeMonths = Shape.Add(new WholeField("freeMonths", 0, 1200, isRequired: false));
        tiers = new TiersField(Shape, "seatTiers", "pricePerSeat", "allSeatsAtTierPrice");
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        int count = o.Whole(seats, 0);
        Money price = o.Amount(pricePerSeat);
        Recurrence when = recurrence.Read(o, context);
        ContractRenewal? end = o.ChoiceIfAny(renewal);
        if (end is not null && when.Term.Months is null)
        {
            context.Report(DocumentProblemKind.Inconsistent, o.NodeOf(renewal), new Message("document.inconsistent.renewal"));
        }

        decimal growth = o.Number(seatGrowth, 0);
        int free = o.Whole(freeMonths, 0);
        (List<PriceTier> priced, bool forAll) = tiers.Read(o, context);
        if (!o.Has(seatPlan))
        {
            return () => new SubscriptionCost(count, price, when.Every, when.From, when.Term, when.EscalationPerYear, growth, null, free, priced, forAll, end);
        }

        if (o.Has(seatGrowth))
        {
            context.Report(
                DocumentProblemKind.Inconsistent, o.NodeOf(seatPlan), ProblemText.Of("document.inconsistent.either", ("one", seatGrowth.Name), ("other", seatPlan.Name)));
        }

        var plan = new List<SeatStep>();
        foreach (int node in o.Elements(seatPlan))
        {
            var s = new ObjectReader(context, node, step);
            LocalDate from = s.Date(stepFrom, default);
            int stepped = s.Whole(stepSeats, 0);
            if (!s.IsSound)
            {
                continue;
            }

            context.CheckLineDate(s.NodeOf(stepFrom), from);
            plan.Add(new SeatStep(from, stepped));
            if (plan.Count > 1 && from <= plan[plan.Count - 2].From)
            {
                context.Refused(DocumentProblemKind.Inconsistent, s.NodeOf(stepFrom), new Message("document.allowed.laterDate"));
            }
        }

        return () => new SubscriptionCost(count, price, when.Every, when.From, when.Term, when.EscalationPerYear, 0, plan, free, priced, forAll, end);
    }

    protected override void Write(Utf8JsonWriter writer, SubscriptionCost cost)
    {
        writer.Put(seats, cost.Seats);
        writer.Put(pricePerSeat, cost.PricePerSeat);
        recurrence.Write(writer, new Recurrence(cost.Every, cost.From, cost.Term, cost.PriceEscalationPerYear));
        writer.PutIfAny(renewal, cost.Renewal);
        writer.PutUnless(seatGrowth, cost.SeatGrowthPerYear, 0);
        writer.PutUnless(freeMonths, cost.FreeMonths, 0);
        tiers.Write(writer, cost.Price);
        if (cost.SeatPlan.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(seatPlan.Encoded);
        foreach (SeatStep s in cost.SeatPlan)
        {
            writer.WriteStartObject();
            writer.Put(stepFrom, s.From);
            writer.Put(stepSeats, s.Seats);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

internal sealed class PerpetualLicenseCostKind : CostKind<PerpetualLicenseCost>
{
    private readonly MoneyField pricePerUnit;
    private readonly WholeField units;
    private readonly StartField on;

    public PerpetualLicenseCostKind()
        : base("perpetualLicense", CostElement.PerpetualLicense)
    {
        pricePerUnit = Shape.Add(new MoneyField("pricePerUnit"));
        units = Shape.Add(new WholeField("units", 1, 10_000_000, isRequired: false));
        on = Shape.Add(new StartField("on", CostStart.CaseStart));
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        Money price = o.Amount(pricePerUnit);
        int count = o.Whole(units, 1);
        CostStart when = on.Read(o, context);
        return () => new PerpetualLicenseCost(price, count, when);
    }

    protected override void Write(Utf8JsonWriter writer, PerpetualLicenseCost cost)
    {
        writer.Put(pricePerUnit, cost.PricePerUnit);
        writer.PutUnless(units, cost.Units, 1);
        on.Write(writer, cost.On);
    }
}

internal sealed class LicenseShareCostKind : CostKind<LicenseShareCost>
{
    private readonly MoneyField licensePrice;
    private readonly ShareField sharePerYear;
    private readonly RecurrenceFields recurrence;

    public LicenseShareCostKind()
        : base("licenseShare", CostElement.Unspecified)
    {
        licensePrice = Shape.Add(new MoneyField("licensePrice"));
        sharePerYear = Shape.Add(new ShareField("sharePerYear"));
        recurrence = new RecurrenceFields(Shape, everyIsRequired: false, "escalationPerYear");
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        Money price = o.Amount(licensePrice);
        Share share = o.Fraction(sharePerYear, Share.None);
        Recurrence when = recurrence.Read(o, context);
        return () => new LicenseShareCost(price, share, when.Every, when.From, when.Term, when.EscalationPerYear);
    }

    protected override void Write(Utf8JsonWriter writer, LicenseShareCost cost)
    {
        writer.Put(licensePrice, cost.LicensePrice);
        writer.Put(sharePerYear, cost.SharePerYear.Value);
        recurrence.Write(writer, new Recurrence(cost.Every, cost.From, cost.Term, cost.EscalationPerYear));
    }
}
