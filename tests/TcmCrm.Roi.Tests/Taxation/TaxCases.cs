using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Tests.Taxation;

/// <summary>Small cases whose taxes are worked out by hand.</summary>
internal static class TaxCases
{
    internal static CaseTaxation General { get; } = new(VatPayer.General);

    internal static CaseTaxation SmallScale { get; } = new(VatPayer.SmallScale);

    internal static InvestmentCase Case(CaseTaxation taxation, LocalDate start, params EvaluationPeriod[] periods) =>
        InvestmentCase.Create("case", Currency.Cny, start).WithPeriods(periods.Length == 0 ? [EvaluationPeriod.OneYear] : periods).WithTaxation(taxation);

    internal static CostItem License(decimal amount, LocalDate on, CostElement element = CostElement.PerpetualLicense) =>
        CostItem.OfAmounts(CostCategory.Software, "licence", [On(on, amount)]).WithElement(element);

    internal static CostItem Service(decimal amount, LocalDate on, string name = "service") =>
        CostItem.OfAmounts(CostCategory.Implementation, name, [On(on, amount)]).WithElement(CostElement.Training);

    internal static CostItem Server(decimal amount, LocalDate on) =>
        CostItem.OfAmounts(CostCategory.Maintenance, "server", [On(on, amount)]).WithElement(CostElement.Server);

    internal static BenefitItem Cash(params (LocalDate Date, decimal Amount)[] flows) =>
        BenefitItem.OfAmounts(BenefitCategory.OperatingCost, "cash", flows.Select(flow => On(flow.Date, flow.Amount))).WithClass(BenefitClass.Cashable);

    internal static CostItem Taxed(this CostItem cost, TaxTreatment treatment) => cost.WithTax(new CostTax { Treatment = treatment });

    internal static CostItem WithoutVat(this CostItem cost, TaxTreatment? treatment = null) => cost.WithTax(new CostTax { Treatment = treatment, VatRate = 0 });

    internal static AfterTaxResult AfterTax(this InvestmentCase source, int period = 0) => RoiEvaluator.Evaluate(source).AfterTax[period];

    internal static decimal Cost(this InvestmentCase source) => source.AfterTax().TotalCost.Value.Amount;

    internal static DatedAmount On(LocalDate date, decimal amount) => new(date, new Money(amount, Currency.Cny));
}
