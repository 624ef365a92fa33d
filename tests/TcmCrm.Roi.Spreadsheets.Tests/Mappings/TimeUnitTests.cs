using System.Text;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Units of time in headers, names, unit columns and cells: converted to the unit of the KPI where that is exact, and asked where it is not.</summary>
public class TimeUnitTests
{
    private static readonly KpiDefinition Response = new("response", KpiUnit.Hour, KpiDirection.LowerIsBetter, KpiAggregation.Mean, KpiAggregation.Sum) { Name = "平均响应时间", Minimum = 0, Maximum = 24 };
    private static readonly TableReadOptions Options = new() { Kpis = [Response] };

    /// <summary>The table, the first value that is right, and whether it is converted.</summary>
    public static TheoryData<string, double, bool> Read => new()
    {
        { "月份,平均响应时间（分钟）\n2024-01,90\n2024-02,30\n", 1.5, true },
        { "月份,平均响应时间(min)\n2024-01,90\n2024-02,30\n", 1.5, true },
        { "月份,平均响应时间/分钟\n2024-01,90\n2024-02,30\n", 1.5, true },
        { "月份,平均响应时间_分钟\n2024-01,90\n2024-02,30\n", 1.5, true },
        { "月份,平均响应时间（分钟/单）\n2024-01,90\n2024-02,30\n", 1.5, true },
        { "月份,平均响应时间（秒）\n2024-01,5400\n2024-02,30\n", 1.5, true },
        { "月份,平均响应时间\n2024-01,90分钟\n2024-02,30 分钟\n", 1.5, true },
        { "月份,平均响应时间\n2024-01,90min\n2024-02,30 mins\n", 1.5, true },
        { "月份,平均响应时间\n2024-01,1.5h\n2024-02,2小时\n", 1.5, false },
        { "月份,平均响应时间\n2024-01,1.5\n2024-02,2小时\n", 1.5, false },
        { "月份,平均响应时间（小时）\n2024-01,1.5\n2024-02,2\n", 1.5, false },
        { "指标,月份,数值,单位\n平均响应时间,2024-01,90,分钟\n平均响应时间,2024-02,30,分钟\n", 1.5, true },
        { "指标,月份,数值,单位\n平均响应时间,2024-01,90,min\n平均响应时间,2024-02,30,分钟\n", 1.5, true },
        { "指标,月份,数值\n平均响应时间（分钟）,2024-01,90\n平均响应时间（分钟）,2024-02,30\n", 1.5, true },
        { "指标,2024-01,2024-02\n平均响应时间（分钟）,90,30\n", 1.5, true },
        { "指标,2024-01,2024-02\n平均响应时间,90分钟,0\n", 1.5, true },
        { "指标,单位,2024-01,2024-02\n平均响应时间,分钟,90,30\n", 1.5, true },
        { "月份,平均响应时间（分钟）\n2024-01,90分钟\n2024-02,30\n", 1.5, true },
        { "月份,销售周期（小时）\n2024-01,36\n2024-02,48\n", 1.5, true },
        { "月份,销售周期\n2024-01,36小时\n2024-02,48小时\n", 1.5, true },
        { "月份,销售周期（分钟）\n2024-01,2160\n2024-02,48\n", 1.5, true },
        { "月份,销售周期(days)\n2024-01,1.5\n2024-02,48\n", 1.5, false },
        { "月份,销售周期（日）\n2024-01,1.5\n2024-02,48\n", 1.5, false },
        { "指标,月份,分子,分母\n销售周期（小时）,2024-01,360,10\n销售周期（小时）,2024-02,480,10\n", 1.5, true },
        { "月份,节省工时（月）\n2024-01,1.5\n2024-02,48\n", 1.5, false },
        { "月份,节省工时（分钟）\n2024-01,90\n2024-02,48\n", 1.5, true },

        // A KPI whose unit is not known keeps its numbers, and its name keeps the unit.
        { "月份,等待（分钟）\n2024-01,90\n2024-02,30\n", 90, false },
        { "月份,等待\n2024-01,90分钟\n2024-02,30分钟\n", 90, false },
        { "月份,销售额（月）\n2024-01,90\n2024-02,30\n", 90, false },
        { "月份,response_min\n2024-01,90\n2024-02,30\n", 90, false },
    };

    /// <summary>The table, the id, column and line of the one problem.</summary>
    public static TheoryData<string, string, string?, long?> Asked => new()
    {
        { "月份,平均响应时间（人天）\n2024-01,9\n2024-02,3\n", "table.timeNotExact", "平均响应时间（人天）", 2 },
        { "月份,平均响应时间\n2024-01,1\n2024-02,3天\n", "table.timeNotExact", "平均响应时间", 3 },
        { "月份,销售周期（月）\n2024-01,9\n2024-02,3\n", "table.timeNotExact", "销售周期（月）", 2 },
        { "月份,销售周期（周）\n2024-01,9\n2024-02,3\n", "table.timeNotExact", "销售周期（周）", 2 },
        { "月份,销售周期\n2024-01,3个月\n2024-02,3个月\n", "table.timeNotExact", "销售周期", 2 },
        { "月份,销售周期\n2024-01,3周\n2024-02,4周\n", "table.timeNotExact", "销售周期", 2 },
        { "月份,销售周期（工作日）\n2024-01,9\n2024-02,3\n", "table.timeNotExact", "销售周期（工作日）", 2 },
        { "月份,销售周期（工时）\n2024-01,9\n2024-02,3\n", "table.timeNotExact", "销售周期（工时）", 2 },
        { "月份,平均响应时间（分）\n2024-01,9\n2024-02,3\n", "table.timeNotExact", "平均响应时间（分）", 2 },
        { "指标,月份,数值,单位\n节省工时,2024-01,9,人月\n节省工时,2024-02,3,人月\n", "table.timeNotExact", "数值", 2 },
        { "月份,平均响应时间\n2024-01,90分钟\n2024-02,2小时\n2024-03,3小时\n", "table.measureMixed", "平均响应时间", 3 },
        { "月份,平均响应时间（分钟）\n2024-01,90\n2024-02,2小时\n", "table.measureMixed", "平均响应时间（分钟）", 3 },
        { "月份,等待\n2024-01,90分钟\n2024-02,2小时\n", "table.measureMixed", "等待", 3 },
        { "指标,月份,数值\n销售周期（小时）,2024-01,9\n销售周期（天）,2024-02,3\n", "table.measureMixed", "数值", 3 },
        { "指标,月份,数值,单位\n平均响应时间,2024-01,9,分钟\n平均响应时间,2024-02,3,小时\n", "table.measureMixed", "数值", 3 },
        { "月份,平均响应时间\n2024-01,90分钟\n2024-02,2\n", "table.timeBare", "平均响应时间", 3 },
        { "月份,平均响应时间\n2024-01,2\n2024-02,90分钟\n", "table.timeBare", "平均响应时间", 3 },
        { "月份,平均响应时间（分钟）\n2024-01,90\n2024-02,1500\n", "table.kpiOutOfRange", "平均响应时间（分钟）", 3 },
        { "月份,赢单率\n2024-01,0.5\n2024-02,0.3小时\n", "table.notNumber", "赢单率", 3 },
    };

    [Theory]
    [MemberData(nameof(Read))]
    public void AUnitOfTime_IsConvertedAndSaid(string text, double first, bool isConverted)
    {
        SeriesReading reading = Of(text);
        Assert.Empty(reading.Problems.Select(problem => problem.Message.ToString()));
        KpiSeries series = Assert.Single(reading.Series);
        Assert.True(series.TryGetValue(0, out double value));
        Assert.Equal(first, value, 1e-12);
        Assert.Equal(isConverted ? 1 : 0, reading.Notes.Count(note => note.Message.Id == "table.timeConverted"));
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public void AUnitOfTimeThatIsNotExactOrNotAlone_IsOneProblem(string text, string id, string? column, long? line)
    {
        SeriesReading reading = Of(text);
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal((id, column, line), (problem.Message.Id, problem.Column, problem.Line));
        Assert.Empty(reading.Series);
    }

    [Fact]
    public void TheProblem_NamesValueUnitAndWhatIsAllowed()
    {
        Message message = Assert.Single(Of("月份,销售周期\n2024-01,3周\n").Problems).Message;
        Assert.Equal("“3周”：单位“周”不能准确换算为销售周期的单位（天）；请自行换算后填写，可用单位：秒、分钟、小时、天", SpreadsheetTexts.In(Language.Of("zh")).Say(message));
        Assert.Equal(
            "'3周': weeks cannot be turned exactly into the unit of Sales cycle, which is days; convert the number and write it in one of: seconds, minutes, hours, days",
            SpreadsheetTexts.In(Language.Of("en")).Say(message));
    }

    [Fact]
    public void TheNote_SaysFromWhatToWhat()
    {
        TableRemark note = Assert.Single(Of("月份,销售周期（小时）\n2024-01,36\n2024-02,48\n").Notes);
        Assert.Equal("单位“小时”已换算为天", SpreadsheetTexts.In(Language.Of("zh")).Say(note.Message));
    }

    private static SeriesReading Of(string text) => SeriesTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Options);
}
