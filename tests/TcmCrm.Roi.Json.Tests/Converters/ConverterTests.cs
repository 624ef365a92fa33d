using System.Text.Json;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Periods;

namespace TcmCrm.Roi.Json.Tests.Converters;

public class ConverterTests
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions().ConfigureForTcmCrmRoi();

    private static readonly KpiDefinition Own = new("wecomFriends", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Sum, KpiAggregation.Sum)
    {
        Name = "企微好友数",
        Minimum = 0,
    };

    public static TheoryData<object, string> Values => new()
    {
        { Money.Cny(1234.50m), """{"amount":"1234.50","currency":"CNY"}""" },
        { default(Money), """{"amount":"0","currency":"XXX"}""" },
        { new Money(decimal.MinValue, Currency.Usd), """{"amount":"-79228162514264337593543950335","currency":"USD"}""" },
        { Currency.Eur, "\"EUR\"" },
        { Share.Percent(42), "0.42" },
        { Figure.Of(0.295m), "0.295" },
        { Figure.Of(1.5), "1.5" },
        { Figure.Of(7), "7" },
        { Figure.Of(Money.Cny(1)), """{"amount":"1","currency":"CNY"}""" },
        { Figure.Of(new LocalDate(2026, 3, 1)), "\"2026-03-01\"" },
        { Figure.NotApplicable<double>(NotApplicableReason.NeverPaidBack), """{"notApplicable":"neverPaidBack"}""" },
        { EvaluationPeriod.SixMonths, "\"P6M\"" },
        { new LineId("crm-seats"), "\"crm-seats\"" },
        { new DatedAmount(new LocalDate(2025, 1, 15), Money.Cny(36_000)), """{"date":"2025-01-15","amount":{"amount":"36000","currency":"CNY"}}""" },
        { new ExchangeRate(Currency.Usd, Currency.Cny, new LocalDate(2025, 1, 1), 7.2m), """{"from":"USD","to":"CNY","date":"2025-01-01","rate":7.2}""" },
        { new LocalDate(2025, 3, 31), "\"2025-03-31\"" },
        { new YearMonth(2025, 3), "\"2025-03\"" },
        { KpiCatalog.WinRate, "\"WinRate\"" },
        { KpiObservation.OfParts(new YearMonth(2025, 3), 3, 8), """{"month":"2025-03","numerator":3,"denominator":8}""" },
        { KpiObservation.OfValue(new YearMonth(2025, 3), 0.5), """{"month":"2025-03","value":0.5}""" },
        { new KpiTarget(45, new YearMonth(2026, 12)), """{"value":45,"by":"2026-12"}""" },
        { new KpiTarget(new YearMonth(2025, 1), 60, 45, new YearMonth(2026, 12)), """{"pathStart":"2025-01","pathStartValue":60,"value":45,"by":"2026-12"}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Value_IsWrittenAsDocumented_AndReadBack(object value, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(value, value.GetType(), Options));
        Assert.Equal(value, JsonSerializer.Deserialize(json, value.GetType(), Options));
    }

    [Fact]
    public void OwnKpi_KeepsEverythingOfItsDefinition() =>
        Assert.Equal(Own, JsonSerializer.Deserialize<KpiDefinition>(JsonSerializer.Serialize(Own, Options), Options));

    [Fact]
    public void Series_KeepsGapsPartsSegmentAndFrequency()
    {
        KpiSeries values = KpiSeries.FromValues(Own, new YearMonth(2024, 1), [1, null, 3.25, 4], "华东");
        KpiSeries parts = KpiSeries.FromParts(KpiCatalog.WinRate, new YearMonth(2024, 1), [1.0, 2, 3, 4, 5, 6], [10.0, 0, 12, 13, 14, 15]);
        foreach (KpiSeries series in new[] { values, parts, parts.Aggregate(KpiFrequency.Quarterly).Series })
        {
            KpiSeries read = JsonSerializer.Deserialize<KpiSeries>(JsonSerializer.Serialize(series, Options), Options)!;
            Assert.Equal(series, read);
            Assert.Equal(series.Frequency, read.Frequency);
            Assert.Equal(series.ObservedValues, read.ObservedValues);
        }
    }

    [Fact]
    public void LinesAndCases_OfTheSamples_ComeBackEqual()
    {
        int lines = 0;
        foreach (string file in Repository.Samples)
        {
            InvestmentCase sample = CaseDocument.Read(Repository.Sample(file)).Case!;
            Assert.Equal(sample, JsonSerializer.Deserialize<InvestmentCase>(JsonSerializer.Serialize(sample, Options), Options));
            foreach (CostItem cost in sample.Costs)
            {
                lines++;
                Assert.Equal(cost, JsonSerializer.Deserialize<CostItem>(JsonSerializer.Serialize(cost, Options), Options));
            }

            foreach (BenefitItem benefit in sample.Benefits)
            {
                lines++;
                Assert.Equal(benefit, JsonSerializer.Deserialize<BenefitItem>(JsonSerializer.Serialize(benefit, Options), Options));
            }
        }

        Assert.True(lines > 50, $"{lines} lines");
    }

    [Theory]
    [InlineData(typeof(Money), """{"amount":"1,234.50","currency":"CNY"}""", "1,234.50")]
    [InlineData(typeof(Money), """{"amount":"1","currency":"cny"}""", "'cny'")]
    [InlineData(typeof(Money), """{"amount":"1","currency":"CNY","note":"x"}""", "note")]
    [InlineData(typeof(Money), """{"amount":"1"}""", "currency")]
    [InlineData(typeof(Money), "5", "amount")]
    [InlineData(typeof(Share), "42", "0 to 1")]
    [InlineData(typeof(Currency), "\"RMB\"", "'RMB'")]
    [InlineData(typeof(EvaluationPeriod), "\"6 months\"", "6 months")]
    [InlineData(typeof(Figure<double>), """{"notApplicable":"because"}""", "because")]
    [InlineData(typeof(KpiDefinition), "\"NoSuchKpi\"", "NoSuchKpi")]
    [InlineData(typeof(KpiSeries), """{"kpi":"WinRate","start":"2025-01","frequency":"monthly","values":[5]}""", "5")]
    [InlineData(typeof(CostItem), """{"category":"software","kind":"oneOff","name":"x","amount":-5,"currency":"CNY"}""", "-5")]
    [InlineData(typeof(CostItem), """{"category":"implementation","kind":"oneOff","name":"x","amount":5}""", "currency")]
    public void WrongJson_IsRefused_WithTheValue(Type type, string json, string named)
    {
        JsonException refused = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, Options));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Money))]
    [InlineData(typeof(Currency))]
    [InlineData(typeof(Share))]
    [InlineData(typeof(LineId))]
    [InlineData(typeof(DatedAmount))]
    [InlineData(typeof(ExchangeRate))]
    [InlineData(typeof(EvaluationPeriod))]
    [InlineData(typeof(Figure<decimal>))]
    [InlineData(typeof(KpiObservation))]
    [InlineData(typeof(KpiTarget))]
    [InlineData(typeof(KpiDefinition))]
    [InlineData(typeof(KpiSeries))]
    [InlineData(typeof(Roi.Review.Actual))]
    [InlineData(typeof(Roi.Review.Actuals))]
    [InlineData(typeof(Roi.Review.ContractTerms))]
    [InlineData(typeof(Roi.Review.BenefitsRegister))]
    public void WithoutTheConverters_NothingIsLost_ItIsRefused(Type type)
    {
        NotSupportedException refused = Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize("{}", type));
        Assert.Contains("ConfigureForTcmCrmRoi", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutTheConverters_AnAmountInADocumentOfTheHost_IsRefusedBothWays()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new { Price = Money.Cny(5) }));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Dictionary<string, Money>>("""{"price":{"amount":"5","currency":"CNY"}}"""));
    }

    [Fact]
    public void SecondCall_AddsNothing()
    {
        var options = new JsonSerializerOptions();
        int once = options.ConfigureForTcmCrmRoi().Converters.Count;
        Assert.Equal(once, options.ConfigureForTcmCrmRoi().Converters.Count);
    }
}
