using System.IO.Compression;
using System.Text;
using NodaTime;
using TcmCrm.Roi.Kpis;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Workbooks;

/// <summary>Workbooks as Excel, WPS and programs write them, and as nobody should.</summary>
public class WorkbookTests
{
    private static readonly Language Chinese = SpreadsheetTexts.In(Language.Of("zh"));

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c", "工作簿无法读取（第1行第36个字符处的XML有误）；请在Excel中打开后重新另存为xlsx")]
    [InlineData("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook/>", "工作簿无法读取（内容已损坏或含有不允许的DTD）；请在Excel中打开后重新另存为xlsx")]
    public void DamagedParts_AreToldInTheReadersLanguage(string part, string content, string told)
    {
        using var stream = new MemoryStream();
        stream.Write(new SheetFile().Sheet("s", SheetFile.Rows("月份|销售额", "2024-01|1")).Bytes());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(content);
        }

        stream.Position = 0;
        Assert.Equal(told, Chinese.Say(Assert.Single(StudyTable.Read(stream).Problems).Sentence));
    }

    [Fact]
    public void AWrongSheet_IsToldWithTheOthers()
    {
        StudyReading reading = Study(new SheetFile().Sheet("说明", SheetFile.Rows("仅供内部使用")).Sheet("数据", SheetFile.Rows("月份|销售额", "2024-01|1")));
        Assert.Equal(["table.noHeader", "table.sheetRead"], reading.Problems.Select(problem => problem.Message.Id));
        Assert.Equal("没有表头，首行为“仅供内部使用”；表头例如月份、数值", Chinese.Say(reading.Problems[0].Message));
    }

    /// <summary>What a filter hides is read all the same, and the reader of the figures is told so; an empty hidden row says nothing.</summary>
    [Fact]
    public void HiddenRowsAndColumns_AreReadAndToldOf()
    {
        string rows = SheetFile.Rows("月份|销售额|备注", "2024-01|1|甲", "2024-02|3|", "2024-03|5|乙").Replace("<row r=\"3\">", "<row r=\"3\" hidden=\"1\">", StringComparison.Ordinal);
        StudyReading reading = Study(new SheetFile().Sheet("s", rows + "<row r=\"9\" hidden=\"1\"/>", after: "", before: "<cols><col min=\"3\" max=\"9\" hidden=\"1\"/></cols>"));
        Assert.Equal([1, 3, 5], Values(reading.Series!));
        Assert.Contains("有1个隐藏行（如被筛选掉的行）照常读入；如不应计入，请先删除", reading.Notes.Select(note => Chinese.Say(note.Message)));
        Assert.Contains("有1个隐藏列照常读入；如不应计入，请先删除", reading.Notes.Select(note => Chinese.Say(note.Message)));
        Assert.Contains(reading.Notes, note => note.Message.Id == "table.hiddenRows" && note.Line == 3);
    }

    [Fact]
    public void Dates_AreToldByTheirFormat()
    {
        StudyReading reading = Study(new SheetFile().Sheet("数据", SheetFile.Rows("月份|销售额", "D:45597|1200", "D:45627|1300.5", "D:45658|1400")));
        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Notes);
        Assert.Equal((new YearMonth(2024, 11), new YearMonth(2025, 1)), (reading.Start, reading.End));
        Assert.Equal([1200, 1300.5, 1400], Values(reading.Series!));
    }

    [Fact]
    public void Dates_BeginIn1904WhereTheWorkbookSaysSo()
    {
        var file = new SheetFile { Is1904 = true };
        Assert.Equal(new YearMonth(2024, 11), Study(file.Sheet("s", SheetFile.Rows("月份|销售额", "D:44135|1", "D:44165|2"))).Start);
    }

    [Fact]
    public void PerCentFormats_AreFractionsAsTheyAre()
    {
        StudyReading reading = Study(new SheetFile().Sheet("s", SheetFile.Rows("月份|赢单率", "2024-01|P:0.25", "2024-02|P:0.26", "2024-03|0.27")));
        Assert.Empty(reading.Problems);
        Assert.Equal(SeriesKind.Ratio, reading.Kind);
        Assert.Equal([0.25, 0.26, 0.27], Values(reading.Series!));
    }

    [Fact]
    public void PerCentAndWholeNumbers_DoNotMix() =>
        Assert.Equal("table.percentMixed", Assert.Single(Study(new SheetFile().Sheet("s", SheetFile.Rows("月份|赢单率", "2024-01|P:0.25", "2024-02|26"))).Problems).Message.Id);

    [Fact]
    public void TenThousandsInTheFormat_AreTheUnit() =>
        Assert.Equal([1200, 1300.5], Values(Study(new SheetFile().Sheet("s", SheetFile.Rows("月份|销售额", "2024-01|W:0.12", "2024-02|W:0.13005"))).Series!));

    [Theory]
    [InlineData("0!.0,\"万\"", 0)]
    [InlineData("0\\.0,\"万元\"", 0)]
    [InlineData("#,##0,,\"百万\"", 0)]
    [InlineData("#,##0.00\"万元\"", 4)]
    [InlineData("0.0\"亿\"", 8)]
    [InlineData("#,##0.00", 0)]
    [InlineData("General", 0)]
    public void Formats_ShowAScaleOrMoveThePoint(string code, int power) => Assert.Equal((CellKind.Number, (sbyte)power), (NumberFormats.Of(code).Kind, NumberFormats.Of(code).Power));

    /// <summary>0"%" shows 25 as 25 %: it is no fraction. A currency in a format is one as in a text.</summary>
    [Theory]
    [InlineData("0\"%\"", -2, null)]
    [InlineData("0.0\\%", -2, null)]
    [InlineData("0.0\"‰\"", -3, null)]
    [InlineData("\"￥\"#,##0.00;[Red]\"￥\"-#,##0.00", 0, "CNY")]
    [InlineData("[$￥-804]#,##0.00", 0, "CNY")]
    [InlineData("[$$-409]#,##0.00", 0, "USD")]
    [InlineData("[$¥-411]#,##0", 0, "JPY")]
    [InlineData("[$US$]#,##0", 0, "USD")]
    [InlineData("$#,##0.00", 0, "USD")]
    [InlineData("#,##0.00 [$€-407]", 0, "EUR")]
    [InlineData("[$-804]#,##0", 0, null)]
    [InlineData("#,##0\"元\"", 0, "CNY")]
    [InlineData("_(* #,##0.00_);_(* (#,##0.00)", 0, null)]
    public void Formats_ShowSignsOfPerCentAndCurrencies(string code, int power, string? currency)
    {
        ShownAs shown = NumberFormats.Of(code);
        Assert.Equal((CellKind.Number, (sbyte)power, currency), (shown.Kind, shown.Power, ShownAs.Currencies[shown.Currency]));
    }

    [Theory]
    [InlineData("h:mm")]
    [InlineData("[h]:mm:ss")]
    [InlineData("[mm]:ss")]
    public void Formats_ShowTimes(string code) => Assert.Equal(CellKind.Duration, NumberFormats.Of(code).Kind);

    private static string Format(params string[] codes) => "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts>"
        + string.Concat(codes.Select((code, i) => $"<numFmt numFmtId=\"{170 + i}\" formatCode=\"{System.Security.SecurityElement.Escape(code)}\"/>")) + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
        + string.Concat(codes.Select((_, i) => $"<xf numFmtId=\"{170 + i}\"/>")) + "</cellXfs></styleSheet>";

    [Fact]
    public void CurrenciesOfFormats_DoNotMix() => Assert.Equal(
        "table.currencyMixed",
        Assert.Single(Study(new SheetFile { Styles = Format("\"￥\"#,##0", "[$$-409]#,##0") }.Sheet("s", SheetFile.Rows("月份|销售额", "2024-01|D:100", "2024-02|P:200"))).Problems).Message.Id);

    [Fact]
    public void PerCentBehindWholeNumbers_IsPerCent()
    {
        StudyReading reading = Study(new SheetFile { Styles = Format("0\"%\"") }.Sheet("s", SheetFile.Rows("月份|复诊率", "2024-01|D:25", "2024-02|D:26")));
        Assert.Empty(reading.Problems);
        Assert.Equal(SeriesKind.Ratio, reading.Kind);
        Assert.Equal([0.25, 0.26], Values(reading.Series!));
    }

    [Fact]
    public void Durations_AreAsked() => Assert.Equal(
        "“0.0625”是时间格式的单元格，以天计；请改为小时数或天数，并用常规格式",
        Chinese.Say(Assert.Single(Study(new SheetFile { Styles = Format("[h]:mm") }.Sheet("s", SheetFile.Rows("月份|响应时间", "2024-01|D:0.0625", "2024-02|D:0.05"))).Problems).Message));

    [Fact]
    public void NameOfTheSheet_IsTheYearOfMonthsWithoutOne()
    {
        StudyReading reading = Study(new SheetFile().Sheet("2024年", SheetFile.Rows("月份|销售额", "1月|100", "2月|200")).Sheet("2023年", SheetFile.Rows("月份|销售额", "1月|1", "2月|2")));
        Assert.Empty(reading.Problems);
        Assert.Equal(new YearMonth(2024, 1), reading.Start);
        Assert.Contains("table.yearOfTitle", reading.Notes.Select(note => note.Message.Id));
    }

    /// <summary>Zeros at the end, where there was none before, are as often months to come as nothing sold.</summary>
    [Fact]
    public void ZerosAtTheEnd_AreTold()
    {
        string[] rows = ["月份|销售额", .. Enumerable.Range(1, 12).Select(month => $"2024-{month:00}|{(month > 10 ? 0 : 100 + month)}")];
        Assert.Contains("末尾2个月为零，此前没有零；如果这些月份尚无数据，请留空", Study(new SheetFile().Sheet("s", SheetFile.Rows(rows))).Notes.Select(note => Chinese.Say(note.Message)));
        rows[3] = "2024-03|0";
        Assert.DoesNotContain("table.zerosAtEnd", Study(new SheetFile().Sheet("s", SheetFile.Rows(rows))).Notes.Select(note => note.Message.Id));
    }

    [Theory]
    [InlineData("yyyy-mm", true)]
    [InlineData("yyyy\"年\"m\"月\"", true)]
    [InlineData("[$-804]mmm-yy;@", true)]
    [InlineData("m/d/yy h:mm", true)]
    [InlineData("h:mm:ss", false)]
    [InlineData("[Red]#,##0", false)]
    [InlineData("0.00E+00", false)]
    [InlineData("\"day\"0", false)]
    [InlineData("General", false)]
    public void Formats_ShowDates(string code, bool isDate) => Assert.Equal(isDate, NumberFormats.Of(code).Kind == CellKind.Date);

    [Fact]
    public void SharedStrings_AreReadWithoutWhatIsReadAloud()
    {
        var file = new SheetFile { SharedStrings = "<si><t>月份</t></si><si><r><t>销售</t></r><r><t>额</t></r><rPh sb=\"0\" eb=\"1\"><t>xiāo shòu</t></rPh></si>" };
        SeriesReading reading = SeriesTable.Read(new MemoryStream(file.Sheet("s", SheetFile.Rows("S:0|S:1", "2024-01|1", "2024-02|2")).Bytes()));
        Assert.Empty(reading.Problems);
        Assert.Equal("销售额", Assert.Single(reading.Series).Definition.Id);
    }

    [Theory]
    [InlineData("E:#DIV/0!", "table.cellError")]
    [InlineData("B:1", "table.notNumber")]
    [InlineData("F:", "table.formula")]
    [InlineData("D:45000", "table.dateInNumbers")]
    [InlineData("约100", "table.notNumber")]
    public void CellThatIsNoNumber_IsNamed(string cell, string id)
    {
        TableRemark problem = Assert.Single(Study(new SheetFile().Sheet("s", SheetFile.Rows("月份|销售额", "2024-01|" + cell, "2024-02|2", "2024-03|3"))).Problems);
        Assert.Equal((id, "销售额", 2L), (problem.Message.Id, problem.Column, problem.Line));
    }

    [Fact]
    public void Formulas_HaveTheirLastValue() =>
        Assert.Equal([5, 2], Values(Study(new SheetFile().Sheet("s", SheetFile.Rows("月份|销售额", "2024-01|F:5", "2024-02|2"))).Series!));

    [Fact]
    public void FirstSheetThatIsNotHidden_IsRead_AndSaid()
    {
        SheetFile file = new SheetFile().Sheet("隐藏", SheetFile.Rows("x|y", "1|2"), "hidden").Sheet("数据", SheetFile.Rows("月份|销售额", "2024-01|1")).Sheet("别的", SheetFile.Rows("月份|销售额", "2024-01|7", "2024-02|8"));
        StudyReading reading = Study(file);
        Assert.Equal([1], Values(reading.Series!));
        Assert.Equal("读取工作表“数据”，未读取“隐藏”、“别的”；可用“--sheet”指定其他工作表", Chinese.Say(Assert.Single(reading.Notes).Sentence));
        Assert.Equal([7, 8], Values(Study(file, "别的").Series!));
        Assert.Equal([7, 8], Values(Study(file, "3").Series!));
        Assert.Equal("没有工作表“无”；共有“隐藏”、“数据”、“别的”", Chinese.Say(Assert.Single(Study(file, "无").Problems).Sentence));
    }

    [Fact]
    public void EmptySheet_IsTold() =>
        Assert.Equal("工作表“封面”为空；共有“封面”、“数据”；请用“--sheet”指定", Chinese.Say(Assert.Single(Study(new SheetFile().Sheet("封面", "").Sheet("数据", SheetFile.Rows("月份|销售额", "2024-01|1"))).Problems).Sentence));

    [Fact]
    public void MergedNames_HoldForTheirRows()
    {
        SheetFile file = new SheetFile().Sheet(
            "s", SheetFile.Rows("同德药业月度指标", "指标|月份|数值", "销售额|2024-01|1", "|2024-02|2", "客户数|2024-01|3", "|2024-02|4"),
            after: "<mergeCells count=\"3\"><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A5:A6\"/></mergeCells>");
        SeriesReading reading = SeriesTable.Read(new MemoryStream(file.Bytes()));
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(["销售额", "客户数"], reading.Series.Select(series => series.Definition.Id));
    }

    /// <summary>A header of two rows with merged cells, as a pivot table has it; with a title above, and with the corner over one row or two.</summary>
    [Theory]
    [InlineData("", "A1:A2", 1)]
    [InlineData("同德药业月度指标", "A2:A3", 2)]
    [InlineData("", null, 1)]
    public void MergedHeader_IsPutTogether(string title, string? corner, int row)
    {
        string[] rows = ["月份|销售额||客户数|", "|华东|华南|华东|华南", "2024-01|1|2|3|4", "2024-02|5|6|7|8"];
        string merges = $"<mergeCell ref=\"B{row}:C{row}\"/><mergeCell ref=\"D{row}:E{row}\"/>" + (corner is null ? "" : $"<mergeCell ref=\"{corner}\"/>") + (title.Length == 0 ? "" : "<mergeCell ref=\"A1:E1\"/>");
        SheetFile file = new SheetFile().Sheet("s", SheetFile.Rows(title.Length == 0 ? rows : [title, .. rows]), after: $"<mergeCells>{merges}</mergeCells>");
        SeriesReading reading = SeriesTable.Read(new MemoryStream(file.Bytes()));
        Assert.Equal([], reading.Problems.Select(problem => Chinese.Say(problem.Sentence)));
        Assert.Equal(["销售额 华东", "销售额 华南", "客户数 华东", "客户数 华南"], reading.Series.Select(series => series.Definition.Id));
    }

    [Fact]
    public void CellsWithoutPlaces_StandInTheirOrder()
    {
        const string Data = "<row><c t=\"inlineStr\"><is><t>月份</t></is></c><c t=\"str\"><v>销售额</v></c></row><row><c t=\"str\"><v>2024-01</v></c><c><v>5</v></c></row>";
        Assert.Equal([5], Values(Study(new SheetFile().Sheet("s", Data)).Series!));
    }

    [Fact]
    public void MacrosAndOtherParts_AreLeftAlone()
    {
        SheetFile file = new SheetFile().Sheet("s", SheetFile.Rows("月份|销售额", "2024-01|5"));
        file.Parts["xl/vbaProject.bin"] = "anything";
        Assert.Equal([5], Values(Study(file).Series!));
    }

    [Fact]
    public void OldWorkbookAndOthers_AreRefusedWithWhatToDo()
    {
        Assert.Equal("是旧格式（xls）或带密码的工作簿；请在Excel中另存为xlsx，并取消密码", Problem([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0]));
        Assert.StartsWith("是PDF文件，不是表格", Problem([.. "%PDF-1.7 ..."u8]), StringComparison.Ordinal);
        Assert.Contains("另存为 → CSV UTF-8", Problem(new byte[5000]), StringComparison.Ordinal);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            archive.CreateEntry("readme.txt");
        }

        Assert.Equal("不是xlsx工作簿；请在Excel中另存为xlsx", Problem(zip.ToArray()));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>")]
    [InlineData("<worksheet><sheetData><row>")]
    [InlineData("no xml")]
    [InlineData("")]
    public void DamagedSheet_IsRefused(string xml)
    {
        byte[] bytes = new SheetFile().Sheet("s", "").Bytes();
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using Stream part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(Encoding.UTF8.GetBytes(xml));
        }

        Assert.StartsWith("工作簿无法读取", Problem(stream.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Bomb_IsRefusedAtOnce()
    {
        using var stream = new MemoryStream();
        stream.Write(new SheetFile().Sheet("s", "").Bytes());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using Stream part = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            part.Write("<worksheet><sheetData>"u8);
            byte[] blanks = new byte[1 << 20];
            Array.Fill(blanks, (byte)' ');
            for (int i = 0; i < 150; i++)
            {
                part.Write(blanks);
            }
        }

        Assert.InRange(stream.Length, 1, 300_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.StartsWith("解压后过大", Problem(stream.ToArray()), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
    }

    [Fact]
    public void ManyCells_AreRefused()
    {
        byte[] bytes = new SheetFile().Sheet("s", SheetFile.Rows([.. Enumerable.Repeat("a|b|c", 50)])).Bytes();
        Table table = Table.Read(new MemoryStream(bytes), StudyTable.Layout, new TableReadOptions { MaximumCells = 100 });
        Assert.Equal("table.cells", Assert.Single(table.Problems).Message.Id);
    }

    [Fact]
    public void CellsFarToTheRight_AreRefused_NotFilledUp()
    {
        const string Data = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>月份</v></c><c r=\"B1\" t=\"str\"><v>销售额</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><v>2024-01</v></c><c r=\"XFD2\"><v>5</v></c></row>";
        Assert.Equal("table.columns", Assert.Single(Study(new SheetFile().Sheet("s", Data)).Problems).Message.Id);
    }

    private static StudyReading Study(SheetFile file, string? sheet = null) => StudyTable.Read(new MemoryStream(file.Bytes()), null, new TableReadOptions { Sheet = sheet });

    private static string Problem(byte[] bytes) => Chinese.Say(Assert.Single(StudyTable.Read(new MemoryStream(bytes)).Problems).Sentence);

    private static double[] Values(KpiSeries series) => [.. Enumerable.Range(0, series.Count).Select(i => series.TryGetValue(i, out double value) ? value : double.NaN)];
}
