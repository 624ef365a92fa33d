using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Measures;

namespace TcmCrm.Roi.Json.Tests;

/// <summary>docs/reading.md: what could be read in two ways, each by its number and by a document whose figures are worked out by hand.</summary>
public class PointsReadTwoWaysTests
{
    private const string Cost = """{"category":"software","kind":"oneOff","name":"c","amount":100}""";

    [Fact]
    public void P01_CustomPoints_AreTakenAtTheMonthItself() =>
        // 0, then 0.5 at month 2 (0.25 at month 1), 1 from month 4 (0.75 at month 3): 100 x (0.25 + 0.5 + 0.75 + 1 + 1) in six months.
        Assert.Equal(350, Money("totalBenefit", Benefit("""{"kind":"yearly","amountPerYear":1200,"profile":{"ramp":"custom","points":[{"month":0,"share":0},{"month":2,"share":0.5},{"month":4,"share":1}]}}"""), "P6M"), 8);

    [Theory]
    [InlineData("2025-03-01", 20)]
    [InlineData("2025-03-02", 20.3226)]
    public void P02_Until_IsTheFirstDayWithout(string until, double expected) =>
        Assert.Equal(expected, (double)Money("totalCost", Of($$"""{"category":"maintenance","kind":"recurring","name":"c","amount":10,"every":"monthly","until":"{{until}}"}"""), "P1Y"), 4);

    [Fact]
    public void P03_Recovery_IsLinear() =>
        Assert.Equal(1000, Money("totalCost", Of("""{"category":"time","kind":"productivityDip","name":"c","people":1,"hoursPerWeek":10,"loadedHourlyRate":100,"dip":0.5,"weeks":4}"""), "P1Y"), 8);

    [Fact]
    public void P04_Units_AreOne() => Assert.Equal(70, Money("totalCost", Of("""{"category":"software","kind":"perpetualLicense","name":"c","pricePerUnit":70}"""), "P1Y"));

    [Fact]
    public void P05_Anniversary_CountsDaysOfTheRunningYear() =>
        // 1 July 2025 is 181 of 365 days; 1 July 2028, in a leap year, 3 + 182 / 366.
        Assert.Equal(
            (100 * Math.Pow(1.1, -181 / 365.0)) + (100 * Math.Pow(1.1, -3 - (182 / 366.0))),
            (double)Money("presentValueOfCosts", Of(Flows("2025-07-01", "2028-07-01"), terms: "\"discountRate\":0.1,"), "P5Y"), 8);

    [Theory]
    [InlineData("startOfMonth", 3 / 12.0)]
    [InlineData("midMonth", 3.5 / 12)]
    [InlineData("endOfMonth", 4 / 12.0)]
    [InlineData("endOfYear", 1)]
    public void P06_Timings_CountFromTheStart(string timing, double years) =>
        Assert.Equal(
            100 + (100 * Math.Pow(1.1, -years)),
            (double)Money("presentValueOfCosts", Of(Flows("2025-01-01", "2025-04-20"), terms: $"\"discountRate\":0.1,\"flowTiming\":\"{timing}\","), "P1Y"), 8);

    [Theory]
    [InlineData("1", true)]
    [InlineData("-0.99", true)]
    [InlineData("1.01", false)]
    [InlineData("8", false)]
    [InlineData("-1", false)]
    public void P07_Rates_AreFractionsUpToOne(string rate, bool isTaken)
    {
        CaseReading reading = CaseDocument.Read(Of(Cost, terms: $"\"discountRate\":{rate},"));
        Assert.Equal(isTaken, reading.Problems.Count == 0);
        Assert.All(reading.Problems, problem => Assert.Contains("for 8 % write 0.08", problem.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void P08_GradualRetention_FollowsTheRamp() =>
        // 12 saved a year at 12 a month: one a month; half in month 0 and all from month 1 on. Month 0: 0.5 x 12 / 2; month 1: 0.5 x 12 + 12 / 2; month 2: 0.5 x 12 + 12 + 6.
        Assert.Equal(3 + 12 + 24, Money("totalBenefit", Benefit("""{"kind":"retention","customers":120,"churnBefore":0.2,"churnAfter":0.1,"marginPerCustomerYear":144,"profile":{"ramp":"custom","points":[{"month":0,"share":0.5},{"month":1,"share":1}]}}"""), "P3M"), 6);

    [Fact]
    public void P09_SeatPlan_AddsByDayAndGivesUpByCycle() =>
        // 10 seats at 365 a year; 4 more from 1 April for 275 days; 2 from 1 July change nothing until the next year.
        Assert.Equal(3650 + (4 * 275) + (2 * 365), Money("totalCost", Of("""{"category":"software","kind":"subscription","name":"c","seats":10,"pricePerSeat":365,"every":"yearly","seatPlan":[{"from":"2025-04-01","seats":14},{"from":"2025-07-01","seats":2}]}"""), "P2Y"), 8);

    [Theory]
    [InlineData("operatingCost", "yearly", false)]
    [InlineData("processEfficiency", "yearly", false)]
    [InlineData("retention", "yearly", true)]
    [InlineData("retention", "taskTime", false)]
    public void P10_Class_IsByCategoryAndHoursAreTime(string category, string kind, bool isCash)
    {
        string amount = kind == "yearly" ? "\"amountPerYear\":12" : "\"tasks\":[{\"name\":\"t\",\"minutesBefore\":2,\"minutesAfter\":1,\"timesPerMonth\":60}],\"loadedHourlyRate\":1,\"people\":1,\"hoursPerPersonYear\":2000";
        PeriodResult result = Period(Benefit($$"""{"kind":"{{kind}}",{{amount}}}""", category), "P1Y");
        Assert.Equal(isCash ? 12m : 0, result.Cashable.TotalBenefit.Amount + result.Cashable.TotalLongTermBenefit.Amount);
        Assert.Equal(12m, result.TotalBenefit.Amount + result.TotalLongTermBenefit.Amount);
    }

    [Fact]
    public void P11_BalanceThatIsNeverNegative_IsPaidBackAtOnce() =>
        Assert.Equal(0, Period(Of(Flows("2025-06-01"), """{"category":"retention","kind":"amounts","name":"b","flows":[{"date":"2025-01-01","amount":300}]}"""), "P1Y").Payback.FirstMonths.Value);

    [Fact]
    public void P12_ModifiedRate_LastsFromTheFirstFlowToTheLast() =>
        // 100 on 1 July, 121 two years later, in a period of five.
        Assert.Equal(0.1, Period(Of(Flows("2025-07-01"), """{"category":"retention","kind":"amounts","name":"b","flows":[{"date":"2027-07-01","amount":121}]}""", "\"discountRate\":0.05,"), "P5Y").ModifiedInternalRateOfReturn.Value, 1e-12);

    [Fact]
    public void P13_Periods_AreOrderedByTheirEnds()
    {
        string text = Of(Cost).Replace("[\"P1Y\"]", "[\"P3Y\",\"P6M\",\"P500D\"]", StringComparison.Ordinal);
        Assert.Equal(["P6M", "P500D", "P3Y"], RoiEvaluator.Evaluate(CaseDocument.Read(text).Case).Periods.Select(result => result.Period.ToString()));
    }

    [Fact]
    public void P14_TheRateThatIsNotGiven_IsTheDiscountRate()
    {
        const string Benefits = """{"category":"retention","kind":"amounts","name":"b","flows":[{"date":"2026-01-01","amount":60},{"date":"2027-01-01","amount":60}]}""";
        // 60 carried a year at 4 % or at 10 %: the root of what 100 has become.
        Assert.Equal(Math.Sqrt(((60 * 1.04) + 60) / 100) - 1, Modified("\"discountRate\":0.1,\"reinvestmentRate\":0.04,"), 1e-9);
        Assert.Equal(Math.Sqrt(((60 * 1.1) + 60) / 100) - 1, Modified("\"discountRate\":0.1,\"financeRate\":0.04,"), 1e-9);

        static double Modified(string terms) => Period(Of(Cost, Benefits, terms), "P3Y").ModifiedInternalRateOfReturn.Value;
    }

    [Fact]
    public void P15_TwelveMonths_SumToTheYearExactly() =>
        Assert.All(new[] { "P1Y", "P2Y", "P5Y" }, period => Assert.Equal(100m * (period[1] - '0'), Money("totalBenefit", Benefit("""{"kind":"yearly","amountPerYear":100}"""), period)));

    [Fact]
    public void P16_MonthOfGoLive_CountsForItsDays() =>
        // From 22 January 10 of 31 days, then eleven months.
        Assert.Equal(1100 + (100 * 10 / 31.0), (double)Money("totalBenefit", Benefit("""{"kind":"yearly","amountPerYear":1200}""", goLive: "2025-01-22"), "P1Y"), 8);

    [Theory]
    [InlineData("thirty360")]
    [InlineData("actualActualIsda")]
    [InlineData("actual365Fixed")]
    public void P17_WholeYears_AreAnniversaries(string dayCount)
    {
        Assert.Equal(1, Period(Of(Cost, terms: $"\"dayCount\":\"{dayCount}\","), "P1Y").WholeYears);
        Assert.True(Period(Of(Cost, terms: $"\"dayCount\":\"{dayCount}\","), "P1Y").AverageAnnualCost.IsApplicable);
    }

    [Fact]
    public void P18_GoLiveBeforeTheStart_KeepsTheAgeOfBenefits()
    {
        // A linear ramp of twelve months, six months ago: months 6 to 11 of it are 6.5 / 12 to 11.5 / 12.
        PeriodResult result = Period(Benefit("""{"kind":"yearly","amountPerYear":1200,"profile":{"ramp":"linear","rampMonths":12}}""", goLive: "2024-07-01"), "P6M");
        Assert.Equal(100 * 54 / 12m, result.TotalBenefit.Amount, 8);
        Assert.Equal(100m, result.InitialInvestment.Amount);
        Assert.Equal(result.Payback.FirstMonths, result.Payback.FromGoLiveMonths);
    }

    [Theory]
    [InlineData("\"termMonths\":4,\"renewal\":\"ends\"", 120)]
    [InlineData("\"until\":\"2025-05-01\"", 120)]
    [InlineData("\"until\":\"2025-04-11\"", 99.8901)]
    public void P19_ACycleThatATermCuts_IsPaidInPart(string term, double expected) =>
        Assert.Equal(expected, (double)Money("totalCost", Of($$"""{"category":"software","kind":"subscription","name":"c","seats":1,"pricePerSeat":90,"every":"quarterly",{{term}}}"""), "P1Y"), 4);

    [Fact]
    public void P20_Fading_CompoundsByBegunYears() =>
        Assert.Equal(100 + 80 + 64, Money("totalBenefit", Benefit("""{"kind":"yearly","amountPerYear":100,"profile":{"ramp":"immediate","fadeFromMonth":12,"fadePerYear":0.2}}"""), "P3Y"), 8);

    [Fact]
    public void P21_ExchangeRate_IsTheLatestOnOrBefore() =>
        // 7 from January, 8 from June on, and 1 / 0.125 for euros by the opposite pair.
        Assert.Equal(
            (100 * 7) + (100 * 8) + (100 * 8),
            Money("totalCost", Of(
                Flows("2025-05-31", "2025-06-01").Replace("\"name\":\"c\"", "\"name\":\"c\",\"currency\":\"USD\"", StringComparison.Ordinal) + "," + Flows("2025-05-31").Replace("\"name\":\"c\"", "\"name\":\"e\",\"currency\":\"EUR\"", StringComparison.Ordinal),
                terms: """ "exchangeRates":[{"from":"USD","to":"CNY","date":"2025-01-01","rate":7},{"from":"USD","to":"CNY","date":"2025-06-01","rate":8},{"from":"CNY","to":"EUR","date":"2025-01-01","rate":0.125}],"""), "P1Y"));

    private static string Of(string costs, string benefits = "", string terms = "", string goLive = "2025-01-01") =>
        $$"""{"schemaVersion":"1.0","name":"x","currency":"CNY","start":"2025-01-01","goLive":"{{goLive}}",{{terms}}"horizons":["P1Y"],"costs":[{{costs}}],"benefits":[{{benefits}}]}""";

    private static string Benefit(string members, string category = "retention", string goLive = "2025-01-01") =>
        Of(Cost, members.Insert(1, $"\"category\":\"{category}\",\"name\":\"b\","), goLive: goLive);

    private static string Flows(params string[] dates) =>
        $$"""{"category":"software","kind":"amounts","name":"c","flows":[{{string.Join(',', dates.Select(date => $"{{\"date\":\"{date}\",\"amount\":100}}"))}}]}""";

    private static PeriodResult Period(string document, string period) =>
        RoiEvaluator.Evaluate(CaseDocument.Read(document).Case, EvaluationSettings.Over(Periods.EvaluationPeriod.Parse(period))).Periods[0];

    private static decimal Money(string measure, string document, string period) => Measure.Find(measure)!.Of(Period(document, period)).TryGetMoney(out Money amount) ? amount.Amount : throw new InvalidOperationException(measure);
}
