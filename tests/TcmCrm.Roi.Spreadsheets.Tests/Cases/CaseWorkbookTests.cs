using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Json.Tests;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Cases;

/// <summary>A case document and a case workbook are the same case.</summary>
public class CaseWorkbookTests
{
    public static TheoryData<string, string> Samples => new(
        Directory.EnumerateFiles(Repository.PathOf("docs", "samples"), "*.json").Order(StringComparer.Ordinal).SelectMany(path => new[] { (Path.GetFileName(path), "zh"), (Path.GetFileName(path), "en") }));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_ComesBackAsItWas(string sample, string language)
    {
        string document = File.ReadAllText(Repository.PathOf("docs", "samples", sample));
        AssertComesBack(document, language);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void RandomCase_ComesBackAsItWas(string language) =>
        RandomCases.Any.Sample(source => AssertComesBack(CaseDocument.Write(source), language), iter: 75, print: CaseDocument.Write);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Template_IsACaseThatIsRead(string language)
    {
        string template = CaseWorkbook.Template(Language.Of(language));
        Assert.Equal([], CaseDocument.Read(template).Problems.Select(problem => problem.ToString()));
        AssertComesBack(template, language);
    }

    /// <summary>What a cell of Excel would change, or what reads like something else.</summary>
    [Theory]
    [InlineData(" blank ")]
    [InlineData("　全角　")]
    [InlineData("\"quoted\"")]
    [InlineData("=SUM(A1)")]
    [InlineData("+1")]
    [InlineData("@x")]
    [InlineData("-5")]
    [InlineData("2025-03-01")]
    [InlineData("120")]
    [InlineData("TRUE")]
    [InlineData("是")]
    [InlineData("_x0041_")]
    [InlineData("a; b；c")]
    [InlineData("软件费用")]
    [InlineData("name")]
    [InlineData("a\\\"b")]
    public void NameOfALine_ComesBackAsItWas(string name)
    {
        string text = System.Text.Json.JsonSerializer.Serialize(name);
        string document = SoundDocument.With("\"name\": \"支持\"", "\"name\": " + text + ", \"tags\": [" + text + ", \"b\"]");
        AssertComesBack(document, "zh");
        AssertComesBack(document, "en");
    }

    [Fact]
    public void KindOfAHost_ComesBackWithItsNumbers()
    {
        var options = new DocumentReadOptions
        {
            CostKinds = new Dictionary<string, Func<Currency, IReadOnlyDictionary<string, decimal>, CostBasis>>
            {
                ["callVolume"] = (currency, numbers) => CostBasis.Custom("callVolume", currency, (_, _) => [], numbers),
                ["software"] = (currency, numbers) => CostBasis.Custom("software", currency, (_, _) => [], numbers),
            },
        };
        string document = SoundDocument.With(
            "\"costs\": [", "\"costs\": [ { \"category\": \"maintenance\", \"kind\": \"callVolume\", \"name\": \"a\", \"parameters\": { \"callsPerMonth\": 4000, \"b\": 0.5 } },"
                + "{ \"category\": \"maintenance\", \"kind\": \"software\", \"name\": \"b\", \"parameters\": { \"x\": 1 } },");
        AssertComesBack(document, "zh", options);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Workbook_IsValidAndTheSameBytes(string language)
    {
        byte[] first = Written(CaseWorkbook.Template(Language.Of(language)), language);
        Assert.Equal(first, Written(CaseWorkbook.Template(Language.Of(language)), language));
        using var document = SpreadsheetDocument.Open(new MemoryStream(first), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => error.Path?.XPath + ": " + error.Description));
    }

    [Fact]
    public void EveryMemberOfTheSchema_HasAPlaceAndWordsInChinese()
    {
        CaseLayout layout = CaseLayout.Instance;
        Language chinese = Language.Of("zh");
        IEnumerable<(string Sheet, IEnumerable<CaseField> Fields)> all = layout.Sheets.Select(sheet => (sheet.Id, (IEnumerable<CaseField>)sheet.Columns)).Prepend(("case", layout.Case.Fields));
        foreach ((string sheet, IEnumerable<CaseField> fields) in all)
        {
            Assert.All(fields, field => Assert.True(
                Roi.Spreadsheets.Texts.ChineseCaseFields.Find(sheet, field.Path) is not null, $"ChineseCaseFields says nothing of '{field.Path}' of '{sheet}'"));
            Assert.All(fields, field => Assert.All(field.Words.Where(word => word != "1.0"), word => Assert.True(
                Roi.Spreadsheets.Texts.ChineseCaseWords.Find(sheet, field.Path, word) is not null, $"ChineseCaseWords says nothing of '{word}' of '{field.Path}' of '{sheet}'")));
            Assert.All(fields, field => Assert.Equal(field.Words.Count, field.Words.Select(word => CaseText.Label(chinese, sheet, field, word)).Distinct().Count()));

            // Labels are headers too, where somebody deletes the row of field names.
            Assert.Equal(fields.Count(), fields.Select(field => CaseText.Label(chinese, sheet, field)).Distinct().Count());
        }
    }

    [Fact]
    public void Problem_NamesSheetAndCell()
    {
        string document = SoundDocument.With("\"seats\": 120", "\"seats\": -3");
        using var stream = new MemoryStream(Written(document, "zh"));
        CaseWorkbookReading reading = CaseWorkbook.Read(stream);
        CaseWorkbookProblem problem = Assert.Single(reading.Problems);
        int column = CaseLayout.Instance.Sheets[0].Columns.ToList().FindIndex(field => field.Path == "seats");
        Assert.Equal(("成本", BookSheet.At(column, 3), "document.outOfRange"), (problem.Sheet, problem.Cell, problem.Message.Id));
        Assert.False(reading.TryGetCase(out _));
    }

    /// <summary>A problem of a Chinese workbook names what may be chosen, and columns, as they stand in its cells; one of an English workbook as its cells do.</summary>
    [Theory]
    [InlineData("\"kind\": \"subscription\"", "\"kind\": \"订阅\"", "按席位订阅", "subscription")]
    [InlineData("\"kind\": \"subscription\"", "\"kind\": \"oneOff\"", "金额", "amount")]
    [InlineData("\"deployment\": \"saas\"", "\"deployment\": \"SAAS\"", "云订阅（SaaS）", "saas")]
    [InlineData("\"seats\": 120,", "", "席位数", "seats")]
    public void Problem_UsesTheWordsOfTheCells(string sound, string wrong, string chinese, string english)
    {
        string document = SoundDocument.With(sound, wrong);
        foreach ((string language, string expected, string other) in new[] { ("zh", chinese, english), ("en", english, chinese) })
        {
            using var stream = new MemoryStream(Written(document, language));
            CaseWorkbookReading reading = CaseWorkbook.Read(stream);
            string[] said = [.. reading.Problems.SelectMany(problem => Texts(problem.Message))];
            Assert.Contains(expected, said);
            Assert.DoesNotContain(other, said);
        }

        static IEnumerable<string> Texts(Message message) => message.Id.StartsWith("document.found", StringComparison.Ordinal) ? [] : message.Arguments.SelectMany(argument => argument.Value switch
        {
            string text => [text],
            Message inner => Texts(inner),
            IEnumerable<Message> parts => parts.SelectMany(Texts),
            _ => [],
        });
    }

    /// <summary>A currency that is refused is one problem, not one more for each line of dated amounts.</summary>
    [Fact]
    public void RefusedCurrency_IsOneProblem()
    {
        string document = SoundDocument.With("\"currency\": \"CNY\"", "\"currency\": \"人民币\"");
        Assert.Single(CaseDocument.Read(document).Problems);
        using var stream = new MemoryStream(Written(document, "zh"));
        Assert.Equal("document.outOfRange", Assert.Single(CaseWorkbook.Read(stream).Problems).Message.Id);
    }

    [Fact]
    public void NestedProblem_NamesTheCellOfTheDetail()
    {
        string document = SoundDocument.With("{ \"from\": \"2026-01-01\", \"seats\": 160 }", "{ \"from\": \"2026-01-01\", \"seats\": -1 }");
        using var stream = new MemoryStream(Written(document, "en"));
        CaseWorkbookProblem problem = Assert.Single(CaseWorkbook.Read(stream).Problems);
        Assert.Equal("Details", problem.Sheet);
        Assert.EndsWith("4", problem.Cell, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherWorkbookAndText_AreRefused()
    {
        using var text = new MemoryStream("a,b\n1,2\n"u8.ToArray());
        Assert.Equal("table.notWorkbook", Assert.Single(CaseWorkbook.Read(text).Problems).Message.Id);
        var book = new Book();
        book.Add(new BookSheet("Sheet1")).Add(BookCell.Of("x"));
        using var other = new MemoryStream();
        BookWriter.Write(book, other);
        other.Position = 0;
        CaseWorkbookReading reading = CaseWorkbook.Read(other);
        Assert.Equal("book.notCase", Assert.Single(reading.Problems).Message.Id);
        Assert.Null(reading.Document);
    }

    [Fact]
    public void LimitOfTheDocument_HoldsForTheWorkbook()
    {
        using var stream = new MemoryStream(Written(CaseWorkbook.Template(Language.Of("zh")), "zh"));
        Assert.Equal("table.tooLarge", Assert.Single(CaseWorkbook.Read(stream, new DocumentReadOptions { MaximumBytes = 1000 }).Problems).Message.Id);
        stream.Position = 0;
        Assert.Equal("table.cells", Assert.Single(CaseWorkbook.Read(stream, new DocumentReadOptions { MaximumItems = 100 }).Problems).Message.Id);
    }

    [Fact]
    public void TextThatIsNoCaseDocument_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => CaseWorkbook.Write("{ \"colour\": 1 }", new MemoryStream(), Language.Of("en")));
        Assert.Throws<ArgumentException>(() => CaseWorkbook.Write("[", new MemoryStream(), Language.Of("en")));
    }

    /// <summary>Excel cuts a text of more than 32,767 characters when it opens a workbook.</summary>
    [Theory]
    [InlineData(32_767, true)]
    [InlineData(32_768, false)]
    public void TextThatNoCellHolds_IsRefused(int length, bool isHeld)
    {
        string document = SoundDocument.With("\"name\": \"支持\"", "\"name\": \"" + new string('x', length) + "\"");
        Exception? thrown = Record.Exception(() => Written(document, "en"));
        Assert.Equal(isHeld, thrown is null);
        Assert.True(isHeld || thrown is ArgumentException);
    }

    /// <summary>A sheet of the case under another name would be lost, and its uncertainty and scenarios with it.</summary>
    [Theory]
    [InlineData("zh", "不确定性", "不确定", "uncertainty")]
    [InlineData("zh", "情景", "情景分析", "scenarios")]
    [InlineData("zh", "成本", "成本 (2)", "costs")]
    [InlineData("en", "Uncertainty", "Risks", "uncertainty")]
    [InlineData("en", "Details", "Detail", "details")]
    public void RenamedSheet_IsAProblemThatNamesTheSheets(string language, string sheet, string name, string id)
    {
        byte[] written = Renamed(Written(CaseWorkbook.Template(Language.Of(language)), language), sheet, name);
        using var stream = new MemoryStream(written);
        CaseWorkbookReading reading = CaseWorkbook.Read(stream);
        Assert.False(reading.TryGetCase(out _));
        CaseWorkbookProblem problem = Assert.Single(reading.Problems, problem => problem.Message.Id == "book.unknownSheet");
        Assert.Equal((name, null), (problem.Sheet, problem.Cell));
        Assert.Contains("book.sheet." + id, problem.Message.ToString(), StringComparison.Ordinal);
        string said = SpreadsheetTexts.In(Language.Of(language)).Say(problem.Message);
        Assert.Contains(language == "zh" ? "“项目”、“成本”、“收益”、“明细”、“基础数据”、“不确定性”、“情景”、“填写说明”" : "'Case', 'Costs', 'Benefits', 'Details', 'Basis', 'Uncertainty', 'Scenarios', 'Guide'", said, StringComparison.Ordinal);
    }

    /// <summary>Without the row of field names the labels tell what a sheet is.</summary>
    [Fact]
    public void RenamedSheetWithLabelsAlone_IsAProblem()
    {
        CaseWorkbookReading reading = Read(book => book.Add(new BookSheet("费用")).Add([.. new[] { "名称", "类别", "计算方式", "金额" }.Select(text => BookCell.Of(text))]));
        Assert.Equal("费用: book.unknownSheet", Assert.Single(reading.Problems).ToString().Split('(')[0]);
    }

    [Fact]
    public void SheetOfNotes_IsIgnored()
    {
        CaseWorkbookReading reading = Read(book =>
        {
            BookSheet notes = book.Add(new BookSheet("我的备注"));
            notes.Add(BookCell.Of("名称"), BookCell.Of("金额"), BookCell.Of("备注"));
            notes.Add(BookCell.Of("实施"), BookCell.Of(125000m), BookCell.Of("报价见邮件"));
        });
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("", "discountRat", "book.unknownField.near(name: discountRat, near: discountRate)")]
    [InlineData("贴现率", "", "book.unknownField.near(name: 贴现率, near: 折现率)")]
    [InlineData("通货膨胀率", "inflation", "book.unknownField(name: 通货膨胀率)")]
    public void UnknownFieldOfTheCase_IsAProblemThatNamesTheCell(string label, string path, string expected)
    {
        CaseWorkbookReading reading = Read(book => book.Sheets[0].Add(BookCell.Of(label), BookCell.Of(8m), BookCell.Of(path)));
        CaseWorkbookProblem problem = Assert.Single(reading.Problems);
        Assert.Equal(("项目", "B8"), (problem.Sheet, problem.Cell));
        Assert.Equal("项目!B8: " + expected, problem.ToString());
        Assert.False(reading.TryGetCase(out _));
    }

    /// <summary>A title, a header in somebody's own words and a remark without a value are no fields.</summary>
    [Fact]
    public void RowsThatHoldNoValue_AreNoProblem()
    {
        CaseWorkbookReading reading = Read(book => book.Sheets[0].Add(BookCell.Of("以上由财务部填写")));
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
    }

    /// <summary>What people type: Chinese words, per cent, dates as text, 万, thousands separators, without the row of field names.</summary>
    [Fact]
    public void WorkbookOfAPerson_IsRead()
    {
        var book = new Book();
        BookSheet first = book.Add(new BookSheet("项目"));
        foreach ((string label, string value) in new[] { ("文档版本", "1.0"), ("项目名称", "测试"), ("币种", "CNY"), ("立项起始日", "2025年1月1日"), ("折现率", "8%"), ("评估周期", "P1Y；P3Y") })
        {
            first.Add(BookCell.Of(label), BookCell.Of(value));
        }

        BookSheet costs = book.Add(new BookSheet("成本"));
        costs.Add([.. new[] { "名称", "类别", "计算方式", "金额", "支付日", "支付日后移月数", "冲减成本" }.Select(text => BookCell.Of(text))]);
        costs.Add(BookCell.Of("实施"), BookCell.Of("实施费用"), BookCell.Of("一次性"), BookCell.Of("12.5万"), BookCell.Of("上线日"), BookCell.Of(3m), BookCell.Of("否"));
        costs.Add(BookCell.Of("返利"), BookCell.Of("软件费用"), BookCell.Of("一次性"), BookCell.Of("1,000"), BookCell.Of(45731m, CellStyle.Date), BookCell.Empty(CellStyle.Input), BookCell.Of("是"));
        using var stream = new MemoryStream();
        BookWriter.Write(book, stream);
        stream.Position = 0;
        CaseWorkbookReading reading = CaseWorkbook.Read(stream);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        string expected = CaseDocument.Write(CaseDocument.Read("""
            { "schemaVersion": "1.0", "name": "测试", "currency": "CNY", "start": "2025-01-01", "discountRate": 0.08, "horizons": ["P1Y", "P3Y"],
              "costs": [
                { "category": "implementation", "kind": "oneOff", "name": "实施", "amount": 125000, "on": { "from": "goLive", "months": 3 } },
                { "category": "software", "kind": "oneOff", "name": "返利", "amount": 1000, "on": "2025-03-15", "credit": true }
              ], "benefits": [] }
            """).Case);
        Assert.Equal(expected, CaseDocument.Write(reading.Case));
    }

    private static void AssertComesBack(string document, string language, DocumentReadOptions? options = null)
    {
        CaseReading source = CaseDocument.Read(document, options);
        Assert.Equal([], source.Problems.Select(problem => problem.ToString()));
        using var stream = new MemoryStream(Written(document, language));
        CaseWorkbookReading reading = CaseWorkbook.Read(stream, options);
        Assert.Equal([], reading.Problems.Select(problem => problem.ToString()));
        Assert.Equal(CaseDocument.Write(source.Case), CaseDocument.Write(reading.Case));
    }

    /// <summary>A small case, as somebody writes it, with what is added.</summary>
    private static CaseWorkbookReading Read(Action<Book> add)
    {
        var book = new Book();
        BookSheet first = book.Add(new BookSheet("项目"));
        foreach ((string label, string value) in new[] { ("测算", ""), ("科目", "内容"), ("文档版本", "1.0"), ("项目名称", "测试"), ("币种", "CNY"), ("立项起始日", "2025-01-01"), ("评估周期", "P1Y") })
        {
            first.Add(BookCell.Of(label), BookCell.Of(value));
        }

        add(book);
        using var stream = new MemoryStream();
        BookWriter.Write(book, stream);
        stream.Position = 0;
        return CaseWorkbook.Read(stream);
    }

    private static byte[] Renamed(byte[] workbook, string sheet, string name)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, true))
        {
            document.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(one => one.Name == sheet).Name = name;
        }

        return stream.ToArray();
    }

    private static byte[] Written(string document, string language)
    {
        using var stream = new MemoryStream();
        CaseWorkbook.Write(document, stream, Language.Of(language));
        return stream.ToArray();
    }
}
