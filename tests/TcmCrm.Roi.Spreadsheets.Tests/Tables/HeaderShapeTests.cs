using System.Text;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Spreadsheets.Tests.Workbooks;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Tables;

/// <summary>Years and months that stand apart, as reports in Excel have them.</summary>
public class HeaderShapeTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    [Theory]
    [InlineData("指标,2024年,,2025年,\n,1月,2月,1月,2月\n销售额,1,2,3,4\n")]
    [InlineData("指标,2024,,2025,\n,1月,2月,1月,2月\n销售额,1,2,3,4\n")]
    [InlineData("年度,2024年,,2025年,\n月份,1月,2月,1月,2月\n销售额,1,2,3,4\n")]
    [InlineData("仁和堂销售月报\n指标,2024年,,,2025年,,\n,1月,2月,合计,1月,2月,合计\n销售额,1,2,3,3,4,7\n")]
    [InlineData("指标,年份,1月,2月,合计\n销售额,2024,1,2,3\n销售额,2025,3,4,7\n")]
    [InlineData("指标,年份,1月,2月\n销售额,2024年,1,2\n销售额,,3,4\n", false)]
    [InlineData("年份,1月,2月\n2025,3,4\n2024,1,2\n合计,4,6\n")]
    [InlineData("月份,2024年,2025年\n1月,1,3\n2月,2,4\n合计,3,7\n")]
    [InlineData("月份,2024年,2025年\n一月,1,3\n二月,2,4\n\n注：含税,,\n")]
    public void YearsApart_AreReadAsMonths(string text, bool isRead = true)
    {
        StudyReading study = StudyTable.Read(Csv(text));
        SeriesReading trend = SeriesTable.Read(Csv(text));
        Assert.Equal(isRead, study.Problems.Count == 0);
        Assert.Equal(isRead, trend.Problems.Count == 0);
        if (!isRead)
        {
            return;
        }

        Assert.Equal(new YearMonth(2024, 1), study.Start);
        Assert.Equal(new YearMonth(2025, 2), study.End);
        double?[] expected = [1, 2, .. new double?[10], 3, 4];
        Assert.Equal(expected, Values(study.Series!));
        Assert.Equal(expected, Values(Assert.Single(trend.Series)));
        Assert.Contains(study.Notes, note => note.Message.Id is "table.yearsAbove" or "table.yearsDown" or "table.yearsAcross");
    }

    [Fact]
    public void MonthsToCome_AreNoGapAtTheEnd()
    {
        StudyReading study = StudyTable.Read(Csv("年份,1月,2月,3月\n2024,1,2,3\n2025,4,,\n"));
        Assert.Equal(new YearMonth(2025, 1), study.End);
    }

    [Fact]
    public void MergedYearsOfAWorkbook_StandAboveTheirMonths()
    {
        StudyReading study = StudyTable.Read(new MemoryStream(new SheetFile().Sheet("s", SheetFile.Rows("指标|2024年||2025年|", "|1月|2月|1月|2月", "销售额|1|2|3|4")).Bytes()));
        Assert.Empty(study.Problems);
        Assert.Equal(new YearMonth(2025, 2), study.End);
    }

    [Theory]
    [InlineData("年,月,销售额\n2024,1,5\n2024,2,6\n")]
    [InlineData("年份,月份,销售额\n2024年,1月,\n2024年,2月,3\n2024年,3月,4\n")]
    public void YearAndMonthInColumns_AreNoHeaderOfYears(string text)
    {
        StudyReading study = StudyTable.Read(Csv(text));
        Assert.Empty(study.Problems);
        Assert.Equal(new YearMonth(2024, 1), study.Start);
    }

    [Fact]
    public void AMonthTwice_IsAProblemAtItsRow()
    {
        StudyReading study = StudyTable.Read(Csv("年份,1月,2月\n2024,1,2\n2024,3,4\n"));
        Assert.Equal("2024年1月重复出现，首次在第2行；请每月只留一行（按日或按周的数据请先按月汇总）（共2处：第3行）", Chinese.Say(Assert.Single(study.Problems).Sentence));
    }

    [Fact]
    public void AnEmptyYear_SaysWhyAndWhatToDo() => Assert.Equal(
        "为空；请逐行填写年份（合并单元格另存为CSV后只有首行有值），或直接使用xlsx", Chinese.Say(Assert.Single(StudyTable.Read(Csv("年份,月份,销售额\n2024,1月,1\n,2月,2\n")).Problems).Message));

    private static IEnumerable<double?> Values(KpiSeries series) => Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? value : (double?)null);

    private static MemoryStream Csv(string text) => new(Encoding.UTF8.GetBytes(text));
}
