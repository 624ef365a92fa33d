using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>Numbers without a unit beside numbers in 万 or 亿, and months far from all others: asked, never guessed.</summary>
public class MixedScaleTests
{
    /// <summary>The table, the id, column and line of the one problem.</summary>
    public static TheoryData<string, string, string?, long?> Asked => new()
    {
        { "月份,销售额\n2024-01,12.5万\n2024-02,130\n", "table.scaleMixed", "销售额", 3 },
        { "月份,销售额\n2024-01,130\n2024-02,12.5万\n2024-03,13.1万\n", "table.scaleMixed", "销售额", 3 },
        { "月份,销售额\n2024-01,1.2亿\n2024-02,13000\n", "table.scaleMixed", "销售额", 3 },
        { "月份,销售额\n2024-01,1.2万元\n2024-02,13000\n", "table.scaleMixed", "销售额", 3 },
        { "指标,月份,数值\n销售额,2024-01,12.5万\n新增客户数,2024-01,8\n销售额,2024-02,130\n", "table.scaleMixed", "数值", 4 },
        { "指标,2024-01,2024-02\n销售额,12.5万,130\n", "table.scaleMixed", "2024-02", 2 },
        { "月份,销售额\n2025-01,1\n2025-02,2\n2205-03,3\n2025-04,4\n", "table.monthFar", "月份", 4 },
        { "月份,销售额,新增客户数\n2025-01,1,1\n2025-02,2,1\n2205-03,3,1\n2025-04,4,1\n", "table.monthFar", "月份", 4 },
        { "月份,销售额\n2025-01,1\n2025-02,2\n2015-03,3\n2025-04,4\n", "table.monthFar", "月份", 4 },
        { "月份,销售额\n2025-01,1\n2025-02,2\n2205-03,3\n", "table.monthFar", "月份", 4 },
        { "指标,2025-01,2025-02,2205-03,2025-04\n销售额,1,2,3,4\n赢单率,0.1,0.2,0.3,0.4\n", "table.monthFar", "2205-03", 1 },
        { "月份,渠道,销售额\n2025-01,甲,1\n2025-02,甲,2\n2052-03,甲,3\n2025-04,甲,3\n", "table.monthFar", "月份", 4 },
    };

    /// <summary>The table and its last value.</summary>
    public static TheoryData<string, double> Read => new()
    {
        { "月份,销售额（万元）\n2024-01,12.5万\n2024-02,130\n", 1_300_000 },
        { "月份,销售额（元）\n2024-01,12.5万\n2024-02,130\n", 130 },
        { "单位：元,\n月份,销售额\n2024-01,12.5万\n2024-02,130\n", 130 },
        { "月份,销售额\n2024-01,12.5万元\n2024-02,130元\n", 130 },
        { "月份,客户\n2024-01,1.2万户\n2024-02,130户\n", 130 },
        { "月份,销售额\n2024-01,12.5万\n2024-02,0\n", 0 },
        { "月份,销售额\n2024-01,12.5万\n2024-02,1.2亿\n", 120_000_000 },
        { "月份,销售额,单位\n2024-01,12.5,万元\n2024-02,130,元\n", 130 },
        { "月份,销售额\n2022-01,1\n2025-01,2\n2025-02,3\n2025-03,4\n2025-04,5\n", 5 },
    };

    [Theory]
    [MemberData(nameof(Asked))]
    public void WhatCannotBeTold_IsOneProblem(string text, string id, string? column, long? line)
    {
        SeriesReading reading = Of(text);
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal((id, column, line), (problem.Message.Id, problem.Column, problem.Line));
        Assert.Empty(reading.Series);
    }

    [Theory]
    [MemberData(nameof(Read))]
    public void WhatIsStated_IsRead(string text, double last)
    {
        SeriesReading reading = Of(text);
        Assert.Empty(reading.Problems.Select(problem => problem.Message.ToString()));
        KpiSeries series = Assert.Single(reading.Series);
        Assert.True(series.TryGetValue(series.Count - 1, out double value));
        Assert.Equal(last, value, 1e-6);
    }

    [Fact]
    public void Problems_NameBothPlaces()
    {
        Assert.Equal(
            "“130”与第2行的“12.5万”一个带万或亿、一个不带，无法判断是否同一单位；请统一写法，或在表头写明不带单位的数字是什么单位，例如“（元）”“（万元）”",
            Chinese("月份,销售额\n2024-01,12.5万\n2024-02,130\n"));
        Assert.Equal(
            "2205年3月与其余月份相隔过远，最近的是2025年4月，年份可能写错；请更正，如确实无误，请列出其间各月，数值留空",
            Chinese("月份,销售额\n2025-01,1\n2025-02,2\n2205-03,3\n2025-04,4\n"));
    }

    [Fact]
    public void MonthsListedBetween_SettleTheQuestion()
    {
        var text = new StringBuilder("月份,销售额\n");
        for (int month = 0; month < 132; month++)
        {
            text.Append(2015 + (month / 12)).Append('-').Append((month % 12) + 1).Append(',').Append(month is 2 or > 119 ? "5" : string.Empty).Append('\n');
        }

        Assert.Equal(13, Assert.Single(Of(text.ToString()).Series).ObservedCount);
    }

    private static string Chinese(string text) => SpreadsheetTexts.In(Language.Of("zh")).Say(Assert.Single(Of(text).Problems).Message);

    private static SeriesReading Of(string text) => SeriesTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
