using TcmCrm.Roi.Json;
using TcmCrm.Roi.Tool.Shell;

namespace TcmCrm.Roi.Tool.Tests.Commands;

public class InitCommandTests
{
    /// <summary>The workbook that init writes gives the figures of the document that it writes.</summary>
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Workbook_IsTheCaseOfTheDocument(string language)
    {
        using var directory = new TemporaryDirectory();
        string book = directory.PathOf("case.xlsx");
        string document = directory.PathOf("case.json");
        Assert.Equal(ExitCode.Done, ToolRun.Of("init", book, "-l", language).Exit);
        Assert.Equal(ExitCode.Done, ToolRun.Of("init", document, "-l", language).Exit);
        ToolRun ofBook = ToolRun.Of("evaluate", book, "-f", "json");
        ToolRun ofDocument = ToolRun.Of("evaluate", document, "-f", "json");
        Assert.Equal("", ofBook.Error);
        Assert.Equal(ofDocument.Output, ofBook.Output);
        Assert.Equal(File.ReadAllText(document), ToolRun.Of("init", "-l", language).Output);
    }

    public static TheoryData<string> CaseSamples => [.. Directory.EnumerateFiles(Path.GetDirectoryName(Samples.PathOf("renhetang-saas.json"))!, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Document to workbook to document to workbook: the same case, and the same workbook.</summary>
    [Theory]
    [MemberData(nameof(CaseSamples))]
    public void CaseThatThereIs_BecomesAWorkbookAndADocument(string sample)
    {
        using var directory = new TemporaryDirectory();
        string book = directory.PathOf("case.xlsx"), document = directory.PathOf("case.json"), again = directory.PathOf("again.xlsx"), english = directory.PathOf("en.xlsx");
        foreach (string[] run in new string[][]
        {
            [book, "--from", Samples.PathOf(sample), "-l", "zh"], [document, "--from", book], [again, "--from", document, "-l", "zh"], [english, "--from", book, "-l", "en"],
        })
        {
            ToolRun made = ToolRun.Of(["init", .. run], "");
            Assert.Equal((ExitCode.Done, ""), (made.Exit, made.Error));
        }

        string expected = CaseDocument.Write(CaseDocument.Read(File.ReadAllText(Samples.PathOf(sample))).Case) + "\n";
        Assert.Equal(expected, File.ReadAllText(document));
        Assert.Equal(File.ReadAllBytes(book), File.ReadAllBytes(again));
        Assert.Equal(expected, ToolRun.Of("init", "--from", english).Output);
    }

    /// <summary>The series of a measured benefit stay where they are: whoever puts the case elsewhere hears of it.</summary>
    [Fact]
    public void SeriesBesideTheCase_AreNamedWhereTheNewFileIsElsewhere()
    {
        using var directory = new TemporaryDirectory();
        string folder = directory.PathOf("other");
        Directory.CreateDirectory(folder);
        string source = directory.PathOf("case.json");
        File.WriteAllText(directory.PathOf("sales.csv"), "month,value\n" + string.Join("\n", Enumerable.Range(0, 36).Select(i => $"{2023 + (i / 12)}-{1 + (i % 12):00},{(i < 24 ? 100 : 120) + (i * 7 % 5)}")));
        File.WriteAllText(source, """
            { "schemaVersion": "1.0", "name": "a", "currency": "CNY", "start": "2025-01-01", "goLive": "2025-01-01", "horizons": ["P1Y"], "costs": [],
              "benefits": [ { "category": "salesGrowth", "kind": "impact", "name": "b", "series": "sales.csv", "contributionMargin": 0.3, "baselinePerYear": 1000 } ] }
            """);
        ToolRun here = ToolRun.Of("init", directory.PathOf("case.xlsx"), "--from", source);
        Assert.Equal((ExitCode.Done, ""), (here.Exit, here.Error));
        ToolRun there = ToolRun.Of("init", Path.Combine(folder, "case.xlsx"), "--from", source, "-l", "zh");
        Assert.Equal(ExitCode.Done, there.Exit);
        Assert.Contains("数据序列，将在新文件所在文件夹中查找：sales.csv", there.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, ToolRun.Of("evaluate", directory.PathOf("case.xlsx")).Exit);
    }

    [Fact]
    public void CaseWithProblems_IsNotConverted()
    {
        using var directory = new TemporaryDirectory();
        string document = directory.PathOf("case.json");
        File.WriteAllText(document, ToolRun.Of("init").Output.Replace("\"seats\": 120", "\"seats\": -120", StringComparison.Ordinal));
        ToolRun run = ToolRun.Of("init", directory.PathOf("case.xlsx"), "--from", document);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("-120", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(directory.PathOf("case.xlsx")));
    }

    [Fact]
    public void ExistingFile_IsLeftAlone()
    {
        using var directory = new TemporaryDirectory();
        string book = directory.PathOf("case.xlsx");
        File.WriteAllText(book, "mine");
        ToolRun run = ToolRun.Of("init", book);
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("exists", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(book));
        Assert.Equal(ExitCode.Done, ToolRun.Of("init", book, "--force").Exit);
    }

    [Theory]
    [InlineData("case.txt", "neither in .xlsx nor in .json")]
    [InlineData("case", "neither in .xlsx nor in .json")]
    public void OtherExtension_IsRefused(string name, string expected)
    {
        using var directory = new TemporaryDirectory();
        ToolRun run = ToolRun.Of("init", directory.PathOf(name));
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(directory.PathOf(name)));
    }

    [Fact]
    public void WorkbookToStandardOutput_IsRefused()
    {
        ToolRun run = ToolRun.Of("init", "-f", "xlsx");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("--output", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ProblemOfAWorkbook_NamesSheetAndCell()
    {
        using var directory = new TemporaryDirectory();
        string book = directory.PathOf("case.xlsx");
        string document = ToolRun.Of("init", "-l", "zh").Output.Replace("\"seats\": 120", "\"seats\": -120", StringComparison.Ordinal);
        using (FileStream stream = File.Create(book))
        {
            TcmCrm.Roi.Spreadsheets.CaseWorkbook.Write(document, stream, Roi.Texts.Language.Of("zh"));
        }

        ToolRun run = ToolRun.Of("evaluate", book, "-l", "zh");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Matches("工作表“成本”单元格[A-Z]+3", run.Error);
        Assert.Contains("-120", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Figures, a review, a simulation and a comparison as workbooks, each with its sheet.</summary>
    [Theory]
    [InlineData("指标", "evaluate")]
    [InlineData("不确定性", "simulate", "--trials", "1000")]
    [InlineData("方案比较", "compare", "--trials", "1000")]
    [InlineData("复盘", "review")]
    public void Result_IsWrittenAsAWorkbook(string sheet, params string[] command)
    {
        using var directory = new TemporaryDirectory();
        string book = directory.PathOf("result.xlsx");
        string[] files = command[0] == "compare" ? [Samples.PathOf("renhetang-saas.json"), Samples.PathOf("renhetang-on-premises.json")]
            : command[0] == "review" ? [Samples.PathOf("renhetang-saas.json"), Samples.PathOf("renhetang-saas-actuals.csv")] : [Samples.PathOf("renhetang-saas.json")];
        ToolRun run = ToolRun.Of([command[0], .. files, .. command[1..], "-f", "xlsx", "-l", "zh", "-o", book], "");
        Assert.Equal(ExitCode.Done, run.Exit);
        using var archive = new System.IO.Compression.ZipArchive(File.OpenRead(book));
        using var workbook = new StreamReader(archive.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains("name=\"" + sheet + "\"", workbook.ReadToEnd(), StringComparison.Ordinal);
    }
}
