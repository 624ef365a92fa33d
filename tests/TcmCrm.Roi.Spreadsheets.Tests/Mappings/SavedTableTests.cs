using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Mappings;

/// <summary>The same 36 months as Excel and WPS save them in China.</summary>
public class SavedTableTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    [Theory]
    [InlineData("02-gbk.csv")]
    [InlineData("05-utf16.csv")]
    [InlineData("06-zhheader.csv")]
    [InlineData("07-zh-month.csv")]
    [InlineData("11-serial.csv")]
    [InlineData("13-thousands.csv")]
    [InlineData("15-yen.csv")]
    [InlineData("18-total.csv")]
    [InlineData("20-tab.csv")]
    [InlineData("21-title.csv")]
    [InlineData("24-fullwidth-digits.csv")]
    [InlineData("29-wide.csv")]
    [InlineData("30-book.xlsx")]
    public void Study_IsThatOfThePlainFile(string name)
    {
        StudyReading reading = Read(name);
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(SeriesKind.Level, reading.Kind);
        Assert.Equal(Values(Read("01-base.csv").Series!), Values(reading.Series!));
        Assert.Equal(36, reading.Series!.Count);
    }

    [Theory]
    [InlineData("02-gbk.csv")]
    [InlineData("05-utf16.csv")]
    [InlineData("18-total.csv")]
    [InlineData("21-title.csv")]
    [InlineData("29-wide.csv")]
    [InlineData("30-book.xlsx")]
    [InlineData("40b-trend-gbk.csv")]
    public void Series_AreThoseOfThePlainFile(string name)
    {
        SeriesReading reading = SeriesTable.Read(new MemoryStream(Repository.Input(name)));
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        KpiSeries series = Assert.Single(reading.Series);
        Assert.Equal("销售额", series.Definition.Id);
        Assert.Equal(Values(Read("01-base.csv").Series!), Values(series));
    }

    [Fact]
    public void PerCent_IsAShare()
    {
        StudyReading reading = Read("16-percent.csv");
        Assert.Empty(reading.Problems);
        Assert.Equal(SeriesKind.Ratio, reading.Kind);
        Assert.Equal([0.25, 0.26, 0.27, 0.28, 0.29, 0.25], Values(reading.Series!).Take(6));
    }

    [Fact]
    public void TwoColumnsOfCounts_AreAskedForOnce()
    {
        StudyReading reading = Read("06d-win.csv");
        TableRemark problem = Assert.Single(reading.Problems);
        Assert.Equal("table.rolesAmbiguous", problem.Message.Id);
        string text = Chinese.Say(problem.Sentence);
        Assert.All(["“赢单数”", "“商机数”", "--numerator", "--denominator", "--control", "分子", "分母"], part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void TwoColumnsOfCounts_AreAnsweredByTheirNames()
    {
        StudyReading reading = StudyTable.Read(new MemoryStream(Repository.Input("06d-win.csv")), new StudyTableOptions { Numerator = "赢单数", Denominator = "商机数" });
        Assert.Empty(reading.Problems);
        Assert.Equal(SeriesKind.Ratio, reading.Kind);
        Assert.Equal(60.0 / 240, Values(reading.Series!)[0]);
    }

    [Theory]
    [InlineData("18-total.csv", "table.totalRow", 38)]
    [InlineData("21-title.csv", "table.aboveHeader", 1)]
    [InlineData("11-serial.csv", "table.serials", 2)]
    public void WhatIsPassedOver_IsSaid(string name, string id, long line)
    {
        TableRemark note = Assert.Single(Read(name).Notes);
        Assert.Equal((id, line), (note.Message.Id, note.Line));
    }

    [Fact]
    public void Flows_OfTwoProjectsInGbk_StayTwo()
    {
        CashFlowReading reading = CashFlowTable.Read(new MemoryStream(Repository.Input("f20-gbk-two.csv")));
        Assert.Empty(reading.Problems);
        Assert.Equal(["甲", "乙"], reading.Series.Select(series => series.Id));
        Assert.Equal([-500_000, 600_000], reading.Series[0].Amounts);
    }

    [Theory]
    [InlineData("f04-zh.csv")]
    [InlineData("f08-zhdate.csv")]
    [InlineData("f10-thou.csv")]
    public void Flows_AreRead(string name)
    {
        CashFlowReading reading = CashFlowTable.Read(new MemoryStream(Repository.Input(name)));
        Assert.Empty(reading.Problems);
        CashFlowRecord series = Assert.Single(reading.Series);
        Assert.Equal("CRM甲", series.Id);
        Assert.Equal([-500_000, 300_000, 400_000], series.Amounts);
        Assert.Equal([new(2026, 1, 1), new(2027, 1, 1), new(2028, 1, 1)], series.Dates!);
    }

    private static StudyReading Read(string name) => StudyTable.Read(new MemoryStream(Repository.Input(name)));

    private static double[] Values(KpiSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? value : double.NaN)];
}
