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
