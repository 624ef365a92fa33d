using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Cases;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Tests;

public class SampleTests
{
    public static TheoryData<string> Names => [.. Repository.Samples];

    [Theory]
    [MemberData(nameof(Names))]
    public void Sample_IsRead(string name) => Assert.Empty(CaseDocument.Read(Repository.Sample(name)).Problems);

    [Fact]
    public void TheSamplesOfTheCompanies_UseEveryKindOfCostAndBenefit()
    {
        InvestmentCase channels = CaseDocument.Read(Repository.Sample("qiantang-three-channels.json")).Case;
        InvestmentCase saas = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        InvestmentCase onPremises = CaseDocument.Read(Repository.Sample("renhetang-on-premises.json")).Case;
        Assert.Equal(CostKinds.Words.Order(), saas.Costs.Concat(channels.Costs).Select(c => CostKinds.Of(c.Basis).Word).Distinct().Order());

        // A benefit from a series is read as the benefit that its study gives; a sample cannot name a file that the library does not open.
        Assert.Equal(BenefitKinds.Words.Except(["impact"]).Order(), saas.Benefits.Concat(channels.Benefits).Select(b => BenefitKinds.Of(b.Basis).Word).Distinct().Order());
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
        Assert.Equal(["perpetualLicenseInSaas", "taxRelief"], saas.Warnings.Select(warning => warning.Id));
        Assert.Equal("taxRelief", Assert.Single(onPremises.Warnings).Id);
    }

    /// <summary>After tax the subscription stays ahead: the licence is deducted over ten years, so that most of its relief comes after the period.</summary>
    [Fact]
    public void AfterTax_TheSubscriptionStaysAhead()
    {
        AfterTaxResult saas = RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case).AfterTax[2];
        AfterTaxResult onPremises = RoiEvaluator.Evaluate(CaseDocument.Read(Repository.Sample("renhetang-on-premises.json")).Case).AfterTax[2];
        Assert.True(saas.NetPresentValue.Value > onPremises.NetPresentValue.Value);
        Assert.True(onPremises.UndeductedCost.Value.Amount > 10 * saas.UndeductedCost.Value.Amount);
        Assert.True(saas.Cashable.NetPresentValue.Value.Amount < 0);
    }

    /// <summary>Every thing that a case may say beside its kinds stands in the sample of three channels, with figures worked out by hand.</summary>
    [Fact]
    public void ThreeChannels_SaysWhatAContractAndAGoLiveInWavesSay()
    {
        InvestmentCase channels = CaseDocument.Read(Repository.Sample("qiantang-three-channels.json")).Case;
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(channels);
        PeriodResult fourYears = evaluation[EvaluationPeriod.Parse("P4Y")];
        Dictionary<string, decimal> first = evaluation[EvaluationPeriod.OneYear].CostLines().ToDictionary(line => line.Line.Name, line => line.Total.Amount);
        Dictionary<string, decimal> costs = fourYears.CostLines().ToDictionary(line => line.Line.Name, line => line.Total.Amount);

        // 100 x 2,400 + 100 x 2,160 + 60 x 1,920 for ten months; 860,000 and 10 %; 26,000 less 20 %; servers sold on 31 December 2028.
        Assert.Equal(476_000, decimal.Round(first["CRM云订阅"], 9));
        Assert.Equal(946_000, first["实施服务合同（三六一付款）"]);
        Assert.Equal(-20_800, costs["云订阅年度返利（首年）"]);
        Assert.Equal(-9_000, evaluation[EvaluationPeriod.ThreeYears].CostLines().Single(line => line.Line.Name == "流向网关服务器残值").Total.Amount);
        Assert.Equal((6_500 * 7.05m) + 28_000, first["海外电商店铺数据迁移（美元与人民币）"]);

        // Signing at the start, go-live on 1 April, acceptance on 1 July, a tenth each of 946,000.
        Assert.Equal(
            ["2026-01-01 -283800", "2026-04-01 -567600", "2026-07-01 -94600"],
            fourYears.CostLines().Single(line => line.Line.Name == "实施服务合同（三六一付款）").Line.Flows.Select(flow => FormattableString.Invariant($"{flow.Date:uuuu-MM-dd} {flow.Amount.Amount:0}")));

        // Pharmacies three months after hospitals, online three months later; learning in the shares of the waves.
        Assert.Equal(
            [new NodaTime.LocalDate(2026, 4, 1), new NodaTime.LocalDate(2026, 7, 1), new NodaTime.LocalDate(2026, 10, 1)],
            fourYears.CostLines().Single(line => line.Line.Name == "业务人员学习时间").Line.Flows.Select(flow => flow.Date));
        Assert.Equal(2, fourYears.BenefitLines().Count(line => line.Line.Benefit!.IsDisbenefit && line.Total.Amount < 0));
        Assert.Equal(
            decimal.Round(240_000_000m * 4 / 365 / 2, 2),
            decimal.Round(fourYears.BenefitLines().Single(line => !line.ReleasedCapital.IsZero).ReleasedCapital.Amount, 2));
        Assert.Equal(["workingCapitalReleased"], fourYears.Warnings.Select(warning => warning.Id));
        Assert.Empty(evaluation.Warnings);
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
