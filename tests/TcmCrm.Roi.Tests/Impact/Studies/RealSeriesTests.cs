using System.Globalization;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Impact;
using TcmCrm.Roi.Kpis;

namespace TcmCrm.Roi.Tests.Impact;

/// <summary>
/// Series of the world: AirPassengers (Box and Jenkins 1976), Dutch retail sales (R package AER), where nothing happened; US retail sales with an effect put in
/// by hand; Seatbelts (R), front against rear seats at the law of February 1983.
/// </summary>
public class RealSeriesTests
{
    private const double Promise = 0.08;

    [Theory]
    [InlineData("airpassengers.csv")]
    [InlineData("dutchsales.csv")]
    public void WhereNothingHappened_NothingIsFound_InNearlyAllWindows(string file)
    {
        (YearMonth start, double?[] values) = Read(file, 1);
        int windows = 0, positive = 0, realised = 0, harm = 0;
        foreach ((int before, int after) in new[] { (12, 6), (24, 6), (24, 12), (36, 12) })
        {
            for (int variant = 0; variant < 3; variant++)
            {
                for (int at = 0; at + before + after <= values.Length; at++)
                {
                    double?[] window = values[at..(at + before + after)];
                    window[before - 5] = variant == 1 ? null : window[before - 5];
                    ImpactResult result = ImpactAnalysis.Run(
                        Study(start.PlusMonths(at), window, before).WithTransition(variant == 2 ? 1 : 0).WithPromise(Promise));
                    windows++;
                    positive += result.Verdict is ImpactVerdictKind.Realized or ImpactVerdictKind.PartlyRealized or ImpactVerdictKind.PositivePromiseUnproven ? 1 : 0;
                    realised += result.Verdict == ImpactVerdictKind.Realized ? 1 : 0;
                    harm += result.Verdict == ImpactVerdictKind.Harm ? 1 : 0;
                }
            }
        }

        Assert.True(positive <= 0.05 * windows, $"positive in {positive} of {windows}");
        Assert.True(realised <= 0.02 * windows, $"realised in {realised} of {windows}");
        Assert.True(harm <= 0.08 * windows, $"harm in {harm} of {windows}");
    }

    [Theory]
    [InlineData("airpassengers.csv")]
    [InlineData("dutchsales.csv")]
    public void ATwelvemonthBefore_StatesNoEffect_AndSaysWhatWouldSettleIt(string file)
    {
        (YearMonth start, double?[] values) = Read(file, 1);
        ImpactResult result = ImpactAnalysis.Run(Study(start, values[..18], 12).WithPromise(Promise));
        Assert.Null(result.Effect);
        Assert.True(result.HasAnswer);
        Assert.Equal(ImpactVerdictKind.Inconclusive, result.Verdict);
        Assert.Contains("growth and season cannot be told apart", Assert.Single(result.Choice).InEnglish(), StringComparison.Ordinal);
        Assert.Contains("12 more months before, a control group, or a known growth", result.InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("retail_fade.csv", 0.041)]
    [InlineData("retail_ramp.csv", 0.102)]
    public void AnEffectThatFadesOrGrows_IsToldByItsMean(string file, double truth)
    {
        (YearMonth start, double?[] values) = Read(file, 1);
        ImpactResult result = ImpactAnalysis.Run(Study(start, values, 36).WithPromise(Promise));
        EffectInterval effect = result.Effect!.Value;
        Assert.InRange(truth, effect.Lower, effect.Upper);
        if (truth < Promise)
        {
            Assert.NotEqual(ImpactVerdictKind.Realized, result.Verdict);

            // What is booked forward is no more than the mean, and near to nothing for an effect that is gone.
            BenefitItem item = SalesGrowth.FromImpact("sales", result, Currency.Cny, Share.Percent(40));
            Assert.True(result.Chosen.BookedImprovement.Estimate < effect.Estimate);
            Assert.True(result.Chosen.BookedImprovement.Estimate < 0.02, result.Chosen.BookedImprovement.ToString());
            Assert.True(!item.Basis.IsMonetized || ((RevenueUpliftBenefit)item.Basis).AmountPerYear.Amount < 70_982);
        }
    }

    [Fact]
    public void FrontAgainstRearSeats_IsTheControlledSeriesOfR()
    {
        (YearMonth start, double?[] front) = Read("sb_front_rear.csv", 1);
        (_, double?[] rear) = Read("sb_front_rear.csv", 2);
        var killed = new KpiDefinition("front", KpiUnit.Money, KpiDirection.LowerIsBetter, KpiAggregation.Sum, KpiAggregation.Sum);
        ImpactStudy study = new ImpactStudy(KpiSeries.FromValues(killed, start, front), new YearMonth(1983, 2))
            .WithControls(KpiSeries.FromValues(killed, start, rear, "rear"));
        ImpactEstimate chosen = ImpactAnalysis.Run(study.WithPromise(0.25)).Chosen;
        Assert.Equal(ImpactMethod.ControlledSeries, chosen.Method);
        Near((-0.298, -0.334, -0.260), chosen.Estimate, chosen.Lower, chosen.Upper);
        EffectInterval first = chosen.Path!.FirstMonth;
        Near((-0.302, -0.358, -0.243), first.Estimate, first.Lower, first.Upper);
        Assert.Equal(ImpactVerdictKind.Realized, chosen.Verdict);
        Assert.Equal(ImpactVerdictKind.PositivePromiseUnproven, ImpactAnalysis.Run(study.WithPromise(0.3)).Verdict);
    }

    private static void Near((double Estimate, double Lower, double Upper) expected, double estimate, double lower, double upper)
    {
        Assert.Equal(expected.Estimate, estimate, 0.001);
        Assert.Equal(expected.Lower, lower, 0.002);
        Assert.Equal(expected.Upper, upper, 0.002);
    }

    private static ImpactStudy Study(YearMonth start, double?[] values, int before) =>
        new(KpiSeries.FromValues(StudySamples.Sales, start, values), start.PlusMonths(before));

    private static (YearMonth Start, double?[] Values) Read(string file, int column)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "impact", file))[1..];
        string first = lines[0].Split(',')[0];
        return (
            new YearMonth(int.Parse(first[..4], CultureInfo.InvariantCulture), int.Parse(first[5..7], CultureInfo.InvariantCulture)),
            [.. lines.Select(line => line.Split(',')[column]).Select(text => text.Length == 0 ? (double?)null : double.Parse(text, CultureInfo.InvariantCulture))]);
    }
}
