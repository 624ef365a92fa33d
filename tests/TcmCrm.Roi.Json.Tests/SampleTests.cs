using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Tests;

public class SampleTests
{
    public static TheoryData<string> Names => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_IsRead(string name) => Assert.Empty(CaseDocument.Read(Repository.Sample(name)).Problems);

    [Fact]
    public void TheSamplesOfTheCompany_UseEveryKindOfCostAndBenefit()
    {
        InvestmentCase saas = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        InvestmentCase onPremises = CaseDocument.Read(Repository.Sample("renhetang-on-premises.json")).Case;
        Assert.Equal(CostKinds.Words.Order(), saas.Costs.Select(c => CostKinds.Of(c.Basis).Word).Distinct().Order());

        // A benefit from a series is read as the benefit that its study gives; a sample cannot name a file that the library does not open.
        Assert.Equal(BenefitKinds.Words.Except(["impact"]).Order(), saas.Benefits.Select(b => BenefitKinds.Of(b.Basis).Word).Distinct().Order());
        Assert.Equal(Enum.GetValues<BenefitCategory>(), saas.Benefits.Select(b => b.Category).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<CostElement>().Except([CostElement.Unspecified]),
            saas.Costs.Concat(onPremises.Costs).Select(c => c.Element).Distinct().Order());
        Assert.Equal(saas.Benefits.Select(b => b.Name), onPremises.Benefits.Select(b => b.Name));
    }

    [Fact]
    public void TheSubscription_PaysBackWithinThreeYearsAndTheServersDoNotInPresentValue()
    {
        RoiEvaluation saas = RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case);
        RoiEvaluation onPremises = RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample("renhetang-on-premises.json")).Case);
        Assert.InRange(saas[EvaluationPeriod.ThreeYears].ReturnOnInvestment.Value, 0.25m, 0.35m);
        Assert.False(saas[EvaluationPeriod.OneYear].Payback.FirstMonths.IsApplicable);
        Assert.True(onPremises[EvaluationPeriod.ThreeYears].NetPresentValue.Value < Money.Zero(Currency.Cny));
        Assert.Equal("perpetualLicenseInSaas", Assert.Single(saas.Warnings).Id);
        Assert.Empty(onPremises.Warnings);
    }

    // Printed: ROI and net present value of the studies named in the samples.
    [Theory]
    [InlineData("tei-o365-smb.json", 154, 103_651)]
    [InlineData("tei-salesloft.json", 329, 5_496_170)]
    [InlineData("tei-windows-10.json", 188, 8_073_278)]
    public void PublishedTable_GivesThePrintedFigures(string name, int roiPercent, int netPresentValue)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample(name)).Case);
        JsonElement horizon = JsonDocument.Parse(ResultDocument.Write(evaluation)).RootElement.GetProperty("horizons")[2];
        Assert.Equal("P3Y", horizon.GetProperty("period").GetString());
        Assert.Equal(roiPercent, decimal.Round(horizon.GetProperty("discountedRoi").GetDecimal() * 100, 0, MidpointRounding.AwayFromZero));
        Assert.InRange(decimal.Parse(horizon.GetProperty("netPresentValue").GetString()!, CultureInfo.InvariantCulture) - netPresentValue, -2, 2);
    }
}
