using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

internal sealed class InstalmentsCostKind : CostKind<InstalmentsCost>
{
    private readonly MoneyField contractSum;
    private readonly ListField instalments;
    private readonly StartField signing;
    private readonly WholeField acceptanceMonths;
    private readonly Shape instalment = new("instalment");
    private readonly ShareField share;
    private readonly ChoiceField<ContractMilestone> milestone;
    private readonly WholeField months;

    public InstalmentsCostKind()
        : base("instalments", CostElement.Unspecified)
    {
        contractSum = Shape.Add(new MoneyField("contractSum"));
        share = instalment.Add(new ShareField("share"));
        milestone = instalment.Add(new ChoiceField<ContractMilestone>("milestone", Choices.Of<ContractMilestone>()));
        months = instalment.Add(new WholeField("months", -CostStart.MostMonths, CostStart.MostMonths, isRequired: false));
        instalments = Shape.Add(new ListField("instalments", 1, InstalmentsCost.Most, isRequired: true, new ListElement(instalment)));
        signing = Shape.Add(new StartField("signing", CostStart.CaseStart, mayMove: false));
        acceptanceMonths = Shape.Add(new WholeField("acceptanceMonths", 0, CostStart.MostMonths, isRequired: false));
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        Money sum = o.Amount(contractSum);
        CostStart signed = signing.Read(o, context);
        if (signed.Kind == CostStartKind.GoLive)
        {
            context.Refused(DocumentProblemKind.Inconsistent, o.NodeOf(signing), new Message("document.allowed.signing"));
        }

        int accepted = o.Whole(acceptanceMonths, 0);
        var parts = new List<Instalment>();
        decimal whole = 0;
        bool isSound = o.IsSound;
        foreach (int node in o.Elements(instalments))
        {
            var i = new ObjectReader(context, node, instalment);
            Share part = i.Fraction(share, Share.None);
            ContractMilestone at = i.Choice(milestone, default);
            int later = i.Whole(months, 0);
            isSound &= i.IsSound;
            whole += part.Value;
            if (i.IsSound && part == Share.None)
            {
                context.OutOfRange(i.NodeOf(share), new NumberField("share", 0, 1, leastIsExcluded: true));
            }
            else if (i.IsSound)
            {
                parts.Add(Instalment.Of(at, part, later));
            }
        }

        if (isSound && parts.Count > 0 && whole != 1)
        {
            context.Report(
                DocumentProblemKind.Inconsistent, o.NodeOf(instalments), ProblemText.Of("document.inconsistent.shares", ("sum", whole.ToString(CultureInfo.InvariantCulture))));
        }

        return () => new InstalmentsCost(sum, parts, signed, accepted);
    }

    protected override void Write(Utf8JsonWriter writer, InstalmentsCost cost)
    {
        writer.Put(contractSum, cost.ContractSum);
        writer.WriteStartArray(instalments.Encoded);
        foreach (Instalment part in cost.Parts)
        {
            writer.WriteStartObject();
            writer.Put(share, part.Share.Value);
            writer.Put(milestone, part.Milestone);
            writer.PutUnless(months, part.Months, 0);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        signing.Write(writer, cost.Signing);
        writer.PutUnless(acceptanceMonths, cost.AcceptanceMonths, 0);
    }
}

internal sealed class UsageCostKind : CostKind<UsageCost>
{
    private readonly NumberField unitsPerMonth;
    private readonly MoneyField pricePerUnit;
    private readonly NumberField includedPerMonth;
    private readonly RecurrenceFields recurrence;
    private readonly NumberField unitGrowth;
    private readonly TiersField tiers;

    public UsageCostKind()
        : base("usage", CostElement.Unspecified)
    {
        unitsPerMonth = Shape.Add(new NumberField("unitsPerMonth", 0, MoneyField.MostMoney));
        pricePerUnit = Shape.Add(new MoneyField("pricePerUnit"));
        includedPerMonth = Shape.Add(new NumberField("includedPerMonth", 0, MoneyField.MostMoney, isRequired: false));
        recurrence = new RecurrenceFields(Shape, everyIsRequired: true, "priceEscalationPerYear");
        unitGrowth = Shape.Add(new NumberField("unitGrowthPerYear", -0.99m, 1, isRequired: false));
        tiers = new TiersField(Shape, "unitTiers", "pricePerUnit", "allUnitsAtTierPrice");
    }

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        decimal units = o.Number(unitsPerMonth, 0);
        Money price = o.Amount(pricePerUnit);
        decimal included = o.Number(includedPerMonth, 0);
        Recurrence when = recurrence.Read(o, context);
        decimal growth = o.Number(unitGrowth, 0);
        (List<PriceTier> priced, bool forAll) = tiers.Read(o, context);
        return () => new UsageCost(units, price, when.Every, new UsageOptions
        {
            From = when.From,
            Term = when.Term,
            IncludedPerMonth = included,
            PriceEscalationPerYear = when.EscalationPerYear,
            UnitGrowthPerYear = growth,
            Tiers = priced,
            AllUnitsAtTierPrice = forAll,
        });
    }

    protected override void Write(Utf8JsonWriter writer, UsageCost cost)
    {
        writer.Put(unitsPerMonth, cost.UnitsPerMonth);
        writer.Put(pricePerUnit, cost.Price.First);
        writer.PutUnless(includedPerMonth, cost.IncludedPerMonth, 0);
        recurrence.Write(writer, new Recurrence(cost.Every, cost.From, cost.Term, cost.PriceEscalationPerYear));
        writer.PutUnless(unitGrowth, cost.UnitGrowthPerYear, 0);
        tiers.Write(writer, cost.Price);
    }
}

internal sealed class ResidualValueCostKind : CostKind<ResidualValueCost>
{
    private readonly MoneyField amount;
    private readonly WholeField afterMonths;
    private readonly StartField from;

    public ResidualValueCostKind()
        : base("residualValue", CostElement.Unspecified)
    {
        amount = Shape.Add(new MoneyField("amount"));
        afterMonths = Shape.Add(new WholeField("afterMonths", 1, 1200));
        from = Shape.Add(new StartField("from", CostStart.CaseStart));
    }

    protected override bool IsAlwaysCredit => true;

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        Money got = o.Amount(amount);
        int after = o.Whole(afterMonths, 1);
        CostStart since = from.Read(o, context);
        return () => new ResidualValueCost(got, after, since);
    }

    protected override void Write(Utf8JsonWriter writer, ResidualValueCost cost)
    {
        writer.Put(amount, cost.Amount);
        writer.Put(afterMonths, cost.AfterMonths);
        from.Write(writer, cost.From);
    }
}
