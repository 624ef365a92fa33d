using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>The taxes of the company that a case is of.</summary>
internal sealed class TaxationField
{
    private readonly ChoiceField<VatPayer> vatPayer;
    private readonly ShareField vatExemptShare;
    private readonly ShareField incomeTaxRate;
    private readonly ChoiceField<LossRelief> lossRelief;
    private readonly WholeField lossYears;
    private readonly ChoiceField<TaxPayment> payment;
    private readonly ShareField surchargeRate;
    private readonly ShareField benefitVatRate;
    private readonly FlagField servicesSoldWithLicense;
    private readonly ObjectField taxation;

    public TaxationField(Shape holder)
    {
        var shape = new Shape("taxation");
        vatPayer = shape.Add(new ChoiceField<VatPayer>("vatPayer", Choices.Of<VatPayer>()));
        vatExemptShare = shape.Add(new ShareField("vatExemptShare", isRequired: false));
        incomeTaxRate = shape.Add(new ShareField("incomeTaxRate", isRequired: false));
        lossRelief = shape.Add(new ChoiceField<LossRelief>("lossRelief", Choices.Of<LossRelief>(), isRequired: false));
        lossYears = shape.Add(new WholeField("lossYears", 1, 20, isRequired: false));
        payment = shape.Add(new ChoiceField<TaxPayment>("payment", Choices.Of<TaxPayment>(), isRequired: false));
        surchargeRate = shape.Add(new ShareField("surchargeRate", isRequired: false));
        benefitVatRate = shape.Add(new ShareField("benefitVatRate", isRequired: false));
        servicesSoldWithLicense = shape.Add(new FlagField("servicesSoldWithLicense"));
        taxation = holder.Add(new ObjectField("taxation", shape, isRequired: false));
    }

    public CaseTaxation? Read(in ObjectReader source, ReadContext context)
    {
        if (source.Object(taxation) is not { } o)
        {
            return null;
        }

        VatPayer payer = o.Choice(vatPayer, default);
        decimal? exempt = o.Number(vatExemptShare);
        decimal? rate = o.Number(incomeTaxRate);
        LossRelief? relief = o.ChoiceIfAny(lossRelief);
        int? years = o.Whole(lossYears);
        TaxPayment? paid = o.ChoiceIfAny(payment);
        decimal? surcharge = o.Number(surchargeRate);
        decimal? benefitVat = o.Number(benefitVatRate);
        bool isSoldTogether = o.Flag(servicesSoldWithLicense, absent: false);
        return o.IsSound
            ? context.Make(o.Node, () => new CaseTaxation(payer)
            {
                VatExemptShare = exempt,
                IncomeTaxRate = rate,
                LossRelief = relief,
                LossYears = years,
                Payment = paid,
                SurchargeRate = surcharge,
                BenefitVatRate = benefitVat,
                ServicesSoldWithLicense = isSoldTogether,
            })
            : null;
    }

    public void Write(Utf8JsonWriter writer, CaseTaxation? value)
    {
        if (value is null)
        {
            return;
        }

        writer.WriteStartObject(taxation.Encoded);
        writer.Put(vatPayer, value.VatPayer);
        writer.PutIfAny(vatExemptShare, value.VatExemptShare);
        writer.PutIfAny(incomeTaxRate, value.IncomeTaxRate);
        writer.PutIfAny(lossRelief, value.LossRelief);
        writer.PutIfAny(lossYears, value.LossYears);
        writer.PutIfAny(payment, value.Payment);
        writer.PutIfAny(surchargeRate, value.SurchargeRate);
        writer.PutIfAny(benefitVatRate, value.BenefitVatRate);
        if (value.ServicesSoldWithLicense)
        {
            writer.Put(servicesSoldWithLicense, true);
        }

        writer.WriteEndObject();
    }
}
