using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;

namespace TcmCrm.Roi.Spreadsheets.Tests.Evaluations;

/// <summary>Cases with taxes of every kind, one after the other.</summary>
internal static class TaxedCases
{
    private static readonly CaseTaxation[] Kinds =
    [
        new(VatPayer.General) { IncomeTaxRate = 0.25m },
        new(VatPayer.General) { VatExemptShare = 0.4m, SurchargeRate = 0.12m, IncomeTaxRate = 0.15m, LossRelief = LossRelief.CarryForward },
        new(VatPayer.SmallScale) { IncomeTaxRate = 0.2m, Payment = TaxPayment.YearEnd },
        new(VatPayer.General) { VatExemptShare = 0.7m, LossRelief = LossRelief.CarryForward, LossYears = 1 },
        new(VatPayer.SmallScale) { LossRelief = LossRelief.CarryForward, Payment = TaxPayment.YearEnd, LossYears = 2 },
        new(VatPayer.General) { VatExemptShare = 1, Payment = TaxPayment.YearEnd },
        new(VatPayer.General),
    ];

    /// <summary>The cases, their own treatments of costs replaced by usual ones, so that most have figures after tax.</summary>
    internal static IEnumerable<InvestmentCase> Of(IEnumerable<InvestmentCase> cases) =>
        cases.Select((source, i) => (i % 3 == 2 ? source : source.WithCosts(source.Costs.Select(cost => cost.WithTax(new CostTax())))).WithTaxation(Kinds[i % Kinds.Length]));
}
