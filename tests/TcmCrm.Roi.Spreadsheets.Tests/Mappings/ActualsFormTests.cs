using System.Text;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Review;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Forms of a table of actuals.</summary>
public class ActualsFormTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    public static TheoryData<string> Same =>
    [
        "kind,line,month,amount\ncost,订阅,2025-01,133400\nbenefit,录入,2025-02,5000\n",
        "类型,项目,月份,金额\n成本,订阅,2025年1月,133400\n收益,录入,2025年2月,5000\n",
        "项目,金额,类型,期间\n订阅,\"133,400.00\",费用,2025/1/31\n录入,￥5000,效益,202502\n",
        "类型,项目,月份,金额（万元）\n成本,订阅,2025-01,13.34\n收益,录入,2025-02,0.5\n",
        "类型,项目,月份,金额（元）,备注\n成本,saas,2025-01,133400,首年\n收益,录入,2025-02,5000,\n合计,,,138400,\n",
        "类型,项目,月份,金额\n成本,订阅,2025-01,133400\n成本,小计,,133400\n收益,录入,2025-02,5000\n收益,收益合计,,5000\n",
        "类型,项目,年份,月份,金额\n成本,订阅,2025,1月,133400\n收益,录入,2025,2月,5000\n",
        "类型,项目,月份,金额,币种,凭证号\n成本,订阅,2025-01,133400,人民币,\n收益,录入,2025-02,5000,CNY,\n",
        "类型;项目;月份;金额\n成本;订阅;2025-01;133400\n收益;录入;2025-02;5000\n",
    ];

    public static TheoryData<string, string, string?> Refused => new()
    {
        { "成本,没有,2025-01,1", "table.actual.unknownCost", "项目" },
        { "成本,订\u0014阅,2025-01,1", "table.actual.unknownCost", "项目" },
        { "成本,*,2025-01,1", "table.actual.unknownCost", "项目" },
        { "收益,订阅,2025-01,1", "table.actual.unknownBenefit", "项目" },
        { "其他,订阅,2025-01,1", "table.actual.notKind", "类型" },
        { "成本,,2025-01,1", "table.actual.noLine", "项目" },
        { "成本,订阅,2025-01,", "table.actual.needed", "金额" },
        { "验证,录入,2025-01,1", "table.actual.unused", "金额" },
        { "成本,订阅,2025-13,1", "table.notMonth", "月份" },
        { "成本,订阅,,1", "table.noMonth", "月份" },
        { "成本,订阅,2025-01,\"1,5\"", "table.decimalComma", "金额" },
        { "成本,订阅,2025-01,USD 1", "table.actual.currency", "金额" },
        { "续约,订阅,2025-01,1.5", "table.actual.notWhole", "金额" },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Actuals_AreThePlainOnes(string csv)
    {
        ActualsReading reading = Read(csv);
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(Read("kind,line,month,amount\ncost,订阅,2025-01,133400\nbenefit,录入,2025-02,5000\n").Actuals, reading.Actuals);
    }

    /// <summary>万元 above a column holds for money and not for the people beside it; what a KPI is in is asked.</summary>
    [Fact]
    public void UnitOfMoney_IsNotThatOfPeople()
    {
        ActualsReading reading = Read("类型,项目,月份,金额（万元）,分母\n成本,订阅,2025-01,13.34,\n使用率,,2025-01,90,150\n席位,订阅,2025-01,60,80\n");
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(Read("kind,line,month,amount,denominator\ncost,订阅,2025-01,133400,\nadoption,,2025-01,90,150\nseats,订阅,2025-01,60,80\n").Actuals, reading.Actuals);
        Assert.Contains("表头的金额单位不用于类型“使用率”，该类型的数字按原值读取", reading.Notes.Select(note => Chinese.Say(note.Message)));
        Assert.Equal("table.actual.scaled", Assert.Single(Read("类型,项目,月份,金额（万元）\n指标,销售额,2025-01,90\n").Problems).Message.Id);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WrongRow_IsNamed(string row, string id, string? column)
    {
        ActualsReading reading = Read("类型,项目,月份,金额\n成本,订阅,2025-01,2\n" + row + "\n");
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal((id, column, 3L), (problem.Message.Id, problem.Column, problem.Line));
        Assert.Empty(reading.Actuals);
    }

    [Fact]
    public void KpisInPerCent_StandBesideMoney()
    {
        ActualsReading reading = Read("类型,项目,月份,金额,分母\n成本,订阅,2025-01,133400,\n指标,满意度,2025-01,82%,\n席位,订阅,2025-01,60,80\n");
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(Actual.Kpi("Csat", new YearMonth(2025, 1), 0.82m), reading.Actuals[1]);
        Assert.Equal("Csat", reading.Actuals[1].Line);
    }

    [Fact]
    public void CurrencyColumn_GivesTheAmountItsCurrency()
    {
        ActualsReading reading = Read("类型,项目,月份,金额,币种\n成本,订阅,2025-01,1,USD\n成本,订阅,2025-02,2,\n");
        Assert.Equal([new Money(1, Currency.Usd), Money.Cny(2)], reading.Actuals.Select(actual => actual.Amount));
        Assert.Equal("table.actual.notCurrency", Assert.Single(Read("类型,项目,月份,金额,币种\n成本,订阅,2025-01,1,美金元\n").Problems).Message.Id);
    }

    [Fact]
    public void From_Document_AndDuplicates()
    {
        const string Csv = "类型,项目,月份,起始月份,金额,凭证号\n收益,录入,2025-03,2025-01,15000,\n成本,订阅,2025-03,,100,记-1\n成本,订阅,2025-03,,100,记-2\n";
        ActualsReading reading = Read(Csv);
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        YearMonth march = new(2025, 3);
        Assert.Equal(
            [Actual.Benefit("录入", march, Money.Cny(15000), from: new YearMonth(2025, 1)), Actual.Cost("saas", march, Money.Cny(100), document: "记-1"), Actual.Cost("saas", march, Money.Cny(100), document: "记-2")],
            reading.Actuals);
        string twice = Csv + "成本,订阅,2025-03,,100,记-2\n";
        TableRemark problem = Assert.Single(Read(twice).Problems);
        Assert.Equal(("table.actual.repeated", 5L), (problem.Message.Id, problem.Line));
        Assert.Equal(4, ActualsTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(twice)), Plan(), allowDuplicates: true).Actuals.Count);
    }

    /// <summary>Every column of notes is read for what says that money comes back; a choice settles it.</summary>
    [Theory]
    [InlineData("备注")]
    [InlineData("摘要")]
    [InlineData("说明")]
    [InlineData("事由")]
    [InlineData("description")]
    [InlineData("Memo")]
    [InlineData("Particulars")]
    public void ANoteThatReadsAsCredit_IsAsked(string header)
    {
        string csv = $"类型,项目,月份,金额,{header}\n成本,订阅,2025-01,100,1月订阅费\n成本,订阅,2025-02,40,退款\n计划外成本,差旅,2025-02,30,Credit note 7\n成本,订阅,2025-03,-20,冲红\n";
        TableRemark problem = Assert.Single(Read(csv).Problems);
        Assert.Equal(("table.actual.credit", "金额", 3L, 2), (problem.Message.Id, problem.Column, problem.Line, problem.Count));
        ActualsReading negative = Read(csv, new TableReadOptions { NegatesCredits = true });
        Assert.Equal([100, -40, -30, -20], negative.Actuals.Select(actual => actual.Amount!.Value.Amount));
        ActualsReading asGiven = Read(csv, new TableReadOptions { NegatesCredits = false });
        Assert.Equal([(100, false), (40, true), (30, true), (-20, false)], asGiven.Actuals.Select(actual => (actual.Amount!.Value.Amount, actual.ReadsAsCredit)));
    }

    /// <summary>A bill with its number in another spelling, or without it, is told with both lines, in whatever order.</summary>
    [Theory]
    [InlineData("FP-001", "fp001", true)]
    [InlineData("FP-001", "ＦＰ－００１", true)]
    [InlineData("FP-001", "", true)]
    [InlineData("", "FP-001", true)]
    [InlineData("FP-001", "FP-002", false)]
    public void ABillThatIsThereTwice_IsToldByItsLine(string one, string other, bool isTwice)
    {
        ActualsReading reading = Read($"类型,项目,月份,金额,单据号\n成本,订阅,2025-03,100,{one}\n成本,订阅,2025-04,100,\n成本,订阅,2025-03,100,{other}\n");
        Assert.Equal(isTwice ? [("table.actual.repeated", 4L)] : [], reading.Problems.Select(problem => (problem.Message.Id, problem.Line!.Value)));
        Assert.All(reading.Problems, problem => Assert.Contains("首次在第2行", Chinese.Say(problem.Sentence), StringComparison.Ordinal));
    }

    [Fact]
    public void UnknownKpi_IsTheHosts()
    {
        ActualsReading reading = Read("类型,项目,月份,金额\n指标,处方增长,2025-01,1\n");
        Assert.Empty(reading.Problems);
        Assert.Equal("处方增长", Assert.Single(reading.Actuals).Line);
    }

    [Fact]
    public void Contracts_AreRows()
    {
        ActualsReading reading = Read("类型,项目,月份,金额,数量\n续约,订阅,2025-06,3,24\n");
        Assert.Empty(reading.Problems);
        Assert.Equal(new LocalDate(2025, 6, 1), Assert.Single(reading.Contracts).FirstRenewal);
    }

    private static ActualsReading Read(string csv, TableReadOptions? options = null) => ActualsTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), Plan(), options);

    private static InvestmentCase Plan() => InvestmentCase.Create("案例", Currency.Cny, new LocalDate(2025, 1, 1))
        .WithCosts(new CostItem("订阅", CostCategory.Software, CostBasis.OneOff(Money.Cny(133_400))).WithId(new LineId("saas")))
        .WithBenefits(new BenefitItem("录入", BenefitCategory.OperatingCost, BenefitBasis.Yearly(Money.Cny(60_000))));
}
