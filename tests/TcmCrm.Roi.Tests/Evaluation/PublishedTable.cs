using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>A published TEI table read from Cases/tei and expressed as a case: the initial column on the start date, each year's column inside its year.</summary>
internal sealed class PublishedTable
{
    private static readonly LocalDate Start = new(2020, 1, 1);

    private PublishedTable(JsonElement root)
    {
        Root = root;
        Currency currency = Currency.Of(root.GetProperty("currency").GetString()!);
        JsonElement printed = root.GetProperty("publishedCashFlow");
        InvestmentCase empty = InvestmentCase.Create(root.GetProperty("id").GetString()!, currency, Start)
            .WithDiscountRate(decimal.Parse(root.GetProperty("discountRate").GetString()!, System.Globalization.CultureInfo.InvariantCulture))
            .WithFlowTiming(FlowTiming.EndOfYear)
            .WithPeriods(EvaluationPeriod.ThreeYears);
        Case = empty
            .WithCosts([.. Lines("costs").Select(line => CostItem.OfAmounts(CostCategory.Software, line.Name, Flows(line.Amounts, currency)))])
            .WithBenefits([.. Lines("benefits").Select(line => BenefitItem.OfAmounts(BenefitCategory.OperatingCost, line.Name, Flows(line.Amounts, currency)))]);
        Consolidated = empty
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "costs", Flows(Numbers(printed.GetProperty("costs"))[..4], currency)))
            .WithBenefits(BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "benefits", Flows(Numbers(printed.GetProperty("benefits"))[..4], currency)));
    }

    internal JsonElement Root { get; }

    internal InvestmentCase Case { get; }

    /// <summary>The printed column sums as one cost and one benefit.</summary>
    internal InvestmentCase Consolidated { get; }

    internal static PublishedTable Read(string name) =>
        new(JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "tei", name + ".json"))).RootElement);

    internal IEnumerable<(string Name, decimal[] Amounts, JsonElement Source)> Lines(string side)
    {
        if (Root.TryGetProperty(side, out JsonElement lines))
        {
            foreach (JsonElement line in lines.EnumerateArray())
            {
                yield return (line.GetProperty("ref").GetString() + " " + line.GetProperty("name").GetString(), Numbers(line.GetProperty("cashflows")), line);
            }
        }
        else
        {
            // Only the consolidated table was published: its four flow columns are one line.
            JsonElement row = Root.GetProperty("publishedCashFlow").GetProperty(side);
            yield return (side, Numbers(row)[..4], row);
        }
    }

    internal static decimal[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDecimal())];

    private static IEnumerable<DatedAmount> Flows(decimal[] columns, Currency currency) =>
        columns.Select((amount, year) => new DatedAmount(year == 0 ? Start : Start.PlusYears(year - 1).PlusMonths(6), new Money(amount, currency)));
}
