using System.Text;
using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json.Results;
using TcmCrm.Roi.Periods;
using TcmCrm.Roi.Review;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>Infinity and not-a-number are no numbers of JSON; no document holds them, whatever the case.</summary>
public class NumberTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void NumberThatIsNone_IsRefused(double value) =>
        Written(writer =>
        {
            writer.WritePropertyName("x");
            Assert.Throws<ArgumentOutOfRangeException>(() => writer.WriteDouble(value));
            writer.WriteNullValue();
        });

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.Epsilon, "5E-324")]
    [InlineData(1e15, "1000000000000000")]
    [InlineData(0.1, "0.1")]
    public void Number_IsWrittenAsJson(double value, string expected)
    {
        string written = Written(writer => writer.WriteNumber("x", Figure.Of(value)));
        Assert.Equal($"{{\"x\":{expected}}}", written);
        Assert.Equal(value, JsonDocument.Parse(written).RootElement.GetProperty("x").GetDouble());
    }

    // The limits of what a document may hold: the largest amounts, the most extreme rates, a hundred years.
    [Theory]
    [InlineData("-0.9", "1000000000000000", "0.01")]
    [InlineData("1", "1000000000000000", "1000000000000000")]
    [InlineData("1", "0.0000000001", "1000000000000000")]
    [InlineData("-0.9", "0.0000000001", "0.0000000001")]
    [InlineData("-0.9", "0", "1000000000000000")]
    public void ExtremeCase_HasOnlyNumbers(string rate, string cost, string benefit)
    {
        LocalDate start = new(1900, 1, 1);
        InvestmentCase source = InvestmentCase.Create("extreme", Currency.Cny, start)
            .WithDiscountRate(Number(rate))
            .WithReinvestment(Number(rate), Number(rate))
            .WithPeriods(EvaluationPeriod.Parse("P1D"), EvaluationPeriod.OneYear, EvaluationPeriod.Parse("P100Y"))
            .WithCosts(CostItem.OfAmounts(CostCategory.Software, "c", [new DatedAmount(start, Money.Cny(Number(cost))), new DatedAmount(new LocalDate(1999, 12, 31), Money.Cny(Number(cost)))]))
            .WithBenefits(new BenefitItem("b", BenefitCategory.SalesGrowth, new YearlyBenefit(Money.Cny(Number(benefit))))
                .WithEvidence(Evidence.Measured).WithInterval(new BenefitInterval(-1_000_000m, 1_000_000m, Share.Percent(95))));
        string written = ResultDocument.Write(RoiEvaluator.Evaluate(source), new DocumentWriteOptions { Detail = ResultDetail.Full });
        JsonDocument.Parse(written);
        Assert.DoesNotContain("Infinity", written, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_HasOnlyNumbers()
    {
        InvestmentCase source = CaseDocument.Read(Repository.Sample("renhetang-saas.json")).Case;
        string written = ReviewDocument.Write(CaseReview.Review(source, new Actuals([]), source.Start.ToYearMonth().PlusMonths(5)));
        JsonDocument.Parse(written);
        Assert.DoesNotContain("Infinity", written, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", written, StringComparison.Ordinal);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
