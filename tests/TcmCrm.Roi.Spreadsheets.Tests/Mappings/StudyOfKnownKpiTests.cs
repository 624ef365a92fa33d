using System.Text;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>What the catalogue says of a KPI holds for a study of it as for its trend.</summary>
public class StudyOfKnownKpiTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    [Theory]
    [InlineData("月份,赢单率\n2024-01,29.1\n2024-02,30\n", "“29.1”：赢单率为比例，应在0至1之间（0.45即45%）（共2处：第2行、第3行）")]
    [InlineData("月份,客户保留率\n2024-01,1.2\n2024-02,0.9\n", "“1.2”：客户保留率为比例，应在0至1之间（0.45即45%）")]
    [InlineData("月份,NPS\n2024-01,150\n2024-02,40\n", "“150”：净推荐值应在-100至100之间")]
    [InlineData("指标,月份,数值\n赢单率,2024-01,29.1\n赢单率,2024-02,0.3\n", "“29.1”：赢单率为比例，应在0至1之间（0.45即45%）")]
    [InlineData("指标,2024-01,2024-02\n赢单率,29.1,0.3\n", "“29.1”：赢单率为比例，应在0至1之间（0.45即45%）")]
    public void ValuesBeyondTheRange_AreRefused(string text, string told) => Assert.Equal(told, Chinese.Say(Assert.Single(Read(text).Problems).Sentence));

    [Theory]
    [InlineData("月份,赢单率\n2024-01,0.29\n2024-02,0.3\n", SeriesKind.Ratio, KpiDirection.HigherIsBetter)]
    [InlineData("月份,流失率\n2024-01,0.29\n2024-02,0.3\n", SeriesKind.Ratio, KpiDirection.LowerIsBetter)]
    [InlineData("月份,NPS\n2024-01,-5\n2024-02,40\n", SeriesKind.Score, KpiDirection.HigherIsBetter)]
    [InlineData("月份,回款周期\n2024-01,60\n2024-02,70\n", SeriesKind.Level, KpiDirection.LowerIsBetter)]
    [InlineData("月份,销售额\n2024-01,60\n2024-02,70\n", SeriesKind.Level, KpiDirection.HigherIsBetter)]
    public void KindAndDirection_AreThoseOfTheKpi(string text, SeriesKind kind, KpiDirection better)
    {
        StudyReading reading = Read(text);
        Assert.Empty(reading.Problems);
        Assert.Equal((kind, better), (reading.Kind, reading.Series!.Definition.Direction));
    }

    [Fact]
    public void WhatIsAskedFor_GoesBeforeTheCatalogue() =>
        Assert.Equal(KpiDirection.HigherIsBetter, Read("月份,流失率\n2024-01,0.29\n2024-02,0.3\n", new StudyTableOptions { LowerIsBetter = false }).Series!.Definition.Direction);

    [Fact]
    public void ANumeratorAlone_AsksForTheDenominator() => Assert.Equal(
        "有分子列而没有分母列；请用“--denominator”指明分母", Chinese.Say(Assert.Single(Read("月份,成交,商机\n2024-01,1,2\n", new StudyTableOptions { Numerator = "成交" }).Problems).Sentence));

    [Fact]
    public void ColumnsThatAreNotUsed_AreAllNamed() => Assert.Equal(
        ["未使用“毛利”、“订单数”"], Read("月份,销售额,毛利,订单数\n2024-01,3,1,2\n", new StudyTableOptions { Value = "销售额" }).Notes.Select(note => Chinese.Say(note.Sentence)));

    [Fact]
    public void FaultsOfRowsAndMonths_AreToldTogether() => Assert.Equal(
        ["table.cellsBeyond", "table.monthTwice"], Read("月份,销售额\n2024-01,1\n2024-01,2\n2024-02,3,4\n").Problems.Select(problem => problem.Message.Id));

    [Fact]
    public void UnknownColumns_NameOnesOfTheReadersLanguage()
    {
        SeriesReading reading = SeriesTable.Read(new MemoryStream(Encoding.UTF8.GetBytes("指标,月份,数值,类别\n赢单率,2024-01,0.3,张三\n")));
        Assert.Equal(
            "无法识别，忽略它可能改变数据的含义；请删除该列，或改用以下名称之一：“指标”、“月份”、“年份”、“数值”、“分子”、“分母”、“分段”、“单位”", Chinese.Say(Assert.Single(reading.Problems).Sentence));
    }

    private static StudyReading Read(string text, StudyTableOptions? options = null) => StudyTable.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), options);
}
