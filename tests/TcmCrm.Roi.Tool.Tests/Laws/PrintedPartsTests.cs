using System.Globalization;
using System.Text.Json;
using TcmCrm.Roi.Cases;
using TcmCrm.Roi.Evaluation;
using TcmCrm.Roi.Json;
using TcmCrm.Roi.Json.Tests;
using TcmCrm.Roi.Measures;
using TcmCrm.Roi.Reporting;
using TcmCrm.Roi.Reporting.Evaluating;
using TcmCrm.Roi.Reporting.Figures;
using TcmCrm.Roi.Reporting.Texts;
using TcmCrm.Roi.Texts;
using TcmCrm.Roi.Tool.Texts;

namespace TcmCrm.Roi.Tool.Tests.Laws;

/// <summary>A cell of a table is the amount of the document, and the parts of a table sum to its totals, in both languages.</summary>
public class PrintedPartsTests
{
    public static TheoryData<string> SampleCases => [.. Samples.Cases];

    [Theory]
    [MemberData(nameof(SampleCases))]
    public void Sample_TableIsDocument(string name) => Check(CaseDocument.Read(File.ReadAllBytes(Samples.PathOf(name))).Case);

    [Fact]
    public void RandomCases_TableIsDocument()
    {
        foreach (InvestmentCase source in RandomCases.Seeded(300))
        {
            Check(source);
        }
    }

    private static void Check(InvestmentCase source)
    {
        RoiEvaluation evaluation = RoiEvaluator.Evaluate(source);
        using JsonDocument document = JsonDocument.Parse(ResultDocument.Write(evaluation, new DocumentWriteOptions { Detail = ResultDetail.Full }));
        JsonElement[] periods = [.. document.RootElement.GetProperty("horizons").EnumerateArray()];
        foreach (string tag in ToolLanguage.Tags)
        {
            Language language = ToolLanguage.Of(tag);
            var check = new Tables(evaluation, language, periods);
            check.Costs();
            check.Benefits();
            check.EvidenceOfTheLongest();
            check.Flows(CashFlowDetail.Year, "yearlyTable");
            check.Flows(CashFlowDetail.Month, "monthlyTable");
        }
    }

    private sealed class Tables(RoiEvaluation evaluation, Language language, JsonElement[] periods)
    {
        private readonly FigureFormat format = new(language, evaluation.Case.Currency);
        private readonly Report report = RoiReport.Of(evaluation, new RoiReportOptions { Language = language });

        internal void Costs()
        {
            if (evaluation.Case.Costs.Count == 0)
            {
                return;
            }

            ReportTable table = TableOf(report, language.Say("section.costs"), 0);
            for (int h = 0; h < periods.Length; h++)
            {
                decimal sum = 0, group = 0;
                foreach (ReportRow row in table.Rows)
                {
                    decimal cell = Number(row.Cells[2 + h].Text);
                    if (!row.IsTotal)
                    {
                        JsonElement line = periods[h].GetProperty("costs").EnumerateArray().Single(l => PlainText.OneLine(l.GetProperty("name").GetString()!) == row.Cells[1].Text);
                        Same(Money(line, "total"), cell);
                        (sum, group) = (sum + cell, group + cell);
                    }
                    else if (row.Cells[1].Text.Length > 0)
                    {
                        Assert.Equal(group, cell);
                        group = 0;
                    }
                    else
                    {
                        Assert.Equal(sum, cell);
                        Same(Money(periods[h], "totalCost"), cell);
                    }
                }
            }
        }

        internal void Benefits()
        {
            ReportSection section = SectionOf(report, language.Say("section.benefits"));
            foreach (ReportTable table in section.Blocks.OfType<ReportTable>())
            {
                for (int h = 0; h < periods.Length; h++)
                {
                    decimal sum = 0, group = 0;
                    bool isLongTerm = table.Caption.Length > 0, isSummed = false;
                    foreach (ReportRow row in table.Rows)
                    {
                        if (!row.IsTotal)
                        {
                            decimal cell = Number(row.Cells[4 + h].Text);
                            JsonElement line = periods[h].GetProperty("benefits").EnumerateArray()
                                .Single(l => PlainText.OneLine(l.GetProperty("name").GetString()!) == row.Cells[2].Text);
                            Same(Money(line, "total"), cell);
                            (sum, group) = (sum + cell, group + cell);
                        }
                        else if (row.Cells[2].Text.Length > 0)
                        {
                            Assert.Equal(group, Number(row.Cells[4 + h].Text));
                            group = 0;
                        }
                        else if (!isSummed)
                        {
                            isSummed = true;
                            Assert.Equal(sum, Number(row.Cells[4 + h].Text));
                            Same(Money(isLongTerm ? periods[h].GetProperty("longTerm") : periods[h], "totalBenefit"), Number(row.Cells[4 + h].Text));
                        }
                    }
                }
            }
        }

        internal void EvidenceOfTheLongest()
        {
            if (!evaluation.Periods[^1].ShareOfBenefit(TcmCrm.Roi.Benefits.Evidence.Measured).IsApplicable)
            {
                return;
            }

            ReportTable table = TableOf(report, language.Say("section.assumptions"), 1);
            JsonElement amounts = periods[^1].GetProperty("benefitByEvidence"), shares = periods[^1].GetProperty("benefitShareByEvidence");
            decimal sum = 0, share = 0;
            foreach (ReportRow row in table.Rows.Where(row => !row.IsTotal))
            {
                Benefits.Evidence evidence = Enum.GetValues<Benefits.Evidence>().Single(kind => language.NameOf(kind) == row.Cells[0].Text);
                string word = evidence.ToString().ToLowerInvariant();
                Same(Parse(amounts.GetProperty(word).GetString()!), Number(row.Cells[1].Text), steps: evaluation.Case.Benefits.Count);
                decimal percent = Parse(row.Cells[2].Text.TrimEnd('%'));
                Assert.InRange(percent - (100 * shares.GetProperty(word).GetDecimal()), -0.1m, 0.1m);
                (sum, share) = (sum + Number(row.Cells[1].Text), share + percent);
            }

            Assert.Equal(100.0m, share);
            Assert.Equal(sum, Number(table.Rows[^1].Cells[1].Text));
            Assert.Equal(1m, shares.EnumerateObject().Sum(part => part.Value.GetDecimal()));
        }

        internal void Flows(CashFlowDetail detail, string member)
        {
            Report own = RoiReport.Of(evaluation, new RoiReportOptions { Language = language, CashFlow = detail });
            ReportTable table = own.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>()
                .Single(candidate => candidate.Columns.Count >= 5 && candidate.Columns[3].Header == language.Say("column.net"));
            JsonElement[] rows = [.. periods[^1].GetProperty(member).EnumerateArray()];
            Assert.Equal(rows.Length + 1, table.Rows.Count);
            string[] columns = ["cost", "benefit", "net", "cumulativeNet", "discountedNet", "cumulativeDiscountedNet"];
            for (int c = 1; c < table.Columns.Count; c++)
            {
                decimal sum = 0;
                for (int i = 0; i < rows.Length; i++)
                {
                    decimal cell = Number(table.Rows[i].Cells[c].Text);
                    // A cell is the difference of two accumulated amounts, and a net that of two such cells: each may be off by a step of the coarser table.
                    Same(Money(rows[i], columns[c - 1]), cell, steps: 2);
                    sum = c is 4 or 6 ? cell : sum + cell;
                }

                string total = table.Rows[^1].Cells[c].Text;
                Assert.Equal(sum, Number(c is 4 or 6 ? table.Rows[^1].Cells[c - 1].Text : total));
            }
        }

        /// <summary>The same amount; where the table counts in larger steps, the amount within so many of them.</summary>
        private void Same(decimal document, decimal cell, int steps = 1)
        {
            if (language.Tag == "en")
            {
                Assert.Equal(document, cell);
            }
            else
            {
                Assert.InRange(cell - document, -steps * format.Step, steps * format.Step);
            }
        }

        private decimal Number(string cell) => Parse(cell) * (language.Tag == "zh" ? 10_000 : 1);
    }

    private static ReportSection SectionOf(Report report, string heading) =>
        report.Sections.First(section => section.Heading.StartsWith(heading, StringComparison.Ordinal));

    private static ReportTable TableOf(Report report, string heading, int number) => SectionOf(report, heading).Blocks.OfType<ReportTable>().ElementAt(number);

    private static decimal Money(JsonElement holder, string name) => Parse(holder.GetProperty(name).GetString()!);

    private static decimal Parse(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
