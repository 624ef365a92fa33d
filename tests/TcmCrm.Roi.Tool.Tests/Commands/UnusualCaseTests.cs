using System.Globalization;

namespace TcmCrm.Roi.Tool.Tests.Commands;

/// <summary>Cases that an evaluation must not make look better than they are: loans, credits above cost, gains of the discount rate alone, tags beside a shared cost.</summary>
public class UnusualCaseTests
{
    private const string Loan = """
        "costs": [{"category": "software", "kind": "amounts", "name": "分期款", "flows": [{"date": "2027-01-01", "amount": 60000}, {"date": "2028-01-01", "amount": 60000}]}],
        "benefits": [{"category": "salesGrowth", "kind": "amounts", "name": "首单毛利", "flows": [{"date": "2026-01-01", "amount": 100000}]}]
        """;

    private const string CreditAboveCost = """
        "costs": [{"category": "software", "kind": "oneOff", "name": "返利", "amount": 50000, "credit": true}, {"category": "software", "kind": "oneOff", "name": "软件", "amount": 40000}],
        "benefits": [{"category": "salesGrowth", "kind": "yearly", "name": "毛利", "amountPerYear": 300000}]
        """;

    private const string AtRateOnly = """
        "costs": [{"category": "software", "kind": "amounts", "name": "款", "flows": [{"date": "2026-01-01", "amount": 4000}, {"date": "2028-01-01", "amount": 12500}]}],
        "benefits": [{"category": "salesGrowth", "kind": "amounts", "name": "益", "flows": [{"date": "2027-01-01", "amount": 16000}]}]
        """;

    private const string Tagged = """
        "costs": [{"category": "software", "kind": "oneOff", "name": "平台", "amount": 1000000}, {"category": "software", "kind": "oneOff", "name": "医院模块", "amount": 1000, "tags": ["医院"]}],
        "benefits": [{"category": "salesGrowth", "kind": "yearly", "name": "毛利", "amountPerYear": 5000, "tags": ["医院"]}]
        """;

    [Theory]
    [InlineData("irr>=8%")]
    [InlineData("irr>=-1")]
    [InlineData("irr<=20%")]
    [InlineData("irr.cashable>=8%")]
    public void RateOfALoan_PassesNoGate(string gate)
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", "en", "--gate", gate], Case(Loan));
        Assert.Equal(1, run.Exit);
        Assert.Contains("costOfBorrowing", run.Error, StringComparison.Ordinal);
        Assert.Contains("the rate is what the money costs, not a return: 13.1%", run.Output, StringComparison.Ordinal);
        Assert.Contains("\"status\": \"borrowing\"", ToolRun.Of(["evaluate", "-", "--format", "json"], Case(Loan)).Output, StringComparison.Ordinal);
    }

    /// <summary>6.5 % is picked of 6.5 % and 193.5 %: below it the case loses, so that it is at least nothing.</summary>
    [Theory]
    [InlineData("nearest:0.1", "irr>=5%", 1)]
    [InlineData("nearest:1", "irr>=5%", 0)]
    public void RateThatIsPicked_PassesAGateWhereItIsAReturn(string selection, string gate, int exit) =>
        Assert.Equal(exit, ToolRun.Of(["evaluate", "-", "--rate-selection", selection, "--gate", gate], Case(AtRateOnly)).Exit);

    [Fact]
    public void CreditsAboveCost_LeaveNoAnswer()
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", "en", "--gate", "requiredBenefitShare<=0.5"], Case(CreditAboveCost));
        Assert.Equal(1, run.Exit);
        Assert.Contains("Whether it is worth its cost cannot be said: after rebates and refunds its cost is CNY -10,000.00, and none is left to hold the benefit against.", Lines(run));
        Assert.Contains("无法判断是否值得投入：扣除返利、退款等之后成本为-1.00万元，没有可供比较的成本。", Lines(ToolRun.Of(["evaluate", "-", "--lang", "zh"], Case(CreditAboveCost))));
    }

    [Fact]
    public void GainOfTheDiscountRateAlone_IsSaidToBeThat()
    {
        Assert.Contains(
            "Only the discount rate of 8.0% makes it look worth its cost: its net present value is CNY 98.07, but undiscounted it loses, CNY -500.00 (ROI -3.0%), because part of the cost comes after the benefit; at rates below 6.5% "
            + "the net present value is negative. Another rate, or other dates of payment, may turn the answer.",
            Lines(ToolRun.Of(["evaluate", "-", "--lang", "en"], Case(AtRateOnly))));
        Assert.Contains(
            "仅在折现率为8.0%时看似值得投入：净现值为0.01万元，但不折现的净收益为-0.05万元（投资回报率-3.0%），因为部分成本发生在收益之后，折现率低于6.5%时净现值为负。折现率或付款时间稍有变化，结论即可能相反。",
            Lines(ToolRun.Of(["evaluate", "-", "--lang", "zh"], Case(AtRateOnly))));
    }

    /// <summary>What rounds to nothing does not break even for that.</summary>
    [Fact]
    public void AmountsBelowTheSmallestUnit_DoNotBreakEven()
    {
        string tiny = """
            "costs": [{"category": "software", "kind": "oneOff", "name": "a", "amount": 0.0000001}],
            "benefits": [{"category": "salesGrowth", "kind": "yearly", "name": "b", "amountPerYear": "0.0000000001"}]
            """;
        string[] lines = Lines(ToolRun.Of(["evaluate", "-", "--lang", "en"], Case(tiny)));
        Assert.Contains("Its amounts are smaller than what is printed: its net present value rounds to CNY 0.00, and its ROI is -99.7%.", lines);
        Assert.DoesNotContain(lines, line => line.Contains("breaks even", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void ResultsByTag_StandInEveryReport(string format)
    {
        string english = ToolRun.Of(["evaluate", Samples.PathOf("qiantang-three-channels.json"), "--lang", "en", "--format", format]).Output;
        Assert.Contains("Results by tag", english, StringComparison.Ordinal);
        string chinese = ToolRun.Of(["evaluate", Samples.PathOf("qiantang-three-channels.json"), "--lang", "zh", "--format", format]).Output;
        Assert.Contains("分标签结果", chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("分标签结果", ToolRun.Of(["evaluate", "-", "--lang", "zh", "--format", format], Case(Loan)).Output, StringComparison.Ordinal);
    }

    /// <summary>1,400 % of a channel beside a million that nobody divided is no return.</summary>
    [Fact]
    public void TagsBesideASharedCost_HaveNoReturnWithoutAKey()
    {
        ToolRun run = ToolRun.Of(["evaluate", "-", "--lang", "en"], Case(Tagged));
        Assert.DoesNotContain("1,400.0%", run.Output, StringComparison.Ordinal);
        Assert.Contains("shared cost is not divided: the case states no key", run.Output, StringComparison.Ordinal);
        Assert.Contains(Lines(run), line => line.Contains("Cost of CNY 1,000,000.00 belongs to no one tag", StringComparison.Ordinal));
        Assert.Contains("\"notApplicable\": \"sharedCostUndivided\"", ToolRun.Of(["evaluate", "-", "--format", "json"], Case(Tagged)).Output, StringComparison.Ordinal);

        string keyed = Case(Tagged).Replace("\"costs\"", "\"sharedCostKey\": {\"name\": \"seats\", \"weights\": [{\"tag\": \"医院\", \"weight\": 1}]}, \"costs\"", StringComparison.Ordinal);
        Assert.DoesNotContain("belongs to no one tag", ToolRun.Of(["evaluate", "-", "--lang", "en"], keyed).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("belongs to no one tag", ToolRun.Of(["evaluate", "-", "--lang", "en"], Case(Tagged.Replace("\"amount\": 1000000", "\"amount\": 1000000, \"tags\": [\"电商\"]", StringComparison.Ordinal))).Output, StringComparison.Ordinal);
    }

    /// <summary>A rate beyond a million per cent has no digits that say anything.</summary>
    [Fact]
    public void HugeRate_IsSaidToBeAboveABound()
    {
        string quick = """
            "costs": [{"category": "software", "kind": "amounts", "name": "a", "flows": [{"date": "2026-01-01", "amount": 1}]}],
            "benefits": [{"category": "salesGrowth", "kind": "amounts", "name": "b", "flows": [{"date": "2026-02-01", "amount": 10000}]}]
            """;
        string output = ToolRun.Of(["evaluate", "-", "--lang", "en"], Case(quick)).Output;
        Assert.Contains("above 1,000,000.0%", output, StringComparison.Ordinal);
        Assert.DoesNotContain("E+", output, StringComparison.Ordinal);
        Assert.Contains("超过1,000,000.0%", ToolRun.Of(["evaluate", "-", "--lang", "zh"], Case(quick)).Output, StringComparison.Ordinal);
    }

    private static string[] Lines(ToolRun run) => run.Output.Split('\n');

    private static string Case(string lines) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"schemaVersion": "1.0", "name": "案例", "currency": "CNY", "start": "2026-01-01", "discountRate": 0.08, "horizons": ["P3Y"], {{lines}}}""");
}
