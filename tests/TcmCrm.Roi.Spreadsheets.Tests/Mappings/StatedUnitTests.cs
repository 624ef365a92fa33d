using System.Globalization;
using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>A unit that a table states for all of it: wherever it stands, it holds for what it can hold for and for nothing else, and both are said.</summary>
public class StatedUnitTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    /// <summary>A form, the table, and its series as "name: first second", each in the unit 1.</summary>
    public static TheoryData<string, string, string> Series => new()
    {
        { "a title above months across", "2024年经营月报,,\n单位：万元,,\n指标,2024-01,2024-02\n销售收入,120.5,130\n客户数,300,310\n赢单率,25%,26%\n", "SalesRevenue: 1205000 1300000; 客户数: 300 310; WinRate: 0.25 0.26" },
        { "above years and months", "单位：千元,,\n项目,2024年,\n,1月,2月\n销售额,1200,1300\n", "销售额: 1200000 1300000" },
        { "hundred millions across", "单位：亿元,,\n指标,2024-01,2024-02\n回款,1.2,1.3\n", "回款: 120000000 130000000" },
        { "millions in a column", "单位：百万元,,\n月份,回款,拜访次数\n2024-01,120.5,25\n2024-02,130,26\n", "回款: 120500000 130000000; 拜访次数: 25 26" },
        { "a row below the header, across", "指标,2024-01,2024-02\n,万元,万元\n销售收入,120.5,130\n客户数,300,310\n", "SalesRevenue: 1205000 1300000; 客户数: 300 310" },
        { "names of rows with their own units", "单位：亿元,,\n指标,2024-01,2024-02\n销售收入（万元）,120.5,130\n回款,1.2,1.3\n客户数（户）,300,310\n毛利率（%）,25,26\n", "SalesRevenue: 1205000 1300000; 回款: 120000000 130000000; 客户数（户）: 300 310; GrossMarginRate: 0.25 0.26" },
        { "the corner", "项目（万元）,2024-01,2024-02\n销售收入,120.5,130\n新客户,30,31\n", "SalesRevenue: 1205000 1300000; 新客户: 30 31" },
        { "a long table below a title", "单位：万元,,\n指标,月份,数值\n销售收入,2024-01,120.5\n客户数,2024-01,300\n赢单率,2024-01,0.25\n销售收入,2024-02,130\n客户数,2024-02,310\n赢单率,2024-02,0.26\n", "SalesRevenue: 1205000 1300000; 客户数: 300 310; WinRate: 0.25 0.26" },
        { "a long table with the unit in its header", "指标,月份,数值（万元）\n销售收入,2024-01,120.5\n客户数,2024-01,300\n销售收入,2024-02,130\n客户数,2024-02,310\n", "SalesRevenue: 1205000 1300000; 客户数: 300 310" },
        { "a long table with units in its names", "指标,月份,数值\n销售收入（万元）,2024-01,120.5\n客户数（户）,2024-01,300\n销售收入（万元）,2024-02,130\n客户数（户）,2024-02,310\n", "SalesRevenue: 1205000 1300000; 客户数（户）: 300 310" },
        { "per cent", "单位：%,\n月份,转化率\n2024-01,25.5\n2024-02,26\n", "转化率: 0.255 0.26" },
        { "per cent across", "单位：%,,\n指标,2024-01,2024-02\n复诊率,25.5,26\n", "复诊率: 0.255 0.26" },
        { "money and per cent", "单位：万元、%,,\n月份,销售额,毛利率\n2024-01,90,25\n2024-02,30,26\n", "销售额: 900000 300000; GrossMarginRate: 0.25 0.26" },
        { "ten thousand boxes", "单位：万盒,\n月份,销量\n2024-01,12.5\n2024-02,13\n", "销量: 125000 130000" },
        { "ten thousand visits across", "单位：万人次,,\n指标,2024-01,2024-02\n门诊量,12.5,13\n门诊收入,5,6\n", "门诊量: 125000 130000; 门诊收入: 5 6" },
        { "beside the title", "2024年销售统计表,,单位：万元\n指标,2024-01,2024-02\n销售收入,120.5,130\n", "SalesRevenue: 1205000 1300000" },
        { "in two cells", "2024年销售统计表,,\n,单位,万元\n指标,2024-01,2024-02\n销售收入,120.5,130\n", "SalesRevenue: 1205000 1300000" },
        { "in brackets of the title", "2024年销售统计（万元）,\n月份,销售额\n2024-01,120.5\n2024-02,130\n", "销售额: 1205000 1300000" },
        { "alone", "（万元）,\n月份,销售额\n2024-01,120.5\n2024-02,130\n", "销售额: 1205000 1300000" },
        { "behind who made it", "编制单位：仁和堂　　2024年度　　金额单位：万元,\n月份,销售额\n2024-01,120.5\n2024-02,130\n", "销售额: 1205000 1300000" },
        { "who made it alone is none", "编制单位：仁和堂,\n月份,销售额\n2024-01,120.5\n2024-02,130\n", "销售额: 120.5 130" },
        { "a currency before it", "货币单位：人民币 万元,\n月份,销售额\n2024-01,120.5\n2024-02,130\n", "销售额: 1205000 1300000" },
        { "in prose is none", "2024年实现销售额1200万元,\n月份,销售额\n2024-01,120.5\n2024-02,130\n", "销售额: 120.5 130" },
        { "in English", "Amounts in RMB'000,,\nmonth,sales,customers\n2024-01,120.5,300\n2024-02,130,310\n", "sales: 120500 130000; customers: 300 310" },
        { "in thousands", "(RMB in thousands),\nmonth,sales\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "in millions in a header", "Month,Revenue ($m)\n2024-01,25\n2024-02,26\n", "Revenue: 25000000 26000000" },
        { "thousands behind a currency", "month,sales (CNY thousands)\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "three noughts behind a currency", "month,sales (RMB 000)\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "thousands before a currency", "month,sales (in thousands of RMB)\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "ten thousands before a currency", "month,sales (10k CNY)\n2024-01,120.5\n2024-02,130\n", "sales: 1205000 1300000" },
        { "millions behind a currency", "month,sales (USD millions)\n2024-01,25\n2024-02,26\n", "sales: 25000000 26000000" },
        { "thousands without brackets", "month,sales CNY '000s\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "in thousands of a currency without brackets", "month,sales in RMB thousands\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "in thousands without brackets", "month,sales in thousands\n2024-01,120.5\n2024-02,130\n", "sales: 120500 130000" },
        { "millions before a currency without brackets", "month,sales MCNY\n2024-01,25\n2024-02,26\n", "sales: 25000000 26000000" },
        { "millions in brackets before a currency", "month,sales (MCNY)\n2024-01,25\n2024-02,26\n", "sales: 25000000 26000000" },
        { "a name that ends with words of no unit", "month,Sales in China\n2024-01,120.5\n2024-02,130\n", "Sales in China: 120.5 130" },
        { "bars beside commas of thousands", "month|sales|cost\n2024-01|1,013|1,100\n2024-02|1,200|1,150\n", "sales: 1013 1200; cost: 1100 1150" },
        { "below the table", "月份,销售额\n2024-01,120.5\n2024-02,130\n单位：万元,\n", "销售额: 1205000 1300000" },
        { "in a note below", "月份,销售额\n2024-01,120.5\n2024-02,130\n注：单位为万元,\n", "销售额: 1205000 1300000" },
        { "a column of units goes before the title", "单位：万元,,,\n指标,单位,2024-01,2024-02\n销售收入,万元,90,91\n客户数,户,300,310\n客单价,元,300,310\n", "SalesRevenue: 900000 910000; 客户数: 300 310; 客单价: 300 310" },
        { "a unit in the cell goes before the title", "单位：万元,\n月份,销售额\n2024-01,90\n2024-02,30万\n", "销售额: 900000 300000" },
        { "time above a KPI of days", "单位：小时,\n月份,销售周期\n2024-01,240\n2024-02,480\n", "SalesCycleDays: 10 20" },
        { "time below the header", "月份,销售周期,销售额\n,小时,万元\n2024-01,240,5\n2024-02,480,6\n", "SalesCycleDays: 10 20; 销售额: 50000 60000" },
    };

    /// <summary>Flows: the unit holds for all of them.</summary>
    public static TheoryData<string, string, double[]> Flows => new()
    {
        { "a title", "单位：万元,,\n项目,日期,金额\n甲,2026-01-01,-100\n甲,2027-01-01,120\n", [-1_000_000, 1_200_000] },
        { "a title above periods", "单位：亿元,,\n项目,2024,2025\n甲,-1,0.5\n", [-100_000_000, 50_000_000] },
        { "a row below periods", "项目,2024年,2025年\n,万元,万元\n甲,-1,0.5\n", [-10_000, 5_000] },
        { "an English title", "Cash flows (CNY thousands),,\nid,period,amount\nA,0,-100\nA,1,150\n", [-100_000, 150_000] },
        { "an English header", "id,period,amount (CNY thousands)\nA,0,-100\nA,1,150\n", [-100_000, 150_000] },
        { "the corner", "项目（千元）,2024年,2025年\n甲,-1,0.5\n", [-1000, 500] },
        { "beside the title", "现金流量表,,单位：百万元\n项目,2024年,2025年\n净现金流,-10,4\n", [-10_000_000, 4_000_000] },
        { "below the table", "项目,2024年,2025年\n净现金流,-10,4\n单位：万元,,\n", [-100_000, 40_000] },
        { "forecast years", "单位：万元,,,\n项目,2024,2025E,2026年（预测）\n甲,-100,60,70\n", [-1_000_000, 600_000, 700_000] },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public void Series_AreInTheirUnits(string form, string csv, string series)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
        string[] read = [.. reading.Series.Select(one => one.Definition.Id + ": " + string.Join(" ", one.ObservedValues.Select(value => value.ToString("G12", CultureInfo.InvariantCulture))))];
        Assert.Equal(series.Split("; ").Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    /// <summary>A study of each series has the numbers that the table of KPIs has.</summary>
    [Theory]
    [MemberData(nameof(Series))]
    public void Study_IsInTheSameUnit(string form, string csv, string series)
    {
        foreach (KpiSeries one in SeriesTable.Read(Utf8(csv)).Series.Where(one => one.Definition.Unit is not (KpiUnit.Day or KpiUnit.Hour)))
        {
            string name = one.Definition.Id == KpiCatalog.SalesRevenue.Id ? "销售收入" : KpiCatalog.TryFind(one.Definition.Id, out KpiDefinition? known) ? Language.Of("zh").Say(known.NameMessage) : one.Definition.Id;
            StudyReading reading = StudyTable.Read(Utf8(csv), new StudyTableOptions { Value = name });
            Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
            Assert.Equal(one.ObservedValues, reading.Series!.ObservedValues);
        }

        Assert.NotEmpty(series);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Flows_AreInTheirUnit(string form, string csv, double[] amounts)
    {
        CashFlowReading reading = CashFlowTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
        Assert.Equal(amounts, Assert.Single(reading.Series).Amounts);
        Assert.Contains(reading.Notes, note => note.Message.Id == "table.scaled");
    }

    /// <summary>A unit that is not known is asked in a header and said of a name: its numbers would be read as they are without a word.</summary>
    [Theory]
    [InlineData("月份,收入（港币万元）\n2024-01,90\n2024-02,30\n", true)]
    [InlineData("月份,收入（000元）\n2024-01,90\n2024-02,30\n", true)]
    [InlineData("月份,平均订单额（分）\n2024-01,90\n2024-02,30\n", true)]
    [InlineData("月份,步数（万步）\n2024-01,90\n2024-02,30\n", true)]
    [InlineData("指标,2024-01,2024-02\n收入（港币万元）,90,30\n", false)]
    public void UnitThatIsNotKnown_IsAskedOrSaid(string csv, bool isAsked)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.Equal(isAsked, reading.Problems.Any(problem => problem.Sentence.Id == "table.unitStrange"));
        Assert.Equal(!isAsked, reading.Notes.Any(note => note.Message.Id == "table.unitStrange.note"));
    }

    [Theory]
    [InlineData("月份,服务评分（分）\n2024-01,4.2\n2024-02,4.3\n")]
    [InlineData("月份,销售额（含税）\n2024-01,90\n2024-02,30\n")]
    [InlineData("月份,销售额（元）\n2024-01,90\n2024-02,30\n")]
    [InlineData("月份,重量（千克）\n2024-01,90\n2024-02,30\n")]
    public void OtherBrackets_AreNoUnitsThatAreAsked(string csv)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.Empty(reading.Problems);
        Assert.DoesNotContain(reading.Notes, note => note.Message.Id.StartsWith("table.unitStrange", StringComparison.Ordinal));
    }

    /// <summary>What the unit of the table does not hold for is said, each name once.</summary>
    [Theory]
    [InlineData("单位：万元,,\n指标,2024-01,2024-02\n销售收入,120.5,130\n客户数,300,310\n", "客户数")]
    [InlineData("单位：万元,,\n月份,销售额,活跃客户\n2024-01,120.5,300\n2024-02,130,310\n", "活跃客户")]
    [InlineData("单位：万元,,\n指标,月份,数值\n销售收入,2024-01,120.5\n客户数,2024-01,300\n", "客户数")]
    public void WhatAUnitDoesNotHoldFor_IsSaid(string csv, string name)
    {
        TableRemark note = Assert.Single(SeriesTable.Read(Utf8(csv)).Notes, note => note.Message.Id == "table.unitNotFor");
        Assert.Equal(name, note.Column);
        Assert.Equal("表中注明的单位不用于该项，数字按原值读取", Chinese.Say(note.Message));
    }

    [Theory]
    [InlineData("单位：万元,\n（单位：元）,\n月份,销售额\n2024-01,90\n2024-02,30\n", "table.unitsDiffer")]
    [InlineData("单位：万元,\n月份,销售额\n2024-01,90\n2024-02,30\n单位：元,\n", "table.unitsDiffer")]
    [InlineData("单位：万元,\n月份,销售额\n2024-01,90\n2024-02,30元\n", "table.unitOfCell")]
    public void UnitsThatDiffer_AreAsked(string csv, string id)
    {
        Assert.Equal(id, Assert.Single(SeriesTable.Read(Utf8(csv)).Problems).Message.Id);
        Assert.Equal(id, Assert.Single(StudyTable.Read(Utf8(csv)).Problems).Message.Id);
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
