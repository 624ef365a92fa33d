using System.Text.Json;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json.Reading;

namespace TcmCrm.Roi.Json.Cases;

/// <summary>A cost of a host's own kind: its word and the numbers that the host computes it from.</summary>
internal sealed class HostCostKind : CostKind<CustomCost>
{
    private readonly ParametersField parameters;

    public HostCostKind(string word)
        : base(word, CostElement.Unspecified) => parameters = Shape.Add(new ParametersField("parameters"));

    protected override Func<CostBasis> Read(ObjectReader o, ReadContext context)
    {
        IReadOnlyDictionary<string, decimal> given = o.Parameters(parameters);
        Currency inCurrency = context.Currency;
        Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis> host = context.HostCosts[Word];
        return () => HostCall.Make(Word, () => host(inCurrency, given));
    }

    protected override void Write(Utf8JsonWriter writer, CustomCost cost) => writer.PutIfAny(parameters, cost.Parameters);
}
