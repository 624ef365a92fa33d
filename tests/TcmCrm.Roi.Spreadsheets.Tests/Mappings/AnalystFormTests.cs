using System.Globalization;
using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>What analysts leave in tables beside the numbers: marks of footnotes, forecasts, joint months, totals, second tables, running totals. Read and said, or asked with the choice that settles it.</summary>
public class AnalystFormTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    /// <summary>A form, the table, its only series, and the id of what is said, or null.</summary>
    public static TheoryData<string, string, string, string?> Read => new()
    {
        { "a star behind a number", "月份,销售额\n2024-01,123*\n2024-02,130\n", "123 130", "table.footnote" },
        { "a circled number behind one", "月份,销售额\n2024-01,123①\n2024-02,130\n", "123 130", "table.footnote" },
        { "a number in brackets behind one", "月份,销售额\n2024-01,123[1]\n2024-02,130\n", "123 130", "table.footnote" },
        { "a raised two", "月份,销售额\n2024-01,123²\n2024-02,130\n", "123 130", "table.footnote" },
        { "a star behind a month", "月份,销售额\n2024-01*,123\n2024年2月①,130\n", "123 130", "table.footnote" },
        { "负", "月份,利润\n2024-01,负123\n2024-02,130\n", "-123 130", null },
        { "a unit behind brackets", "月份,利润\n2024-01,(12.5)万\n2024-02,（3.2万）\n", "-125000 -32000", null },
        { "元月", "月份,销售额\n2024年元月,123\n2024年2月,130\n", "123 130", null },
        { "days of the week", "月份,销售额\n2024-01-31 星期三,123\n2024-02-29 周四,130\n", "123 130", null },
        { "from the first to the last of a month", "月份,销售额\n2024-01-01~2024-01-31,123\n2024/2/1至2024/2/29,130\n", "123 130", null },
        { "marked as actual", "月份,销售额\n2024-01A,123\n2024-02（实际）,130\n", "123 130", null },
        { "marked as actual, across", "指标,2024-01A,2024-02A\n销售额,123,130\n", "123 130", null },
        { "the year of the title", "2024年销售统计,\n月份,销售额\n1月,123\n2月,130\n", "123 130", "table.yearOfTitle" },
        { "the year of the title, numbers of months", "2024年度,\n月份,销售额\n1,123\n2,130\n", "123 130", "table.yearOfTitle" },
        { "the year of the title, across", "2024年销售统计,,\n制表日期：2025年1月5日,,\n指标,1月,2月\n销售额,123,130\n", "123 130", "table.yearOfTitle" },
        { "a quarter beside its months", "指标,2024年1月,2024年2月,2024年一季度,2024年\n销售额,123,130,400,1500\n", "123 130", "table.columnPassed" },
        { "a running total beside months", "指标,2024年1月,2024年2月,2024年1-2月累计,占比\n销售额,123,130,253,100%\n", "123 130", "table.columnPassed" },
        { "同比 behind each month", "指标,2024年1月,同比,2024年2月,同比\n销售额,123,5%,130,6%\n", "123 130", "table.columnPassed" },
        { "同比 twice in a table of months", "月份,销售额,同比,同比\n2024-01,123,5%,6%\n2024-02,130,5%,6%\n", "123 130", "table.columnPassed" },
        { "rows of growth below", "月份,销售额\n2024-01,123\n2024-02,130\n同比,5%\n环比增长,6%\n较上年增长,3%\n", "123 130", "table.noteRow" },
        { "who made it, in two cells", "月份,销售额\n2024-01,123\n2024-02,130\n制表人：张三,审核人：李四\n", "123 130", "table.noteRow" },
        { "a row of dashes", "月份,销售额\n2024-01,123\n——,——\n2024-02,130\n", "123 130", null },
        { "a code that is the same in every row", "月份,门店编码,销售额\n2024-01,0012,123\n2024-02,0012,130\n", "123 130", "table.columnConstant" },
    };

    /// <summary>Tables that are asked about, with the id and the line.</summary>
    public static TheoryData<string, string, long> Asked => new()
    {
        { "月份,销售额\n2024年1-2月,240\n2024年3月,130\n", "table.severalMonths", 2 },
        { "月份,销售额\n2024年1—2月份,240\n2024年3月,130\n", "table.severalMonths", 2 },
        { "月份,销售额\n1-2月,240\n1-3月,370\n", "table.severalMonths", 2 },
        { "月份,销售额\n2024年1、2月,240\n2024年3月,130\n", "table.severalMonths", 2 },
        { "月份,销售额\n2024-01至2024-02,240\n2024-03,130\n", "table.severalMonths", 2 },
        { "月份,销售额\n2024-11,240\n全年,130\n", "table.severalMonths", 3 },
        { "月份,销售额\n2024年上半年,240\n2024年下半年,130\n", "table.severalMonths", 2 },
        { "月份,销售额\n2024-11,240\n2024-12E,130\n", "table.forecastMonth", 3 },
        { "月份,销售额\n2024-11,240\n2024年12月预测,130\n", "table.forecastMonth", 3 },
        { "月份,销售额\n2024-11,240\n2024年12月（预算）,130\n", "table.forecastMonth", 3 },
        { "指标,2024-11,2024-12F\n销售额,240,130\n", "table.forecastMonth", 1 },
        { "指标,2024-01,,2024-02,\n,实际,预算,实际,预算\n销售额,120,110,130,125\n", "table.columnsOfMonth", 1 },
        { "月份,销售额\n2024-11,△240\n2024-12,130\n", "table.triangle", 2 },
        { "月份,销售额\n2024-11,240▲\n2024-12,130↓\n", "table.triangle", 2 },
        { "月份,销售额\n2024-01,10\n2024-02,12\n\n月份,客户数\n2024-01,300\n2024-02,310\n", "table.secondTable", 5 },
        { "月份,销售额\n2024-01-01,10\n2024-01-08,12\n2024-02-05,12\n", "", 3 },
        { "月份,转化率\n2024-01,25/100\n2024-02,三成\n", "table.notNumber", 2 },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Form_IsRead(string form, string csv, string values, string? said)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        StudyReading study = StudyTable.Read(Utf8(csv));
        foreach ((IReadOnlyList<TableRemark> problems, IReadOnlyList<TableRemark> notes, KpiSeries? series) in new[] { (reading.Problems, reading.Notes, reading.Series.SingleOrDefault()), (study.Problems, study.Notes, study.Series) })
        {
            Assert.True(problems.Count == 0, form + ": " + string.Join("; ", problems.Select(problem => Chinese.Say(problem.Sentence))));
            Assert.Equal(values, string.Join(" ", series!.ObservedValues.Select(value => value.ToString("G12", CultureInfo.InvariantCulture))));
            Assert.Equal(new NodaTime.YearMonth(2024, 1), series.Start);
            Assert.True(said is null || notes.Any(note => note.Message.Id == said), form);
        }
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void Form_IsAskedOnce(string csv, string id, long line)
    {
        foreach (IReadOnlyList<TableRemark> problems in new[] { StudyTable.Read(Utf8(csv)).Problems, SeriesTable.Read(Utf8(csv)).Problems })
        {
            TableRemark problem = Assert.Single(problems);
            Assert.Equal(line, problem.Line);
            string text = Chinese.Say(problem.Sentence);
            Assert.Contains("请", text, StringComparison.Ordinal);
            Assert.True(id.Length == 0 || problem.Message.Id == id, text);
        }
    }

    /// <summary>A running total is told by its name and by how it runs; growth within a year and a season are none.</summary>
    [Theory]
    [InlineData("累计销售额", new double[] { 10, 22, 30 }, "table.runningTotal.note")]
    [InlineData("年初至今销售额", new double[] { 10, 22, 30 }, "table.runningTotal.note")]
    [InlineData("销售额", new double[] { 10, 19, 31, 42, 50, 61, 72, 85, 96, 104, 117, 130, 11, 20 }, "table.looksCumulative")]
    [InlineData("销售额", new double[] { 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 15, 16 }, null)]
    [InlineData("销售额", new double[] { 10, 19, 31, 42, 50, 61, 72, 85, 96, 104, 103, 130, 11, 20 }, null)]
    public void RunningTotal_IsTold(string name, double[] values, string? id)
    {
        string csv = "指标,月份,数值\n" + string.Concat(values.Select((value, i) => string.Format(CultureInfo.InvariantCulture, "{0},{1}-{2:00},{3}\n", name, 2023 + (i / 12), (i % 12) + 1, value)));
        string[] told = [.. SeriesTable.Read(Utf8(csv)).Notes.Select(note => note.Message.Id).Where(said => said is "table.runningTotal.note" or "table.looksCumulative")];
        Assert.Equal(id is null ? [] : [id], told);
    }

    /// <summary>A segment that is the sum of the others, whatever it is called, is no segment: the total would be twice as large.</summary>
    [Theory]
    [InlineData("合计", 30, true)]
    [InlineData("全国", 31, true)]
    [InlineData("大盘", 30, true)]
    [InlineData("线上", 31, false)]
    public void SegmentThatIsTheTotal_IsLeftOut(string name, double value, bool isTotal)
    {
        string csv = "月份,渠道,销售额\n" + string.Concat(Enumerable.Range(1, 4).Select(month => string.Format(CultureInfo.InvariantCulture, "2024-0{0},直营,10\n2024-0{0},经销,20\n2024-0{0},{1},{2}\n", month, name, value)));
        StudyReading reading = StudyTable.Read(Utf8(csv));
        Assert.Empty(reading.Problems);
        Assert.Equal(isTotal ? 2 : 3, reading.Segments.Count);
        Assert.Equal(isTotal, reading.Notes.Any(note => note.Message.Id == "table.totalSegment"));
    }

    /// <summary>A rate of a host's own without a per cent sign is compared as a number, which is said.</summary>
    [Fact]
    public void RateWithoutPerCent_IsToldToBeANumber()
    {
        StudyReading reading = StudyTable.Read(Utf8("月份,复诊率\n2024-01,25\n2024-02,26\n"));
        Assert.Equal(SeriesKind.Level, reading.Kind);
        Assert.Contains("“复诊率”没有百分号，按一般数值比较；如为百分数，请在表头写明“（%）”", reading.Notes.Select(note => Chinese.Say(note.Message)));
        Assert.Equal(SeriesKind.Ratio, StudyTable.Read(Utf8("月份,复诊率（%）\n2024-01,25\n2024-02,26\n")).Kind);
    }

    /// <summary>A file that was put behind itself counts every flow twice, and is asked; two invoices that are alike are told.</summary>
    [Fact]
    public void FlowsTwice_AreAskedOrTold()
    {
        CashFlowReading whole = CashFlowTable.Read(Utf8("项目,日期,金额\n甲,2026-01-01,-100\n甲,2027-01-01,120\n甲,2026-01-01,-100\n甲,2027-01-01,120\n乙,2026-01-01,-5\n乙,2027-01-01,6\n"));
        Assert.Equal("“甲”的全部现金流都重复出现；请删除重复的行", Chinese.Say(Assert.Single(whole.Problems).Message));
        Assert.Equal([true, false], whole.Series.Select(one => one.Error is not null));

        CashFlowReading one = CashFlowTable.Read(Utf8("项目,日期,金额\n甲,2026-01-01,-50\n甲,2026-01-01,-50\n甲,2027-01-01,120\n"));
        Assert.Empty(one.Problems);
        Assert.Contains(one.Notes, note => note.Message.Id == "table.flowTwice");
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
