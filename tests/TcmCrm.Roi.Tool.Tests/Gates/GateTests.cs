using System.Xml.Linq;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Gates;

/// <summary>Thresholds of a pipeline, by a case whose figures are plain: cost 100,000, benefit 180,000 in the first year, ROI 80 %.</summary>
public sealed class GateTests : IDisposable
{
    private const string Case = """
        {
          "schemaVersion": "1.0", "name": "门槛 <A&B>", "currency": "CNY", "start": "2025-01-01", "horizons": ["P1Y", "P2Y"],
          "costs": [ { "kind": "amounts", "category": "implementation", "name": "实施", "flows": [ { "date": "2025-01-01", "amount": "100000" } ] } ],
          "benefits": [ { "kind": "amounts", "category": "operatingCost", "name": "节约", "evidence": "estimated", "flows": [ { "date": "2025-07-01", "amount": "180000" } ] } ]
        }
        """;

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData("roi:P1Y>=0.8", 0)]
    [InlineData("roi:P1Y>=80%", 0)]
    [InlineData("roi:P1Y>0.8", 1)]
    [InlineData("roi:P1Y>=0.800000000001", 1)]
    [InlineData("roi<=0.8", 0)]
    [InlineData("roi<0.8", 1)]
    [InlineData("totalCost<=100000", 0)]
    [InlineData("totalCost:P2Y<100000.00", 1)]
    [InlineData("netBenefit:P1Y>=80000", 0)]
    [InlineData("roi:P12M>=0.8", 0)]
    [InlineData("roi:P24M>0.8", 1)]
    [InlineData("roi.cashable:P1Y>=0", 1)]
    [InlineData("benefitByClass.cashable>=0", 0)]
    [InlineData("roi.cashable:P1Y<=-1", 0)]
    [InlineData("cashable.roi:P1Y<=-100%", 0)]
    [InlineData("npv.cashable>=0", 1)]
    [InlineData("roiOnAccrual:P1Y>=80%", 0)]
    [InlineData("initialInvestment<=100000", 0)]
    [InlineData("paybackMonths<=7", 0)]
    [InlineData("payback<=5", 1)]
    [InlineData("costByCategory.implementation<=100000", 0)]
    [InlineData("benefitShareByEvidence.estimated>=100%", 0)]
    [InlineData(" roi : P1Y >= +0.5 ", 0)]
    public void Gate_PassesOrEndsWithOne(string gate, int exit)
    {
        ToolRun run = Evaluate("--gate", gate);
        Assert.Equal(exit, run.Exit);
        Assert.StartsWith(exit == 0 ? "gate passed: " : "gate FAILED: ", run.Error, StringComparison.Ordinal);
        Assert.NotEmpty(run.Output);
    }

    /// <summary>-100,000, 230,000, -132,000 at year ends: 10 % and 20 %. No gate passes on several rates, and on one that was picked by name it does.</summary>
    [Theory]
    [InlineData(null, 1, "")]
    [InlineData("lowestNonNegative", 1, "10.0% was picked, the lowest that is not negative, and")]
    [InlineData("nearest:0.19", 0, "20.0% was picked, the one nearest to 19.0%, and")]
    [InlineData("excel", 1, "10.0% was picked, the one that Excel shows, and")]
    public void GateOnSeveralRates_NeedsAChoice(string? selection, int exit, string said)
    {
        string twoRates = Case.Replace("\"horizons\": [\"P1Y\", \"P2Y\"],", "\"horizons\": [\"P2Y\"], \"flowTiming\": \"endOfYear\",", StringComparison.Ordinal)
            .Replace("\"amount\": \"100000\" }", "\"amount\": \"100000\" }, { \"date\": \"2026-07-01\", \"amount\": \"132000\" }", StringComparison.Ordinal)
            .Replace("180000", "230000", StringComparison.Ordinal);
        string[] choice = selection is null ? [] : ["--rate-selection", selection];
        Assert.Equal(exit, ToolRun.Of(["evaluate", "-", "--gate", "irr>=0.15", .. choice], twoRates).Exit);
        ToolRun chinese = ToolRun.Of(["evaluate", "-", "--gate", "irr>=0.15", "--lang", "zh", .. choice], twoRates);
        Assert.Equal(selection is null, chinese.Error.Contains("不适用（存在多个收益率）", StringComparison.Ordinal));
        Assert.DoesNotContain("multiple", chinese.Error, StringComparison.Ordinal);
        string stated = selection is null ? twoRates : twoRates.Replace("\"costs\":", $"\"rateSelection\": \"{selection}\", \"costs\":", StringComparison.Ordinal);
        Assert.Equal(exit, ToolRun.Of(["evaluate", "-", "--gate", "irr>=0.15"], stated).Exit);
        string output = ToolRun.Of(["evaluate", "-", "--lang", "en", .. choice], twoRates).Output;
        Assert.Equal(selection is not null, output.Contains(" was picked, ", StringComparison.Ordinal));
        Assert.Contains(said, output, StringComparison.Ordinal);

        // A word of the command line is no word of a sentence.
        Assert.DoesNotMatch("lowestNonNegative|nearest", ToolRun.Of(["evaluate", "-", "--lang", "zh", .. choice], twoRates).Output);
    }

    /// <summary>A gate on the cash basis is told by the name of its figure, and one below a single figure says so.</summary>
    [Fact]
    public void CashBasis_IsNamedInWords()
    {
        Assert.Contains("1年投资回报率（现金口径）", ToolRun.Of(["evaluate", "-", "--lang", "zh", "--gate", "roi.cashable:P1Y>=0"], Case).Error, StringComparison.Ordinal);
        Assert.Contains("“roi”是单一指标，没有下级", ToolRun.Of(["evaluate", "-", "--lang", "zh", "--gate", "roi.cash>=0"], Case).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownChoiceOfARate_IsBadInput() =>
        Assert.Contains("nearest:0.1", ToolRun.Of(["evaluate", "-", "--lang", "en", "--rate-selection", "near"], Case).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("roi:P1Y", "in quotes")]
    [InlineData("roi:P1Y=0.2", "in quotes")]
    [InlineData(">=0.2", "in quotes")]
    [InlineData("roi>=0,2", "in quotes")]
    [InlineData("roi>=NaN", "in quotes")]
    [InlineData("roi>=99999999999999999999999999999999", "is not a number")]
    [InlineData("roi:P3Y>=0.2", "the period P3Y is not evaluated; evaluated: P1Y, P2Y")]
    [InlineData("roi:P1X>=0.2", "P1X")]
    [InlineData("returnOnInvestment>=0.2", "there is no figure 'returnOnInvestment'; here are totalCost")]
    [InlineData("costByCategory>=0.2", "is a group; it holds software")]
    [InlineData("roi.simple>=0.2", "there is no figure")]
    [InlineData("period>=1", "is not a number")]
    [InlineData("paybackMonths<=18%", "months cannot be compared with per cent")]
    [InlineData("totalCost<=18%", "money cannot be compared with per cent")]
    public void MalformedGate_IsBadInputAndNothingIsWritten(string gate, string message)
    {
        ToolRun run = Evaluate("--gate", gate);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("command line: --gate: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void EveryMalformedGate_IsNamed()
    {
        ToolRun run = Evaluate("--gate", "roi", "--gate", "x>=1", "--gate", "npv>");
        Assert.Equal(2, run.ErrorLines.Length);
        Assert.Equal(ExitCode.BadInput, run.Exit);
    }

    [Theory]
    [InlineData("npv>=0", "netPresentValue:P2Y>=0: not applicable: noRate")]
    [InlineData("limits.lower.roi>=0", "limits.lower.roi:P2Y>=0: no benefit of the case carries an interval")]
    public void FigureWithoutAnAnswer_FailsAndSaysWhy(string gate, string message)
    {
        ToolRun run = Evaluate("--gate", gate);
        Assert.Equal(ExitCode.GateFailed, run.Exit);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("irr:P1Y>=50%")]
    [InlineData("internalRateOfReturn:P1Y>=0.5")]
    public void RateOfReturn_IsComparedWhenItIsUnique(string gate)
    {
        // 180,000 after half a year on 100,000: far above 100 % a year.
        ToolRun run = Evaluate("--gate", gate);
        Assert.Equal(ExitCode.Done, run.Exit);
        Assert.Contains("internalRateOfReturn:P1Y>=0.5", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void OneMissedGateOfMany_EndsWithOneAndAllAreTold()
    {
        ToolRun run = Evaluate("--gate", "roi:P1Y>=0.2", "--gate", "paybackMonths<=1", "--gate", "totalCost<=1e9".Replace("1e9", "1000000000", StringComparison.Ordinal));
        Assert.Equal(ExitCode.GateFailed, run.Exit);
        Assert.Equal(["gate passed", "gate FAILED", "gate passed"], run.ErrorLines.Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void JUnitFile_HasATestCaseAGate()
    {
        string file = directory.PathOf("gates.xml");
        ToolRun run = Evaluate("--gate", "roi:P1Y>=20%", "--gate", "payback<=1", "--junit", file);
        Assert.Equal(ExitCode.GateFailed, run.Exit);
        XElement suite = XDocument.Load(file).Root!.Element("testsuite")!;
        Assert.Equal("tcm-roi gates: 门槛 <A&B>", suite.Attribute("name")!.Value);
        Assert.Equal(("2", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal(["roi:P1Y>=0.2", "paybackMonths:P2Y<=1"], suite.Elements("testcase").Select(one => one.Attribute("name")!.Value));
        Assert.Equal([false, true], suite.Elements("testcase").Select(one => one.Element("failure") is not null));
    }

    [Fact]
    public void SummaryFile_HoldsVerdictsAndFigures()
    {
        string file = directory.PathOf("summary.md");
        ToolRun run = Evaluate("--gate", "roi:P1Y>=0.2", "--summary", file, "--lang", "zh");
        Assert.Equal(ExitCode.Done, run.Exit);
        string text = File.ReadAllText(file);
        Assert.All<string>(["全部1项门槛均已达到", "1年投资回报率不低于20%", "80.0%"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("roi:P1Y>=0.9", "未达门槛：1年投资回报率 80.0%，要求不低于90%")]
    [InlineData("npv>=0", "未达门槛：2年净现值 不适用（未提供折现率），要求不低于0.00万元")]
    [InlineData("payback<=5.5", "未达门槛：2年静态投资回收期 6.6个月，要求不超过5.5个月")]
    [InlineData("costByCategory.implementation<100000", "未达门槛：2年成本（实施费用） 10.00万元，要求低于10.00万元")]
    [InlineData("limits.lower.roi>0", "未达门槛：2年投资回报率（取下限） 没有收益带有置信区间，要求高于0%")]
    [InlineData("benefitShareByEvidence.estimated>=0.995", "已达门槛：2年收益占比（估算） 100.0%，要求不低于99.5%")]
    [InlineData("totalCost<=79228162514264337593543950335", "已达门槛：2年总成本 10.00万元，要求不超过792,281,625,142,643,375,935.44亿元")]
    [InlineData("roi:P1Y<79228162514264337593543950335", "已达门槛：1年投资回报率 80.0%，要求低于7.923E+30%")]
    public void InChinese_AGateHasNamesAndUnits(string gate, string line) =>
        Assert.Equal(line, Assert.Single(Evaluate("--gate", gate, "--lang", "zh").ErrorLines));

    [Fact]
    public void ExistingFile_IsLeftAloneWithoutForce()
    {
        string file = directory.PathOf("gates.xml");
        File.WriteAllText(file, "mine");
        ToolRun refused = Evaluate("--gate", "roi>=0", "--junit", file);
        Assert.Equal(ExitCode.BadInput, refused.Exit);
        Assert.Contains("--junit: ", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(file));

        Assert.Equal(ExitCode.Done, Evaluate("--gate", "roi>=0", "--junit", file, "--force").Exit);
        Assert.Equal("testsuites", XDocument.Load(file).Root!.Name.LocalName);
    }

    [Fact]
    public void WithoutGates_TheFilesCanStillBeWritten()
    {
        string file = directory.PathOf("gates.xml");
        Assert.Equal(ExitCode.Done, Evaluate("--junit", file).Exit);
        Assert.Equal("0", XDocument.Load(file).Root!.Element("testsuite")!.Attribute("tests")!.Value);
    }

    private static ToolRun Evaluate(params string[] options) => ToolRun.Of(["evaluate", "-", "--format", "json", .. options], Case);
}
