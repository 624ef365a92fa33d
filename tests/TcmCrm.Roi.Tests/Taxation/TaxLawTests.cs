using CsCheck;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.CashFlows;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Taxation;
using TcmCrm.Roi.Tests.Evaluation;

namespace TcmCrm.Roi.Tests.Taxation;

/// <summary>What holds of every case after tax.</summary>
public class TaxLawTests
{
    private static readonly Gen<CaseTaxation> AnyTaxation = Gen.Select(Gen.Bool, Gen.Int[0, 4], Gen.Int[0, 2], Gen.Bool, Gen.Bool, Gen.Int[0, 1], (isGeneral, exempt, rate, isAlone, isYearEnd, surcharge) =>
        new CaseTaxation(isGeneral ? VatPayer.General : VatPayer.SmallScale)
        {
            VatExemptShare = exempt / 4m,
            IncomeTaxRate = new[] { 0.25m, 0.15m, 0.2m }[rate],
            LossRelief = isAlone ? LossRelief.CarryForward : LossRelief.Group,
            Payment = isYearEnd ? TaxPayment.YearEnd : TaxPayment.Quarterly,
            SurchargeRate = surcharge * 0.12m,
        });

    [Fact]
    public void WithoutRates_TheFiguresAreThoseBeforeTaxToTheLastBit() => Gen.Select(RandomCases.Any, AnyTaxation).Sample(
        (source, tax) =>
        {
            InvestmentCase untaxed = source.WithCosts(source.Costs.Select(cost => cost.WithTax(new CostTax { VatRate = 0, PriceIncludesVat = cost.Name.Length % 2 == 0 })))
                .WithTaxation(new CaseTaxation(tax.VatPayer) { VatExemptShare = tax.VatExemptShare, IncomeTaxRate = 0, LossRelief = tax.LossRelief, Payment = tax.Payment });
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(untaxed);
            for (int i = 0; i < evaluation.Periods.Count; i++)
            {
                AssertSame(evaluation.Periods[i], evaluation.AfterTax[i]);
                AssertSame(evaluation.Periods[i].Cashable, evaluation.AfterTax[i].Cashable);
            }
        },
        iter: 500);

    [Fact]
    public void OfSmallScaleTaxpayersAtPricesWithTax_CostsAreThoseBefore() => RandomCases.Any.Sample(
        source =>
        {
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(source.WithTaxation(new CaseTaxation(VatPayer.SmallScale)));
            Assert.Equal(evaluation.Periods.Select(result => result.TotalCost), evaluation.AfterTax.Select(result => result.TotalCost.Value));
            Assert.Equal(evaluation.Periods.Select(result => result.TotalBenefit), evaluation.AfterTax.Select(result => result.TotalBenefit.Value));
        },
        iter: 200);

    [Fact]
    public void InAGroup_TaxIsTheRateOnWhatIsTaxedLessWhatIsDeducted() => Gen.Select(RandomCases.Any, AnyTaxation).Sample(
        (source, tax) =>
        {
            InvestmentCase taxed = source.WithTaxation(new CaseTaxation(tax.VatPayer)
            {
                VatExemptShare = tax.VatExemptShare,
                IncomeTaxRate = tax.IncomeTaxRate,
                Payment = tax.Payment,
                SurchargeRate = tax.SurchargeRate,
            });
            Assert.All(RoiEvaluator.Evaluate(taxed).AfterTax, result =>
            {
                decimal expected = tax.IncomeTaxRate!.Value * (result.TaxableBenefit.Value.Amount - result.DeductibleCost.Value.Amount);
                Assert.InRange(result.Tax.Value.Amount - expected, -1e-9m, 1e-9m);
                Assert.InRange(result.NetBenefit.Value.Amount - (result.TotalBenefit.Value.Amount - result.TotalCost.Value.Amount - result.Tax.Value.Amount), -1e-9m, 1e-9m);
            });
        },
        iter: 500);

    /// <summary>Nothing is deducted twice, and nothing is lost: what is not deducted within the period is left over. Hours of one's own staff are never deducted.</summary>
    [Fact]
    public void CostIsDeductedOrLeft() => Gen.Select(RandomCases.Any, AnyTaxation).Sample(
        (source, tax) => Assert.All(RoiEvaluator.Evaluate(source.WithTaxation(tax)).AfterTax, result =>
        {
            decimal paid = result.Cashable.TotalCost.Value.Amount;
            Assert.InRange(result.DeductibleCost.Value.Amount + result.UndeductedCost.Value.Amount - paid, -1e-9m * (1 + Math.Abs(paid)), 1e-9m * (1 + Math.Abs(paid)));
        }),
        iter: 500);

    /// <summary>On its own a case never pays less than in a group: a loss that is not relieved is a loss.</summary>
    [Fact]
    public void Alone_TaxIsNeverLessThanInAGroup() => Gen.Select(RandomCases.Any, AnyTaxation).Sample(
        (source, tax) =>
        {
            decimal[] alone = Taxes(LossRelief.CarryForward), together = Taxes(LossRelief.Group);
            Assert.All(alone.Zip(together), pair => Assert.True(pair.First >= pair.Second - 1e-9m && pair.First >= -1e-9m));

            decimal[] Taxes(LossRelief relief) =>
            [
                .. RoiEvaluator.Evaluate(source.WithTaxation(new CaseTaxation(tax.VatPayer) { IncomeTaxRate = tax.IncomeTaxRate, LossRelief = relief, Payment = tax.Payment }))
                    .AfterTax.Select(result => result.Tax.Value.Amount),
            ];
        },
        iter: 300);

    [Fact]
    public void Taxation_ChangesNoFigureBeforeTax() => Gen.Select(RandomCases.Any, AnyTaxation).Sample(
        (source, tax) =>
        {
            RoiEvaluation plain = RoiEvaluator.Evaluate(source), taxed = RoiEvaluator.Evaluate(source.WithTaxation(tax));
            Assert.Empty(plain.AfterTax);
            Assert.Equal(plain.Periods.Count, taxed.AfterTax.Count);
            for (int i = 0; i < plain.Periods.Count; i++)
            {
                Assert.Equal(Measure.All.Select(measure => measure.Of(plain.Periods[i]).ToString()), Measure.All.Select(measure => measure.Of(taxed.Periods[i]).ToString()));
            }
        },
        iter: 200);

    private static void AssertSame(PeriodResult before, AfterTaxResult after)
    {
        Assert.Empty(after.Reasons);
        Assert.Equal(0m, after.Tax.Value.Amount);
        Assert.Equal(before.TotalCost, after.TotalCost.Value);
        Assert.Equal(before.TotalBenefit, after.TotalBenefit.Value);
        Assert.Equal(before.NetBenefit, after.NetBenefit.Value);
        Assert.Equal(before.ReturnOnInvestment, after.ReturnOnInvestment);
        Assert.Equal(before.NetPresentValue, after.NetPresentValue);
        Assert.Equal(before.SelectedInternalRateOfReturn, after.SelectedInternalRateOfReturn);
        Assert.Equal(before.Payback.FirstMonths, after.PaybackMonths);
        Assert.Equal(before.Payback.DurableMonths, after.DurablePaybackMonths);
    }
}
