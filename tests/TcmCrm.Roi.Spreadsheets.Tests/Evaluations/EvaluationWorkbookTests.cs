using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using TcmCrm.Roi.Benefits;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Costs;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Json.Tests;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Spreadsheets.Texts;
using TcmCrm.Roi.Texts;

namespace TcmCrm.Roi.Spreadsheets.Tests.Evaluations;

/// <summary>An evaluation as a workbook. That its formulas give what stands beside them is tested with LibreOffice (<see cref="LibreOfficeTests"/>).</summary>
public class EvaluationWorkbookTests
{
    internal static IEnumerable<InvestmentCase> Samples => Directory.EnumerateFiles(Repository.PathOf("docs", "samples"), "*.json").Order(StringComparer.Ordinal)
        .Select(path => CaseDocument.Read(File.ReadAllText(path))).Where(reading => reading.IsSuccess).Select(reading => reading.Case);

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Workbook_IsValidAndTheSameBytes(string language)
    {
        foreach (InvestmentCase source in Samples.Concat(TaxedCases.Of(RandomCases.Seeded(20))))
        {
            byte[] first = Written(source, language);
            Assert.Equal(first, Written(source, language));
            using var document = SpreadsheetDocument.Open(new MemoryStream(first), false);
            Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(error => error.Path?.XPath + ": " + error.Description));
        }
    }

    [Fact]
    public void Figures_AreThoseOfTheLibrary()
    {
        foreach (InvestmentCase source in Samples)
        {
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
            BookSheet sheet = EvaluationWorkbook.Create(evaluation, Language.Of("zh")).Sheets.Single(one => one.Name == "指标");
            for (int i = 0; i < evaluation.Measures.Count; i++)
            {
                for (int p = 0; p < evaluation.Periods.Count; p++)
                {
                    MeasureValue value = evaluation.Measures[i].Of(evaluation.Periods[p]);
                    double? expected = value.TryGetMoney(out Money money) ? (double)money.Amount / 10_000 : value.TryGetNumber(out double number) ? number : null;
                    BookCell cell = sheet.Rows[3 + i][2 + p];
                    Assert.Equal(expected, cell.Number is null ? null : double.Parse(cell.Number, System.Globalization.CultureInfo.InvariantCulture));
                    Assert.True(expected is not null || cell.Text!.StartsWith("不适用", StringComparison.Ordinal));
                }
            }
        }
    }

    /// <summary>What the formulas rest on: with other inputs a line's amounts are its new product times its amounts of one unit.</summary>
    [Fact]
    public void AmountsOfALine_AreInProportionToItsProduct()
    {
        int compared = 0;
        foreach (InvestmentCase source in Samples.Concat(RandomCases.Seeded(100)))
        {
            var made = ChangedCase.Of(source, most: 5);
            var before = new BookFlows(made.Evaluation);
            var after = new BookFlows(made.Changed);
            Assert.Equal(before.Rows.Select(row => row.Date), after.Rows.Select(row => row.Date));
            for (int i = 0; i < before.Lines.Count; i++)
            {
                for (int row = 0; row < before.Rows.Count && !before.Lines[i].IsFixed; row++)
                {
                    double expected = after.Lines[i].Amounts[row];
                    Assert.Equal(expected, after.Lines[i].Formula.Value * before.Lines[i].Weights[row], 1e-9 * (1e4 + Math.Abs(expected)));
                    compared++;
                }
            }
        }

        Assert.True(compared > 5_000);
    }

    /// <summary>The same of what is left after tax, as long as no limit of the law is crossed: three columns of each line.</summary>
    [Fact]
    public void AmountsAfterTax_AreInProportionToTheProduct()
    {
        int compared = 0;
        foreach (ChangedCase made in Samples.Concat(TaxedCases.Of(RandomCases.Seeded(60))).Where(source => source.Taxation is not null).Select(source => ChangedCase.Of(source, most: 5)).Where(made => !made.IsLimitCrossed))
        {
            var before = new TaxFlows(made.Evaluation, new BookFlows(made.Evaluation));
            var after = new TaxFlows(made.Changed, new BookFlows(made.Changed));
            Assert.Equal(before.Periods, after.Periods);
            Assert.Equal(before.Rows, after.Rows);
            foreach ((TaxFlows.Line was, TaxFlows.Line now) in before.Lines.Zip(after.Lines).Where(both => !both.First.Of.IsFixed))
            {
                foreach ((double[] old, double[] columns) in new[] { (was.Amounts, now.Amounts), (was.Taxed, now.Taxed), (was.Credited, now.Credited) })
                {
                    for (int row = 0; row < before.Rows.Count; row++)
                    {
                        Assert.Equal(columns[row], now.Of.Formula.Value * was.Weight(old, row), 1e-9 * (1e4 + Math.Abs(columns[row])));
                        compared++;
                    }
                }
            }
        }

        Assert.True(compared > 5_000);
    }

    /// <summary>What stands beside the formulas after tax is the library's, and the yearly table sums to the figures.</summary>
    [Fact]
    public void FiguresAfterTax_AreThoseOfTheLibrary()
    {
        int compared = 0;
        foreach (InvestmentCase source in Samples.Concat(TaxedCases.Of(RandomCases.Seeded(20))).Where(source => source.Taxation is not null))
        {
            RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
            BookSheet sheet = EvaluationWorkbook.Create(evaluation, Language.Of("zh"), afterTax: true).Sheets.Single(one => one.Name == "税后");
            for (int p = 0; p < evaluation.Periods.Count; p++)
            {
                AfterTaxResult result = evaluation.AfterTax[p];
                Assert.Equal(Wan(result.TotalCost), Shown(3, p));
                Assert.Equal(Wan(result.Tax), Shown(5, p));
                Assert.Equal(Wan(result.NetBenefit), Shown(6, p));
                Assert.Equal(result.ReturnOnInvestment.TryGetValue(out decimal roi) ? (double)roi : null, Shown(7, p));
                Assert.Equal(Wan(result.NetPresentValue), Shown(8, p));
                Assert.Equal(Wan(result.UndeductedCost), Shown(17, p));
                Assert.Equal(result.Reasons.Count > 0, sheet.Rows[3][2 + (2 * p)].Text == "不适用（原因见下）");
                compared += result.Reasons.Count == 0 ? 1 : 0;
            }

            double? Shown(int row, int p) => sheet.Rows[row][2 + (2 * p)].Number is { } number ? double.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;
        }

        Assert.True(compared > 20);

        static double? Wan(Figure<Money> figure) => figure.TryGetValue(out Money amount) ? (double)amount.Amount / 10_000 : null;
    }

    [Fact]
    public void CaseWithoutTaxes_HasNoSheetsAfterTax() => Assert.DoesNotContain(
        EvaluationWorkbook.Create(RoiEvaluator.Evaluate(Samples.First().WithTaxation(null)), Language.Of("zh"), afterTax: true).Sheets, sheet => sheet.Name is "税后" or "所得税");

    /// <summary>What stands still is said to: a figure without a formula is gray, and the column says no where no period has one.</summary>
    [Fact]
    public void FigureWithoutAFormula_IsMarked()
    {
        BookSheet sheet = EvaluationWorkbook.Create(RoiEvaluator.Evaluate(Samples.First()), Language.Of("en")).Sheets.Single(one => one.Name == "Figures");
        foreach (List<BookCell> row in sheet.Rows.Skip(3).Where(row => row.Count > 1))
        {
            BookCell[] figures = [.. row.Skip(2).Take(row.Count - 3)];
            Assert.All(figures, cell => Assert.Equal(cell.Formula is null, cell.Style is CellStyle.Fixed or CellStyle.FixedPercent or CellStyle.FixedMonths or CellStyle.FixedNumber));
            Assert.Equal(
                Array.TrueForAll(figures, cell => cell.Formula is not null) ? "yes" : Array.Exists(figures, cell => cell.Formula is not null) ? "yes, but for gray values" : "no, run tcm-roi again", row[^1].Text);
        }
    }

    /// <summary>Every cell that may be changed accepts what a case accepts and says so otherwise; and no figure is a number beside an assumption that a case refuses, however it came there.</summary>
    [Theory]
    [InlineData("en", "must be 0% to 100%")]
    [InlineData("zh", "应为0%至100%")]
    public void Assumptions_AreWithinWhatACaseAccepts(string language, string said)
    {
        foreach (InvestmentCase source in Samples.Concat(TaxedCases.Of(RandomCases.Seeded(30))))
        {
            Book book = EvaluationWorkbook.Create(RoiEvaluator.Evaluate(source), Language.Of(language), afterTax: true);
            BookSheet sheet = book.Sheets[1];
            for (int row = 1; row <= sheet.Rows.Count; row++)
            {
                if (sheet.Rows[row - 1].ElementAtOrDefault(2).Style is CellStyle.Input or CellStyle.InputNumber or CellStyle.InputPercent)
                {
                    ListChoice choice = Assert.Single(sheet.Choices, one => one.Cells == BookSheet.At(2, row));
                    Assert.True(choice.List is not null || (choice.Least is not null && choice.Most is not null));
                    Assert.NotEmpty(choice.Error!);
                    Assert.Contains($"C{row}", sheet.Rows[row - 1][5].Formula!, StringComparison.Ordinal);
                    Assert.Equal(string.Empty, sheet.Rows[row - 1][5].Text);
                    Assert.EndsWith($",\"\",\"{choice.Error}\")", sheet.Rows[row - 1][5].Formula!, StringComparison.Ordinal);
                    Assert.True(!sheet.Rows[row - 1][3].Text!.Equals("attribution", StringComparison.Ordinal) || choice.Error == said);
                }
            }

            string[] figures = [.. new[] { "sheet.costs", "sheet.benefits", "sheet.measures", "sheet.afterTax" }.Select(id => PackageWords.In(Language.Of(language)).Say("book." + id))];
            foreach (BookCell cell in book.Sheets.Where(one => figures.Contains(one.Name)).SelectMany(one => one.Rows).SelectMany(row => row).Where(cell => cell.Formula is not null))
            {
                Assert.True(cell.Formula!.StartsWith("IF(AssumptionGuard>0,", StringComparison.Ordinal) || cell.Formula.StartsWith("'" + figures[2] + "'!", StringComparison.Ordinal), cell.Formula);
            }
        }
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1x")]
    [InlineData("@SUM(A1)")]
    public void NameThatReadsLikeAFormula_IsText(string name)
    {
        InvestmentCase source = InvestmentCase.Create(name, Currency.Cny, new LocalDate(2025, 1, 1))
            .WithCosts(new CostItem(name, CostCategory.Software, CostBasis.OneOff(Money.Cny(1000))))
            .WithBenefits(new BenefitItem("b" + name, BenefitCategory.SalesGrowth, BenefitBasis.Yearly(Money.Cny(1500))));
        byte[] bytes = Written(source, "zh");
        using var archive = new ZipArchive(new MemoryStream(bytes));
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open());
            string xml = reader.ReadToEnd();
            Assert.DoesNotContain("<x:f>" + name, xml, StringComparison.Ordinal);
            Assert.All(xml.Split("<x:c ").Where(cell => cell.Contains(">" + name + "<", StringComparison.Ordinal)), cell => Assert.Contains("t=\"inlineStr\"", cell, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void CaseWithoutLinesOrRate_IsWritten()
    {
        InvestmentCase source = InvestmentCase.Create("leer", Currency.Cny, new LocalDate(2025, 1, 1));
        Assert.NotEmpty(Written(source, "en"));
        Assert.Throws<ArgumentNullException>(() => EvaluationWorkbook.Write(null!, new MemoryStream(), Language.Of("en")));
    }

    private static byte[] Written(InvestmentCase source, string language)
    {
        using var stream = new MemoryStream();
        EvaluationWorkbook.Write(RoiEvaluator.Evaluate(source), stream, Language.Of(language), afterTax: true);
        return stream.ToArray();
    }
}
