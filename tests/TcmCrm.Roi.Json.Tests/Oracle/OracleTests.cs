using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Returns;

namespace TcmCrm.Roi.Json.Tests.Oracle;

/// <summary>
/// An evaluation by the documentation alone, in decimals and in another style than the library, agrees with it on random documents: every figure, every period, both bases.
/// </summary>
public class OracleTests
{
    private const int Documents = 500;

    public static TheoryData<int> Tens => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Tens))]
    public void RandomDocuments_EvaluateToWhatTheDocumentationSays(int tens)
    {
        for (int number = tens * (Documents / 10); number < (tens + 1) * (Documents / 10); number++)
        {
            JsonElement document = RandomDocuments.Of(number);
            CaseReading reading = CaseDocument.Read(document.GetRawText());
            Assert.True(reading.TryGetCase(out InvestmentCase? source), $"document {number}: {string.Join("; ", reading.Problems)}");
            foreach (PeriodResult result in RoiEvaluator.Evaluate(source).Periods)
            {
                var oracle = new OracleCase(document, result.End);
                Compare(number, oracle, result, isCashAlone: false);
                Compare(number, oracle, result.Cashable, isCashAlone: true);
            }
        }
    }

    private static void Compare(int number, OracleCase oracle, PeriodResult result, bool isCashAlone)
    {
        Dictionary<string, decimal?> figures = oracle.Figures(isCashAlone);
        double scale = (double)(Math.Abs(figures["totalCost"]!.Value) + Math.Abs(figures["totalBenefit"]!.Value) + Math.Abs(figures["longTerm.totalBenefit"]!.Value));
        foreach (Measure measure in Measure.All.Where(measure => measure.Id != "internalRateOfReturn"))
        {
            MeasureValue value = measure.Of(result);
            string place = $"document {number}, {result.Period}, {(isCashAlone ? "cash" : "all")}, {measure.Id}: {figures[measure.Id]?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"} but {value}";
            Assert.True(figures[measure.Id] is not null == value.IsApplicable, place);
            if (value.TryGetNumber(out double actual))
            {
                // Money is compared to what moves through the case, so that a difference of large sums is not asked for digits that a sum of doubles does not have.
                double expected = (double)figures[measure.Id]!.Value;
                double tolerance = 1e-9 * (measure.Unit == MeasureUnit.Money ? scale : Math.Max(1, Math.Abs(expected)));
                Assert.True(Math.Abs(expected - actual) <= tolerance + 1e-9, place);
            }
        }

        // A rate next to -100 % hangs on the tenth decimal of the last amounts, to which the library rounds and the oracle does not.
        foreach (RateRoot root in result.InternalRateOfReturn.Roots.Where(root => root.Rate > -0.999))
        {
            Assert.True(Math.Abs(oracle.Residual(root.LogGrowth, isCashAlone)) < 1e-9, $"document {number}, {result.Period}: {root} is no rate");
        }
    }
}
