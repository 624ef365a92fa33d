using System.Globalization;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Forms of one small table that people make: each is read as the plain one, or refused with one problem.</summary>
public class FormTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));
    private static readonly Language English = SpreadsheetTexts.In(Language.Of("en"));

    /// <summary>What each form of the series stands for: 2024-11 to 2025-02.</summary>
    private static readonly double[] Plain = [1200, 1300.5, 1400, -50];

    /// <summary>Tables that say the plain series.</summary>
    public static TheoryData<string, string> Same => new()
    {
        { "plain", "month,value\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "rows in any order", "month,value\n2025-02,-50\n2024-11,1200\n2025-01,1400\n2024-12,1300.5\n" },
        { "columns in any order", "value,month\n1200,2024-11\n1300.5,2024-12\n1400,2025-01\n-50,2025-02" },
        { "Chinese headers", "月份,销售额\n2024年11月,1200\n2024年12月,1300.5\n2025年1月,1400\n2025年2月,-50\n" },
        { "an unknown name over the only numbers", "期间,回款\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "blanks in headers", " 月 份 , 销售额：\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "capital letters", "MONTH,Value\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "slashes", "month,value\n2024/11,1200\n2024/12,1300.5\n2025/1,1400\n2025/2,-50\n" },
        { "points", "month,value\n2024.11,1200\n2024.12,1300.5\n2025.01,1400\n2025.2,-50\n" },
        { "six digits", "month,value\n202411,1200\n202412,1300.5\n202501,1400\n202502,-50\n" },
        { "eight digits", "month,value\n20241101,1200\n20241201,1300.5\n20250101,1400\n20250228,-50\n" },
        { "two digits of a year with 年", "month,value\n24年11月,1200\n24年12月,1300.5\n25年1月,1400\n25年2月,-50\n" },
        { "月份 behind the number", "month,value\n2024年11月份,1200\n2024年12月份,1300.5\n2025年01月份,1400\n2025年2月份,-50\n" },
        { "Chinese numerals", "month,value\n二〇二四年十一月,1200\n二〇二四年十二月,1300.5\n二〇二五年一月,1400\n二〇二五年二月,-50\n" },
        { "dates with a time", "month,value\n2024-11-30 00:00:00,1200\n2024/12/31 0:00,1300.5\n2025-01-31T00:00:00,1400\n2025-02-28 23:59,-50\n" },
        { "month before year", "month,value\n11/2024,1200\n12/2024,1300.5\n1/2025,1400\n02/2025,-50\n" },
        { "English names of months", "month,value\nNov 2024,1200\nDecember 2024,1300.5\n2025 Jan,1400\nFeb-2025,-50\n" },
        { "Mar-25 where the run of months turns with the year", "month,value\nNov-24,1200\nDec-24,1300.5\nJan-25,1400\nFeb-25,-50\n" },
        { "11月-24, as a Chinese Excel shows it", "month,value\n11月-24,1200\n12月-24,1300.5\n1月-25,1400\n2月-25,-50\n" },
        { "day, month, year where one day is above 12", "month,value\n30/11/2024,1200\n01/12/2024,1300.5\n05/01/2025,1400\n28/02/2025,-50\n" },
        { "month, day, year where one day is above 12", "month,value\n11/30/2024,1200\n12/01/2024,1300.5\n01/05/2025,1400\n02/28/2025,-50\n" },
        { "serials of Excel", "month,value\n45597,1200\n45627,1300.5\n45658,1400\n45689,-50\n" },
        { "full-width digits and signs", "月份，数值\n２０２４－１１，１２００\n２０２４－１２，１３００．５\n２０２５－０１，１４００\n２０２５－０２，－５０\n" },
        { "a header with a full-width comma", "月份，数值\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "semicolons", "month;value\n2024-11;1200\n2024-12;1300.5\n2025-01;1400\n2025-02;-50\n" },
        { "sep= of Excel", "sep=;\nmonth;value\n2024-11;1200\n2024-12;1300.5\n2025-01;1400\n2025-02;-50\n" },
        { "tabs with commas of thousands", "month\tvalue\n2024-11\t1,200\n2024-12\t1,300.5\n2025-01\t1,400.00\n2025-02\t-50\n" },
        { "quotation marks everywhere", "\"month\",\"value\"\n\"2024-11\",\"1,200\"\n\"2024-12\",\"1,300.50\"\n\"2025-01\",\"1400\"\n\"2025-02\",\"-50\"\n" },
        { "line ends of an old Mac", "month,value\r2024-11,1200\r2024-12,1300.5\r2025-01,1400\r2025-02,-50\r" },
        { "a line end within quotation marks", "\"月\n份\",\"销售\r\n额\"\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "tabs that keep a text a text", "month,value\n2024-11\t,1200\t\n2024-12\t,1300.5\t\n2025-01\t,1400\t\n2025-02\t,-50\t\n" },
        { "=\"...\" that keeps a text a text", "month,value\n=\"2024-11\",1200\n=\"2024-12\",1300.5\n=\"2025-01\",1400\n=\"2025-02\",-50\n" },
        { "yuan signs", "month,value\n2024-11,￥1200\n2024-12,¥1300.50\n2025-01,1400元\n2025-02,-￥50\n" },
        { "currency codes", "month,value\n2024-11,\"CNY 1,200.00\"\n2024-12,\"RMB 1,300.50\"\n2025-01,人民币1400\n2025-02,CNY -50.00\n" },
        { "brackets for negatives", "month,value\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,(50)\n" },
        { "full-width brackets", "month,value\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,（50.00）\n" },
        { "a minus behind the number", "month,value\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,50.00-\n" },
        { "万 in cells", "month,value\n2024-11,0.12万\n2024-12,0.13005万元\n2025-01,0.14 万\n2025-02,-0.005万\n" },
        { "万元 in the header", "月份,销售额（万元）\n2024-11,0.12\n2024-12,0.13005\n2025-01,0.14\n2025-02,-0.005\n" },
        { "亿元 in the header", "月份,销售额[亿元]\n2024-11,0.000012\n2024-12,0.000013005\n2025-01,0.000014\n2025-02,-0.0000005\n" },
        { "a unit row of 万元", "月度销售,\n单位：万元,\n月份,销售额\n2024-11,0.12\n2024-12,0.13005\n2025-01,0.14\n2025-02,-0.005\n" },
        { "a unit row that ends in currency", ",金额单位：人民币元\n月份,销售额\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
        { "scientific notation", "month,value\n2024-11,1.2E+03\n2024-12,1.3005e3\n2025-01,14E2\n2025-02,-5e+1\n" },
        { "blanks between thousands", "month,value\n2024-11,1 200\n2024-12,1 300.5\n2025-01,1\u00A0400\n2025-02,-50\n" },
        { "totals", "月份,销售额\n2024-11,1200\n2024-12,1300.5\n2024年小计,2500.5\n2025-01,1400\n2025-02,-50\n2025年合计,1350\n合 计,3850.5\n" },
        { "empty rows and columns", "\n,,\n月份,,销售额\n\n2024-11,,1200\n,,\n2024-12,,1300.5\n2025-01,,1400\n2025-02,,-50\n,,\n" },
        { "a notes column", "月份,销售额,备注\n2024-11,1200,\n2024-12,1300.5,\"含补货, 见附件\"\n2025-01,1400,春节\n2025-02,-50,退货\n" },
        { "numbers of rows and documents", "序号,月份,销售额,凭证号\n1,2024-11,1200,记-001\n2,2024-12,1300.5,记-002\n3,2025-01,1400,记-003\n4,2025-02,-50,记-004\n" },
        { "columns that are computed", "月份,销售额,同比,环比%\n2024-11,1200,5.1%,\n2024-12,1300.5,4%,8.4\n2025-01,1400,-2%,7.7\n2025-02,-50,,\n" },
        { "quarter and financial year beside the month", "财年,季度,月份,销售额\nFY25,Q3,2024-11,1200\nFY25,Q3,2024-12,1300.5\nFY25,Q4,2025-01,1400\nFY25,Q4,2025-02,-50\n" },
        { "notes below", "月份,销售额\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n注：2月含退货,\n制表人：王某,\n" },
        { "the header again on each page", "月份,销售额\n2024-11,1200\n2024-12,1300.5\n月份,销售额\n2025-01,1400\n2025-02,-50\n" },
        { "a year of its own", "年份,月份,销售额\n2024,11月,1200\n2024年,12,1300.5\n2025,1月,1400\n2025年度,2,-50\n" },
        { "months across", "指标,2024-11,2024-12,2025-01,2025-02\n销售额,1200,1300.5,1400,-50\n" },
        { "months across with a total", "指标,2024年11月,2024年12月,2025年1月,2025年2月,合计\n销售额,1200,1300.5,1400,-50,3850.5\n合计,1200,1300.5,1400,-50,3850.5\n" },
        { "months across without a corner", ",2024-11,2024-12,2025-01,2025-02\n销售额,1200,1300.5,1400,-50\n" },
        { "Nov-24 across", "项目,Nov-24,Dec-24,Jan-25,Feb-25\n销售额,1200,1300.5,1400,-50\n" },
        { "one name beside every row", "指标,月份,数值\n销售额,2024-11,1200\n销售额,2024-12,1300.5\n销售额,2025-01,1400\n销售额,2025-02,-50\n" },
        { "trailing delimiters", "month,value,,\n2024-11,1200,,\n2024-12,1300.5,,\n2025-01,1400,,\n2025-02,-50,,\n" },
        { "bars", "month|value\n2024-11|1200\n2024-12|1300.5\n2025-01|1400\n2025-02|-50\n" },
        { "dashes of a word processor", "month,value\n2024–11,1200\n2024—12,1300.5\n2025‑01,1400\n2025-02,−50\n" },
        { "measure words", "月份,客户数\n2024-11,1200户\n2024-12,1300.5户\n2025-01,1400户\n2025-02,-50\n" },
        { "money of a unit row, not counts", "单位：万元,\n月份,客户数\n2024-11,1200\n2024-12,1300.5\n2025-01,1400\n2025-02,-50\n" },
    };

    /// <summary>Tables that are refused: with which one problem, in which column and line.</summary>
    public static TheoryData<string, string, string?, long?> Refused => new()
    {
        { "month,value\n2024-11,\"12,5\"\n2024-12,\"13,25\"\n", "table.decimalComma", "value", 2 },
        { "month;value\n2024-11;12,5\n2024-12;13,2\n", "table.decimalComma", "value", 2 },
        { "month;value\n2024-11;1,250\n2024-12;1,300\n", "table.decimalComma", "value", 2 },
        { "month,value\n2024-11,1.234.567\n", "table.decimalComma", "value", 2 },
        { "month,value\n2024-11,\"1.234,5\"\n", "table.decimalComma", "value", 2 },
        { "month,value\n2024-11,\"12,34,567\"\n", "table.notNumber", "value", 2 },
        { "month,value\n03/04/2024,1\n05/06/2024,2\n", "table.dateAmbiguous", "month", 2 },
        { "month,value\n24-03-04,1\n24-05-06,2\n", "table.dateAmbiguous", "month", 2 },
        { "month,value\nMar-25,1\nApr-25,2\nMay-25,3\n", "table.monthOrDay", "month", 2 },
        { "month,value\n25-Mar,1\n25-Apr,2\n", "table.monthOrDay", "month", 2 },
        { "month,value\n25-03,1\n25-04,2\n", "table.monthOrDay", "month", 2 },
        { "月份,销售额\n1月,1\n2月,2\n", "table.noYear", "月份", 2 },
        { "指标,1月,2月,3月\n销售额,1,2,3\n", "table.noYear", null, 1 },
        { "年份,月份,销售额\nFY25,1月,1\nFY25,2月,2\n", "table.notYear", "年份", 2 },
        { "月份,销售额\n2024,1\n2025,2\n", "table.yearOnly", "月份", 2 },
        { "月份,销售额\n2024Q1,1\n2024年第二季度,2\n2024年三季度,3\n", "table.otherPeriod", "月份", 2 },
        { "月份,销售额\n2024-13,1\n2024-14,2\n", "table.notMonth", "月份", 2 },
        { "月份,销售额\n,1\n2024-01,2\n", "table.noMonth", "月份", 2 },
        { "月份,销售额\n2024-01,1\n2024年1月,2\n", "table.monthTwice", "月份", 3 },
        { "月份,销售额,客户数\n2024-01,1,2\n", "table.rolesAmbiguous", null, 1 },
        { "月份,销售额,收入\n2024-01,1,2\n", "table.rolesAmbiguous", null, 1 },
        { "月份,分子,商机数\n2024-01,1,2\n", "table.rolesAmbiguous", null, 1 },
        { "月份,品类,销售额\n2024-01,饮片,1\n2024-02,中成药,1\n", "table.columnParts", "品类", 1 },
        { "月份,销售额,销售额\n2024-01,1,2\n", "table.columnTwice", "销售额", 1 },
        { "月份,,销售额\n2024-01,x,1\n", "table.columnUnnamed", null, 1 },
        { "月份,销售额\n2024-01,1,2\n2024-02,3\n", "table.cellsBeyond", null, 2 },
        { "月份,销售额\n2024-01,\"1\n2024-02,2\n", "table.quoteOpen", null, 2 },
        { "月份,销售额\n2024-01,1\"2\n2024-02,2\n", "table.quoteInside", null, 2 },
        { "月份,销售额\n2024-01,\"1\"2\n2024-02,2\n", "table.quoteInside", null, 2 },
        { "月份,转化率\n2024-01,25%\n2024-02,0.26\n", "table.percentMixed", "转化率", 3 },
        { "月份,金额\n2024-01,￥1\n2024-02,USD 2\n2024-03,$3\n", "table.currencyMixed", "金额", 3 },
        { "月份,时长\n2024-01,3天\n2024-02,2小时\n", "table.measureMixed", "时长", 3 },
        { "月份,销售额\n2024-01,#DIV/0!\n2024-02,2\n", "table.cellError", "销售额", 2 },
        { "月份,销售额\n2024-01,-\n2024-02,2\n", "table.dash", "销售额", 2 },
        { "月份,销售额\n2024-01,￥ -   \n2024-02,2\n", "table.dash", "销售额", 2 },
        { "月份,销售额\n2024-01,约100\n2024-02,2\n", "table.notNumber", "销售额", 2 },
        { "月份,销售额\n2024-01,N/A\n2024-02,2\n", "table.notNumber", "销售额", 2 },
        { "月份,销售额\n2024-01,1e999\n2024-02,2\n", "table.numberTooLarge", "销售额", 2 },
        { "月份,销售额\n2024-01,1e99\n2024-02,2\n", "table.outOfRange", "销售额", 2 },
        { "2024-01,1\n2024-02,2\n", "table.noHeader", null, 1 },
        { "月份,销售额\n", "table.noMonths", null, null },
        { "44927,45000\n44958,46000\n", "table.noHeader", null, 1 },
        { "", "table.empty", null, null },
        { "  \n\n", "table.empty", null, null },
        { "月份\n2024-01\n", "table.onlyMonth", null, 1 },
        { "销售额,客户\n1,2\n", "table.columnMissing", null, 1 },
        { "<html><table><tr><td>月份</td></tr></table></html>", "table.notTable", null, null },
        { "月份,销\uFFFD额\n2024-01,1\n", "table.damagedText", "销\uFFFD额", 1 },
        { "月份,销售额\n1900-01,1\n2101-01,2\n", "table.seriesTooLong", "月份", null },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Study_IsThePlainOne(string form, string csv)
    {
        StudyReading reading = StudyTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => English.Say(problem.Sentence))));
        Assert.Equal(new YearMonth(2024, 11), reading.Series!.Start);
        Assert.Equal(Plain, Values(reading.Series));
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Series_AreThePlainOne(string form, string csv)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => English.Say(problem.Sentence))));
        Assert.Equal(Plain, Values(Assert.Single(reading.Series)));
    }

    /// <summary>As bytes of every encoding that Excel, WPS and systems write.</summary>
    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("gb18030", false)]
    [InlineData("gb18030", true)]
    public void Encoding_DoesNotMatter(string name, bool hasMark)
    {
        Encoding encoding = name == "gb18030" ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : Encoding.GetEncoding(name);
        foreach (ITheoryDataRow row in Same)
        {
            string csv = (string)row.GetData()[1]!;
            byte[] mark = !hasMark ? [] : name == "gb18030" ? [0x84, 0x31, 0x95, 0x33] : encoding.GetPreamble();
            StudyReading reading = StudyTable.Read(new MemoryStream([.. mark, .. encoding.GetBytes(csv)]));
            Assert.True(reading.Problems.Count == 0, row.GetData()[0] + ": " + string.Join("; ", reading.Problems));
            Assert.Equal(Plain, Values(reading.Series!));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Study_IsRefusedOnce(string csv, string id, string? column, long? line)
    {
        StudyReading reading = StudyTable.Read(Utf8(csv));
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal((id, column, line), (problem.Message.Id, problem.Column, problem.Line));
        Assert.Null(reading.Series);
        Assert.DoesNotContain("table.", Chinese.Say(problem.Sentence), StringComparison.Ordinal);
        Assert.DoesNotContain("table.", English.Say(problem.Sentence), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("month,value\n03/04/2024,1\n05/05/2024,2\n", DateOrder.DayMonthYear, 4, 5)]
    [InlineData("month,value\n03/04/2024,1\n05/06/2024,2\n", DateOrder.MonthDayYear, 3, 5)]
    [InlineData("month,value\n24-03-04,1\n24-05-06,2\n", DateOrder.YearMonthDay, 3, 5)]
    [InlineData("month,value\nMar-24,1\nApr-24,2\nMay-24,3\n", DateOrder.DayMonthYear, 3, 5)]
    [InlineData("month,value\n24-Mar,1\n24-May,2\n", DateOrder.YearMonthDay, 3, 5)]
    [InlineData("month,value\n03-24,1\n05-24,2\n", DateOrder.MonthDayYear, 3, 5)]
    public void DateOrder_Settles(string csv, DateOrder order, int first, int last)
    {
        StudyReading reading = StudyTable.Read(Utf8(csv), null, new TableReadOptions { DateOrder = order });
        Assert.Empty(reading.Problems);
        Assert.Equal((new YearMonth(2024, first), new YearMonth(2024, last)), (reading.Start, reading.End));
    }

    [Fact]
    public void EqualProblems_AreOneWithItsPlaces()
    {
        string rows = string.Concat(Enumerable.Range(1, 9).Select(i => string.Create(CultureInfo.InvariantCulture, $"2024-0{i},\"{i},5\"\n")));
        TableRemark problem = Assert.Single(StudyTable.Read(Utf8("月份,销售额\n" + rows)).Problems);
        Assert.Equal(9, problem.Count);
        Assert.Equal([2, 3, 4, 5, 6], problem.Lines);
        Assert.Equal("“1,5”中的逗号是小数点还是千分位？小数请用点号，例如1234.5（共9处，前几处：第2行、第3行、第4行、第5行、第6行）", Chinese.Say(problem.Sentence));
    }

    /// <summary>KPIs of one column differ in kind; each is of one kind in itself.</summary>
    [Theory]
    [InlineData("指标,月份,数值\n赢单率,2024-01,25%\n回款周期（天）,2024-01,45天\n销售额,2024-01,￥1200\n赢单率,2024-02,26%\n回款周期（天）,2024-02,46天\n销售额,2024-02,1300\n")]
    [InlineData("指标,2024-01,2024-02\n赢单率,25%,26%\n回款周期,45天,46天\n销售额,1200元,1300元\n")]
    public void KpisOfSeveralKinds_StandInOneTable(string csv)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(["WinRate", "Dso", "销售额"], reading.Series.Select(series => series.Definition.Id));
        Assert.Equal([0.25, 0.26], Values(reading.Series[0]));
    }

    [Fact]
    public void OneKpiOfTwoKinds_IsAProblem()
    {
        TableRemark problem = Assert.Single(SeriesTable.Read(Utf8("指标,月份,数值\n赢单率,2024-01,25%\n销售额,2024-01,1200\n赢单率,2024-02,26\n")).Problems);
        Assert.Equal(("table.percentMixed", 4L), (problem.Message.Id, problem.Line));
    }

    [Fact]
    public void Units_AreSaid()
    {
        StudyReading reading = StudyTable.Read(Utf8("单位：万元,\n月份,销售额\n2024-11,0.12\n"));
        Assert.Equal(["表头以上的行不计入：单位：万元", "按注明的单位换算，数字乘以10,000"], reading.Notes.Select(note => Chinese.Say(note.Sentence)));
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static double[] Values(KpiSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? value : double.NaN)];
}
