using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>What a cost says of taxes.</summary>
internal sealed class CostTaxFields
{
    private readonly ObjectField treatment;
    private readonly ChoiceField<TaxTreatmentKind> kind;
    private readonly WholeField years;
    private readonly ShareField salvage;
    private readonly FlagField priceIncludesVat;
    private readonly ShareField vatRate;

    public CostTaxFields(Shape holder)
    {
        var shape = new Shape("taxTreatment");
        kind = shape.Add(new ChoiceField<TaxTreatmentKind>("kind", Choices.Of<TaxTreatmentKind>()));
        years = shape.Add(new WholeField("years", 1, TaxTreatment.MostYears, isRequired: false));
        salvage = shape.Add(new ShareField("salvage", isRequired: false));
        treatment = holder.Add(new ObjectField("treatment", shape, isRequired: false));
        priceIncludesVat = holder.Add(new FlagField("priceIncludesVat"));
        vatRate = holder.Add(new ShareField("vatRate", isRequired: false));
    }

    public CostTax? Read(in ObjectReader item, ReadContext context)
    {
        TaxTreatment? how = Treatment(item, context);
        bool? isIncluded = item.Has(priceIncludesVat) ? item.Flag(priceIncludesVat, absent: true) : null;
        decimal? rate = item.Number(vatRate);
        return how is null && isIncluded is null && rate is null ? null : new CostTax { Treatment = how, PriceIncludesVat = isIncluded, VatRate = rate };
    }

    public void Write(Utf8JsonWriter writer, CostTax? value)
    {
        if (value is null)
        {
            return;
        }

        if (value.Treatment is { } how)
        {
            writer.WriteStartObject(treatment.Encoded);
            writer.Put(kind, how.Kind);
            writer.PutIfAny(years, how.Years);
            writer.PutUnless(salvage, how.Salvage, 0);
            writer.WriteEndObject();
        }

        if (value.PriceIncludesVat is { } isIncluded)
        {
            writer.Put(priceIncludesVat, isIncluded);
        }

        writer.PutIfAny(vatRate, value.VatRate);
    }

    private TaxTreatment? Treatment(in ObjectReader item, ReadContext context)
    {
        if (item.Object(treatment) is not { } o)
        {
            return null;
        }

        TaxTreatmentKind how = o.Choice(kind, default);
        int? over = o.Whole(years);
        decimal left = o.Number(salvage, 0);
        if (o.IsSound && how is TaxTreatmentKind.Expensed or TaxTreatmentKind.DeductedAtOnce && (over is not null || left != 0))
        {
            context.Report(DocumentProblemKind.Inconsistent, over is not null ? o.NodeOf(years) : o.NodeOf(salvage), new Message("document.inconsistent.spread"));
        }

        return !o.IsSound ? null : how switch
        {
            TaxTreatmentKind.Expensed => TaxTreatment.Expensed,
            TaxTreatmentKind.DeductedAtOnce => TaxTreatment.DeductedAtOnce,
            TaxTreatmentKind.Amortized => TaxTreatment.Amortized(over, left),
            _ => TaxTreatment.Depreciated(over, left),
        };
    }
}
