using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests;

/// <summary>A text of a user stays a text: for spreadsheets, terminals and build runners.</summary>
public class InjectionTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+cmd", "'+cmd")]
    [InlineData("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("a=1", "a=1")]
    [InlineData("华东,\"一\"", "\"华东,\"\"一\"\"\"")]
    [InlineData("\u001b[31mred", "[31mred")]
    [InlineData("𠮷野", "𠮷野")]
    public void CsvCell_IsNoFormula(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Theory]
    [InlineData("::error::gone", ": :error::gone")]
    [InlineData("  ::set-output name=a::b", "  : :set-output name=a::b")]
    [InlineData("a ##vso[task.setvariable variable=x]y", "a ## vso[task.setvariable variable=x]y")]
    [InlineData("##VSO[task.complete]", "## VSO[task.complete]")]
    [InlineData("##[error]x", "## [error]x")]
    [InlineData("std::string", "std::string")]
    [InlineData("a\u001b[2Jb\rc", "a[2Jb c")]
    [InlineData("𠮷野家", "𠮷野家")]
    public void PrintedName_IsNoCommand(string text, string printed) => Assert.Equal(printed, PlainText.OneLine(text));

    [Fact]
    public void IdOfCsvFigures_IsNoFormula()
    {
        ToolRun run = ToolRun.Of(["returns", "-", "--format", "csv"], "{\"id\":\"=HYPERLINK(1)\",\"rate\":0.1,\"amounts\":[-1,2]}\n{\"id\":-5,\"rate\":0.1,\"amounts\":[-1,2]}\n");
        Assert.Contains("\n'=HYPERLINK(1),", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n-5,", run.Output, StringComparison.Ordinal);
    }
}
