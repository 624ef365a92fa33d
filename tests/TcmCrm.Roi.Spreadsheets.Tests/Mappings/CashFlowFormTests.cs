using System.Text;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Forms of a table of cash flows: two projects of two flows each.</summary>
public class CashFlowFormTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    public static TheoryData<string> Same =>
    [
        "id,date,amount\n甲,2026-01-01,-500000\n甲,2027-01-01,600000\n乙,2026-01-01,-100000\n乙,2027-01-01,105000\n",
        "id,date,amount\n甲,2026-01-01,-500000\n乙,2026-01-01,-100000\n甲,2027-01-01,600000\n乙,2027-01-01,105000\n",
        "金额,项目,日期\n-500000,甲,2026/1/1\n600000,甲,2027/1/1\n-100000,乙,2026/1/1\n105000,乙,2027/1/1\n",
        "项目名称,发生日期,净现金流量（元）\n甲,2026年1月1日,\"-500,000.00\"\n甲,2027年1月1日,\"600,000.00\"\n乙,2026年01月01日,(100000)\n乙,2027年01月01日,105000元\n",
        "方案;日期;现金流\n甲;20260101;-500000\n甲;20270101;600000\n乙;20260101;-100000\n乙;20270101;105000\n",
        "项目,日期,金额（万元）\n甲,2026-01-01,-50\n甲,2027-01-01,60\n乙,2026-01-01,-10\n乙,2027-01-01,10.5\n",
        "单位：万元,,\n项目,日期,金额\n甲,2026-01-01,-50\n甲,2027-01-01,60\n乙,2026-01-01,-10\n乙,2027-01-01,10.5\n合计,,10.5\n",
        "id,date,amount,备注\n甲,2026-01-01,\"CNY -500,000.00\",首付\n甲,2027-01-01,\"CNY 600,000.00\",\n乙,2026-01-01,￥-100000,\n乙,2027-01-01,￥105000,\n",
        "id,date,amount\n甲,46023,-500000\n甲,46388,600000\n乙,46023,-100000\n乙,46388,105000\n",
        "项目,2026-01-01,2027年1月1日,合计\n甲,-500000,600000,100000\n乙,-100000,105000,5000\n",
        "id,date,amount\n甲,1-Jan-2026,-500000\n甲,\"Jan 1, 2027\",600000\n乙,2026-01-01 00:00,-100000\n乙,2027-01-01T08:00:00,105000\n",
    ];

    public static TheoryData<string, string, string?> RefusedWhole => new()
    {
        { "id,Datum,amount\n甲,2026-01-01,1\n", "table.columnUnknown", "Datum" },
        { "id,date,amount,类别\n甲,2026-01-01,1,收入\n", "table.columnUnknown", "类别" },
        { "id,date,amount,amount\n甲,2026-01-01,1,2\n", "table.columnTwice", "amount" },
        { "id,date,金额,现金流\n甲,2026-01-01,1,2\n", "table.columnsSame", "现金流" },
        { "id,date\n甲,2026-01-01\n", "table.columnMissing", null },
        { "id,date,amount\n", "table.noRows", null },
        { "id,date,amount\n甲,2026-01-01,\"1\n乙,2026-01-01,2\n", "table.quoteOpen", null },
    };

    /// <summary>One row of the first project is wrong: it has no figures, and the second has.</summary>
    public static TheoryData<string, string, string?> RefusedSeries => new()
    {
        { "甲,2026-01-01,x", "table.notNumber", "amount" },
        { "甲,2026-01-01,", "table.cellEmpty", "amount" },
        { "甲,,1", "table.cellEmpty", "date" },
        { "甲,2026-02-30,1", "table.notDate", "date" },
        { "甲,2026-01,1", "table.noDay", "date" },
        { "甲,2026,1", "table.yearOnly", "date" },
        { "甲,03/04/2026,1", "table.dateAmbiguous", "date" },
        { "甲,2026-01-01,USD 5", "table.currencyMixed", "amount" },
        { "甲,2026-01-01,5%", "table.percentMixed", "amount" },
        { "甲,2026-01-01,1,100", "table.cellsBeyond", null },
        { "甲,2026-01-01,1e999", "table.numberTooLarge", "amount" },
    };

    /// <summary>Flows of one project by period: -1000, 400, 500, 600.</summary>
    public static TheoryData<string, string?> Periodic => new()
    {
        { "期数,净现金流\n0,-1000\n1,400\n2,500\n3,600\n", null },
        { "年度,净现金流量\n第0年,-1000\n第1年,400\n第2年,500\n第3年,600\n", null },
        { "年份,现金流\n2023年,-1000\n2024年,400\n2025年,500\n2026年,600\n", null },
        { "year,cash flow\n2023,-1000\n2024,400\n2025,500\n2026,600\n", null },
        { "period,amount\n2,500\n0,-1000\n3,600\n1,400\n", null },
        { "期数,流入,流出\n0,0,1000\n1,500,100\n2,600,100\n3,700,100\n", "table.netOfSides" },
        { "期数,现金流入,现金流出\n0,,1000\n1,500,100\n2,600,100\n3,600,\n", "table.netOfSides" },
        { "期数,收入,支出\n0,0,-1000\n1,500,-100\n2,600,-100\n3,700,-100\n", "table.netOfSides.signed" },
        { "期数,流入,流出,净现金流\n0,0,1000,-1000\n1,500,100,400\n2,600,100,500\n3,700,100,600\n", null },
        { "期数,净现金流,累计净现金流,折现系数\n0,-1000,-1000,1\n1,400,-600,0.926\n2,500,-100,0.857\n3,600,500,0.794\n", "table.columnPassed" },
        { "项目,第0年,第1年,第2年,第3年\n甲,-1000,400,500,600\n", null },
        { "项目,2023年,2024年,2025年,2026年,合计\n甲,-1000,400,500,600,500\n", "table.columnPassed" },
        { "项目,Year 0,Year 1,Year 2,Year 3\nA,-1000,400,500,600\n", null },
        { "项目,2023,2024,2025,2026\n甲,-1000,400,500,600\n", null },
        { "项目,0,1,2,3\n甲,-1000,400,500,600\n", null },
        { ",第0年,第1年,第2年,第3年\n甲,-1000,400,500,600\n", null },
        { "年份,2023,2024,2025,2026\n净现金流,-1000,400,500,600\n", null },
        { "年度,2023年,2024年,2025年,2026年\n净现金流,-1000,400,500,600\n", null },
        { "项目,第1年,第2年,第3年,第4年\n甲,-1000,400,500,600\n", "table.periodsFrom" },
        { "期数,净现金流\n1,-1000\n2,400\n3,500\n4,600\n", "table.periodsFrom" },
        { "项目,2023,2024,2025,2026\n现金流入,0,500,600,700\n现金流出,1000,100,100,100\n净现金流,-1000,400,500,600\n累计净现金流,-1000,-600,-100,500\n", "table.itemsPassed" },
        { "项目,2023,2024,2025,2026\n软件,-900,-50,-50,-50\n实施,-100,,,\n增收,0,450,550,650\n净现金流量（元）,-1000,400,500,600\n", "table.itemsPassed" },
        { "项目,2023,2024,2025,2026\n现金流入,0,500,600,700\n现金流出,1000,100,100,100\n", "table.netOfSides" },
        { "项目,2023,2024,2025,2026\n现金流入,0,500,600,700\n现金流出,-1000,-100,-100,-100\n", "table.netOfSides.signed" },
        { "项目（万元）,2023,2024,2025,2026\n甲,-0.1,0.04,0.05,0.06\n", "table.scaled" },
        { "单位：万元,,,,\n项目,2023,2024,2025,2026\n甲,-0.1,0.04,0.05,0.06\n", "table.scaled table.aboveHeader" },
        { "项目,期数,金额\n流入,0,0\n流入,1,500\n流入,2,600\n流入,3,700\n流出,0,1000\n流出,1,100\n流出,2,100\n流出,3,100\n", "table.netOfSides" },
    };

    /// <summary>Rows that are costs and benefits of one project have no figures one by one; costs of several projects have.</summary>
    [Theory]
    [InlineData("项目,2023,2024,2025\n软件,-900,-50,-50\n增收,0,450,550\n")]
    [InlineData("项目,2023,2024,2025\n软件,-900,-50,-50\n增收,0,450,550\n合计,-900,400,500\n")]
    [InlineData("项目,2023,2024,2025\n流入,0,450,550\n软件,900,50,50\n")]
    [InlineData("项目,日期,金额\n软件,2023-01-01,-900\n增收,2024-01-01,450\n增收,2025-01-01,550\n")]
    public void ItemsOfOneProject_AreAskedAbout(string csv)
    {
        CashFlowReading reading = Read(csv);
        Assert.Equal("table.rowsAreItems", Assert.Single(reading.Problems).Message.Id);
        Assert.All(reading.Series, record => Assert.NotNull(record.Error));
    }

    /// <summary>What a table across can have wrong has no figures: neither twice the flows, nor a flow in another period, nor one side alone.</summary>
    [Theory]
    [InlineData("项目,2023,2024\n甲,-100,160\n甲,-100,160\n", "table.seriesTwice", 3L)]
    [InlineData("项目,第0年,第2年\n甲,-100,160\n", "table.periodMissing", 1L)]
    [InlineData("项目,2024,2023\n甲,160,-100\n", "table.periodOrder", 1L)]
    [InlineData("项目,第1年,第1期\n甲,160,-100\n", "table.periodTwice", 1L)]
    [InlineData("项目,2023,2024\n甲,-1.5万,160\n", "table.scaleMixed", 2L)]
    [InlineData("项目,2023,2024\n甲,CNY -100,USD 160\n", "table.currencyMixed", 2L)]
    [InlineData("项目,2023,2024\n流入,x,160\n流出,100,0\n", "table.notNumber", 2L)]
    public void TableAcross_IsAskedAbout(string csv, string id, long line)
    {
        CashFlowReading reading = Read(csv);
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal((id, line), (problem.Message.Id, problem.Line));
        Assert.All(reading.Series, record => Assert.NotNull(record.Error));
        Assert.DoesNotContain("table.", Chinese.Say(problem.Sentence), StringComparison.Ordinal);
    }

    [Fact]
    public void NetRow_StandsWhereASideIsWrong()
    {
        CashFlowReading reading = Read("项目,2023,2024\n流入,x,160\n流出,100,0\n净现金流,-100,160\n");
        Assert.Equal("table.notNumber", Assert.Single(reading.Problems).Message.Id);
        Assert.Equal([-100, 160], Assert.Single(reading.Series).Amounts);
    }

    [Fact]
    public void CurrencyAcross_IsThatOfTheTable() => Assert.Equal("USD", Read("项目,2023,2024\n甲,USD -100,USD 160\n").Currency);

    [Theory]
    [InlineData("项目,2023,2024,2025\n订阅,-300,-300,-300\n自建,-900,-50,-50\n")]
    [InlineData("项目,2023,2024,2025\n甲,-300,300,300\n乙,-900,-50,-50\n")]
    public void Projects_StayApart(string csv) => Assert.Equal((2, 0), (Read(csv).Series.Count, Read(csv).Problems.Count));

    [Fact]
    public void NetRowThatIsNotItsSides_IsAskedAbout() => Assert.Equal(
        ("table.netDiffers", 4L), Assert.Single(Read("项目,2023,2024\n流入,0,500\n流出,1000,100\n净现金流,-1000,500\n").Problems) is var problem ? (problem.Message.Id, problem.Line) : default);

    [Theory]
    [MemberData(nameof(Periodic))]
    public void Periods_AreInTheirOrder(string csv, string? said)
    {
        CashFlowReading reading = Read(csv);
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        CashFlowRecord record = Assert.Single(reading.Series);
        Assert.Equal([-1000, 400, 500, 600], record.Amounts);
        Assert.Null(record.Dates);
        Assert.Equal((said?.Split(' ') ?? []).Order(), reading.Notes.Select(note => note.Message.Id).Distinct().Order());
    }

    [Theory]
    [InlineData("期数,净现金流\n0,-1000\n2,400\n", "table.periodMissing", 3L)]
    [InlineData("期数,净现金流\n0,-1000\n1,400\n1,400\n", "table.periodTwice", 4L)]
    [InlineData("期数,净现金流\n建设期,-1000\n1,400\n", "table.notPeriod", 2L)]
    [InlineData("期数,流入,流出\n0,0,1000\n1,500,-100\n", "table.outflowSigns", 1L)]
    [InlineData("期数,流入\n0,0\n1,500\n", "table.oneSide", 1L)]
    [InlineData("期数,流入,流出,净现金流\n0,0,1000,-1000\n1,500,100,500\n", "table.netDiffers", 3L)]
    [InlineData("期数,流入,流出\n0,0,1000\n1,,\n", "table.cellEmpty", 3L)]
    public void Periods_AreAskedAbout(string csv, string id, long line)
    {
        CashFlowReading reading = Read(csv);
        Assert.Contains((id, line), reading.Problems.Select(problem => (problem.Message.Id, problem.Line ?? 0)));
        Assert.All(reading.Series, record => Assert.NotNull(record.Error));
        Assert.All(reading.Problems, problem => Assert.DoesNotContain("table.", Chinese.Say(problem.Sentence), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Flows_AreThePlainOnes(string csv)
    {
        CashFlowReading reading = Read(csv);
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(["甲", "乙"], reading.Series.Select(series => series.Id));
        Assert.Equal([-500_000, 600_000], reading.Series[0].Amounts);
        Assert.Equal([-100_000, 105_000], reading.Series[1].Amounts);
        Assert.All(reading.Series, series => Assert.Equal([new(2026, 1, 1), new(2027, 1, 1)], series.Dates!));
    }

    [Theory]
    [MemberData(nameof(RefusedWhole))]
    public void Table_IsRefusedWhole(string csv, string id, string? column)
    {
        CashFlowReading reading = Read(csv);
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal((id, column), (problem.Message.Id, problem.Column));
        Assert.Empty(reading.Series);
    }

    [Theory]
    [MemberData(nameof(RefusedSeries))]
    public void SeriesWithAWrongRow_HasNoFlows(string row, string id, string? column)
    {
        CashFlowReading reading = Read($"id,date,amount\n甲,2025-01-01,CNY -3\n{row}\n乙,2026-01-01,-100000\n乙,2027-01-01,105000\n");
        Assert.Single(reading.Problems);
        Assert.Equal((id, 3L, column), (reading.Series[0].Error!.Id, reading.Series[0].ErrorLine, reading.Series[0].ErrorColumn));
        Assert.Null(reading.Series[1].Error);
        Assert.Equal([-100_000, 105_000], reading.Series[1].Amounts);
    }

    [Fact]
    public void NameThatWasLost_IsNoProject()
    {
        CashFlowReading reading = Read("id,date,amount\n\uFFFD\uFFFD,2026-01-01,-1\n\uFFFD\uFFFD,2027-01-01,2\n");
        Assert.Equal("table.damagedText", Assert.Single(reading.Problems).Message.Id);
        Assert.All(reading.Series, series => Assert.NotNull(series.Error));
    }

    /// <summary>Figures of a series without one of its rows would be wrong, so a row spoils every series that it may belong to.</summary>
    [Theory]
    [InlineData("amount,date,id\n-5,2025-01-01,甲\n1,000,2026-01-01,甲\n-1,2025-01-01,乙\n2,2026-01-01,乙\n")]
    [InlineData("id,date,amount\n\"甲,一\",2025-01-01,-5\n甲,一,2026-01-01,6\n乙,2025-01-01,-1\n乙,2026-01-01,2\n")]
    [InlineData("id,date,amount\n甲方CRM,2025-01-01,-5\n甲\uFFFDCRM,2026-01-01,6\n乙,2025-01-01,-1\n乙,2026-01-01,2\n")]
    public void RowWhoseNameIsUnsure_SpoilsWhatItMayBe(string csv) => Assert.Equal([true, false], Read(csv).Series.Select(series => series.Error is not null));

    [Fact]
    public void HugeCell_SpoilsItsSeriesOnly()
    {
        CashFlowReading reading = Read($"id,date,amount\n甲,2026-01-01,{new string('9', 40_000)}\n乙,2026-01-01,-1\n");
        Assert.Equal("table.cellTooLong", Assert.Single(reading.Problems).Message.Id);
        Assert.Equal([true, false], reading.Series.Select(series => series.Error is not null));
    }

    [Fact]
    public void WithoutDates_FlowsArePeriodicInTheOrderOfTheRows()
    {
        CashFlowReading reading = Read("项目,金额\n甲,-3\n乙,-1\n甲,4\n");
        Assert.Equal([-3, 4], reading.Series[0].Amounts);
        Assert.Null(reading.Series[0].Dates);
    }

    [Fact]
    public void WithoutNames_AllRowsAreOneSeries() => Assert.Equal([-3, 4], Assert.Single(Read("日期,金额\n2026-01-01,-3\n2027-01-01,4\n").Series).Amounts);

    private static CashFlowReading Read(string csv) => CashFlowTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)));
}
