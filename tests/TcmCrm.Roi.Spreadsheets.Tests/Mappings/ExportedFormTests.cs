using System.Globalization;
using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Tables as Excel, finance systems and banks leave them: subtotals, pivots, years down and months across, units in corners, titles and number formats. Read as the plain one, or asked with what settles it.</summary>
public class ExportedFormTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));
    private static readonly Language English = SpreadsheetTexts.In(Language.Of("en"));

    /// <summary>A form, the table, its series as kpi/segment:from=values, and the id of what is said, or null.</summary>
    public static TheoryData<string, string, string, string?> Read => new()
    {
        // Subtotals that have all that a row of data has.
        { "汇总 of Excel, across", "区域,2024-01,2024-02\n华东,1,2\n华南,3,4\n华东 汇总,1,2\n华南 汇总,3,4\n总计,4,6\n", "value/华东:2024-01=1,2; value/华南:2024-01=3,4", "table.totalRow" },
        { "汇总 without a blank", "区域,2024-01,2024-02\n华东,1,2\n华东汇总,1,2\n华南,3,4\n", "value/华东:2024-01=1,2; value/华南:2024-01=3,4", "table.totalRow" },
        { "a subtotal of two that begin with its name", "区域,2024-01,2024-02\n华东一部,1,2\n华东二部,3,4\n华东小计,4,6\n华南,3,4\n", "value/华东一部:2024-01=1,2; value/华东二部:2024-01=3,4; value/华南:2024-01=3,4", "table.totalRow" },
        { "Total of an English Excel", "Region,2024-01,2024-02\nEast,1,2\nEast Total,1,2\nWest,3,4\nGrand Total,4,6\n", "value/East:2024-01=1,2; value/West:2024-01=3,4", "table.totalRow" },
        { "汇总 below each other, with a month", "区域,月份,销售额\n华东,2024-01,1\n华东,2024-02,2\n华东 汇总,2024-02,3\n华南,2024-01,3\n华南,2024-02,4\n", "销售额/华东:2024-01=1,2; 销售额/华南:2024-01=3,4", "table.totalRow" },
        { "汇总 without a month", "区域,月份,销售额\n华东,2024-01,1\n华东,2024-02,2\n华东 汇总,,3\n华南,2024-01,3\n华南,2024-02,4\n华南汇总,,7\n总计,,10\n", "销售额/华东:2024-01=1,2; 销售额/华南:2024-01=3,4", "table.totalRow" },
        { "汇总 behind the month", "月份,区域,销售额\n2024-01,华东,1\n2024-02,华东,2\n2024-02,华东 汇总,3\n", "销售额/华东:2024-01=1,2", "table.totalRow" },
        { "2024年 汇总", "月份,销售额\n2024-01,1\n2024-02,2\n2024年 汇总,3\n2024 汇总,3\n汇总,3\n", "销售额:2024-01=1,2", "table.totalRow" },
        { "a KPI that ends as a total does", "指标,2024-01,2024-02\n费用,1,2\n费用合计,3,4\n", "费用:2024-01=1,2; 费用合计:2024-01=3,4", null },
        { "a region that no other row is part of", "区域,2024-01,2024-02\n华东,1,2\n西北汇总,3,4\n", "value/华东:2024-01=1,2; value/西北汇总:2024-01=3,4", null },

        // Years down, months across, whatever stands in the corner.
        { "年度\\月份", "2025年销售额,,\n年度\\月份,1月,2月\n2024,1,2\n2025,3,4\n", "数值:2024-01=1,2,,,,,,,,,,,3,4", "table.yearsDown" },
        { "an empty corner", "2025年销售额,,\n,1月,2月\n2024年,1,2\n2025年,3,4\n", "数值:2024-01=1,2,,,,,,,,,,,3,4", "table.yearsDown" },
        { "a unit in the corner", "2023-2025年销售额,,\n万元,1月,2月\n2024年,1,2\n2025年,3,4\n", "数值:2024-01=10000,20000,,,,,,,,,,,30000,40000", "table.scaled" },
        { "any name in the corner", "项目,1月,2月\n2024年度,1,2\n2025年度,3,4\n合计,4,6\n", "数值:2024-01=1,2,,,,,,,,,,,3,4", "table.totalRow" },
        { "one year", "销售额（万元）,,\n年/月,1月,2月\n2025年,3,4\n", "数值:2025-01=30000,40000", "table.scaled" },
        { "numbers of months", "2025年,,\n年份/月份,1,2,3\n2024,1,2,3\n2025,3,4,5\n", "数值:2024-01=1,2,3,,,,,,,,,,3,4,5", "table.yearsDown" },
        { "quarters, the year and growth beside", "年度,1月,2月,一季度,全年,同比\n2024年,1,2,3,3,5%\n2025年,3,4,7,7,5%\n", "数值:2024-01=1,2,,,,,,,,,,,3,4", "table.columnPassed" },
        { "months down, years across", "月份\\年度,2024年,2025年\n1月,1,3\n2月,2,4\n合计,3,7\n", "数值:2024-01=1,2,,,,,,,,,,,3,4", "table.yearsAcross" },
        { "months down, an empty corner", ",2024年,2025年\n1月,1,3\n2月,2,4\n", "数值:2024-01=1,2,,,,,,,,,,,3,4", "table.yearsAcross" },

        // Units in the corner and in titles.
        { "万元 in the corner", "万元,2024-01,2024-02\n销售额,1,2\n", "销售额:2024-01=10000,20000", "table.scaled" },
        { "（万元） in the corner", "（万元）,2024-01,2024-02\n销售额,1,2\n", "销售额:2024-01=10000,20000", "table.scaled" },
        { "单位：万元 in the corner", "单位：万元,2024-01,2024-02\n销售额,1,2\n订单数,3,4\n", "销售额:2024-01=10000,20000; Orders:2024-01=3,4", "table.unitNotFor" },
        { "指标（万元） in the corner", "指标（万元）,2024-01,2024-02\n销售额,1,2\n", "销售额:2024-01=10000,20000", "table.scaled" },
        { "the unit behind the numbers of the rows", "序号,单位：千元,2024-01,2024-02\n1,销售额,1,2\n", "销售额:2024-01=1000,2000", "table.scaled" },
        { "RMB'000 in the corner", "RMB'000,2024-01,2024-02\nsales,1,2\n", "sales:2024-01=1000,2000", "table.scaled" },
        { "a title with 金额：万元 in brackets", "2024年经营表（金额：万元）,,\n指标,2024-01,2024-02\n销售额,1,2\n毛利率,30%,31%\n", "销售额:2024-01=10000,20000; GrossMarginRate:2024-01=0.3,0.31", "table.scaled" },
        { "a title with 万元 behind a colon", "销售月报  金额：万元,\n月份,销售额\n2024-01,1\n2024-02,2\n", "销售额:2024-01=10000,20000", "table.scaled" },
        { "a title with 万元 in brackets inside", "销售月报（万元）——仁和堂,\n月份,销售额\n2024-01,1\n2024-02,2\n", "销售额:2024-01=10000,20000", "table.scaled" },
        { "a title with an amount", "年度目标：1200万元,\n月份,销售额\n2024-01,1\n2024-02,2\n", "销售额:2024-01=1,2", "table.aboveHeader" },

        // Pivots.
        { "行标签 above months", "求和项:销售额,\n行标签,汇总\n2024年1月,1\n2024年2月,2\n总计,3\n", "销售额:2024-01=1,2", null },
        { "行标签 with years above their months", "求和项:销售额,\n行标签,汇总\n2024年,3\n1月,1\n2月,2\n2025年,7\n1月,3\n2月,4\n总计,10\n", "销售额:2024-01=1,2,,,,,,,,,,,3,4", "table.totalRow" },
        { "行标签 with years and quarters", "行标签,求和项:销售额\n2024年,3\n第一季,3\n1月,1\n2月,2\n总计,3\n", "销售额:2024-01=1,2", "table.totalRow" },
        { "列标签 with regions", "求和项:金额,列标签,,\n行标签,华东,华南,总计\n2024年1月,1,3,4\n2024年2月,2,4,6\n总计,3,7,10\n", "华东:2024-01=1,2; 华南:2024-01=3,4", "table.columnPassed" },
        { "labels that stand once", "年份,月份,求和项:销售额(万元)\n2024,1,1\n,2,2\n2024 汇总,,3\n2025,1,3\n,2,4\n2025 汇总,,7\n总计,,10\n", "销售额:2024-01=10000,20000,,,,,,,,,,,30000,40000", "table.pivotFilled" },
        { "an outline with totals above", "年份,月份,求和项:销售额\n2024,,3\n,1,1\n,2,2\n2025,,7\n,1,3\n,2,4\n总计,,10\n", "销售额:2024-01=1,2,,,,,,,,,,,3,4", "table.totalRow" },
        { "regions that stand once", "区域,月份,求和项:销售额\n华东,2024-01,1\n,2024-02,2\n华东 汇总,,3\n华南,2024-01,3\n,2024-02,4\n", "销售额/华东:2024-01=1,2; 销售额/华南:2024-01=3,4", "table.pivotFilled" },
        { "a pivot in English", "Row Labels,Sum of sales\n2024-01,1\n2024-02,2\nGrand Total,3\n", "sales:2024-01=1,2", null },
        { "phases above months", "指标,上线前,,上线后\n,2024-01,2024-02,2024-03\n销售额,1,2,3\n", "销售额:2024-01=1,2,3", "table.namesAbove" },
    };

    /// <summary>Tables that are asked about, with the id and the line.</summary>
    public static TheoryData<string, string, long> Asked => new()
    {
        { "2023-2025年销售额,\n月份,销售额\n1月,1\n2月,2\n", "table.noYear", 3 },
        { "2023—2025年销售额,\n月份,销售额\n1月,1\n2月,2\n", "table.noYear", 3 },
        { "2023至2025年销售额,\n月份,销售额\n1月,1\n2月,2\n", "table.noYear", 3 },
        { "2023、2024年销售额,\n月份,销售额\n1月,1\n2月,2\n", "table.noYear", 3 },
        { "2024/2025年度销售额,\n月份,销售额\n1月,1\n2月,2\n", "table.noYear", 3 },
        { "2024年7月-2025年6月销售额,\n月份,销售额\n7月,1\n8月,2\n", "table.noYear", 3 },
        { "2025年,,\n万元,1月,2月\n2024年销售,1,2\n2025年,3,4\n", "table.noYear", 2 },
        { "行标签,求和项:销售额\n华东,3\n2024-01,1\n2024-02,2\n", "table.pivotLabels", 1 },
        { "行标签,求和项:销售额\n2024年,3\n华东,1\n华南,2\n", "table.pivotLabels", 1 },
        { "2024-01,2024-02\n1,2\n3,4\n", "table.rowsWithoutName", 3 },
        { "销售月报（元）,,\n单位：万元,2024-01,2024-02\n销售额,1,2\n", "table.unitsDiffer", 2 },
    };

    /// <summary>Flows: a form, the table, and either the flows or the ids of what is asked, each with its column.</summary>
    public static TheoryData<string, string, string> Flows => new()
    {
        { "phases above periods", "现金流量表,,,,单位：万元\n序号,项目,合计,建设期,运营期,\n,,,第0年,第1年,第2年\n1,现金流入,22,0,10,12\n2,现金流出,25,20,2,3\n3,净现金流量,-3,-20,8,9\n", "-200000 80000 90000" },
        { "phases above years", "项目,建设期,运营期,\n,2024,2025,2026\nA,-20,8,9\n", "-20 8 9" },
        { "phases above each period", "项目,建设期,运营期,运营期\n,2024年,2025年,2026年\nA,-20,8,9\n", "-20 8 9" },
        { "phases above an own header", ",建设期,运营期,\n项目,第0年,第1年,第2年\nA,-20,8,9\n", "-20 8 9" },
        { "a title with the unit above numbers of periods", "现金流量表,,,单位：万元\n项目,0,1,2\nA,-20,8,9\n", "-200000 80000 90000" },
        { "posting date", "Posting date,Amount in LC,Text\n2024-01-01,-20,licence\n2024-12-31,8,saving\n", "-20 8" },
        { "a balance beside", "日期,流入,流出,余额\n2024-01-01,,20,80\n2024-12-31,8,,88\n", "-20 8" },
        { "a direction beside both ways", "日期,流入,流出,方向,余额\n2024-01-01,,20,贷,80\n2024-12-31,8,,借,88\n", "-20 8" },
        { "debit and credit", "日期,摘要,借方金额,贷方金额,方向,余额\n2024-01-01,x,,20,贷,80\n2024-12-31,y,8,,借,88\n", "table.debitOrCredit@借方金额 table.debitOrCredit@贷方金额" },
        { "Debit and Credit", "Posting date,Document no.,Debit,Credit,Text\n2024-01-01,1,20,,licence\n", "table.debitOrCredit@Debit table.debitOrCredit@Credit" },
        { "debit and credit with a unit", "日期,借方（元）,贷方（元）\n2024-01-01,,20\n", "table.debitOrCredit@借方（元） table.debitOrCredit@贷方（元）" },
        { "a direction", "日期,方向,金额\n2024-01-01,支出,20\n2024-12-31,收入,8\n", "table.inOrOut@方向" },
        { "收/支", "日期,收/支,金额（元）\n2024-01-01,支,20\n2024-12-31,收,8\n", "table.inOrOut@收/支" },
        { "D/C", "Posting date,Amount,D/C,Text\n2024-01-01,20,S,licence\n2024-12-31,8,H,saving\n", "table.inOrOut@D/C" },
    };

    /// <summary>Dates: the column, the order that is given, and the dates or the id of what is asked.</summary>
    public static TheoryData<string, DateOrder?, string> Dates => new()
    {
        { "2025/5/1|13/01/2025|2025/12/6", null, "table.datesTurned" },
        { "2025/5/1|13/01/2025|2025/12/6", DateOrder.DayMonthYear, "2025-01-05 2025-01-13 2025-06-12" },
        { "2025/5/1|13/01/2025|2025/12/6", DateOrder.YearMonthDay, "2025-05-01 2025-01-13 2025-12-06" },
        { "2025/5/1|01/13/2025", null, "table.datesTurned" },
        { "2025/5/1|01/13/2025", DateOrder.MonthDayYear, "2025-01-05 2025-01-13" },
        { "2025-05-01|13/01/2025 10:22", null, "table.datesTurned" },
        { "2025/5/1|2025/5/13|13/01/2025", null, "2025-05-01 2025-05-13 2025-01-13" },
        { "05/01/2025|13/01/2025", null, "2025-01-05 2025-01-13" },
        { "2025/5/1|2025/5/2", DateOrder.DayMonthYear, "2025-05-01 2025-05-02" },
        { "2025/5/13|13/01/2025", DateOrder.DayMonthYear, "2025-05-13 2025-01-13" },
        { "2025/5/1|05/06/2025|13/06/2025", null, "2025-05-01 2025-06-05 2025-06-13" },
    };

    /// <summary>The header, the number format and the stored number; what it is read as, or the id of what is asked.</summary>
    public static TheoryData<string, string, string, string> Formats => new()
    {
        { "销售额（万元）", "0!.0,", "1000000", "1000000" },
        { "销售额（万元）", "0\\.0,", "1000000", "1000000" },
        { "销售额（万元）", "0&quot;.&quot;0,", "1000000", "1000000" },
        { "销售额（万元）", "#,##0!.0000", "1000000", "1000000" },
        { "销售额（万元）", "0!.0,&quot;万&quot;", "1000000", "1000000" },
        { "销售额（千元）", "#,##0,", "1000000", "1000000" },
        { "销售额（千元）", "#,##0.0,_ ", "1000000", "1000000" },
        { "销售额（百万元）", "#,##0.0,,", "1000000", "1000000" },
        { "销售额", "0!.0,", "1000000", "1000000" },
        { "销售额（万元）", "#,##0.00", "100", "1000000" },
        { "销售额（万元）", "0.0&quot;万元&quot;", "100", "1000000" },
        { "销售额（万元）", "#,##0,", "1000000", "table.scaleOfFormat" },
        { "销售额（元）", "#,##0,", "1000000", "table.scaleOfFormat" },
        { "销售额（万元）", "#,##0,", "0", "0" },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void Form_IsRead(string form, string csv, string series, string? said)
    {
        SeriesReading reading = SeriesTable.Read(Utf8(csv));
        Assert.True(reading.Problems.Count == 0, form + ": " + string.Join("; ", reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
        Assert.Equal(series, string.Join("; ", reading.Series.Select(Text)));
        Assert.True(said is null || reading.Notes.Any(note => note.Message.Id == said), form + ": " + string.Join(" ", reading.Notes.Select(note => note.Message.Id)));
        Assert.All(reading.Notes, note => Assert.DoesNotContain("{", Chinese.Say(note.Sentence) + English.Say(note.Sentence), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void Form_IsAskedOnce(string csv, string id, long line)
    {
        foreach (IReadOnlyList<TableRemark> problems in new[] { SeriesTable.Read(Utf8(csv)).Problems, StudyTable.Read(Utf8(csv)).Problems })
        {
            TableRemark problem = Assert.Single(problems);
            Assert.Equal((id, line), (problem.Message.Id, problem.Line));
            Assert.DoesNotContain("{", Chinese.Say(problem.Sentence) + English.Say(problem.Sentence), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Study_LeavesSubtotalsOut()
    {
        StudyReading reading = StudyTable.Read(Utf8("区域,2024-01,2024-02\n华东一部,1,2\n华东二部,3,4\n华东 汇总,4,6\n华南,3,4\n"));
        Assert.Empty(reading.Problems);
        Assert.Equal("华东一部 华东二部 华南", string.Join(" ", reading.Segments.Select(segment => segment.Series!.Segment)));
        reading = StudyTable.Read(Utf8("区域,月份,销售额\n华东,2024-01,1\n华东,2024-02,2\n华东 汇总,2024-01,1\n华南,2024-01,3\n华南,2024-02,4\n华南小计,,7\n"));
        Assert.Empty(reading.Problems);
        Assert.Equal("华东 华南", string.Join(" ", reading.Segments.Select(segment => segment.Series!.Segment)));
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void Flows_AreReadOrAsked(string form, string csv, string expected)
    {
        CashFlowReading reading = CashFlowTable.Read(Utf8(csv));
        string got = reading.Problems.Count > 0
            ? string.Join(" ", reading.Problems.Select(problem => problem.Message.Id + "@" + problem.Column))
            : string.Join(" ", Assert.Single(reading.Series).Amounts.Select(amount => amount.ToString("G12", CultureInfo.InvariantCulture)));
        Assert.True(expected == got, form + ": " + got + string.Concat(reading.Problems.Select(problem => Chinese.Say(problem.Sentence))));
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void TurnedDates_AreAskedOrTurnedBack(string column, DateOrder? order, string expected)
    {
        var options = new TableReadOptions { DateOrder = order };
        string[] cells = column.Split('|');
        CashFlowReading reading = CashFlowTable.Read(Utf8("日期,金额\n" + string.Concat(cells.Select((cell, i) => cell + "," + (i + 1) + "\n"))), options);
        if (expected.StartsWith("table.", StringComparison.Ordinal))
        {
            TableRemark problem = Assert.Single(reading.Problems);
            Assert.Equal(expected, problem.Message.Id);
            Assert.Contains("--date-order", Chinese.Say(problem.Sentence), StringComparison.Ordinal);
            return;
        }

        Assert.Empty(reading.Problems);
        Assert.Equal(expected, string.Join(" ", Assert.Single(reading.Series).Dates!.Select(date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))));
    }

    /// <summary>Date cells of a workbook show the trace too: what was a text in the export is a date of the wrong month.</summary>
    [Fact]
    public void TurnedDates_OfAWorkbook_AreAsked()
    {
        byte[] file = new SheetFile { Styles = Styles("yyyy/m/d") }.Sheet("1", SheetFile.Rows("日期|金额", "D:45778|1", "13/01/2025|2", "D:45996|3")).Bytes();
        Assert.Equal("table.datesTurned", Assert.Single(CashFlowTable.Read(new MemoryStream(file)).Problems).Message.Id);
        CashFlowReading reading = CashFlowTable.Read(new MemoryStream(file), new TableReadOptions { DateOrder = DateOrder.DayMonthYear });
        Assert.Equal("2025-01-05 2025-01-13 2025-05-12", string.Join(" ", reading.Series[0].Dates!.Select(date => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture))));
        Assert.Contains(reading.Notes, note => note.Message.Id == "table.datesTurned.back");
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void ShownScale_IsWhatTheUnitIsOf(string header, string format, string stored, string expected)
    {
        foreach (string[] rows in new[]
        {
            new[] { "月份|" + header, "2024-01|D:" + stored, "2024-02|D:" + stored },
            ["指标|2024-01|2024-02", header + "|D:" + stored + "|D:" + stored],
            ["年度|1月|2月", "2024|D:" + stored + "|D:" + stored],
        })
        {
            // A year in each row has no name of its own: the unit stands in a title.
            string[] all = rows[0].StartsWith("年度", StringComparison.Ordinal) ? [header, .. rows] : rows;
            SeriesReading reading = SeriesTable.Read(new MemoryStream(new SheetFile { Styles = Styles(format) }.Sheet("1", SheetFile.Rows(all)).Bytes()));
            if (expected.StartsWith("table.", StringComparison.Ordinal))
            {
                Assert.All(reading.Problems, problem => Assert.Equal(expected, problem.Message.Id));
                Assert.NotEmpty(reading.Problems);
                continue;
            }

            Assert.Empty(reading.Problems);
            Assert.Equal(expected + " " + expected, string.Join(" ", Assert.Single(reading.Series).ObservedValues.Select(value => value.ToString("G12", CultureInfo.InvariantCulture))));
            bool isTaken = reading.Notes.Any(note => note.Message.Id == "table.scaled");
            bool isShown = reading.Notes.Any(note => note.Message.Id == "table.scaled.shown");
            Assert.False(isTaken && isShown, header + " " + format);
        }
    }

    private static string Styles(string format) =>
        $"<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"{format}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

    private static string Text(KpiSeries series)
    {
        string name = series.Definition.Id + (series.Segment.Length == 0 ? string.Empty : "/" + series.Segment);
        return name + ":" + series.Start.ToString("uuuu-MM", CultureInfo.InvariantCulture) + "=" + string.Join(",", Enumerable.Range(0, series.Count)
            .Select(i => series.TryGetValue(i, out double value) ? value.ToString("G12", CultureInfo.InvariantCulture) : string.Empty));
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
