using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>A host's own KPIs: read from a table, and found by the other tables.</summary>
public class KpiTableTests
{
    private const string Definitions = "指标,名称,优劣,单位,下限,上限,公式\nDecoctions,代煎量,越高越好,,0,,当月代煎处方数\nLateRate,延迟率,越低越好,比率,0,100%,延迟单数/总单数\n";

    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    [Fact]
    public void Rows_AreDefinitions()
    {
        KpiTableReading reading = KpiTable.Read(Utf8(Definitions));
        Assert.Empty(reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(
            [
                new KpiDefinition("Decoctions", KpiUnit.Number, KpiDirection.HigherIsBetter, KpiAggregation.Mean, KpiAggregation.Sum) { Name = "代煎量", Minimum = 0, Formula = "当月代煎处方数" },
                new KpiDefinition("LateRate", KpiUnit.Ratio, KpiDirection.LowerIsBetter, KpiAggregation.RatioOfSums, KpiAggregation.RatioOfSums) { Name = "延迟率", Minimum = 0, Maximum = 1, Formula = "延迟单数/总单数" },
            ],
            reading.Kpis);
    }

    [Theory]
    [InlineData("指标,优劣\nWinRate,up\n", "“WinRate”已是目录中的指标，目录中的定义不变；请另用标识或名称")]
    [InlineData("指标,优劣\n赢单率,up\n", "“赢单率”已是目录中的指标，目录中的定义不变；请另用标识或名称")]
    [InlineData("指标,名称,优劣\nMyRate,赢单率,down\n", "“赢单率”已是目录中的指标，目录中的定义不变；请另用标识或名称")]
    [InlineData("指标,名称,优劣\nMyRate,win rate,down\n", "“win rate”已是目录中的指标，目录中的定义不变；请另用标识或名称")]
    [InlineData("指标,优劣\nX,sideways\n", "“sideways”无法识别；可用：越高越好、越低越好、不评判")]
    [InlineData("指标,优劣\nX,\n", "为空")]
    [InlineData("指标,优劣,下限,上限\nX,up,5,5\n", "上限不大于下限")]
    [InlineData("指标,优劣,分段汇总\nX,up,平均\n", "“平均”无法识别；可用：合计、合计之比、去重、重新计算")]
    [InlineData("指标,优劣\nX,up\nx,down\n", "“x”重复出现，首次在第2行")]
    [InlineData("指标,优劣\n", "表头下没有数据")]
    public void WhatIsWrong_IsTold(string csv, string said)
    {
        KpiTableReading reading = KpiTable.Read(Utf8(csv));
        Assert.Equal(said, Chinese.Say(Assert.Single(reading.Problems).Sentence));
        Assert.Empty(reading.Kpis);
    }

    [Fact]
    public void Tables_FindThemByIdAndName()
    {
        var options = new TableReadOptions { Kpis = KpiTable.Read(Utf8(Definitions)).Kpis };
        SeriesReading series = SeriesTable.Read(Utf8("指标,月份,数值\n代煎量,2024-01,5\nLateRate,2024-01,0.2\n"), options);
        Assert.Equal(options.Kpis, series.Series.Select(one => one.Definition));
        Assert.Equal("table.kpiOutOfRange.share", Assert.Single(SeriesTable.Read(Utf8("指标,月份,数值\n延迟率,2024-01,20\n"), options).Problems).Message.Id);
        StudyReading study = StudyTable.Read(Utf8("月份,延迟率\n2024-01,0.2\n2024-02,0.1\n"), null, options);
        Assert.Equal((SeriesKind.Ratio, KpiDirection.LowerIsBetter), (study.Kind, study.Series!.Definition.Direction));
        Assert.Equal("table.kpiOutOfRange.share", Assert.Single(StudyTable.Read(Utf8("月份,延迟率\n2024-01,20\n"), null, options).Problems).Message.Id);
        Assert.Same(options.Kpis[0], SeriesTable.DefinitionOf("代煎量（张）", options.Kpis));
        Assert.Same(KpiCatalog.WinRate, SeriesTable.DefinitionOf("赢单率", options.Kpis));
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
