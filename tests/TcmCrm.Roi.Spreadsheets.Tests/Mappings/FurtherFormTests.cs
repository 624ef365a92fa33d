using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Forms of tables beyond the usual ones: calendars, units, headers of two rows, texts beside the numbers; each is read as the plain one with what is said of it, or asked once.</summary>
public class FurtherFormTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    /// <summary>2024-09 to 2024-12.</summary>
    private static readonly double[] Plain = [1200, 1300.5, 1400, -50];

    /// <summary>A form, the table, and the id of what is said of it, or null where nothing is.</summary>
    public static TheoryData<string, string, string?> Same => new()
    {
        { "years of the Republic", Table("月份,销售额", "民国113年9月", "民国113年10月", "民国113年11月", "民国113年12月"), null },
        { "years of the Republic in traditional characters", Table("月份,銷售額", "民國113/09", "民國113/10", "中華民國113年11月", "民國 113.12"), null },
        { "the third month of a year", Table("月份,销售额", "2024年第9月", "2024年第10月", "2024年第11月", "2024年第12月"), null },
        { "six digits with 月", Table("月份,销售额", "202409月", "202410月", "202411月", "202412月"), null },
        { "English names in full", Table("Month,Sales", "September 2024", "\"October, 2024\"", "NOVEMBER 2024", "2024 December"), null },
        { "a date with points", Table("月份,销售额", "2024.09.01", "2024.10.01", "2024.11.01", "2024.12.01"), null },
        { "points with an October", Table("月份,销售额", "2024.9", "2024.10", "2024.11", "2024.12"), null },
        { "apostrophes that keep a text a text", "月份,销售额\n'2024-09,'1200\n'2024-10,'1300.5\n'2024-11,'1400\n'2024-12,'-50\n", null },
        { "万元 behind a line", "月份,销售额_万元\n2024-09,0.12\n2024-10,0.13005\n2024-11,0.14\n2024-12,-0.005\n", "table.scaled" },
        { "万元 behind a colon", "月份,销售额：万元\n2024-09,0.12\n2024-10,0.13005\n2024-11,0.14\n2024-12,-0.005\n", "table.scaled" },
        { "万元 without a sign", "月份,销售额万元\n2024-09,0.12\n2024-10,0.13005\n2024-11,0.14\n2024-12,-0.005\n", "table.scaled" },
        { "W for 万", "月份,销售额(W)\n2024-09,0.12\n2024-10,0.13005\n2024-11,0.14\n2024-12,-0.005\n", "table.scaled" },
        { "thousands in English", "month,sales (CNY thousand)\n2024-09,1.2\n2024-10,1.3005\n2024-11,1.4\n2024-12,-0.05\n", "table.scaled" },
        { "¥'000", "month,sales (¥'000)\n2024-09,1.2\n2024-10,1.3005\n2024-11,1.4\n2024-12,-0.05\n", "table.scaled" },
        { "k in cells", "month,sales\n2024-09,1.2k\n2024-10,1.3005K\n2024-11,1.4k\n2024-12,-0.05k\n", null },
        { "millions", "month,sales (million)\n2024-09,0.0012\n2024-10,0.0013005\n2024-11,0.0014\n2024-12,-0.00005\n", "table.scaled" },
        { "a row of units below the header", "月份,销售额\n,万元\n2024-09,0.12\n2024-10,0.13005\n2024-11,0.14\n2024-12,-0.005\n", "table.scaled" },
        { "a labelled row of units", "月份,销售额\n单位,（元）\n2024-09,1200\n2024-10,1300.5\n2024-11,1400\n2024-12,-50\n", null },
        { "a column of units", "月份,销售额,单位\n2024-09,0.12,万元\n2024-10,1300.5,元\n2024-11,0.14,万元\n2024-12,-50,元\n", "table.unitColumn" },
        { "a column of one unit", "月份,销售额,单位\n2024-09,1200,盒\n2024-10,1300.5,盒\n2024-11,1400,盒\n2024-12,-50,盒\n", null },
        { "who is responsible", "月份,销售额,负责人\n2024-09,1200,张三\n2024-10,1300.5,李四\n2024-11,1400,张三\n2024-12,-50,\n", "table.columnPassed" },
        { "one company in every row", "公司名称,月份,销售额\n仁和堂,2024-09,1200\n仁和堂,2024-10,1300.5\n仁和堂,2024-11,1400\n仁和堂,2024-12,-50\n", "table.columnConstant" },
        { "one product in every row", "月份,产品,销售额\n2024-09,六味地黄丸,1200\n2024-10,六味地黄丸,1300.5\n2024-11,六味地黄丸,1400\n2024-12,六味地黄丸,-50\n", "table.columnConstant" },
        { "one state in every row", "月份,销售额,状态\n2024-09,1200,已结账\n2024-10,1300.5,已结账\n2024-11,1400,已结账\n2024-12,-50,已结账\n", "table.columnConstant" },
        { "largest and smallest below", Table("月份,销售额", "2024-09", "2024-10", "2024-11", "2024-12") + "最大值,1400\n最小值,-50\n中位数,1250\n", "table.totalRow" },
        { "an average below", Table("月份,销售额", "2024-09", "2024-10", "2024-11", "2024-12") + "月均,962.6\n", "table.totalRow" },
        { "totals of quarters between", "月份,销售额\n2024-09,1200\n三季度合计,1200\n2024-10,1300.5\n2024-11,1400\n2024-12,-50\n四季度合计,2650.5\n", "table.totalRow" },
        { "words alone below", Table("月份,销售额", "2024-09", "2024-10", "2024-11", "2024-12") + "*含税,\n仅供内部使用,\n", "table.noteRow" },
        { "who made it, below", Table("月份,销售额", "2024-09", "2024-10", "2024-11", "2024-12") + "\n口径：含退货\n*不含电商\n制表：李四　　审核：王五\n", "table.noteRow" },
        { "no-break and full-width blanks", "月份\u00A0,　销售额　\n　2024年9月\u00A0,\u00A01200\n2024年10月　,1300.5　\n2024年11月,\u20071400\n\u202F2024年12月,-50\n", null },
        { "months across, all of it without names", "2024年9月,2024年10月,2024年11月,2024年12月\n1200,1300.5,1400,-50\n", null },
        { "months across with a unit column", "指标,单位,2024-09,2024-10,2024-11,2024-12\n销售额,万元,0.12,0.13005,0.14,-0.005\n", "table.unitColumn" },
        { "months across with who is responsible", "指标,负责人,2024-09,2024-10,2024-11,2024-12\n销售额,张三,1200,1300.5,1400,-50\n", "table.columnPassed" },
        { "a header of two rows", "月份,销售情况,\n,金额,备注\n2024-09,1200,\n2024-10,1300.5,\n2024-11,1400,\n2024-12,-50,退\n", "table.namesAbove" },
        { "brackets that are no unit", "月份,销售额（含税）\n2024-09,1200\n2024-10,1300.5\n2024-11,1400\n2024-12,-50\n", null },
        { "an accountant's brackets with a currency", "月份,销售额\n2024-09,\"￥1,200.00\"\n2024-10,\"￥1,300.50\"\n2024-11,\"￥1,400.00\"\n2024-12,\"(￥50.00)\"\n", null },
    };

    /// <summary>Tables that are asked about: the id, the column and the line.</summary>
    public static TheoryData<string, string, string?, long?> Asked => new()
    {
        { "月份,销售额\n2023.09,1\n2023.1,2\n2023.11,3\n2023.12,4\n", "table.lostZero", "月份", 3 },
        { "月份,销售额\n2023.9,1\n2023.1,2\n2023.11,3\n", "table.lostZero", "月份", 3 },
        { "月份,销售额\n2023.1,2\n2023.11,3\n2023.12,4\n", "table.lostZero", "月份", 2 },
        { "月份,销售额\n0年3月,1\n0年4月,2\n", "table.notMonth", "月份", 2 },
        { "月份,销售额\n5年3月,1\n5年4月,2\n", "table.notMonth", "月份", 2 },
        { "月份,销售额\n第1年,1\n第2年,2\n", "table.notMonth", "月份", 2 },
        { "月份,销售额\n113年3月,1\n113年4月,2\n", "table.notMonth", "月份", 2 },
        { "季度,销售额\n2024Q1,1\n2024Q2,2\n", "table.otherPeriodColumn", "季度", 1 },
        { "月份,销售额\n2024年第1季度,1\n2024年第2季度,2\n", "table.otherPeriod", "月份", 2 },
        { "月份,销售额\n2025E,1\n2026E,2\n", "table.forecastMonth", "月份", 2 },
        { "月份,销售额\n2024-01,1\n2024-02(预计),2\n", "table.forecastMonth", "月份", 3 },
        { "月份,销售额\n2024-01-01~2024-03-31,1\n2024-04-01~2024-06-30,2\n", "table.severalMonths", "月份", 2 },
        { "月份,销售额\n2401,1\n2402,2\n", "table.notMonth", "月份", 2 },
        { "月份,产品,销售额\n2024-01,当归片,1\n2024-02,黄芪片,2\n", "table.columnParts", "产品", 1 },
        { "月份,状态,销售额\n2024-01,实际,1\n2024-02,预计,2\n", "table.columnParts", "状态", 1 },
        { "月份,销售额,Datum\n2024-01,1,2024-01-05\n2024-02,2,2024-01-05\n", "table.columnUnknown", "Datum", 1 },
        { "月份,销售额\n2024-01,——\n2024-02,2\n", "table.dash", "销售额", 2 },
        { "月份,销售额\n2024-01,无\n2024-02,2\n", "table.notNumber", "销售额", 2 },
        { "月份,销售额\n2024-01,NULL\n2024-02,2\n", "table.notNumber", "销售额", 2 },
        { "月份,销售额\n2024-01,1'000\n2024-02,2\n", "table.notNumber", "销售额", 2 },
        { "月份,销售额,单位\n2024-01,1,盒\n2024-02,2,箱\n", "table.measureMixed", "销售额", 3 },
        { "月份,销售额,单位\n2024-01,1,元\n2024-02,2,美元\n", "table.currencyMixed", "销售额", 3 },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Study_IsThePlainOne(string form, string csv, string? said)
    {
        StudyReading reading = StudyTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
        Assert.Equal(new YearMonth(2024, 9), reading.Series!.Start);
        Assert.Equal(Plain, Values(reading.Series));
        AssertSaid(said, reading.Notes);
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Series_AreThePlainOne(string form, string csv, string? said)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
        Assert.Equal(Plain, Values(Assert.Single(reading.Series)));
        AssertSaid(said, reading.Notes);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void Table_IsAskedAboutOnce(string csv, string id, string? column, long? line)
    {
        foreach (IReadOnlyList<TableRemark> problems in new[] { StudyTable.Read(Utf8(csv)).Problems, SeriesTable.Read(Utf8(csv)).Problems })
        {
            TableRemark problem = Assert.Single(problems);
            Assert.Equal((id, column, line), (problem.Message.Id, problem.Column, problem.Line));
            Assert.DoesNotContain("table.", Chinese.Say(problem.Sentence), StringComparison.Ordinal);
        }
    }

    /// <summary>Three columns, three rows across or three names below each other are the net promoter score in both readings.</summary>
    [Theory]
    [InlineData("月份,推荐者,被动者,贬损者\n2024-01,50,30,20\n2024-02,0,0,0\n2024-03,40,40,20\n")]
    [InlineData("指标,2024-01,2024-02,2024-03\n推荐者,50,0,40\n被动者,30,0,40\n贬损者,20,0,20\n")]
    [InlineData("指标,月份,数值\n推荐者,2024-01,50\n推荐者,2024-02,0\n推荐者,2024-03,40\n中立者,2024-01,30\n中立者,2024-02,0\n中立者,2024-03,40\n贬损者,2024-01,20\n贬损者,2024-02,0\n贬损者,2024-03,20\n")]
    public void Counts_AreTheNetPromoterScore(string csv)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.Empty(reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        KpiSeries series = Assert.Single(reading.Series);
        Assert.Equal("Nps", series.Definition.Id);
        Assert.Equal([30, double.NaN, 20], Values(series));
        Assert.True(series.TryGetParts(0, out double numerator, out double denominator));
        Assert.Equal((30, 100), (numerator, denominator));
        AssertSaid("table.scoreOfCounts", reading.Notes);

        StudyReading study = StudyTable.Read(Utf8(csv));
        Assert.Equal([30, double.NaN, 20], Values(study.Series!));
    }

    [Fact]
    public void CountMissing_IsAProblem()
    {
        TableRemark problem = Assert.Single(SeriesTable.Read(Utf8("月份,推荐者,被动者,贬损者\n2024-01,50,,20\n2024-02,5,5,5\n")).Problems);
        Assert.Equal(("table.countMissing", 2L), (problem.Message.Id, problem.Line));
    }

    [Fact]
    public void DenominatorOfZero_IsSaid()
    {
        const string Csv = "月份,分子,分母\n2024-01,1,10\n2024-02,0,0\n2024-03,3,10\n";
        StudyReading study = StudyTable.Read(Utf8(Csv));
        SeriesReading series = SeriesTable.Read(Utf8(Csv));
        Assert.Equal([0.1, double.NaN, 0.3], Values(study.Series!));
        Assert.Equal([0.1, double.NaN, 0.3], Values(series.Series[0]));
        foreach (IReadOnlyList<TableRemark> notes in new[] { study.Notes, series.Notes })
        {
            TableRemark note = Assert.Single(notes);
            Assert.Equal(("table.zeroDenominator", "分母", 3L), (note.Message.Id, note.Column, note.Line));
        }
    }

    [Fact]
    public void RunningTotal_IsAskedForAStudyAndSaidForATrend()
    {
        const string Csv = "月份,本年累计销售额\n2024-01,100\n2024-02,220\n2024-03,330\n";
        Assert.Equal("table.runningTotal", Assert.Single(StudyTable.Read(Utf8(Csv)).Problems).Message.Id);
        Assert.Empty(StudyTable.Read(Utf8(Csv), new StudyTableOptions { Value = "本年累计销售额" }).Problems);
        AssertSaid("table.runningTotal.note", SeriesTable.Read(Utf8(Csv)).Notes);
    }

    [Fact]
    public void UnitsOfEachKpi_HoldForItsRows()
    {
        SeriesReading reading = SeriesTable.Read(Utf8("指标,单位,月份,数值\n赢单率,%,2024-01,25.5\n销售收入,万元,2024-01,1.5\n回款周期,天,2024-01,45\n赢单率,%,2024-02,26\n销售收入,万元,2024-02,1.6\n回款周期,天,2024-02,44\n"));
        Assert.Empty(reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal([0.255, 0.26], Values(reading.Series[0]));
        Assert.Equal([15_000, 16_000], Values(reading.Series[1]));
        Assert.Equal([45, 44], Values(reading.Series[2]));
    }

    [Fact]
    public void HeaderOfTwoRows_NamesEachColumn()
    {
        SeriesReading reading = SeriesTable.Read(Utf8("月份,销售额,,客户数,\n,华东,华南,华东,华南\n2024-01,1,2,3,4\n2024-02,5,6,7,8\n"));
        Assert.Equal(["销售额 华东", "销售额 华南", "客户数 华东", "客户数 华南"], reading.Series.Select(series => series.Definition.Id));
    }

    [Theory]
    [InlineData("月份,銷售額\n2024年9月,1200\n2024年10月,1300\n")]
    [InlineData("日期,客戶名稱,金額\n2024-01-01,甲,1\n")]
    [InlineData("指標,月份,數值\n營業收入,2024年9月,1200\n")]
    public void Big5_IsNamedWithWhatToDo(string csv)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding("big5")!.GetBytes(csv);
        Assert.Equal("table.big5", Assert.Single(SeriesTable.Read(new MemoryStream(bytes)).Problems).Message.Id);
        Assert.Equal("table.big5", Assert.Single(CashFlowTable.Read(new MemoryStream(bytes)).Problems).Message.Id);
    }

    private static string Table(string header, params string[] months) => header + "\n" + months[0] + ",1200\n" + months[1] + ",1300.5\n" + months[2] + ",1400\n" + months[3] + ",-50\n";

    private static void AssertSaid(string? id, IReadOnlyList<TableRemark> notes)
    {
        if (id is null)
        {
            Assert.Empty(notes.Select(note => Chinese.Say(note.Sentence)));
        }
        else
        {
            Assert.Contains(notes, note => note.Message.Id == id);
        }
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static double[] Values(KpiSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? Math.Round(value, 9) : double.NaN)];
}
