using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Tests.Evaluation;

/// <summary>Recomputes published Total Economic Impact tables from their lines (sources in each file under Cases/tei).</summary>
public class PublishedTableTests
{
    // Printed figures are rounded to whole units after every step.
    private const decimal Tolerance = 2;

    public static TheoryData<string> Tables => ["tei-m365-e5-2018", "tei-o365-retail", "tei-o365-smb", "tei-power-bi", "tei-salesloft", "tei-windows-10"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void PresentValueOfEveryLine_IsThePrintedOne(string name)
    {
        PublishedTable table = PublishedTable.Read(name);
        PeriodResult result = RoiEvaluator.Evaluate(table.Case)[EvaluationPeriod.ThreeYears];
        (string, Money, decimal)[] lines =
        [
            .. table.Lines("costs").Zip(result.CostLines(), (source, line) => (source.Name, line.PresentValue.Value, Printed(source.Source))),
            .. table.Lines("benefits").Zip(result.BenefitLines(), (source, line) => (source.Name, line.PresentValue.Value, Printed(source.Source))),
        ];
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.True(Math.Abs(line.Item2.Amount - line.Item3) <= Tolerance, $"{line.Item1}: {line.Item2} but printed {line.Item3}"));
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void ColumnsTotalsAndNpv_AreThePrintedOnes(string name)
    {
        PublishedTable table = PublishedTable.Read(name);
        PeriodResult result = RoiEvaluator.Evaluate(table.Case)[EvaluationPeriod.ThreeYears];
        JsonElement printed = table.Root.GetProperty("publishedCashFlow");
        decimal[] costs = PublishedTable.Numbers(printed.GetProperty("costs"));
        decimal[] benefits = PublishedTable.Numbers(printed.GetProperty("benefits"));
        decimal[] net = PublishedTable.Numbers(printed.GetProperty("net"));
        IReadOnlyList<FlowTableRow> rows = result.YearlyTable();
        Assert.Equal(4, rows.Count);
        for (int column = 0; column < 4; column++)
        {
            Near(costs[column], rows[column].Cost.Amount);
            Near(benefits[column], rows[column].Benefit.Amount);
            Near(net[column], rows[column].Net.Amount);
        }

        // What is printed below the columns is summed from the columns, not from the lines.
        PeriodResult summed = RoiEvaluator.Evaluate(table.Consolidated)[EvaluationPeriod.ThreeYears];
        Near(costs[4], summed.TotalCost.Amount);
        Near(benefits[4], summed.TotalBenefit.Amount);
        Near(costs[5], summed.PresentValueOfCosts.Value.Amount);
        Near(benefits[5], summed.PresentValueOfBenefits.Value.Amount);
        Near(net[5], summed.NetPresentValue.Value.Amount);
        Near(net[5], summed.YearlyTable()[3].CumulativeDiscountedNet.Value.Amount);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void RoiPercent_IsThePrintedOneAfterRounding(string name)
    {
        PublishedTable table = PublishedTable.Read(name);
        PeriodResult result = RoiEvaluator.Evaluate(table.Case)[EvaluationPeriod.ThreeYears];
        decimal percent = decimal.Round(result.DiscountedReturnOnInvestment.Value * 100, 0, MidpointRounding.AwayFromZero);
        Assert.Equal(table.Root.GetProperty("published").GetProperty("roiPercent").GetDecimal(), percent);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Payback_IsTheLinearInterpolationOfTheTable(string name)
    {
        PublishedTable table = PublishedTable.Read(name);
        PeriodResult result = RoiEvaluator.Evaluate(table.Case)[EvaluationPeriod.ThreeYears];
        double expected = double.Parse(table.Root.GetProperty("recomputed").GetProperty("paybackMonthsLinear").GetString()!, CultureInfo.InvariantCulture);
        Assert.Equal(expected, result.Payback.FirstMonths.Value, 0.006);
    }

    [Theory]
    [InlineData("tei-m365-e5-2018", 226.51)]
    [InlineData("tei-o365-retail", 334.34)]
    [InlineData("tei-o365-smb", 210.72)]
    [InlineData("tei-windows-10", 151.27)]
    public void InternalRateOfReturn_IsTheRecomputedOne(string name, double percent)
    {
        PeriodResult result = RoiEvaluator.Evaluate(PublishedTable.Read(name).Consolidated)[EvaluationPeriod.ThreeYears];
        Assert.Equal(RateStatus.Unique, result.InternalRateOfReturn.Status);
        Assert.Equal(percent, result.InternalRateOfReturn[0].Rate * 100, 0.006);
    }

    [Fact]
    public void PrintedPaybackOfM365_IsNotWhatItsTableSays()
    {
        // The study prints "10 months after go-live"; its own cash-flow table crosses zero after 7.65 months.
        PeriodResult result = RoiEvaluator.Evaluate(PublishedTable.Read("tei-m365-e5-2018").Case)[EvaluationPeriod.ThreeYears];
        Assert.NotEqual(10, Math.Round(result.Payback.FirstMonths.Value));
        Assert.Equal(7.65, result.Payback.FirstMonths.Value, 0.006);
    }

    private static decimal Printed(JsonElement source) =>
        source.ValueKind == JsonValueKind.Array ? PublishedTable.Numbers(source)[5] : source.GetProperty("publishedPresentValue").GetDecimal();

    private static void Near(decimal printed, decimal computed) =>
        Assert.True(Math.Abs(printed - computed) <= Tolerance, string.Create(CultureInfo.InvariantCulture, $"printed {printed}, computed {computed}"));
}
