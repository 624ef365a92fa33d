using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>A benefit of a host's own kind: its word and the numbers that the host computes it from.</summary>
internal sealed class HostBenefitKind : BenefitKind<CustomBenefit>
{
    private readonly ParametersField parameters;

    public HostBenefitKind(string word)
        : base(word) => parameters = Shape.Add(new ParametersField("parameters"));

    protected override Func<BenefitBasis> Read(ObjectReader o, ReadContext context)
    {
        IReadOnlyDictionary<string, decimal> given = o.Parameters(parameters);
        Currency inCurrency = context.Currency;
        Func<Currency, IReadOnlyDictionary<string, decimal>, BenefitBasis> host = context.HostBenefits[Word];
        return () => HostCall.Make(Word, () => host(inCurrency, given));
    }

    protected override void Write(Utf8JsonWriter writer, CustomBenefit benefit) => writer.PutIfAny(parameters, benefit.Parameters);
}
