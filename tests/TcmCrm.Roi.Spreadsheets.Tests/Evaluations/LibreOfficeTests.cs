using System.Diagnostics;
using System.Globalization;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Json.Tests;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Evaluations;

/// <summary>
/// A spreadsheet program recalculates the workbooks and gets the figures of the library: of each case as it is, and with five inputs changed in the workbook those of the changed case.
/// Runs where TCM_ROI_SOFFICE names LibreOffice; TCM_ROI_BOOKS is the number of random cases (10).
/// </summary>
public class LibreOfficeTests
{
    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    [Fact]
    public void RecalculatedWorkbooks_HaveTheFiguresOfTheLibrary()
    {
        string? office = Environment.GetEnvironmentVariable("TCM_ROI_SOFFICE");
        Assert.SkipWhen(string.IsNullOrEmpty(office), "TCM_ROI_SOFFICE names no LibreOffice");
        int count = int.Parse(Environment.GetEnvironmentVariable("TCM_ROI_BOOKS") ?? "10", CultureInfo.InvariantCulture);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tcm-roi-books-");
        try
        {
            var expected = new List<(string File, Book Written, Book Book, int Changes, bool IsCrossed)>();
            foreach (InvestmentCase source in EvaluationWorkbookTests.Samples.Concat(TaxedCases.Of(RandomCases.Seeded(count))))
            {
                ChangedCase[] both = [ChangedCase.Of(source, most: 0), ChangedCase.Of(source, most: 5)];
                foreach (ChangedCase one in both)
                {
                    string file = "book" + expected.Count.ToString(CultureInfo.InvariantCulture) + ".xlsx";
                    using FileStream stream = File.Create(Path.Combine(folder.FullName, file));
                    BookWriter.Write(one.Book, stream);
                    expected.Add((file, one.Book, EvaluationWorkbook.Create(one.Changed, Language.Of("zh"), afterTax: true), one.Names.Count, one.IsLimitCrossed));
                }
            }

            Recalculate(office!, folder.FullName, [.. expected.Select(one => one.File)]);
            var wrong = new List<string>();
            int compared = 0, guarded = 0, taxed = 0;
            foreach ((string file, Book written, Book book, int changes, bool isCrossed) in expected)
            {
                (int all, int ofTax, int said) = Compare(Path.Combine(folder.FullName, "out", file), written, book, $"{file} ({changes} changes)", isCrossed, wrong);
                compared += all;
                taxed += ofTax;
                guarded += said;
            }

            TestContext.Current.SendDiagnosticMessage($"{expected.Count} workbooks, {expected.Sum(one => one.Changes)} changes, {compared} figures, {taxed} of them after tax, {guarded} said to be computed again, {wrong.Count} different");
            Assert.True(wrong.Count == 0, string.Join("\n", wrong.Take(20)));
            Assert.True(compared > expected.Count * 30);
            Assert.True(taxed > expected.Count * 10);
            Assert.True(guarded < taxed / 5);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A value that a case refuses gives no figure, whatever it is and in whichever assumption: too small, too large, a part of a seat, a text, nothing, a churn that rises.</summary>
    [Fact]
    public void ValueOutOfRange_GivesNoFigure()
    {
        string? office = Environment.GetEnvironmentVariable("TCM_ROI_SOFFICE");
        Assert.SkipWhen(string.IsNullOrEmpty(office), "TCM_ROI_SOFFICE names no LibreOffice");
        InvestmentCase source = EvaluationWorkbookTests.Samples.First(one => one.Name.Contains("云订阅", StringComparison.Ordinal));
        (string Name, BookCell Value)[] wrong =
        [
            ("DiscountRate", BookCell.Of(8m)), ("DiscountRate", BookCell.Of(-1m)), ("IncomeTaxRate", BookCell.Of(-0.5m)), ("FinanceRate", BookCell.Of("8%x")), ("Benefit1_attribution", BookCell.Of(1.5m)),
            ("Benefit1_riskReduction", BookCell.Of(-2m)), ("Cost1_riskUplift", BookCell.Of(-0.1m)), ("Cost3_units", BookCell.Of(1.5m)), ("Cost1_factor", BookCell.Empty(CellStyle.InputNumber)),
            ("Cost1_included", BookCell.Of("maybe")), (Name("churnAfter"), BookCell.Of(1m)),
        ];
        DirectoryInfo folder = Directory.CreateTempSubdirectory("tcm-roi-books-");
        try
        {
            string[] files = [.. wrong.Select((one, i) => "book" + i.ToString(CultureInfo.InvariantCulture) + ".xlsx")];
            for (int i = 0; i < wrong.Length; i++)
            {
                Book book = EvaluationWorkbook.Create(TcmCrm.Roi.Evaluation.RoiEvaluator.Evaluate(source), Language.Of("zh"), afterTax: true);
                string[] at = book.Names.Single(one => one.Name == wrong[i].Name).Cells.Split('$');
                book.Sheets[1].Put(int.Parse(at[2], CultureInfo.InvariantCulture), at[1][0] - 'A', wrong[i].Value);
                using FileStream stream = File.Create(Path.Combine(folder.FullName, files[i]));
                BookWriter.Write(book, stream);
            }

            Recalculate(office!, folder.FullName, files);
            foreach ((string file, (string name, BookCell _)) in files.Zip(wrong))
            {
                byte[] bytes = File.ReadAllBytes(Path.Combine(folder.FullName, "out", file));
                List<(string Name, Grid Grid)> sheets = WorkbookReader.ReadSheets(bytes, bytes.Length, TableReadOptions.Default, sheet => sheet is "结论" or "指标" or "成本" or "收益" or "税后", 0, out _);
                Book plain = EvaluationWorkbook.Create(TcmCrm.Roi.Evaluation.RoiEvaluator.Evaluate(source), Language.Of("zh"), afterTax: true);
                int said = 0;
                foreach ((string sheetName, Grid grid) in sheets)
                {
                    BookSheet sheet = plain.Sheets.Single(one => one.Name == sheetName);
                    for (int r = 0; r < grid.RowCount; r++)
                    {
                        int row = (int)grid.LineOf(r);
                        for (int c = 0; row <= sheet.Rows.Count && c < sheet.Rows[row - 1].Count; c++)
                        {
                            if (sheet.Rows[row - 1][c] is { Formula: not null, Style: not (CellStyle.Fixed or CellStyle.FixedPercent or CellStyle.FixedMonths) })
                            {
                                Assert.Equal((name, "假设超出允许范围"), (name, c < grid.Row(r).Length ? grid.Text(grid.Row(r)[c]).ToString() : string.Empty));
                                said++;
                            }
                        }
                    }
                }

                Assert.True(said > 200, name);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Name(string input) => EvaluationWorkbook.Create(TcmCrm.Roi.Evaluation.RoiEvaluator.Evaluate(source), Language.Of("zh")).Names.First(one => one.Name.EndsWith("_" + input, StringComparison.Ordinal)).Name;
    }

    private static void Recalculate(string office, string folder, string[] files)
    {
        string profile = Path.Combine(folder, "profile", "user");
        Directory.CreateDirectory(profile);
        File.WriteAllText(Path.Combine(profile, "registrymodifications.xcu"), Profile);
        foreach (string[] some in files.Chunk(50))
        {
            using Process process = Process.Start(new ProcessStartInfo(
                office, ["-env:UserInstallation=file://" + Path.Combine(folder, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", Path.Combine(folder, "out"), .. some])
            { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
    }

    /// <summary>Every figure that is a formula, on the sheet of figures, and every total of a line; what stands still in the workbook is gray there.</summary>
    private static (int All, int Taxed, int Guarded) Compare(string path, Book written, Book expected, string name, bool isCrossed, List<string> wrong)
    {
        byte[] bytes = File.ReadAllBytes(path);
        List<(string Name, Grid Grid)> sheets = WorkbookReader.ReadSheets(bytes, bytes.Length, TableReadOptions.Default, sheet => sheet is "指标" or "成本" or "收益" or "税后", 0, out _);
        int compared = 0, taxed = 0, guarded = 0;
        foreach ((string sheetName, Grid grid) in sheets)
        {
            BookSheet sheet = expected.Sheets.Single(one => one.Name == sheetName);
            BookSheet before = written.Sheets.Single(one => one.Name == sheetName);
            int most = Math.Min(sheet.Rows.Count, before.Rows.Count);
            for (int r = 0; r < grid.RowCount; r++)
            {
                int row = (int)grid.LineOf(r);
                for (int c = 0; row <= most && c < sheet.Rows[row - 1].Count; c++)
                {
                    BookCell cell = sheet.Rows[row - 1][c];
                    if (cell.Formula is null || before.Rows[row - 1][c].Formula is null || cell.Formula.StartsWith("'指标'!", StringComparison.Ordinal))
                    {
                        continue;
                    }

                    compared++;
                    string found = c < grid.Row(r).Length ? grid.Text(grid.Row(r)[c]).ToString() : string.Empty;
                    taxed += sheetName == "税后" ? 1 : 0;
                    if (sheetName == "税后" && found == "需重新运行tcm-roi" && isCrossed)
                    {
                        guarded++;
                        continue;
                    }

                    bool isSame = cell.Number is { } number
                        ? double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && IsNear(value, double.Parse(number, CultureInfo.InvariantCulture))
                        : found == cell.Text;
                    if (!isSame)
                    {
                        wrong.Add($"{name} {sheetName}!{BookSheet.At(c, row)} {sheet.Rows[row - 1][0].Text}: {found} in place of {cell.Number ?? cell.Text}; {cell.Formula}");
                    }
                }
            }
        }

        return (compared, taxed, guarded);
    }

    /// <summary>Far below the printed digit: hundredths of 万元, tenths of a per cent.</summary>
    private static bool IsNear(double value, double expected) => Math.Abs(value - expected) <= 1e-7 * (1 + Math.Abs(expected));
}
